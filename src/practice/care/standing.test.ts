import { describe, expect, it } from 'vitest'
import { duties } from '../../../content/timescales/all.ts'
import { plain, type PlainDate } from '../../kernel/dates.ts'
import type { CareFact, Period, Placement } from '../../record/care/model.ts'
import type { LegalStatus } from '../../record/people/legal/model.ts'
import { runsFor } from '../../record/work/standing/rules.ts'
import { careDuties, happeningsOf, standsFor } from './standing.ts'

const day = plain
const period = (from: string, to: string | null = null, endReason: string | null = null): Period => ({ id: from, periodId: from, personId: 'c', admissionId: from, from: day(from), beganAt: null, to: to === null ? null : day(to), planned: true, need: 'abuseOrNeglect', why: null, apartWhy: null, endReason, endWords: null, homePostcode: null, recordedAt: '' })
const lives = (kind: string, from: string, to: string | null = null): Placement => ({ id: from, placementId: from, personId: 'c', kind, provider: 'ownCouncil', placeName: kind, householdId: null, urn: null, postcode: null, hidden: false, changeReason: null, from: day(from), to: to === null ? null : day(to), recordedAt: '' })
const order = (code: string, from: string, to: string | null = null): LegalStatus => ({ id: from, orderId: from, personId: 'c', kind: 'lookedAfter', code, court: null, caseNumber: null, details: null, expiresOn: null, from: day(from), to: to === null ? null : day(to), recordedAt: '' })
const fact = (kind: string, on: string, answers: Record<string, string> = {}, to: string | null = null): CareFact => ({ id: `${kind}${on}`, factId: `${kind}${on}`, personId: 'c', kind, on: day(on), to: to === null ? null : day(to), answers, words: null, recordedAt: '' })
type Care = Readonly<{ periods: Period[]; placements: Placement[]; statuses: LegalStatus[]; facts: CareFact[] }>
const care = (placements: Placement[], statuses: LegalStatus[], facts: CareFact[] = [], periods = [period('2026-01-05')]): Care => ({ periods, placements, statuses, facts })

/** What is due of these duties, as a worker's tray says it: the duty and the day. */
function due(of: Care, seen: readonly string[], today: string, kinds: readonly string[], bornOn: PlainDate = day('2020-05-01')): string[] {
  const visits = seen.map(day)
  const history = [...happeningsOf('c', of, bornOn, day(today), visits), ...visits.map((on) => ({ event: 'child.visited', on, people: ['c'] }))]
  return standsFor(of, bornOn, visits, day(today)).filter((one) => kinds.some((kind) => one.duty.startsWith(kind))).flatMap((one) => {
    const run = runsFor(duties, one.duty, history, 'c', day(today)).find((clock) => clock.endedOn === undefined && clock.startedOn && clock.dueOn)
    return run ? [`${one.duty} ${run.dueOn}`] : [`${one.duty} does not run`]
  })
}
const visit = ['connectedPersonVisit', 'adoptionVisit', 'lookedAfterVisit', 'temporaryApproval']
const s20 = [order('accommodated', '2026-01-05')]
const aunt = [lives('fosterRelative', '2026-01-05')]
const placed = [lives('foster', '2026-01-05', '2026-06-01'), lives('adoptionOrder', '2026-06-01')]
const authority = [order('interimCareOrder', '2026-01-05', '2026-03-02'), order('placementOrder', '2026-03-02')]

describe('a relative who is approved for a time (regulation 24)', () => {
  it.each([
    ['is visited each week until the first review', care(aunt, s20, [fact('temporaryApproval', '2026-01-05')]), ['2026-01-08'], '2026-01-10', ['temporaryApproval.lasts 2026-04-27', 'connectedPersonVisit.weekly 2026-01-15']],
    ['the first review held late on day 30: weekly until it is held', care(aunt, s20, [fact('temporaryApproval', '2026-01-05')]), ['2026-01-08', '2026-01-14', '2026-01-20', '2026-01-27'], '2026-02-03', ['temporaryApproval.lasts 2026-04-27', 'connectedPersonVisit.weekly 2026-02-03']],
    ['then every four weeks', care(aunt, s20, [fact('temporaryApproval', '2026-01-05'), fact('review', '2026-02-04')]), ['2026-02-02'], '2026-02-10', ['temporaryApproval.lasts 2026-04-27', 'connectedPersonVisit.later 2026-03-04']],
    ['the approval extended: sixteen weeks and eight', care(aunt, s20, [fact('temporaryApproval', '2026-01-05', { extendedOn: '2026-04-20' }), fact('review', '2026-02-04')]), ['2026-04-15'], '2026-04-21', ['temporaryApproval.lasts 2026-06-22', 'connectedPersonVisit.later 2026-05-13']],
    ['approved as a foster carer: the rule of foster carers from then on', care(aunt, s20, [fact('temporaryApproval', '2026-01-05', {}, '2026-04-01'), fact('review', '2026-02-04')]), ['2026-03-30'], '2026-04-02', ['lookedAfterVisit.firstYear 2026-05-11']],
    ['never temporary: the rule of foster carers', care(aunt, s20), ['2026-01-08'], '2026-01-10', ['lookedAfterVisit.firstYear 2026-02-19']],
  ] as const)('%s', (_, of, seen, today, expected) => expect(due(of, seen, today, visit)).toEqual(expected))
})

