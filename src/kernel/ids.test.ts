import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idFrom, isId, newId } from './ids.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('an id', () => {
  it('is a UUID of version 7', () => fc.assert(fc.property(fc.nat(), bytes, (ms, random) => isId(idFrom(ms, random)) && idFrom(ms, random)[14] === '7')))
  it('always sorts by the moment it was made', () => fc.assert(fc.property(fc.nat(), fc.integer({ min: 1, max: 1e9 }), bytes, bytes, (ms, later, a, b) => idFrom(ms, a) < idFrom(ms + later, b))))
  it('is the same for the same moment and bytes, and never the same twice otherwise', () => {
    expect(idFrom(5, new Uint8Array(16))).toBe(idFrom(5, new Uint8Array(16)))
    expect(new Set(Array.from({ length: 500 }, () => newId(5))).size).toBe(500)
  })
  it('is told from other text', () => expect(isId('not-an-id')).toBe(false))
})
