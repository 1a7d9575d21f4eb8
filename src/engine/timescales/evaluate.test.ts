import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, moment, plain, type PlainDate } from '../../kernel/dates.ts'
import { addWorkingDays, isWorkingDay } from '../../kernel/workingDays.ts'
import { dutyOn, evaluate, evaluateById, evaluateEach, everyRun, mostUrgent, soonerOf } from './evaluate.ts'
import type { Clock, Duty, Happening, Span } from './model.ts'

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

describe('a clock at one moment', () => {
  const from = plain('2025-06-02')
  const at = moment('2025-06-02T10:00:00Z')
  const askedAt: Happening = { event: 'work.asked', on: from, at }
  const shown = (duty: Duty, history: readonly Happening[], today: string, now?: string, soon?: number) => {
    const { state, dueOn, dueAt, daysLeft, workingDay, of, endedOn, reason, startedAt } = evaluate(duty, history, { today: plain(today), ...(now ? { now: moment(now) } : {}) }, soon === undefined ? {} : { soon })
    return [state, dueOn ?? '', dueAt?.slice(11, 16) ?? '', daysLeft ?? '', workingDay ?? '', of ?? '', endedOn ?? '', reason ?? '', startedAt ? 'hour' : ''].join(' ').replaceAll(/ +/g, ' ').trim()
  }
  it.each<[string, Duty, readonly Happening[], string, string | undefined, string]>([
    ['runs', dutyWithin({ days: 10 }), [asked(from)], '2025-06-04', undefined, 'running 2025-06-12 8 2 10'],
    ['runs on its first day', dutyWithin({ days: 10 }), [asked(from)], '2025-06-02', undefined, 'running 2025-06-12 10 0 10'],
    ['three days before', dutyWithin({ days: 10 }), [asked(from)], '2025-06-09', undefined, 'running 2025-06-12 3 7 10'],
    ['two days before', dutyWithin({ days: 10 }), [asked(from)], '2025-06-10', undefined, 'dueSoon 2025-06-12 2 8 10'],
    ['on the day', dutyWithin({ days: 10 }), [asked(from)], '2025-06-12', undefined, 'dueToday 2025-06-12 0 10 10'],
    ['the day after', dutyWithin({ days: 10 }), [asked(from)], '2025-06-13', undefined, 'overdue 2025-06-12 -1 11 10'],
    ['of working days', dutyWithin({ workingDays: 5 }), [asked(from)], '2025-06-07', undefined, 'dueSoon 2025-06-09 1 4 5'],
    ['of working days with the first', dutyWithin({ workingDays: 5 }, { count: 'firstDay' }), [asked(from)], '2025-06-03', undefined, 'running 2025-06-06 3 2 5'],
    ['of weeks', dutyWithin({ weeks: 2 }), [asked(from)], '2025-06-04', undefined, 'running 2025-06-16 12 2 14'],
    ['of weeks ahead', dutyWithin({ weeks: 2 }, { manner: 'ahead' }), [asked(plain('2025-06-30'))], '2025-06-04', undefined, 'running 2025-06-16 12 -26 14'],
    ['of hours', dutyWithin({ hours: 72 }), [askedAt], '2025-06-02', '2025-06-02T11:30:00.000Z', 'running 2025-06-05 10:00 70 1 72 hour'],
    ['of hours, 49 before', dutyWithin({ hours: 72 }), [askedAt], '2025-06-03', '2025-06-03T09:00:00.000Z', 'running 2025-06-05 10:00 49 23 72 hour'],
    ['of hours, 48 before', dutyWithin({ hours: 72 }), [askedAt], '2025-06-03', '2025-06-03T10:00:00.000Z', 'dueSoon 2025-06-05 10:00 48 24 72 hour'],
    ['of hours, on the day before its hour', dutyWithin({ hours: 72 }), [askedAt], '2025-06-05', '2025-06-05T09:59:59.000Z', 'dueToday 2025-06-05 10:00 0 71 72 hour'],
    ['of hours, on its hour', dutyWithin({ hours: 72 }), [askedAt], '2025-06-05', '2025-06-05T10:00:00.000Z', 'dueToday 2025-06-05 10:00 0 72 72 hour'],
    ['of hours, a moment later', dutyWithin({ hours: 72 }), [askedAt], '2025-06-05', '2025-06-05T10:00:00.001Z', 'overdue 2025-06-05 10:00 -1 72 72 hour'],
    ['of hours, asked by the day', dutyWithin({ hours: 72 }), [askedAt], '2025-06-03', undefined, 'dueSoon 2025-06-05 10:00 2 1 72 hour'],
    ['of hours, by the day after', dutyWithin({ hours: 72 }), [askedAt], '2025-06-06', undefined, 'overdue 2025-06-05 10:00 -1 4 72 hour'],
    ['of hours begun on a day', dutyWithin({ hours: 72 }), [asked(from)], '2025-06-03', '2025-06-03T10:00:00.000Z', 'dueSoon 2025-06-05 2 1 72'],
    ['of hours begun on a day, late', dutyWithin({ hours: 72 }), [asked(from)], '2025-06-06', '2025-06-06T10:00:00.000Z', 'overdue 2025-06-05 -1 4 72'],
    ['of days begun at an hour', dutyWithin({ days: 10 }), [askedAt], '2025-06-04', '2025-06-04T11:00:00.000Z', 'running 2025-06-12 8 2 10 hour'],
    ['paused', dutyWithin({ days: 10 }), [asked(from), { event: 'work.paused', on: plain('2025-06-04'), reason: 'ill' }], '2025-06-06', undefined, 'paused 2025-06-14 8 4 10 ill'],
    ['going on again', dutyWithin({ days: 10 }), [asked(from), { event: 'work.paused', on: plain('2025-06-04'), reason: 'ill' }, { event: 'work.resumed', on: plain('2025-06-06') }], '2025-06-08', undefined, 'running 2025-06-14 6 6 10'],
    ['done in time', dutyWithin({ days: 10 }), [asked(from), done(plain('2025-06-12'))], '2025-06-20', undefined, 'met 2025-06-12 0 10 2025-06-12'],
    ['done late', dutyWithin({ days: 10 }), [asked(from), done(plain('2025-06-14'))], '2025-06-20', undefined, 'metLate 2025-06-12 -2 10 2025-06-14'],
    ['done while paused', dutyWithin({ days: 10 }), [asked(from), { event: 'work.paused', on: plain('2025-06-04'), reason: 'ill' }, done(plain('2025-06-14'))], '2025-06-20', undefined, 'met 2025-06-22 8 10 2025-06-14'],
    ['stopped', dutyWithin({ days: 10 }), [asked(from), { event: 'case.closed', on: plain('2025-06-14') }], '2025-06-20', undefined, 'stopped 2025-06-12 -2 10 2025-06-14'],
    ['done late by the hour', dutyWithin({ hours: 24 }), [askedAt, { ...done(plain('2025-06-03')), at: moment('2025-06-03T10:30:00Z') }], '2025-06-20', undefined, 'metLate 2025-06-03 10:00 -1 24 2025-06-03 hour'],
    ['done in time by the hour', dutyWithin({ hours: 24 }), [askedAt, { ...done(plain('2025-06-03')), at: moment('2025-06-03T10:00:00Z') }], '2025-06-20', undefined, 'met 2025-06-03 10:00 0 24 2025-06-03 hour'],
    ['done on the day, the hour not known', dutyWithin({ hours: 24 }), [askedAt, done(plain('2025-06-03'))], '2025-06-20', undefined, 'met 2025-06-03 10:00 0 24 2025-06-03 hour'],
    ['lasting', dutyWithin({ days: 10 }, { manner: 'lasts' }), [asked(from)], '2025-06-12', undefined, 'dueToday 2025-06-12 0 10 10'],
    ['at its end', dutyWithin({ days: 10 }, { manner: 'lasts' }), [asked(from)], '2025-06-13', undefined, 'ended 2025-06-12 -1 11 10'],
    ['not yet', dutyWithin({ days: 10 }, { manner: 'notBefore' }), [asked(from)], '2025-06-11', undefined, 'running 2025-06-12 1 9 10'],
    ['from now on', dutyWithin({ days: 10 }, { manner: 'notBefore' }), [asked(from)], '2025-06-12', undefined, 'mayNow 2025-06-12 0 10 10'],
    ['still', dutyWithin({ days: 10 }, { manner: 'notBefore' }), [asked(from)], '2025-06-20', undefined, 'mayNow 2025-06-12 -8 18 10'],
    ['done too early', dutyWithin({ days: 10 }, { manner: 'notBefore' }), [asked(from), done(plain('2025-06-11'))], '2025-06-20', undefined, 'tooEarly 2025-06-12 1 10 2025-06-11'],
    ['done on the first day it may be', dutyWithin({ days: 10 }, { manner: 'notBefore' }), [asked(from), done(plain('2025-06-12'))], '2025-06-20', undefined, 'met 2025-06-12 0 10 2025-06-12'],
    ['of the last of two that ended', dutyWithin({ days: 10 }), [asked(from), done(plain('2025-06-03')), asked(plain('2025-06-04')), done(plain('2025-06-20'))], '2025-06-20', undefined, 'metLate 2025-06-14 -6 10 2025-06-20'],
    ['of what runs, not of what ended', dutyWithin({ days: 10 }), [asked(from), done(plain('2025-06-03')), asked(plain('2025-06-04'))], '2025-06-05', undefined, 'running 2025-06-14 9 1 10'],
    ['of one that was in force', dutyWithin({ days: 10 }, { inForce: { from: '2025-06-02', to: '2025-06-02' } }), [asked(from)], '2025-06-04', undefined, 'running 2025-06-12 8 2 10'],
    ['of one that was not yet', dutyWithin({ days: 10 }, { inForce: { from: '2025-06-03' } }), [asked(from)], '2025-06-04', undefined, 'notStarted'],
    ['of one that was no longer', dutyWithin({ days: 10 }, { inForce: { to: '2025-06-01' } }), [asked(from)], '2025-06-04', undefined, 'notStarted'],
  ])('%s', (_, duty, history, today, now, expected) => expect(shown(duty, history, today, now)).toBe(expected))
  it('is due soon when somebody says how soon', () => expect([shown(dutyWithin({ days: 10 }), [asked(from)], '2025-06-07', undefined, 5), shown(dutyWithin({ days: 10 }), [asked(from)], '2025-06-07', undefined, 4)].map((one) => one.split(' ')[0])).toEqual(['dueSoon', 'running']))
  it('counts by the calendar that is handed in, then by the rule’s, then by England’s', () => {
    const holiday = (calendar?: 'unitedKingdom') => evaluate(dutyWithin({ workingDays: 1 }, calendar ? { calendar } : {}), [asked(plain('2024-07-11'))], { today: plain('2024-07-11') }).dueOn
    expect([holiday(), holiday('unitedKingdom'), evaluate(dutyWithin({ workingDays: 1 }, { calendar: 'unitedKingdom' }), [asked(plain('2024-07-11'))], { today: plain('2024-07-11') }, { calendar: 'england' }).dueOn]).toEqual(['2024-07-12', '2024-07-15', '2024-07-12'])
  })
})

