import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plain, type PlainDate } from '../../kernel/dates.ts'
import { addWorkingDays, isWorkingDay } from '../../kernel/workingDays.ts'
import { evaluate, everyRun } from './evaluate.ts'
import type { Duty, Happening, Span } from './model.ts'

const dutyWithin = (within: Span, more: Partial<Duty> = {}): Duty => ({
  id: 'work.done', duty: 'Work', area: 'x', from: ['work.asked'], to: ['work.done'], manner: 'by', within,
  status: 'local', source: { title: 'For this test' }, verified: false, basis: 'remembered', pauses: [{ from: 'work.paused', to: 'work.resumed' }], ...more,
})
const day = fc.integer({ min: 0, max: 5000 }).map((n) => addDays(plain('2012-01-01'), n))
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.integer({ min: 1, max: 45 }).map((workingDays) => ({ workingDays })), fc.integer({ min: 1, max: 45 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 12 }).map((weeks) => ({ weeks })), fc.integer({ min: 1, max: 12 }).map((months) => ({ months })),
)
const asked = (on: PlainDate): Happening => ({ event: 'work.asked', on })
const done = (on: PlainDate): Happening => ({ event: 'work.done', on })

describe('a clock', () => {
  it('is never late on its due day and always late on the day after', () => fc.assert(fc.property(day, span, (from, within) => {
    const due = evaluate(dutyWithin(within), [asked(from)], { today: from }).dueOn
    if (!due) return false
    const at = (today: PlainDate) => evaluate(dutyWithin(within), [asked(from)], { today }).state
    return at(due) === 'dueToday' && at(addDays(due, 1)) === 'overdue'
  })))
  it('of working days is always due on a working day', () => fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (from, workingDays) =>
    isWorkingDay(evaluate(dutyWithin({ workingDays }), [asked(from)], { today: from }).dueOn ?? from))))
  it('always says the same as its end: met in time, met late after it', () => fc.assert(fc.property(day, span, fc.integer({ min: 0, max: 120 }), (from, within, after) => {
    const clock = evaluate(dutyWithin(within), [asked(from), done(addDays(from, after))], { today: addDays(from, 200) })
    return clock.state === (clock.dueOn && addDays(from, after) <= clock.dueOn ? 'met' : 'metLate')
  })))
  it('never knows what has not happened yet', () => fc.assert(fc.property(day, span, (from, within) =>
    evaluate(dutyWithin(within), [asked(from), done(addDays(from, 5))], { today: addDays(from, 4) }).endedOn === undefined)))
  it('is always the same whatever the order in which history is told', () => fc.assert(fc.property(day, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (from, order) => {
    const history: Happening[] = [asked(from), { event: 'work.paused', on: addDays(from, 2), reason: 'waiting' }, { event: 'work.resumed', on: addDays(from, 6) }, done(addDays(from, 9))]
    const told = order.flatMap((index) => history[index] ?? [])
    return JSON.stringify(evaluate(dutyWithin({ days: 4 }), told, { today: addDays(from, 20) })) === JSON.stringify(evaluate(dutyWithin({ days: 4 }), history, { today: addDays(from, 20) }))
  })))
  it('always moves by exactly the days it was paused', () => fc.assert(fc.property(day, fc.integer({ min: 5, max: 40 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 }), (from, days, until, length) => {
    const history: Happening[] = [asked(from), { event: 'work.paused', on: addDays(from, until), reason: 'waiting' }, { event: 'work.resumed', on: addDays(from, until + length) }]
    return evaluate(dutyWithin({ days }), history, { today: addDays(from, until + length) }).dueOn === addDays(from, days + length)
  })))
  it('never comes sooner by a pause', () => fc.assert(fc.property(day, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (from, workingDays, length) => {
    const paused: Happening[] = [asked(from), { event: 'work.paused', on: from, reason: 'waiting' }, { event: 'work.resumed', on: addDays(from, length) }]
    const due = evaluate(dutyWithin({ workingDays }), paused, { today: addDays(from, length) }).dueOn
    return due !== undefined && due >= addWorkingDays(from, workingDays)
  })))
  it('that repeats always has one run more than ends', () => fc.assert(fc.property(day, fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 12 }), (from, gaps) => {
    const visits = gaps.map((gap) => done(addDays(from, gap)))
    return everyRun(dutyWithin({ weeks: 6 }, { manner: 'every' }), [asked(from), ...visits], { today: addDays(from, 500) }).length === visits.length + 1
  })))
  it('has not started before anything happened', () => expect(evaluate(dutyWithin({ days: 1 }), [], { today: plain('2025-01-01') })).toEqual({ duty: 'work.done', state: 'notStarted', unit: 'days' }))
  it('counts the first day where the rule says so', () => expect(evaluate(dutyWithin({ workingDays: 5 }, { count: 'firstDay' }), [asked(plain('2025-06-02'))], { today: plain('2025-06-02') })).toMatchObject({ dueOn: '2025-06-06', workingDay: 1 }))
  it('counts the first day only if it is a working day', () => expect(evaluate(dutyWithin({ workingDays: 5 }, { count: 'firstDay' }), [asked(plain('2025-06-01'))], { today: plain('2025-06-02') }).dueOn).toBe('2025-06-06'))
})
