import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateById, evaluateEach, everyRun, soonerOf } from '../../src/engine/timescales/evaluate.ts'
import type { Happening } from '../../src/engine/timescales/model.ts'
import { addMonths, moment, plain } from '../../src/kernel/dates.ts'
import { areShortBreaks, lookedAfterFrom, shortBreakDays } from '../../src/record/care/reckoning/limits.ts'
import { eligibleOn } from '../../src/record/care/reckoning/leaving.ts'
import { visitDuty } from '../../src/practice/care/standing.ts'
import { duties } from './all.ts'
import { notClocks } from './notClocks.ts'

const one = (event: string, on: string, ...people: string[]): Happening => ({ event, on: plain(on), ...(people.length > 0 ? { people } : {}) })
const stands = (id: string, history: readonly Happening[], today: string) => { const clock = evaluateById(duties, id, history, { today: plain(today) }); return `${clock?.state} ${clock?.dueOn ?? ''}`.trim() }
const called = (id: string) => { const duty = duties.find((each) => each.id === id); if (!duty) throw new Error(`There is no duty ${id}.`); return duty }

describe('months of the calendar end where the month does', () => {
  it.each([
    ['30 November and three months', '2024-11-30', 3, '2025-02-28'], ['in a leap year', '2023-11-30', 3, '2024-02-29'], ['31 August and six months', '2025-08-31', 6, '2026-02-28'], ['29 February and twelve months', '2024-02-29', 12, '2025-02-28'],
  ])('%s', (_, from, months, to) => expect(addMonths(plain(from), months)).toBe(to))
  it.each([
    ['a review six months after 31 August, a Saturday: it does not roll', 'lookedAfterReview.later', [one('lookedAfterReview.held', '2025-08-31')], '2026-01-01', 'running 2026-02-28'],
    ['the plan’s next review six months after 29 February', 'pathwayPlan.reviewed', [one('pathwayPlan.made', '2024-02-29')], '2024-03-01', 'running 2024-08-29'],
    ['a foster carer approved on 29 February', 'fosterCarerReview.first', [one('fosterCarer.approved', '2024-02-29')], '2024-03-01', 'running 2025-02-28'],
  ] as const)('%s', (_, id, history, today, expected) => expect(stands(id, history, today)).toBe(expected))
})

describe('visits after the first year, and long-term fostering', () => {
  const rule = (kind: string, placedOn: string, today: string) => visitDuty(kind, 'careOrder', plain(placedOn), true, plain(today), true)
  it.each([
    ['permanence agreed in month five: six-weekly still, for the year is not over', 'fosterLongTerm', '2025-01-06', '2025-06-10', 'lookedAfterVisit.firstYear'],
    ['after twelve months: every three', 'fosterLongTerm', '2025-01-06', '2026-01-06', 'lookedAfterVisit.permanent'],
    ['the agreement is withdrawn, the placement an ordinary one again: every six weeks', 'foster', '2025-01-06', '2026-02-06', 'lookedAfterVisit.later'],
  ])('%s', (_, kind, placedOn, today, duty) => expect(rule(kind, placedOn, today)).toBe(duty))
})

