import { describe, expect, it } from 'vitest'
import { counted, listed, listedShort, possessive, sentence } from './phrasing.ts'

describe('names and numbers are written as people say them', () => {
  it.each([[[], ''], [['Amelia'], 'Amelia'], [['Amelia', 'Noah'], 'Amelia and Noah'], [['Amelia', 'Noah', 'Leo'], 'Amelia, Noah and Leo']])('%j is "%s"', (names, text) => expect(listed(names)).toBe(text))
  it('cuts the names of twelve children short', () => expect(listedShort(Array.from('ABCDEFGHIJKL'))).toBe('A, B, C and nine others'))
  it('keeps four names whole', () => expect(listedShort(['A', 'B', 'C', 'D'])).toBe('A, B, C and D'))
  it.each([[0, 'no children'], [1, 'one child'], [4, 'four children'], [13, '13 children']])('%i is "%s"', (n, text) => expect(counted(n, 'child', 'children')).toBe(text))
  it('begins a sentence with a large letter', () => expect(sentence(counted(2, 'thing is late', 'things are late'))).toBe('Two things are late'))
  it.each([['Isla', false, 'Isla’s'], ['James', false, 'James’s'], ['parents', true, 'parents’'], ['children', true, 'children’s']])('what belongs to %s', (name, plural, text) => expect(possessive(name, plural)).toBe(text))
})
