import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import { census, child, referral } from './census.fixture.ts'
import { elementOf, fragmentOf } from './fragment.ts'
import type { ChildPlan } from './model.ts'
import { reconciliationText } from './reconciliation.ts'
import { surveyCensus } from './survey.ts'

const today = plain('2026-11-22')

async function survey(text: string) {
  const children: ChildPlan[] = []
  const result = await surveyCensus(Readable.from([Buffer.from(text)]), today, (one) => children.push(one))
  if (result.kind === 'refused') throw new Error(result.sentence)
  return { account: result.account, children }
}
const one = async (text: Parameters<typeof child>[0], year?: string) => {
  const { account, children } = await survey(census({ children: [child(text)], ...(year ? { year } : {}) }))
  const [first] = children
  if (!first) throw new Error('no child')
  return { account, child: first, found: first.findings.map(({ outcome, path, reason }) => `${outcome}: ${path.replace('Child/', '')}: ${reason}`) }
}

describe('what a child of the census becomes', () => {
  it('a person with what the census knows, and a referral', async () => {
    const { child: taken } = await one({
      localId: 'A1',
      identifiers: '<UPN>A123456789123</UPN><FormerUPN>X98765432123B</FormerUPN><PersonBirthDate>2015-03-27</PersonBirthDate><GenderCurrent>2</GenderCurrent><PersonDeathDate>2021-12-01</PersonDeathDate>',
      characteristics: '<Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities>',
      details: `<CINdetails>${referral}<CINclosureDate>2022-01-05</CINclosureDate><ReasonForClosure>RC2</ReasonForClosure></CINdetails>`,
    })
    expect(taken.facts).toEqual({
      bornOn: '2015-03-27', expectedOn: null, diedOn: '2021-12-01', sex: 'female', ethnicity: 'WBRI', disabilities: ['HAND', 'HEAR'],
      upn: 'A123456789123', formerUpn: 'X98765432123B',
    })
    expect(taken.referrals).toMatchObject([{ receivedOn: '2021-10-06', source: '1A', primaryNeed: 'N4', noFurtherAction: false, closedOn: '2022-01-05', closureReason: 'RC2' }])
    expect(taken.counts.taken).toBe(taken.counts.read)
  })

  it('an unborn child has the day it is expected', async () => {
    const { child: taken } = await one({ localId: 'A1', identifiers: '<ExpectedPersonBirthDate>2022-05-01</ExpectedPersonBirthDate><GenderCurrent>0</GenderCurrent>' })
    expect(taken.facts).toMatchObject({ bornOn: null, expectedOn: '2022-05-01', sex: 'unknown' })
  })

  it('an assessment with its factors', async () => {
    const { child: taken } = await one({
      localId: 'A1',
      details: `<CINdetails>${referral}<Assessments><AssessmentActualStartDate>2021-10-07</AssessmentActualStartDate><AssessmentAuthorisationDate>2021-11-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>1C</AssessmentFactors><AssessmentFactors>6B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments></CINdetails>`,
    })
    expect(taken.referrals[0]?.assessments).toMatchObject([{ startedOn: '2021-10-07', authorisedOn: '2021-11-30', factors: ['1C', '6B'] }])
  })

  it('plans, conferences and enquiries are kept whole until they have a place, and can be read again', async () => {
    const plan = '<ChildProtectionPlans><CPPstartDate>2022-02-17</CPPstartDate><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><Reviews><CPPreviewDate>2022-03-15</CPPreviewDate></Reviews></ChildProtectionPlans>'
    const { child: taken } = await one({ localId: 'A1', details: `<CINdetails>${referral}${plan}</CINdetails>` })
    expect(taken.keptAside).toHaveLength(1)
    const [kept] = taken.keptAside
    expect(kept).toMatchObject({ path: 'Child/CINdetails/ChildProtectionPlans', referralIdentity: taken.referrals[0]?.identity })
    if (kept) expect(fragmentOf(elementOf(kept.fragment, 'Child/CINdetails'))).toEqual(kept.fragment)
  })
})