describe('short breaks: seventeen days at once, seventy-five in a year', () => {
  const stay = (from: string, to: string) => ({ from: plain(from), to: plain(to) })
  const every = (days: number, count: number) => Array.from({ length: count }, (_, n) => stay(addMonths(plain('2025-01-01'), n), plain(addMonths(plain('2025-01-01'), n).replace(/-01$/, `-${String(1 + days).padStart(2, '0')}`))))
  it.each([
    ['a stay of seventeen days', [stay('2025-06-01', '2025-06-18')], '2025-07-01', 17, true],
    ['of eighteen: the full rules', [stay('2025-06-01', '2025-06-19')], '2025-07-01', 18, false],
    ['fifteen days in each of five months: seventy-five', every(15, 5), '2025-06-01', 75, true],
    ['and one day more', [...every(15, 5), stay('2025-06-01', '2025-06-02')], '2025-07-01', 76, false],
    ['what lies more than a year back does not count', [...every(15, 5), stay('2026-03-20', '2026-03-21')], '2026-03-21', 31, true],
    ['a stay that goes on counts up to today', [{ from: plain('2025-06-01'), to: null }], '2025-06-10', 10, true],
  ])('%s', (_, breaks, today, days, short) => expect([shortBreakDays(breaks, plain(today)), areShortBreaks(breaks, plain(today))]).toEqual([days, short]))
  it('a year’s total is no span from one day, and named as such', () => expect(notClocks['short-break-limit-year']).toContain('twelve months'))
  it('the break’s visit is due three months from its beginning, and ends with the series', () => {
    expect(stands('shortBreakVisit.first', [one('shortBreaks.began', '2025-06-02')], '2025-06-03')).toMatch(/^running 2025-/)
    expect(stands('shortBreakVisit.first', [one('shortBreaks.began', '2025-06-02'), one('care.ended', '2025-06-20')], '2025-07-01')).toMatch(/^stopped/)
  })
})

describe('by agreement a child is looked after once 24 hours have passed', () => {
  it.each([
    ['from Tuesday night to Wednesday night', '2026-03-03T02:40:00Z', '2026-03-04T02:40:00.000Z'],
    ['hours of the clock also when it goes forward', '2026-03-28T22:00:00Z', '2026-03-29T22:00:00.000Z'],
  ])('%s', (_, from, until) => expect(lookedAfterFrom(moment(from))).toBe(until))
})

describe('age', () => {
  it.each([
    ['the fifth birthday lies between two assessments: after it, twelve months', 'healthAssessment.fiveAndOver', '2025-03-01', 'running 2026-03-01'],
    ['before it, six', 'healthAssessment.underFive', '2025-03-01', 'running 2025-09-01'],
  ])('%s', (_, id, held, expected) => expect(stands(id, [one('healthAssessment.held', held)], '2025-03-02')).toBe(expected))
  const stay = (from: string, to: string | null, shortBreaks = false) => ({ from: plain(from), to: to === null ? null : plain(to), shortBreaks })
  const born = plain('2009-06-01')
  it.each([
    ['sixteen at twelve weeks and six days: eligible the day after', [stay('2025-03-03', null)], '2025-06-02', '2025-06-02'],
    ['not on the birthday itself', [stay('2025-03-03', null)], '2025-06-01', undefined],
    ['several stays that add to thirteen weeks', [stay('2024-01-01', '2024-02-26'), stay('2025-05-01', null)], '2025-07-01', '2025-06-05'],
    ['what lies before fourteen does not count', [stay('2023-01-01', '2023-06-01'), stay('2025-05-25', null)], '2025-06-30', undefined],
    ['a child on short breaks is not eligible', [stay('2024-01-01', null, true)], '2025-08-01', undefined],
  ] as const)('%s', (_, stays, today, expected) => expect(eligibleOn(born, stays, plain(today))).toBe(expected))
})

