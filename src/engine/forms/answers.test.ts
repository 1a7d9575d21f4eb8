import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasAnswer, join, sharedBy, split, valueFor, valuesOf, write } from './answers.ts'
import { family } from './forms.fixture.ts'
import type { Answer } from './model.ts'

const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')
const answer: fc.Arbitrary<Answer> = fc.record({ all: words, each: fc.dictionary(fc.constantFrom('a', 'n', 'i'), words) }, { requiredKeys: [] })

describe('one answer for all, and a separate one where a child differs', () => {
  it('is about every child until one is split off', () => {
    const before: Answer = { all: 'All three like school.' }
    const after = split(before, 'i')
    expect(sharedBy(after, family.children).map((child) => child.name)).toEqual(['Amelia', 'Noah'])
    expect(valueFor(after, 'n')).toBe('All three like school.')
    expect(valueFor(after, 'i')).toBe('')
  })
  it('joins again, with both texts kept', () => expect(join('words', { all: 'All like school.', each: { i: 'Isla is tired.' } }, 'i')).toEqual({ joined: { all: 'All like school.\n\nIsla is tired.' } }))
  it('joins a list by having both', () => expect(join('choices', { all: ['neglect'], each: { i: ['drugs', 'neglect'] } }, 'i')).toEqual({ joined: { all: ['neglect', 'drugs'] } }))
  it('asks which of two dates is meant, and changes nothing', () => expect(join('date', { all: '2025-10-03', each: { i: '2025-10-07' } }, 'i')).toEqual({ clash: { all: '2025-10-03', own: '2025-10-07' } }))
  it('joins an empty separate answer without a trace', () => expect(join('date', { all: '2025-10-03', each: { i: '' } }, 'i')).toEqual({ joined: { all: '2025-10-03' } }))
  it('never loses a text by splitting', () => fc.assert(fc.property(answer, fc.constantFrom('a', 'n', 'i'), (one, child) => valuesOf(one).every((value) => valuesOf(split(one, child)).includes(value)))))
  it('never loses a text by joining', () => fc.assert(fc.property(answer, fc.constantFrom('a', 'n', 'i'), (one, child) => {
    const after = join('words', one, child)
    return 'joined' in after && valuesOf(one).every((value) => valuesOf(after.joined).some((kept) => String(kept).includes(String(value))))
  })))
  it('never changes what is said about another child by joining', () => fc.assert(fc.property(answer, (one) => {
    const after = join('words', one, 'i')
    return 'joined' in after && ['a', 'n'].every((child) => one.each?.[child] === after.joined.each?.[child])
  })))
  it('never touches another question by writing', () => fc.assert(fc.property(answer, answer, words, (one, other, text) => write({ one, other }, 'one', text, 'i')['other'] === other)))
  it('counts blank words as no answer', () => expect(hasAnswer({ all: '  ', each: { i: '' } })).toBe(false))
})
