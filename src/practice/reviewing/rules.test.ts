import { describe, expect, it } from 'vitest'
import { plain } from '../../kernel/dates.ts'
import type { Chaired } from './model.ts'
import { deskOf } from './rules.ts'

const today = plain('2026-11-18')
const meeting = (id: string, more: Partial<Chaired>): Chaired => ({ id, kind: 'reviewConference', state: 'planned', on: plain('2026-11-25'), dueOn: null, people: [], asked: 0, came: 0, lateReports: [], ...more })
const born = new Map([['ten', { bornOn: plain('2016-01-01'), unborn: false }], ['two', { bornOn: plain('2024-01-01'), unborn: false }], ['unborn', { bornOn: null, unborn: true }]])
const all = ['ten', 'two', 'unborn'].map((personId) => ({ personId, participation: null, view: false }))

describe('A chair’s desk', () => {
  const desk = deskOf([
    meeting('later', { on: plain('2026-12-10'), dueOn: plain('2026-12-09'), people: all }), meeting('week', { people: all, lateReports: ['Police'] }), meeting('today', { on: today, people: [{ personId: 'ten', participation: null, view: true }] }),
    meeting('unwritten', { on: plain('2026-11-17') }), meeting('held', { state: 'held', on: plain('2026-10-01'), people: all }), meeting('told', { state: 'held', on: plain('2026-10-02'), people: [{ personId: 'ten', participation: 'sentViews', view: false }] }),
    meeting('long ago', { state: 'held', on: plain('2026-07-01'), people: all }),
  ], born, today)
  it.each([
    ['what is to come, the next first', desk.toCome, ['today', 'week', 'later']], ['what is arranged later than its clock', desk.late, ['later']],
    ['what was held and is not written down', desk.toWrite, ['unwritten']], ['reports that should have come', desk.reports, ['week']],
  ] as const)('%s', (_, found, ids) => expect(found.map((one) => one.id)).toEqual(ids))
  it('asks for the view of a child of four or more, a week before and three months after, unless it is there', () => {
    expect(desk.views.map((one) => [one.meeting.id, one.children])).toEqual([['week', ['ten']], ['held', ['ten']]])
  })
})
