import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { said } from './forms.fixture.ts'
import { mergeAnswers } from './merging.ts'
import type { Answer, Answers } from './model.ts'

describe('two people in one section', () => {
  const base: Answers = { school: said('Fine'), health: said('Well') }
  it('who wrote in different places are both kept', () => expect(mergeAnswers(base, { ...base, school: said('Late') }, { ...base, health: said('Asthma') })).toEqual({ answers: { school: said('Late'), health: said('Asthma') }, clashes: [] }))
  it('who wrote the same are no clash', () => expect(mergeAnswers(base, { ...base, school: said('Late') }, { ...base, school: said('Late') }).clashes).toEqual([]))
  it('who wrote differently in one place see both texts', () => expect(mergeAnswers(base, { ...base, school: said('Late') }, { ...base, school: said('Happy') }))
    .toEqual({ answers: { school: said('Happy'), health: said('Well') }, clashes: [{ question: 'school', base: 'Fine', mine: 'Late', theirs: 'Happy' }] }))
  it('of whom one split a child off and the other wrote for all are both kept', () => expect(mergeAnswers(base, { ...base, school: said('Fine', { i: 'Tired' }) }, { ...base, school: said('Fine, mostly') }))
    .toEqual({ answers: { school: said('Fine, mostly', { i: 'Tired' }), health: said('Well') }, clashes: [] }))
  it('who chose different things have both choices', () => expect(mergeAnswers({ f: { all: ['a', 'b'] } }, { f: { all: ['a', 'b', 'c'] } }, { f: { all: ['b', 'd'] } }).answers).toEqual({ f: { all: ['b', 'd', 'c'] } }))
  it('of whom one took a child’s answer away while the other wrote on it see that', () => expect(mergeAnswers({ q: said('x', { i: 'Tired' }) }, { q: said('x') }, { q: said('x', { i: 'Very tired' }) }).clashes).toEqual([{ question: 'q', childId: 'i', base: 'Tired', theirs: 'Very tired' }]))

  const words = fc.constantFrom('', 'one', 'two', 'three', 'four')
  const answer: fc.Arbitrary<Answer> = fc.record({ all: words, each: fc.dictionary(fc.constantFrom('a', 'n', 'i'), words, { minKeys: 1 }) }, { requiredKeys: [] })
  const answers = fc.dictionary(fc.constantFrom('q', 'r', 's'), answer)
  const texts = (all: Answers): [string, string][] => Object.entries(all).flatMap(([id, one]) => [...(one.all === undefined ? [] : [[`${id}`, String(one.all)] as [string, string]]), ...Object.entries(one.each ?? {}).map(([child, value]): [string, string] => [`${id}.${child}`, String(value)])])
  it('never loses a text that either of them wrote', () => fc.assert(fc.property(answers, answers, answers, (from, mine, theirs) => {
    const merged = mergeAnswers(from, mine, theirs)
    const kept = new Map(texts(merged.answers))
    const clashed = (place: string, text: string) => merged.clashes.some((clash) => (clash.childId ? `${clash.question}.${clash.childId}` : clash.question) === place && (clash.mine === text || clash.theirs === text))
    const before = new Map(texts(from))
    return [...texts(mine), ...texts(theirs)].filter(([place, text]) => before.get(place) !== text).every(([place, text]) => kept.get(place) === text || clashed(place, text))
  })))
  it('always comes to the same where only one of them wrote', () => fc.assert(fc.property(answers, answers, (from, changed) => {
    const merged = mergeAnswers(from, changed, from)
    return merged.clashes.length === 0 && JSON.stringify(texts(merged.answers).sort()) === JSON.stringify(texts(changed).sort())
  })))
  it('always find the same places in dispute, whoever saves first', () => fc.assert(fc.property(answers, answers, answers, (from, one, other) => {
    const places = (mine: Answers, theirs: Answers) => mergeAnswers(from, mine, theirs).clashes.map((clash) => `${clash.question}.${clash.childId ?? ''}`).sort()
    return JSON.stringify(places(one, other)) === JSON.stringify(places(other, one))
  })))
})
