import { describe, expect, it } from 'vitest'
import { supervisionDuties } from '../../../content/timescales/supervision.ts'
import { plain, type PlainDate } from '../../kernel/dates.ts'
import type { OnIt, WorkItem } from '../../record/work/model.ts'
import { withMeasures } from '../../record/access/own/rules.ts'
import { agendaOf, familiesIn, nextFor, type Caseload } from './rules.ts'

const today = plain('2026-11-18')
const on = (id: string, bornOn = '2015-01-01'): OnIt => ({ id, name: id, given: id, family: 'Marlow', bornOn: plain(bornOn), dueOn: null, sex: 'notStated', unborn: false, hue: null })
const item = (id: string, people: readonly OnIt[], more: Partial<WorkItem> = {}): WorkItem => ({
  id, kind: 'task', state: 'open', subjectKind: null, subjectId: null, section: null, words: id, teamId: null, teamName: null, workerId: 'w', workerName: null, askedBy: null, askedByName: null, openedOn: plain('2026-10-01'), dueOn: null, dueAt: null,
  duty: null, finishedOn: null, outcome: null, reason: null, version: 1, people, ...more,
})
const load = (more: Partial<Caseload>): Caseload => ({ items: [], sent: [], decided: new Set(), still: new Set(), drifting: [], warnings: [], spoken: new Map(), title: (one) => one.id, href: (one) => `/${one.id}`, ...more })
const day = (text: string): PlainDate => plain(text)

describe('The agenda of a supervision', () => {
  it.each([
    ['late', { dueOn: day('2026-11-10') }, 'late'],
    ['a visit by a plan that is late: a child not seen', { kind: 'careVisit', duty: 'lookedAfterVisit.later', dueOn: day('2026-11-10') }, 'notSeen'],
    ['a visit that somebody only noted and is late', { kind: 'visit', dueOn: day('2026-11-10') }, 'late'],
    ['due within five working days', { dueOn: day('2026-11-25') }, 'soon'],
    ['due later', { dueOn: day('2026-11-26') }, undefined],
    ['without a day', {}, undefined],
  ] as const)('%s', (_, more, kind) => {
    expect(agendaOf(load({ items: [item('one', [on('a')], more)] }), today)[0]?.points.map((one) => one.kind)).toEqual(kind ? [kind] : [])
  })
  it('names what was decided before and is not done as that, begun work nobody saves, what waits for a signature, drifting plans and warnings to look at', () => {
    const [a, b] = [on('a'), on('b')]
    const [family] = agendaOf(load({
      items: [item('before', [a], { dueOn: day('2026-11-10') }), item('form', [a, b], { kind: 'assessment' })], decided: new Set(['before']), still: new Set(['form']), sent: [item('sent', [b])],
      drifting: [{ planId: 'p', name: 'Child in need plan', people: ['b'] }], warnings: [{ personId: 'a', words: 'A dog', reviewOn: day('2026-12-02') }, { personId: 'a', words: 'Later', reviewOn: day('2026-12-03') }],
    }), today)
    expect(family?.points.map((one) => one.kind)).toEqual(['decision', 'drifting', 'still', 'warning', 'unsigned'])
  })
  it('puts who shares work together, however the pieces overlap, and the most pressing family first', () => {
    const [a, b, c, d] = [on('a'), on('b', '2014-01-01'), on('c'), on('d')]
    expect(familiesIn([item('1', [a]), item('2', [d]), item('3', [b, c]), item('4', [a, c])]).map((group) => group.map((one) => one.id))).toEqual([['d'], ['b', 'a', 'c']])
    expect(agendaOf(load({ items: [item('1', [a]), item('2', [d], { dueOn: day('2026-11-02') })] }), today).map((family) => family.key)).toEqual(['d', 'a'])
  })
})

describe('The cycle of supervision', () => {
  it.each([
    ['never yet: four weeks from coming into the team', [], '2026-11-01', '2026-11-29', 'running'],
    ['four weeks from the last', ['2026-09-01', '2026-10-15'], '2025-01-01', '2026-11-12', 'overdue'],
    ['the day before it is due', ['2026-10-22'], '2025-01-01', '2026-11-19', 'dueSoon'],
  ] as const)('%s', (_, held, since, due, state) => {
    const clock = nextFor({ since: day(since), heldOn: held.map(day) }, supervisionDuties, today)
    expect([clock?.dueOn, clock?.state]).toEqual([due, state])
  })
  it('follows the council’s own measure from its day on', () => {
    const duties = withMeasures(supervisionDuties, [{ duty: 'supervision.held', from: day('2026-10-01'), within: { days: 14 } }])
    expect(nextFor({ since: day('2025-01-01'), heldOn: [day('2026-10-15')] }, duties, today)?.dueOn).toBe('2026-10-29')
    expect(nextFor({ since: day('2025-01-01'), heldOn: [day('2026-09-15')] }, duties, today)?.dueOn).toBe('2026-10-13')
  })
})
