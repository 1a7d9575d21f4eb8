import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import { faultsOf } from '../../../../test/returns/validCensus.ts'
import { checkCin } from './check.ts'
import { censusFile, differencesIn } from './files.ts'
import type { InNeed } from './model.ts'
import { childTold, spanOf } from './telling.ts'

const personId = 'leo'
const leo = (more: Partial<InNeed> = {}): InNeed => ({
  personId, assessments: [], plans: [], conferences: [], enquiries: [], beside: [],
  referrals: [{ personId, id: 'r1', receivedOn: plain('2025-05-01'), source: 'school', need: 'abuseOrNeglect', noFurtherAction: false, closedOn: null, closeReason: null, byContact: true }],
  known: [['bornOn', '2018-10-05'], ['sex', 'male'], ['ethnicity', 'whiteBritish'], ['upn', 'J201200000001'], ['disability', 'none']].map(([kind = '', value = '']) => ({ personId, kind, value })),
  ...more,
})
/** A referral that became an enquiry, a conference, a plan with a review, and an end with a child in need plan after it. */
const protectedLeo = (more: Partial<InNeed> = {}): InNeed => leo({
  assessments: [{ personId, id: 'a1', referralId: 'r1', startedOn: plain('2025-05-02'), authorisedOn: plain('2025-06-20'), factors: ['neglect', 'alcoholParent'] }],
  enquiries: [{ personId, id: 'e1', on: plain('2025-05-06'), outcome: 'conference', finished: true }],
  conferences: [{ personId, kind: 'initialConference', on: plain('2025-05-22'), enquiryId: 'e1' }, { personId, kind: 'reviewConference', on: plain('2025-08-14'), enquiryId: null }],
  plans: [
    { personId, kind: 'protectionPlan', startedOn: plain('2023-01-10'), endedOn: plain('2023-09-01'), firstCategory: 'emotional', category: 'emotional' },
    { personId, kind: 'protectionPlan', startedOn: plain('2025-05-22'), endedOn: plain('2026-02-10'), firstCategory: 'neglect', category: 'multiple' },
    { personId, kind: 'childInNeedPlan', startedOn: plain('2026-02-10'), endedOn: null, firstCategory: null, category: null },
  ],
  ...more,
})
const span = spanOf(2026, plain('2026-11-22'))
const fileOf = (children: readonly InNeed[], of = span) => censusFile(of.year, '201', children.flatMap((child, at) => { const told = childTold(child, of, `C${at}`); return told ? [{ personId: child.personId, number: `C${at}`, rows: { Child: told } }] : [] }))
const detailsOf = (child: InNeed, of = span) => /<CINdetails>.*<\/CINdetails>/.exec(fileOf([child], of))?.[0]
const rulesBroken = (child: InNeed, of = span) => { const told = childTold(child, of, 'C1'); return told ? checkCin(of.year, '201', [{ personId, number: 'C1', rows: { Child: told } }], of.until).filter((one) => one.personId !== '').map(({ rule }) => rule) : [] }