describe('on the way to adoption (Adoption Agencies Regulations, regulation 36)', () => {
  it.each([
    ['a placement order: reviewed within three months', care([lives('foster', '2026-01-05')], authority), [], '2026-03-10', ['adoptionReview.authorisedFirst 2026-06-02']],
    ['reviewed, still not placed: again within six', care([lives('foster', '2026-01-05')], authority, [fact('review', '2026-05-20')]), [], '2026-05-21', ['adoptionReview.authorisedLater 2026-11-20']],
    ['a review before the order does not count', care([lives('foster', '2026-01-05')], authority, [fact('review', '2026-01-30')]), [], '2026-03-10', ['adoptionReview.authorisedFirst 2026-06-02']],
    ['placed: reviewed within four weeks, visited within one', care(placed, authority, [fact('review', '2026-05-20')]), [], '2026-06-02', ['adoptionReview.placedFirst 2026-06-29', 'adoptionVisit.first 2026-06-08']],
    ['visited once: again each week until the first review', care(placed, authority), ['2026-06-05'], '2026-06-07', ['adoptionReview.placedFirst 2026-06-29', 'adoptionVisit.weekly 2026-06-12']],
    ['the first review held: the second within three months, and no visits each week', care(placed, authority, [fact('review', '2026-06-25')]), ['2026-06-22'], '2026-06-26', ['adoptionReview.placedSecond 2026-09-25']],
    ['the second held: every six months', care(placed, authority, [fact('review', '2026-06-25'), fact('review', '2026-09-20')]), ['2026-09-22'], '2026-09-23', ['adoptionReview.placedLater 2027-03-20']],
    ['returned in week three: the clock of the authority goes on', care([...placed.slice(0, 1), lives('adoptionOrder', '2026-06-01', '2026-06-20'), lives('foster', '2026-06-20')], authority), [], '2026-06-22', ['adoptionReview.authorisedFirst 2026-09-20']],
    ['adopted: all of it stops', care([lives('foster', '2026-01-05', '2026-06-01'), lives('adoptionOrder', '2026-06-01', '2026-09-01')], [order('placementOrder', '2026-03-02', '2026-09-01')], [], [period('2026-01-05', '2026-09-01', 'adoptedDispensed')]), [], '2026-09-02', []],
  ] as const)('%s', (_, of, seen, today, expected) => expect(due(of, seen, today, ['adoptionReview', 'adoptionVisit'])).toEqual(expected))
})

describe('a care leaver', () => {
  const born = day('2009-06-01')
  const grown = (facts: CareFact[], to: string | null = '2027-06-01') => care([lives('fosterLongTerm', '2020-01-01', to)], [order('careOrder', '2020-01-01', to)], facts, [period('2020-01-01', to, to ? 'independentSupported' : null)])
  it.each([
    ['sixteen today: the assessment within three months', grown([], null), [], '2025-06-01', ['pathwayAssessment.completed 2025-09-01']],
    ['left at seventeen without a plan: three months from that day', grown([fact('pathwayAssessment', '2025-08-01')], '2026-09-10'), [], '2026-09-11', ['pathwayAssessment.relevant 2026-12-10']],
    ['a pathway plan: looked at again within six months', grown([fact('pathwayAssessment', '2025-08-01'), fact('pathwayPlan', '2025-09-01')], null), [], '2025-09-02', ['pathwayPlan.reviewed 2026-03-01']],
    ['nineteen, in a flat that we provide: seen within seven days', grown([fact('pathwayPlan', '2028-03-01'), fact('leaverHome', '2028-07-01', { provided: 'yes' })]), [], '2028-07-02', ['pathwayPlan.reviewed 2028-09-01', 'adviserVisit.first 2028-07-08']],
    ['seen there: again within two months', grown([fact('pathwayPlan', '2028-03-01'), fact('leaverHome', '2028-07-01', { provided: 'yes' })]), ['2028-07-05'], '2028-07-06', ['pathwayPlan.reviewed 2028-09-01', 'adviserVisit.later 2028-09-05']],
    ['in a home of their own: no visits are asked', grown([fact('pathwayPlan', '2028-03-01'), fact('leaverHome', '2028-07-01', { provided: 'no' })]), [], '2028-07-02', ['pathwayPlan.reviewed 2028-09-01']],
    ['twenty-five: nothing any more', grown([fact('pathwayPlan', '2034-03-01'), fact('leaverHome', '2028-07-01', { provided: 'yes' })]), [], '2034-06-01', []],
  ] as const)('%s', (_, of, seen, today, expected) => expect(due(of, seen, today, ['pathway', 'adviserVisit'], born)).toEqual(expected))
})

it('Every duty that stands is one that is known to come and go', () => {
  const all = [care(placed, authority), care(aunt, s20, [fact('temporaryApproval', '2026-01-05')])].flatMap((one) => standsFor(one, day('2020-05-01'), [], day('2026-06-02')))
  for (const one of all) expect(careDuties).toContain(one.duty)
})

it('a child who came into care before the third birthday owes no education plan until then, and has ten working days from it', () => {
  const young = care([lives('foster', '2026-01-05')], s20)
  const plan = (today: string, bornOn: string) => due(young, [], today, ['personalEducationPlan'], day(bornOn))
  expect([plan('2026-05-03', '2023-05-04'), plan('2026-05-05', '2023-05-04'), plan('2026-05-05', '2020-05-01')]).toEqual([[], ['personalEducationPlan.initiated 2026-05-18'], ['personalEducationPlan.initiated 2026-01-19']])
})