describe('a plan made before the birth', () => {
  const made = one('initialConference.planMade', '2025-06-02')
  const tees = (history: readonly Happening[], today = '2025-10-01') => soonerOf(called('reviewConference.afterBirthTees'), duties, history, { today: plain(today) }).dueOn
  it.each([
    ['born late: the conference’s three months come first', [made, one('child.born', '2025-09-10')], '2025-09-02'],
    ['born early: ten working days from the birth', [made, one('child.born', '2025-06-09')], '2025-06-23'],
    ['stillborn: what ran has stopped', [made, one('person.died', '2025-06-20')], '2025-09-02'],
  ])('Tees: %s', (_, history, due) => expect(tees(history)).toBe(due))
  it('stillborn: the review is neither met nor missed', () => expect(stands('reviewConference.afterConferenceTees', [made, one('person.died', '2025-06-20')], '2025-10-01')).toBe('stopped 2025-09-02'))
  it('London: ten days from the birth, twenty where the mother is unwell', () => {
    expect(stands('reviewConference.afterBirthLondon', [one('child.born', '2025-06-09')], '2025-06-10')).toBe('running 2025-06-19')
    expect(stands('reviewConference.afterBirthLondon', [one('child.born', '2025-06-09'), one('mother.unwell', '2025-06-12')], '2025-06-13')).toBe('running 2025-06-29')
  })
  it('twins: a clock each, one review closes both', () => {
    const both = evaluateEach(called('reviewConference.afterBirthTees'), [one('child.born', '2025-06-09', 'ada'), one('child.born', '2025-06-10', 'ben'), one('reviewConference.held', '2025-06-20', 'ada', 'ben')], ['ada', 'ben'], { today: plain('2025-07-01') })
    expect([...both].map(([who, clock]) => `${who} ${clock.state} ${clock.dueOn}`)).toEqual(['ada met 2025-06-23', 'ben met 2025-06-24'])
  })
  it.each([
    ['no plan before 24 weeks', 'preBirthPlan.earliest', [one('pregnancy.began', '2025-01-06')], '2025-06-01', 'running 2025-06-23'],
    ['the expected day is corrected: counted anew', 'preBirthPlan.earliest', [one('pregnancy.began', '2025-01-06'), one('pregnancy.began', '2025-01-20')], '2025-06-25', 'running 2025-07-07'],
    ['a plan at twenty weeks was too early', 'preBirthPlan.earliest', [one('pregnancy.began', '2025-01-06'), one('initialConference.planMade', '2025-05-26')], '2025-06-30', 'tooEarly 2025-06-23'],
    ['from 24 weeks on it may be', 'preBirthPlan.earliest', [one('pregnancy.began', '2025-01-06')], '2025-06-23', 'mayNow 2025-06-23'],
  ] as const)('%s', (_, id, history, today, expected) => expect(stands(id, history, today)).toBe(expected))
})

describe('a child who comes with a plan from another council', () => {
  const told = one('transfer.notified', '2025-10-06')
  it.each([
    ['fifteen working days from the written notice', [told], '2025-10-07', 'running 2025-10-27'],
    ['a stay for two weeks with no notice begins nothing', [one('transfer.temporaryStay', '2025-10-06')], '2025-10-20', 'notStarted'],
    ['the old council’s review before the conference ends nothing: it is still theirs', [told, one('reviewConference.held', '2025-10-15')], '2025-10-20', 'running 2025-10-27'],
    ['held in time', [told, one('transferConference.held', '2025-10-24')], '2025-11-20', 'met 2025-10-27'],
    ['moved on before it: neither met nor missed', [told, one('person.movedToAnotherAuthority', '2025-10-15')], '2025-11-20', 'stopped 2025-10-27'],
  ] as const)('%s', (_, history, today, expected) => expect(stands('transferConference.held', history, today)).toBe(expected))
})

describe('brothers and sisters', () => {
  it('a newborn who joins a plan has clocks of their own', () => {
    const visits = evaluateEach(called('childProtectionVisit.made'), [one('protectionPlan.started', '2025-06-02', 'ada'), one('protectionPlan.started', '2025-08-04', 'baby'), one('child.seen', '2025-08-01', 'ada')], ['ada', 'baby'], { today: plain('2025-08-05') })
    expect([...visits].map(([who, clock]) => `${who} ${clock.dueOn}`)).toEqual(['ada 2025-08-15', 'baby 2025-08-18'])
  })
  it('one officer for brothers and sisters, another for a mother who is looked after herself', () => {
    const named = evaluateEach(called('reviewingOfficer.appointed'), [one('care.started', '2025-06-02', 'ada', 'ben', 'mother'), one('reviewingOfficer.appointed', '2025-06-04', 'ada', 'ben')], ['ada', 'ben', 'mother'], { today: plain('2025-06-05') })
    expect([...named].map(([who, clock]) => `${who} ${clock.state}`)).toEqual(['ada met', 'ben met', 'mother dueSoon'])
  })
  it('one serious incident about three children is one clock', () => expect(everyRun(called('seriousIncident.notified'), [one('seriousIncident.known', '2025-06-02', 'ada', 'ben', 'leo')], { today: plain('2025-06-03') }).map((clock) => clock.dueOn)).toEqual(['2025-06-09']))
})

