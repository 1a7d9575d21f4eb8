import { describe, expect, it } from 'vitest'
import { plain } from '../../kernel/dates.ts'
import type { Action, Need, NeedLine, Progress, WholePlan } from './model.ts'
import { asOfVersion, changesOf, isDrifting, reviewsOf } from './rules.ts'
import { planPassages } from './paper.ts'

const on = (day: string) => plain(`2026-${day}`)
const seen = (meetingId: string, progress: Progress['progress']): Progress => ({ needLine: 'n', about: [], on: on('03-01'), meetingId, progress, words: null, by: null })

describe('a plan drifts when nothing had come further at the last two reviews running', () => {
  it.each<[string, readonly [string, readonly Progress['progress'][]][], boolean]>([
    ['no review yet', [], false],
    ['one review without anything better', [['a', ['same']]], false],
    ['two running', [['a', ['same']], ['b', ['worse', 'same']]], true],
    ['two running at which nobody said how far it had come', [['a', []], ['b', []]], true],
    ['something was better at the last', [['a', ['same']], ['b', ['same', 'better']]], false],
    ['better long ago, then twice the same', [['a', ['achieved']], ['b', ['same']], ['c', ['same']]], true],
    ['better in between', [['a', ['same']], ['b', ['better']], ['c', ['same']]], false],
  ])('%s', (_, reviews, drifts) => {
    const held = reviews.map(([id], n) => ({ id, on: on(`0${n + 1}-10`) }))
    expect(isDrifting(reviewsOf(reviews.flatMap(([id, all]) => all.map((one) => seen(id, one))), held))).toBe(drifts)
  })
})

describe('a change of a plan', () => {
  const need = (id: string, words: string, from = 1, to: number | null = null): Need => ({ id, line: id, about: [], words, wanted: 'Better', state: 'open', from, to })
  const action = (id: string, needLine: string, words: string): Action => ({ id, line: id, needLine, about: [], words, owner: 'Kelly', ownerId: null, dueOn: null, evidence: null, state: 'open', doneOn: null, doneWords: null, from: 1, to: null })
  const line = (words: string, more: Partial<NeedLine> = {}): NeedLine => ({ words, wanted: 'Better', actions: [], ...more })
  const plan = { needs: [need('a', 'Mornings'), need('b', 'School')], actions: [action('x', 'a', 'Breakfast')] }

  it('leaves a line that says the same as it is', () => {
    const change = changesOf(plan, [line('Mornings', { line: 'a', actions: [{ line: 'x', words: 'Breakfast', owner: 'Kelly' }] }), line('School', { line: 'b' })])
    expect([change.endNeeds, change.endActions, change.needs.map((one) => one.fresh), change.needs[0]?.actions.map((one) => one.fresh)]).toEqual([[], [], [false, false], [false]])
  })
  it('ends a line that says something else, and begins it anew as the same need', () => {
    const change = changesOf(plan, [line('Calm mornings', { line: 'a' }), line('School', { line: 'b' })])
    expect([change.endNeeds, change.endActions, change.needs.map((one) => [one.line, one.fresh])]).toEqual([['a'], ['x'], [['a', true], ['b', false]]])
  })
  it('takes out what is left out, and the version before can still be read', () => {
    expect(changesOf(plan, [line('School', { line: 'b' })]).endNeeds).toEqual(['a'])
    expect(asOfVersion([need('a', 'Mornings', 1, 1), need('b', 'School'), need('c', 'Sleep', 2)], 1).map((one) => one.id)).toEqual(['a', 'b'])
  })
})

it('A plan on paper names the children in the order in which they are named in its title', () => {
  const day = plain('2026-01-19')
  const plan = { id: 'p', kind: 'protectionPlan', version: 1, words: '', ownWords: null, ifNot: null, needs: [], actions: [], progress: [], members: [], people: ['levi', 'ibrahim'].map((personId) => ({ personId, startedOn: day, category: null, endedOn: null, endReason: null })) } as unknown as WholePlan
  const passages = planPassages(plan, new Map([['ibrahim', { given: 'Ibrahim', name: 'Ibrahim Raja' }], ['levi', { given: 'Levi', name: 'Levi Iqbal' }]]))
  expect(passages.map((one) => one.about)).toEqual([['ibrahim'], ['levi']])
})
