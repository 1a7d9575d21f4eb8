import { describe, expect, it } from 'vitest'
import { wordFor } from '../../src/kernel/terms.ts'
import { terms } from './terms.ts'

describe('the words of a council', () => {
  it('are ours where it chose none', () => expect(wordFor(terms, 'childInCare', {}, 3)).toBe('children in our care'))
  it('are its own where it did', () => expect(wordFor(terms, 'childInCare', { childInCare: { one: 'child looked after', many: 'children looked after' } })).toBe('child looked after'))
  it('are asked for by a permanent key that stands once', () => expect(new Set(terms.map((term) => term.key)).size).toBe(terms.length))
})