describe('where no number exists, nothing is a breach', () => {
  it('a Care Act assessment has no clock, and says against what it is measured', () => {
    expect(notClocks['care-act-assessment']).toContain('the day that the person was given')
    expect(duties.filter((duty) => /care act assessment/i.test(duty.duty))).toEqual([])
  })
})

/** The groups of tables that were asked of the clocks, by our names for them, and where each stands: the file, and the words of a table or test in it. */
const groups: readonly (readonly [group: string, file: string, title: string])[] = [
  ['1 the conference across holidays, one proclaimed later', 'clocks.test.ts', 'is a day later by a holiday proclaimed after it began'],
  ['2 an event at the weekend or at midnight', 'clocks.test.ts', 'a minute before midnight on Friday: Monday'],
  ['3 a second strategy discussion', 'clocks.test.ts', 'a second discussion begins nothing anew'],
  ['4 a conference on a Saturday', '../../src/record/meetings/rules.test.ts', 'a conference on a Saturday is refused: the census takes none'],
  ['5 45 working days, re-referral', 'clocks.test.ts', 'a second referral meanwhile begins nothing'],
  ['6 months', 'groups.test.ts', 'months of the calendar end where the month does'],
  ['7 hours across changes of the clock', 'clocks.test.ts', 'hours are hours of the clock'],
  ['8 the first day counts', 'clocks.test.ts', 'twenty-one days from and with 1 March end on 21 March'],
  ['9 a move of placement', 'clocks.test.ts', 'a move to another placement'],
  ['10 home and back', 'clocks.test.ts', 'home for three days and back: a new period with its own twenty days'],
  ['11 a connected carer whose review is late', '../../src/practice/care/standing.test.ts', 'the first review held late on day 30: weekly until it is held'],
  ['12 an interim order that becomes a full one at home', 'clocks.test.ts', 'a full care order at home asks for a visit a week from the order'],
  ['13 permanence agreed, and withdrawn', 'groups.test.ts', 'visits after the first year, and long-term fostering'],
  ['14 an early review, one called off', 'clocks.test.ts', 'a review that was called off is none'],
  ['15 short breaks', 'groups.test.ts', 'short breaks: seventeen days at once, seventy-five in a year'],
  ['16 24 hours under section 20', 'groups.test.ts', 'by agreement a child is looked after once 24 hours have passed'],
  ['17 age', 'groups.test.ts', "describe('age'"],
  ['18 plans before the birth', 'groups.test.ts', 'a plan made before the birth'],
  ['19 transfer in', 'groups.test.ts', 'a child who comes with a plan from another council'],
  ['20 children who came alone', 'clocks.test.ts', 'a child in a hotel before the protocol of 24 August 2022'],
  ['21 brothers and sisters', 'groups.test.ts', "describe('brothers and sisters'"],
  ['22 the law of the day', 'clocks.test.ts', 'the law of the day on which it began'],
  ['23 adoption', 'clocks.test.ts', 'a child who comes back in the third week ends that'],
  ['24 counted back', 'clocks.test.ts', 'moves it when the conference moves'],
  ['25 pauses and extensions', 'clocks.test.ts', '65 days from the beginning, not 25 and 65'],
  ['26 missing twice', 'clocks.test.ts', 'whose child went missing twice has two clocks'],
  ['27 closing', 'clocks.test.ts', 'a clock that is closed is neither met nor missed'],
  ['28 no number', 'groups.test.ts', 'where no number exists, nothing is a breach'],
]
describe('every group of tables that was asked of the clocks', () => {
  it('is one of twenty-eight', () => expect(groups.map(([group]) => parseInt(group, 10))).toEqual(Array.from({ length: 28 }, (_, n) => n + 1)))
  it.each(groups)('%s', (_, file, title) => {
    const told = readFileSync(join(import.meta.dirname, file), 'utf8')
    // Its words stand in a table, not only in this list.
    expect(told.split(title).length - 1).toBeGreaterThan(file === 'groups.test.ts' ? 1 : 0)
  })
})