describe('a census with mistakes in it', () => {
  const cases: [string, Parameters<typeof child>[0], string[]][] = [
    ['a code that is none', { localId: 'A1', characteristics: '<Ethnicity>WXYZ</Ethnicity>' }, ['refused: ChildCharacteristics/Ethnicity: no code of its list']],
    ['a day that is none', { localId: 'A1', identifiers: '<PersonBirthDate>2015-02-30</PersonBirthDate><GenderCurrent>1</GenderCurrent>' }, [
      'taken: ChildIdentifiers: neither a date of birth nor an expected one that we could take', 'refused: ChildIdentifiers/PersonBirthDate: no day of the calendar, as in 2026-03-31']],
    ['a birth that has not come', { localId: 'A1', identifiers: '<PersonBirthDate>2031-02-03</PersonBirthDate><GenderCurrent>1</GenderCurrent>' }, [
      'taken: ChildIdentifiers: neither a date of birth nor an expected one that we could take', 'kept aside: ChildIdentifiers/PersonBirthDate: a day that has not come yet']],
    ['two dates of birth', { localId: 'A1', identifiers: '<PersonBirthDate>2015-03-27</PersonBirthDate><PersonBirthDate>2015-03-28</PersonBirthDate><GenderCurrent>1</GenderCurrent>' }, [
      'refused: ChildIdentifiers/PersonBirthDate: stands here a second time; the first was taken']],
    ['an element nobody knows', { localId: 'A1', characteristics: '<Ethnicity>WBRI</Ethnicity><ShoeSize>3<x/></ShoeSize>' }, ['kept aside: ChildCharacteristics/ShoeSize: no element of the census of 2022']],
    ['a disability twice, and none beside some', { localId: 'A1', characteristics: '<Ethnicity>WBRI</Ethnicity><Disabilities><Disability>MOB</Disability><Disability>MOB</Disability><Disability>NONE</Disability></Disabilities>' }, [
      'refused: ChildCharacteristics/Disabilities/Disability: this code stands here twice', 'kept aside: ChildCharacteristics/Disabilities/Disability: says that there are none, beside others that were taken']],
    ['a closure before the referral', { localId: 'A1', details: `<CINdetails>${referral}<CINclosureDate>2020-01-01</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure></CINdetails>` }, [
      'kept aside: CINdetails/CINclosureDate: a closure before the referral; the referral stands open until somebody says when it was closed', 'kept aside: CINdetails/ReasonForClosure: a reason for closure without a closure that we could take']],
    ['a referral without its date', { localId: 'A1', details: '<CINdetails><ReferralSource>1A</ReferralSource><ReferralNFA>0</ReferralNFA></CINdetails>' }, [
      'taken: CINdetails: CINreferralDate is missing', 'kept aside: CINdetails: no referral date that we could take']],
    ['a code that came later', { localId: 'A1', details: `<CINdetails>${referral.replace('1A', '5D')}</CINdetails>` }, ['taken: CINdetails/ReferralSource: this code stands in the census from 2023 on']],
    ['words between the elements', { localId: 'A1', characteristics: 'oops<Ethnicity>WBRI</Ethnicity>' }, ['kept aside: ChildCharacteristics/#text: words that stand between the elements']],
  ]
  it.each(cases)('%s is told, and every element is accounted for', async (_, text, expected) => {
    const { account, found } = await one(text)
    expect(found.toSorted()).toEqual(expected.toSorted())
    expect(account.balanced).toBe(true)
  })

  it('a child that nobody can tell is kept aside whole', async () => {
    const { child: taken, account } = await one({ localId: '' })
    expect(taken).toMatchObject({ localId: null, facts: null, referrals: [], counts: { taken: 0 } })
    expect(taken.keptAside).toHaveLength(1)
    expect(account.balanced).toBe(true)
  })

  it('sex is read in the form of its year, and in another year’s form with a remark', async () => {
    expect((await one({ localId: 'A1', identifiers: '<PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex>' }, '2025')).found).toEqual([])
    const early = await one({ localId: 'A1', identifiers: '<PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex>' }, '2022')
    expect(early.child.facts?.sex).toBe('female')
    expect(early.found).toEqual(['taken: ChildIdentifiers/Sex: this code stands in the census from 2025 on'])
  })
})

describe('the account of a file', () => {
  it('has the same identities each time, and others for another child', async () => {
    const identities = async (localId: string) => (await one({ localId })).child.referrals.map(({ identity }) => identity)
    expect(await identities('A1')).toEqual(await identities('A1'))
    expect(await identities('A1')).not.toEqual(await identities('A2'))
    expect((await one({ localId: 'A1', details: `<CINdetails>${referral}</CINdetails>`.repeat(2) })).child.referrals.map(({ identity }) => identity)).toHaveLength(2)
  })

  it('names places, lines and reasons, and no child', async () => {
    const { account } = await one({ localId: 'KELLY77', identifiers: '<PersonBirthDate>1877-02-31</PersonBirthDate><GenderCurrent>1</GenderCurrent>' })
    const text = reconciliationText(account)
    expect(text).toMatch(/PersonBirthDate: no day of the calendar.*\n {4}1 place; line \d+/)
    expect(text + JSON.stringify(account)).not.toMatch(/KELLY77|1877/)
  })

  it('says when the year has no structure of its own', async () => {
    const { account } = await survey(census({ year: '2027', children: [child({ localId: 'A1' })] }))
    expect(reconciliationText(account)).toMatch(/no structure for 2027 yet.*nearest older one, of 2026/)
  })
})

const given = join(process.env.KITH_SHARED ?? resolve(import.meta.dirname, '../../../../../shared'), 'inputs/cin_fake')

describe.skipIf(!existsSync(given))('the given censuses (skipped where the given folder is absent)', () => {
  it('fake_CIN_data.xml: 332 children of 2022, 5,746 elements, each accounted for', async () => {
    let referrals = 0
    const result = await surveyCensus(createReadStream(join(given, 'fake_CIN_data.xml')), today, (one) => { referrals += one.referrals.length })
    if (result.kind === 'refused') throw new Error(result.sentence)
    expect(result.account).toMatchObject({ children: 332, balanced: true, counts: { read: 5746 }, header: { year: { year: 2022, covered: true } } })
    expect(referrals).toBe(400)
  })

  it('every file of the folder is read and balances', async () => {
    for (const name of readdirSync(given)) {
      const result = await surveyCensus(createReadStream(join(given, name)), today)
      expect(result.kind === 'read' && result.account.balanced, name).toBe(true)
    }
  })
})
