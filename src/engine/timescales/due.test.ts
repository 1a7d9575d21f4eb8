import { describe, expect, it } from 'vitest'
import { moment, plain } from '../../kernel/dates.ts'
import { dueOf, lastDay, spanOf } from './due.ts'
import type { Duty, Span } from './model.ts'
import type { Run } from './runs.ts'

const duty = (within: Span, more: Partial<Duty> = {}): Duty => ({
  id: 'work.done', duty: 'Work', area: 'x', from: ['asked'], to: ['done'], manner: 'by', within, status: 'local', source: { title: 'For this test' }, verified: false, basis: 'remembered', ...more,
})
const run = (on: string, more: Partial<Run> = {}): Run => ({ startedOn: plain(on), pauses: [], extendedBy: [], ...more })
const due = (rule: Duty, of: Run, today = '2025-07-01') => dueOf(rule, of, 'england', plain(today))

describe('the last day of a span', () => {
  it.each<[string, Span, string, string, string]>([
    // from, span, day after, first day, counted back
    ['2025-06-02', { workingDays: 5 }, '2025-06-09', '2025-06-06', '2025-05-23'],
    ['2025-06-01', { workingDays: 5 }, '2025-06-06', '2025-06-06', '2025-05-23'],
    ['2025-06-02', { workingDays: 0 }, '2025-06-02', '2025-05-30', '2025-06-02'],
    ['2025-06-02', { days: 10 }, '2025-06-12', '2025-06-11', '2025-05-23'],
    ['2025-06-02', { weeks: 6 }, '2025-07-14', '2025-07-13', '2025-04-21'],
    ['2025-06-02', { months: 3 }, '2025-09-02', '2025-09-01', '2025-03-02'],
    ['2025-06-02', { years: 2 }, '2027-06-02', '2027-06-01', '2023-06-02'],
    ['2025-06-02', { hours: 24 }, '2025-06-03', '2025-06-02', '2025-06-01'],
    ['2025-06-02', { hours: 25 }, '2025-06-04', '2025-06-03', '2025-05-31'],
    ['2025-06-02', { hours: 72 }, '2025-06-05', '2025-06-04', '2025-05-30'],
  ])('%s and %j', (from, span, after, first, back) => {
    const start = plain(from)
    expect([lastDay(start, span, 'england', undefined), lastDay(start, span, 'england', 'firstDay'), lastDay(start, span, 'england', undefined, true)]).toEqual([after, first, back])
  })
  it('counted back with the first day in it', () => expect([lastDay(plain('2025-06-02'), { days: 10 }, 'england', 'firstDay', true), lastDay(plain('2025-06-02'), { workingDays: 5 }, 'england', 'firstDay', true)]).toEqual(['2025-05-24', '2025-05-27']))
})

describe('when it is due', () => {
  const at = moment('2025-06-02T19:10:00Z')
  it.each<[string, Duty, Run, string]>([
    ['by the hour, also over the night', duty({ hours: 72 }), run('2025-06-02', { startedAt: at }), '2025-06-05 2025-06-05T19:10:00.000Z'],
    ['by the day of England, not of UTC', duty({ hours: 4 }), run('2025-06-02', { startedAt: at }), '2025-06-03 2025-06-02T23:10:00.000Z'],
    ['by the day where the hour is not known', duty({ hours: 72 }), run('2025-06-02'), '2025-06-05 '],
    ['by the day where days count, whatever the hour', duty({ days: 3 }), run('2025-06-02', { startedAt: at }), '2025-06-05 '],
    ['on a Saturday', duty({ days: 5 }), run('2025-06-02'), '2025-06-07 '],
    ['on the Monday where the rule rolls', duty({ days: 5 }, { rolls: 'forward' }), run('2025-06-02'), '2025-06-09 '],
    ['ahead of a day', duty({ days: 5 }, { manner: 'ahead' }), run('2025-06-12'), '2025-06-07 '],
    ['when it was known, if that is later', duty({ days: 5 }, { manner: 'ahead' }), run('2025-06-12', { knownOn: plain('2025-06-10') }), '2025-06-10 '],
    ['as reckoned, if it was known before', duty({ days: 5 }, { manner: 'ahead' }), run('2025-06-12', { knownOn: plain('2025-06-02') }), '2025-06-07 '],
    ['with the first day in it', duty({ days: 5 }, { count: 'firstDay' }), run('2025-06-02'), '2025-06-06 '],
    ['pushed by a pause', duty({ days: 5 }), run('2025-06-02', { pauses: [{ from: plain('2025-06-03'), to: plain('2025-06-05'), reason: 'ill' }] }), '2025-06-09 '],
    ['pushed by two', duty({ days: 5 }), run('2025-06-02', { pauses: [{ from: plain('2025-06-03'), to: plain('2025-06-05'), reason: 'ill' }, { from: plain('2025-06-06'), to: plain('2025-06-07'), reason: 'away' }] }), '2025-06-10 '],
    ['pushed by the working days of a pause', duty({ workingDays: 5 }), run('2025-06-02', { pauses: [{ from: plain('2025-06-05'), to: plain('2025-06-09'), reason: 'ill' }] }), '2025-06-11 '],
    ['pushed by a pause that goes on', duty({ days: 40 }), run('2025-06-02', { pauses: [{ from: plain('2025-06-28'), reason: 'ill' }] }), '2025-07-15 '],
  ])('%s', (_, rule, of, expected) => { const { on, at: hour } = due(rule, of); expect(`${on} ${hour ?? ''}`).toBe(expected) })

  const longer = duty({ days: 5 }, { extended: [{ by: 'longer', within: { days: 10 } }, { by: 'longest', within: { days: 20 } }] })
  it.each([[[], 5], [['longer'], 10], [['longest'], 20], [['longest', 'longer'], 20], [['other'], 5]] as const)('made longer by %j: %i days', (extendedBy, days) => expect(spanOf(longer, run('2025-06-02', { extendedBy }))).toEqual({ days }))
})
