import { describe, expect, it } from 'vitest'
import { duties } from '../../../content/timescales/all.ts'
import { moment, plain } from '../../kernel/dates.ts'
import { toldByTheHour } from './byTheHour.ts'
import type { WorkItem } from './model.ts'
import { clockOf, groupOf } from './trayRows.ts'

const today = plain('2026-11-22')
const piece = (duty: string | null): WorkItem => ({
  id: 'one', kind: 'task', state: 'open', subjectKind: null, subjectId: null, section: null, words: null, teamId: null, teamName: null, workerId: 'me', workerName: null, askedBy: null, askedByName: null,
  openedOn: plain('2026-11-19'), dueOn: today, dueAt: moment('2026-11-22T19:10:00.000Z'), duty, finishedOn: null, outcome: null, reason: null, version: 1, people: [],
})

describe('What is due at an hour of today', () => {
  it.each([
    ['an interview within 72 hours of the return, before its hour', 'returnInterview.held', '2026-11-22T19:09:00.000Z', 'today', 'Today at 19:10'],
    ['the same when its hour is over', 'returnInterview.held', '2026-11-22T19:10:00.000Z', 'overdue', 'Late since 19:10'],
    ['police protection, whose hours are over', 'policeProtection.lasts', '2026-11-22T20:00:00.000Z', 'overdue', 'Over since 19:10'],
    ['a conference that is counted in days and agreed for an hour', 'initialConference.held', '2026-11-22T20:00:00.000Z', 'today', 'Today at 19:10'],
    ['a visit agreed for an hour, by no law', null, '2026-11-22T20:00:00.000Z', 'today', 'Today at 19:10'],
  ])('%s', (_what, duty, now, group, words) => {
    if (duty) expect(duties.map((one) => one.id)).toContain(duty)
    const [told] = toldByTheHour([piece(duty)], moment(now), duties)
    expect(told && [groupOf(told, 'me', today), clockOf(told, false, today).words]).toEqual([group, words])
  })
})
