import { describe, expect, it } from 'vitest'
import { moment, plain } from '../../kernel/dates.ts'
import { evaluate, mostUrgent } from './evaluate.ts'
import type { Clock, ClockState, Duty } from './model.ts'
import { agreedWords, clockWords, dueWords, placeWords, waitingWords } from './words.ts'

const assessment: Duty = {
  id: 'assessment.completed', duty: 'Assessment', area: 'frontDoor', from: ['referral.received'], to: ['assessment.authorised'], manner: 'by', within: { workingDays: 45 },
  status: 'local', source: { title: 'For this test' }, verified: false, basis: 'remembered',
}
const interview: Duty = { ...assessment, id: 'returnInterview.held', from: ['child.returned'], to: ['returnInterview.held'], within: { hours: 72 } }
const pending = (today: string) => evaluate(assessment, [{ event: 'referral.received', on: plain('2025-10-06') }], { today: plain(today) })
const returned = { event: 'child.returned', on: plain('2025-11-15'), at: moment('2025-11-15T19:10:00Z') }

describe('time in words', () => {
  it.each([
    ['2025-11-18', '14 working days left', 'due Mon 8 Dec', 'Working day 31 of 45'],
    ['2025-12-02', 'In 4 working days', 'due Mon 8 Dec', 'Working day 41 of 45'],
    ['2025-12-05', 'In 1 working day', 'due Mon 8 Dec', 'Working day 44 of 45'],
    ['2025-12-08', 'Today', 'due Mon 8 Dec', 'Working day 45 of 45'],
    ['2025-12-09', 'Late by 1 working day', 'was due Mon 8 Dec', 'Working day 46 of 45'],
    ['2025-12-11', 'Late by 3 working days', 'was due Mon 8 Dec', 'Working day 48 of 45'],
    ['2026-01-02', 'Late by 16 working days', 'was due Mon 8 Dec 2025', 'Working day 61 of 45'],
  ])('on %s', (today, words, due, place) => {
    const clock = pending(today)
    expect([clockWords(clock), dueWords(clock, plain(today)), placeWords(clock)]).toEqual([words, due, place])
  })
  it('says the hour where hours count', () => {
    const clock = evaluate(interview, [returned], { today: plain('2025-11-18'), now: moment('2025-11-18T09:00:00Z') })
    expect(clockWords(clock)).toBe('By 19:10 today')
  })
  it('says the day where the hour is not known', () => {
    const clock = evaluate(interview, [{ event: 'child.returned', on: plain('2025-11-15') }], { today: plain('2025-11-16') })
    expect(clockWords(clock)).toBe('In 2 days')
  })
  it.each([['2025-12-08', 'Done on time'], ['2025-12-10', 'Done 2 working days late']])('done on %s', (on, words) =>
    expect(clockWords(evaluate(assessment, [{ event: 'referral.received', on: plain('2025-10-06') }, { event: 'assessment.authorised', on: plain(on) }], { today: plain('2026-01-01') }))).toBe(words))
  it('has words for every state, none of them a reproach', () => {
    const states: ClockState[] = ['notStarted', 'running', 'dueSoon', 'dueToday', 'overdue', 'met', 'metLate', 'stopped', 'paused', 'ended', 'mayNow', 'tooEarly']
    for (const state of states) expect(clockWords({ duty: 'x', state, unit: 'days', daysLeft: 3 })).not.toMatch(/!|breach|fail|overdue|^$/i)
  })
})

describe('waiting and agreed times', () => {
  it.each([['2025-11-12', 'Waiting 4 working days'], ['2025-11-14', 'Waiting 2 working days'], ['2025-11-17', 'Waiting 1 working day'], ['2025-11-18', 'Waiting since today']])('asked on %s', (since, words) =>
    expect(waitingWords(plain(since), plain('2025-11-18'))).toBe(words))
  it.each([
    ['2025-11-18', '2025-11-18T15:45:00Z', 'Today at 15:45'], ['2025-11-19', '2025-11-19T14:00:00Z', 'Tomorrow at 14:00'], ['2025-11-20', undefined, 'In 2 working days'],
    ['2025-11-21', undefined, 'In 3 working days'], ['2025-11-17', undefined, 'Late by 1 working day'],
  ])('agreed for %s', (on, at, words) => expect(agreedWords(plain(on), plain('2025-11-18'), at === undefined ? undefined : moment(at))).toBe(words))
  it('counts days of the calendar where no working day lies between', () => expect(agreedWords(plain('2025-11-23'), plain('2025-11-21'))).toBe('In 2 days'))
})

describe('the clock shown first', () => {
  const clock = (state: ClockState, dueOn: string): Clock => ({ duty: state + dueOn, state, unit: 'days', dueOn: plain(dueOn) })
  it('is the late one, then the one due soonest', () => {
    expect(mostUrgent([clock('running', '2025-12-01'), clock('overdue', '2025-11-02'), clock('overdue', '2025-11-01')])?.dueOn).toBe('2025-11-01')
    expect(mostUrgent([clock('met', '2025-01-01'), clock('running', '2025-12-01')])?.state).toBe('running')
    expect(mostUrgent([])).toBeUndefined()
  })
})
