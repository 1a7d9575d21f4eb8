import { describe, expect, it } from 'vitest'
import { markOf } from './sameInput.ts'

describe('An input is known again', () => {
  it('by its values, in whatever order they are named, and by nothing that would tell a password', () => {
    expect(markOf({ a: 1, b: { c: [1, 2], d: '' } })).toBe(markOf({ b: { d: '', c: [1, 2] }, a: 1 }))
    expect(markOf({ actorId: 'x', password: 'one' })).toBe(markOf({ actorId: 'x', password: 'two' }))
    for (const other of [{ a: 1, b: { c: [2, 1], d: '' } }, { a: '1', b: { c: [1, 2], d: '' } }, { a: 1 }, [1], null]) expect(markOf({ a: 1, b: { c: [1, 2], d: '' } })).not.toBe(markOf(other))
  })
})
