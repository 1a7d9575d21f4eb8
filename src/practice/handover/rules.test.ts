import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '../../kernel/dates.ts'
import type { OnIt, WorkItem } from '../../record/work/model.ts'
import { splitWork } from './rules.ts'

const person = (id: string): OnIt => ({ id, name: id, given: id, family: '', bornOn: null, dueOn: null, sex: 'notStated', unborn: false, hue: null })
const item = (id: string, of: Partial<WorkItem>): WorkItem => ({ id, kind: 'visit', state: 'open', subjectKind: null, subjectId: null, section: null, words: null, teamId: 'north', teamName: 'North', workerId: 'ann', workerName: 'Ann', askedBy: null, askedByName: null, openedOn: plain('2026-01-01'), dueOn: null, dueAt: null, duty: null, finishedOn: null, outcome: null, reason: null, version: 1, people: [person('isla')], ...of })
const going = ['isla', 'leo', 'mum']
const of = (items: readonly WorkItem[]) => ({ teamId: 'north', workers: ['ann', 'bob'], withOthers: (id: string) => items.some((one) => one.id === id && one.people.some((who) => !going.includes(who.id))) })
const split = (items: readonly WorkItem[]) => splitWork(items, of(items))

describe('Work of children who go to another team', () => {
  it.each<[string, Partial<WorkItem>, 'goes' | 'others' | 'decides' | 'untouched']>([
    ['a visit to one of them goes', {}, 'goes'],
    ['what is about both goes', { people: [person('isla'), person('leo')] }, 'goes'],
    ['what is about one of them and their mother goes', { people: [person('isla'), person('mum')] }, 'goes'],
    ['what nobody of the team has yet goes', { workerId: null }, 'goes'],
    ['what is also about a brother who stays does not', { people: [person('isla'), person('noah')] }, 'others'],
    ['a sign-off stays with the manager who decides', { kind: 'assessmentSignOff', workerId: 'tom' }, 'decides'],
    ['a question stays with whom it was asked of', { kind: 'question' }, 'decides'],
    ['what another team has is not touched', { teamId: 'south' }, 'untouched'],
    ['what is done is not touched', { state: 'done' }, 'untouched'],
  ])('%s', (_words, with_, wanted) => {
    const was = split([item('1', with_)])
    expect([was.goes.length, was.stays.map((one) => one.because)]).toEqual([wanted === 'goes' ? 1 : 0, wanted === 'others' || wanted === 'decides' ? [wanted] : []])
  })

  it('never goes and stays at once, and never takes what is about a child who does not go', () => fc.assert(fc.property(
    fc.array(fc.record({ kind: fc.constantFrom('visit', 'question', 'plan'), teamId: fc.constantFrom('north', 'south'), workerId: fc.constantFrom('ann', 'tom', null), people: fc.uniqueArray(fc.constantFrom('isla', 'leo', 'noah', 'mum'), { minLength: 1 }) }), { maxLength: 12 }), (made) => {
      const was = split(made.map((one, n) => item(String(n), { ...one, people: one.people.map(person) })))
      const stays = new Set(was.stays.map((one) => one.item.id))
      for (const one of was.goes) expect([stays.has(one.id), one.people.some((who) => who.id === 'noah'), one.teamId]).toEqual([false, false, 'north'])
    })))
})
