import { Value as Schema } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds, questionsIn, type Reading } from './holds.ts'
import { Condition, type Value } from './model.ts'

const said = (answers: Readonly<Record<string, readonly Value[]>>, facts: Readonly<Record<string, Value>> = {}): Reading =>
  ({ question: (id) => answers[id] ?? [], fact: (id) => { const value = facts[id]; return value === undefined ? [] : [value] } })
const reading = said({ seen: ['yes'], worries: ['neglect', ['drugs', 'alcohol']], empty: [''], children: [3], ages: ['12'], nobody: [] }, { 'children.unborn': 'yes' })

describe('a condition', () => {
  it.each<[string, Condition, boolean]>([
    ['an answer is this', { question: 'seen', is: 'yes' }, true],
    ['an answer is another', { question: 'seen', is: 'no' }, false],
    ['one of several children’s answers is this', { question: 'worries', is: 'neglect' }, true],
    ['one of several choices is this', { question: 'worries', is: 'alcohol' }, true],
    ['an answer is one of these', { question: 'seen', in: ['no', 'yes'] }, true],
    ['nobody asked is nothing', { question: 'unknown', is: 'yes' }, false],
    ['an empty answer is none', { question: 'empty', answered: true }, false],
    ['and is asked for as such', { question: 'empty', answered: false }, true],
    ['at least three', { question: 'children', atLeast: 3 }, true],
    ['a number in words', { question: 'ages', atLeast: 13 }, false],
    ['at least two chosen', { question: 'worries', atLeast: 2 }, true],
    ['words are no number', { question: 'seen', atLeast: 0 }, false],
    ['a fact of the family', { fact: 'children.unborn', is: 'yes' }, true],
    ['all of them', { all: [{ question: 'seen', is: 'yes' }, { not: { question: 'seen', is: 'no' } }] }, true],
    ['any of them', { any: [{ question: 'seen', is: 'no' }, { question: 'children', atLeast: 9 }] }, false],
    ['all of nothing', { all: [] }, true],
    ['any of nothing', { any: [] }, false],
  ])('%s', (_, condition, expected) => {
    expect(Schema.Check(Condition, condition)).toBe(true)
    expect(holds(condition, reading)).toBe(expected)
  })
  it('is refused when it is none', () => {
    for (const wrong of [{}, { question: 'x' }, { question: 'x', is: 'y', in: ['z'] }, { all: 'x' }, { question: 'x', in: [] }, 'seen', null]) expect(Schema.Check(Condition, wrong), JSON.stringify(wrong)).toBe(false)
  })
  it('names the questions it depends on', () => expect(questionsIn({ all: [{ question: 'a', is: 'x' }, { not: { any: [{ question: 'b', answered: true }, { fact: 'f', is: 'x' }] } }] })).toEqual(['a', 'b']))

  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ question: fc.constantFrom('seen', 'worries', 'empty', 'children', 'unknown'), is: fc.constantFrom<string | number>('yes', 'no', 'drugs', 3) }),
    fc.record({ question: fc.constantFrom('seen', 'worries', 'empty', 'unknown'), answered: fc.boolean() }),
    fc.record({ question: fc.constantFrom('children', 'ages', 'worries', 'seen'), atLeast: fc.integer({ min: 0, max: 13 }) }),
  )
  const condition = fc.letrec<{ one: Condition }>((tie) => ({
    one: fc.oneof({ depthSize: 'small' }, leaf, fc.record({ all: fc.array(tie('one'), { maxLength: 3 }) }), fc.record({ any: fc.array(tie('one'), { maxLength: 3 }) }), fc.record({ not: tie('one') })),
  })).one
  it('always holds or does not, and its opposite is always the other', () => fc.assert(fc.property(condition, (one) => holds(one, reading) !== holds({ not: one }, reading))))
  it('always means the same said the other way round', () => fc.assert(fc.property(fc.array(condition, { maxLength: 4 }), (several) =>
    holds({ not: { all: several } }, reading) === holds({ any: several.map((one) => ({ not: one })) }, reading))))
})
