import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesOf, staysOpen } from './changes.ts'
import type { Standing, TakeChild } from './entryModel.ts'

const nothing: Standing = { origin: null, kind: null, facts: [], identifiers: [], referrals: [], assessments: [], factors: [], openWork: [] }
const child = (entry: Partial<TakeChild>): TakeChild => ({
  importId: 'i', child: 1, line: 9, authority: '975', year: 2022, personId: 'p', taskId: 't', unborn: false,
  identifiers: [], facts: [], referrals: [], keptAside: [], findings: [], ...entry,
})
type Fact = TakeChild['facts'][number]
const fact = (kind: Fact['kind'], value: string): Fact => ({ kind, value, path: `Child/${kind}` })
type Referral = TakeChild['referrals'][number]
const referral = (more: Partial<Referral>): Referral => ({
  id: 'r', receivedOn: '2021-10-06', sourceCode: 'school', primaryNeed: 'acuteStress', noFurtherAction: false, closedOn: null, closeReason: null, line: 12, closureLine: 14, assessments: [], ...more,
})

/** What the record holds after the changes: the model that the tables follow. */
let made = 0
function after(entry: TakeChild, standing: Standing): Standing {
  const { facts, identifiers, referrals } = changesOf(entry, standing)
  const renewed = (held: Standing['facts'], { add, supersede }: typeof facts): Standing['facts'] => [
    ...held.map((one) => (supersede.includes(one.id) ? { ...one, current: false } : one)),
    ...add.map(({ kind, value }) => ({ id: `n${++made}`, kind, value, mine: true, current: true })),
  ]
  return {
    ...standing,
    origin: { year: Math.max(entry.year, standing.origin?.year ?? 0) },
    kind: entry.unborn && standing.kind !== 'person' ? 'unborn' : 'person',
    facts: renewed(standing.facts, facts),
    identifiers: renewed(standing.identifiers, identifiers),
    referrals: [
      ...standing.referrals.map((held) => {
        const closed = referrals.close.find(({ id }) => id === held.id)
        const renewedBy = referrals.renew.find(({ id }) => id === held.id)
        return { ...held, closed_on: closed?.closedOn ?? held.closed_on, primary_need: renewedBy ? renewedBy.primaryNeed : held.primary_need, no_further_action: renewedBy?.noFurtherAction ?? held.no_further_action, version: held.version + (closed || renewedBy ? 1 : 0) }
      }),
      ...referrals.add.map((one) => ({ id: one.id, primary_need: one.primaryNeed, no_further_action: one.noFurtherAction, closed_on: one.closedOn, version: 1 })),
    ],
    assessments: [
      ...standing.assessments.map((held) => {
        const authorised = referrals.authorise.find(({ id }) => id === held.id)
        return authorised ? { ...held, authorised_on: authorised.authorisedOn, state: 'authorised', version: held.version + 1 } : held
      }),
      ...referrals.addAssessments.map(({ assessment }) => ({ id: assessment.id, authorised_on: assessment.authorisedOn, state: assessment.authorisedOn ? 'authorised' : 'open', version: 1, begun: false })),
    ],
    factors: [...standing.factors, ...referrals.factors.map(({ assessmentId, factor }) => ({ assessment_id: assessmentId, factor }))],
  }
}
const isNothing = ({ facts, identifiers, referrals }: ReturnType<typeof changesOf>): boolean =>
  [facts.add, facts.supersede, identifiers.add, identifiers.supersede, referrals.add, referrals.close, referrals.renew, referrals.addAssessments, referrals.authorise, referrals.factors].every((list) => list.length === 0)

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2021-10-${String(of).padStart(2, '0')}`)
const someFacts = fc.uniqueArray(fc.oneof(
  fc.record({ kind: fc.constantFrom('bornOn', 'diedOn') as fc.Arbitrary<'bornOn' | 'diedOn'>, value: day }),
  fc.record({ kind: fc.constant('sex' as const), value: fc.constantFrom('male', 'female', 'notStated') }),
), { selector: ({ kind }) => kind }).chain((single) => fc.uniqueArray(fc.constantFrom('mobility', 'sight', 'hearing'), { maxLength: 3 })
  .map((several) => [...single.map(({ kind, value }) => fact(kind, value)), ...several.map((value) => fact('disability', value))]))
const someReferrals = fc.uniqueArray(fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3'), closedOn: fc.option(day), primaryNeed: fc.option(fc.constantFrom('acuteStress', 'behaviour')), noFurtherAction: fc.boolean(),
  assessments: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b'), authorisedOn: fc.option(day), factors: fc.uniqueArray(fc.constantFrom('neglect', 'missing')) }), { selector: ({ id }) => id }),
}), { selector: ({ id }) => id }).map((several) => several.map((one) => referral({
  ...one, assessments: one.assessments.map((assessment) => ({ ...assessment, id: one.id + assessment.id, workId: 'w', startedOn: '2021-10-01', line: 20 })),
})))
const someChild = fc.record({ year: fc.integer({ min: 2019, max: 2025 }), facts: someFacts, referrals: someReferrals }).map(child)

describe('taking files of one child, in any order', () => {
  it('the same file twice always changes nothing the second time', () => {
    fc.assert(fc.property(fc.array(someChild, { maxLength: 4 }), someChild, (before, entry) => {
      const standing = [...before, entry].reduce((held, one) => after(one, held), nothing)
      expect(isNothing(changesOf(entry, standing))).toBe(true)
    }))
  })

  it('never touches what a person has recorded', () => {
    fc.assert(fc.property(someFacts, someChild, (recorded, entry) => {
      const theirs = recorded.map(({ kind, value }, at) => ({ id: `w${at}`, kind, value, mine: false, current: true }))
      const standing = { ...nothing, origin: { year: 2018 }, kind: 'person' as const, facts: theirs }
      expect(after(entry, standing).facts.filter(({ id }) => id.startsWith('w'))).toEqual(theirs)
    }))
  })

  it('never leaves two present values where there is one', () => {
    fc.assert(fc.property(fc.array(someChild, { maxLength: 5 }), (entries) => {
      const { facts } = entries.reduce((held, one) => after(one, held), nothing)
      for (const kind of ['bornOn', 'diedOn', 'sex']) expect(facts.filter((one) => one.kind === kind && one.current).length, kind).toBeLessThanOrEqual(1)
    }))
  })
})

describe('what a later file may change', () => {
  const held = after(child({ facts: [fact('bornOn', '2015-03-27'), fact('disability', 'mobility')], referrals: [referral({})] }), nothing)
  it('a newer census: a value, a list, a closure', () => {
    const { facts, referrals } = changesOf(child({ year: 2023, facts: [fact('bornOn', '2015-03-28'), fact('disability', 'sight')], referrals: [referral({ closedOn: '2022-01-05', closeReason: 'died' })] }), held)
    expect(facts.add.map(({ value }) => value)).toEqual(['2015-03-28', 'sight'])
    expect(facts.supersede).toHaveLength(2)
    expect(referrals.close.map(({ closedOn }) => closedOn)).toEqual(['2022-01-05'])
  })
  it('an older one: only what was not known', () => {
    const changes = changesOf(child({ year: 2021, facts: [fact('bornOn', '2015-03-28'), fact('sex', 'male')], referrals: [referral({ closedOn: '2022-01-05' })] }), held)
    expect(changes.facts).toMatchObject({ add: [{ kind: 'sex' }], supersede: [] })
    expect(changes.referrals.close).toEqual([])
    expect(changes.contested.map(({ path }) => path)).toEqual(['Child/bornOn', 'Child/CINdetails/CINclosureDate'])
  })
  it('a closure that the record has on another day stays as it is, and is told', () => {
    const closed = after(child({ referrals: [referral({ closedOn: '2022-01-05' })] }), held)
    const changes = changesOf(child({ year: 2023, referrals: [referral({ closedOn: '2022-01-06' })] }), closed)
    expect(changes.referrals.close).toEqual([])
    expect(changes.contested).toMatchObject([{ value: '2022-01-06', line: 14 }])
  })
  it('an unborn child is born', () => {
    expect(changesOf(child({ facts: [fact('bornOn', '2022-05-03')] }), { ...nothing, origin: { year: 2022 }, kind: 'unborn' }).born).toBe(true)
  })
})

describe('a case stays open', () => {
  it.each([
    ['while a referral is neither closed nor without further action', [referral({})], true],
    ['not once it is closed', [referral({ closedOn: '2022-01-05' })], false],
    ['not when nothing more was to happen', [referral({ noFurtherAction: true })], false],
    ['while one of several is open', [referral({ closedOn: '2022-01-05' }), referral({ id: 'r2' })], true],
  ])('%s', (_, referrals, open) => expect(staysOpen(child({ referrals }))).toBe(open))
})