describe('duties whose law changed, that stand in for each other, or that several people have', () => {
  const from = plain('2025-06-02')
  const before = dutyWithin({ days: 10 }, { inForce: { to: '2025-05-31' } })
  const since = dutyWithin({ days: 5 }, { inForce: { from: '2025-06-01' } })
  const by = (history: readonly Happening[], id = 'work.done') => evaluateById([since, before, { ...since, id: 'other.done' }], id, history, { today: plain('2025-06-30') })
  it('each begins under the law of its day', () => expect([dutyOn([before, since], 'work.done', plain('2025-05-31')), dutyOn([before, since], 'work.done', plain('2025-06-01')), dutyOn([before, since], 'other', plain('2025-06-01')), dutyOn([{ ...before, id: 'other' }, since], 'work.done', plain('2025-05-01'))]).toEqual([before, since, undefined, undefined]))
  it('shows what began last', () => {
    expect(by([asked(plain('2025-05-30'))])?.dueOn).toBe('2025-06-09')
    expect(by([asked(from)])?.dueOn).toBe('2025-06-07')
    expect(by([asked(plain('2025-05-30')), done(plain('2025-05-31')), asked(from)])?.dueOn).toBe('2025-06-07')
    expect(by([])).toEqual({ duty: 'work.done', state: 'notStarted', unit: 'days' })
    expect(by([], 'nothing.done')).toBeUndefined()
    expect(by([asked(from)], 'other.done')?.duty).toBe('other.done')
  })
  it('is due by the sooner of two that have begun', () => {
    const late = dutyWithin({ days: 10 }, { id: 'late.done', from: ['birth'], sooner: 'work.done' })
    const all = [late, dutyWithin({ days: 5 }), dutyWithin({ days: 1 }, { id: 'else.done' })]
    const soonest = (history: readonly Happening[]) => soonerOf(late, all, history, { today: plain('2025-06-30') })
    const birth = (on: string): Happening => ({ event: 'birth', on: plain(on) })
    expect([soonest([birth('2025-06-02'), asked(from)]).dueOn, soonest([birth('2025-05-02'), asked(from)]).dueOn, soonest([asked(from)]).dueOn, soonest([birth('2025-06-02')]).dueOn]).toEqual(['2025-06-07', '2025-05-12', '2025-06-07', '2025-06-12'])
    expect(soonest([])).toEqual({ duty: 'late.done', state: 'notStarted', unit: 'days' })
  })
  it('runs for each of several people by what happened to them', () => {
    const history: Happening[] = [asked(from), { ...done(plain('2025-06-04')), people: ['ann'] }]
    const each = evaluateEach(dutyWithin({ days: 10 }), history, ['ann', 'bob'], { today: plain('2025-06-05') })
    expect([...each].map(([who, clock]) => `${who} ${clock.state}`)).toEqual(['ann met', 'bob running'])
  })
  it('shows the latest first, then the soonest due, in this order of states', () => {
    const clock = (state: Clock['state'], dueOn?: string): Clock => ({ duty: state, state, unit: 'days', ...(dueOn ? { dueOn: plain(dueOn) } : {}) })
    const order = ['overdue', 'dueToday', 'dueSoon', 'running', 'paused', 'ended', 'tooEarly', 'mayNow', 'metLate', 'met', 'stopped', 'notStarted'] as const
    for (const [i, state] of order.entries()) expect(mostUrgent(order.slice(i).toReversed().map((one) => clock(one)))?.state).toBe(state)
    expect([mostUrgent([clock('running', '2025-06-09'), clock('running', '2025-06-02')])?.dueOn, mostUrgent([clock('running', '2025-06-02'), clock('running', '2025-06-09')])?.dueOn, mostUrgent([]), mostUrgent([clock('met'), clock('met', '2025-06-02')])?.dueOn, mostUrgent([clock('met', '2025-06-02'), clock('met')])?.dueOn]).toEqual(['2025-06-02', '2025-06-02', undefined, undefined, undefined])
  })
})