describe('A child in need, as the census tells of them', () => {
  it('has a case with its assessment, enquiry, conference, plans and reviews, each once, in the order of the census', () => {
    expect(detailsOf(protectedLeo())).toBe('<CINdetails><CINreferralDate>2025-05-01</CINreferralDate><ReferralSource>2A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>'
      + '<Assessments><AssessmentActualStartDate>2025-05-02</AssessmentActualStartDate><AssessmentAuthorisationDate>2025-06-20</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>16A</AssessmentFactors><AssessmentFactors>1B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>'
      + '<CINPlanDates><CINPlanStartDate>2026-02-10</CINPlanStartDate></CINPlanDates>'
      + '<Section47><S47ActualStartDate>2025-05-06</S47ActualStartDate><InitialCPCtarget>2025-05-28</InitialCPCtarget><DateOfInitialCPC>2025-05-22</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>'
      + '<ReferralNFA>0</ReferralNFA>'
      + '<ChildProtectionPlans><CPPstartDate>2025-05-22</CPPstartDate><CPPendDate>2026-02-10</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>MUL</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-08-14</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails>')
    expect(rulesBroken(protectedLeo())).toEqual([])
  })

  it.each([2023, 2024, 2025, 2026])('is valid by the structure of %i, sex by the words of its year', (year) => {
    const moved = (child: InNeed): InNeed => JSON.parse(JSON.stringify(child).replaceAll(/20(2[0-6])-(\d\d)-(\d\d)/g, (_, two: string, month: string, day: string) => `20${Number(two) - (2026 - year)}-${month}-${day}`))
    const of = spanOf(year, plain('2026-11-22'))
    const unborn = moved(leo({ known: [{ personId, kind: 'dueOn', value: '2026-04-20' }], referrals: [{ ...leo().referrals[0]!, receivedOn: plain('2026-01-10') }] }))
    const xml = fileOf([moved(protectedLeo()), unborn], of)
    expect(faultsOf(xml, year)).toEqual([])
    expect(xml).toContain(year >= 2025 ? '<Sex>M</Sex>' : '<GenderCurrent>1</GenderCurrent>')
    expect(xml).toContain('<ExpectedPersonBirthDate>')
    // a moved day may be a Sunday
    expect([moved(protectedLeo()), unborn].flatMap((child) => rulesBroken(child, of)).filter((rule) => rule !== '8875')).toEqual([])
  })

  it('is told as its year ended: what came later is open still', () => {
    const before = spanOf(2026, plain('2026-11-22'), plain('2025-06-01'))
    expect(detailsOf(protectedLeo(), before)).not.toMatch(/Authorisation|AssessmentFactors|CPPendDate|CPPreviewDate/)
    expect(detailsOf(leo({ referrals: [{ ...leo().referrals[0]!, closedOn: plain('2026-04-02'), closeReason: 'noLongerInNeed' }] }))).not.toContain('CINclosureDate')
    expect(detailsOf(leo({ referrals: [{ ...leo().referrals[0]!, closedOn: plain('2026-03-31'), closeReason: 'noLongerInNeed' }] }))).toContain('<CINclosureDate>2026-03-31</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>')
  })

  it('who was taken off a referral because the contact was decided again was not referred', () => {
    expect(childTold(leo({ referrals: [{ ...leo().referrals[0]!, closedOn: plain('2025-05-01'), closeReason: 'The school meant his cousin.' }] }), span, 'C1')).toBeUndefined()
  })

  it.each<[string, Partial<InNeed>, string[]]>([
    ['has a plan and no referral', { referrals: [], plans: protectedLeo().plans }, ['8600', '8866']],
    ['has no main reason, no source, no sex and no disability recorded', { referrals: [{ ...leo().referrals[0]!, need: null, source: null }], known: leo().known.filter(({ kind }) => kind !== 'disability') }, ['8540', '8610', '8866']],
    ['was closed with an assessment running', { assessments: [{ ...protectedLeo().assessments[0]!, authorisedOn: null }], referrals: [{ ...leo().referrals[0]!, closedOn: plain('2025-07-01'), closeReason: 'noLongerInNeed' }] }, ['8867']],
  ])('is not made to look whole: who %s is found by a rule', (_, more, rules) => expect(rulesBroken(leo(more))).toEqual(expect.arrayContaining(rules)))

  it('is judged in a year that goes on as it stands on its day: what is in time is not late, and what is late is found before the year ends', () => {
    const begun = leo({ assessments: [{ personId, id: 'a1', referralId: 'r1', startedOn: plain('2025-05-02'), authorisedOn: null, factors: [] }], enquiries: [{ personId, id: 'e1', on: plain('2025-05-06'), outcome: null, finished: false }] })
    const on = (day: string) => rulesBroken(begun, spanOf(2026, plain(day)))
    expect([on('2025-05-20'), on('2025-06-02'), on('2025-07-10')]).toEqual([[], ['8675Q'], ['8670Q', '8675Q']])
  })

  it('differs from an earlier telling in the elements that differ, never in a value', () => {
    const [then, now] = [leo(), protectedLeo()].map((child) => childTold(child, span, 'C1')!)
    expect(differencesIn(then!, then!)).toEqual([])
    expect(differencesIn(then!, now!).slice(0, 4)).toEqual(['Assessments: 0, now 1', 'CINPlanDates: 0, now 1', 'Section47: 0, now 1', 'ChildProtectionPlans: 0, now 1'])
    expect(JSON.stringify(differencesIn(then!, now!))).not.toMatch(/2025|NEG/)
  })
})
