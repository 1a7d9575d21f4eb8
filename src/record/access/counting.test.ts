import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { countInWords, tellCount } from './counting.ts'
import type { Actor } from './model.ts'

const reader = (): { actor: Actor } => ({ actor: { id: newId(), kind: 'staff', name: 'Reader', email: null, jobTitle: null, qualified: false, roles: ['head'], teams: [], wide: [] } })
const people = Array.from({ length: 80 }, () => newId())

describe('A count that is shown', () => {
  it('is exact for whoever may see everybody in it, and masked as soon as one person is beyond their sight', () => {
    fc.assert(fc.property(fc.subarray(people), fc.subarray(people), (all, seen) => {
      const told = tellCount(reader(), { all, seen })
      if (all.every((id) => seen.includes(id))) expect(told).toEqual({ exactly: all.length })
      else expect(told).toEqual(all.length < 6 ? { few: true } : { about: Math.round(all.length / 5) * 5 })
    }))
  })
  it('is the same each time it is asked for, and hidden beside another that differs by one to five people', () => {
    const one = reader()
    const [all, fewer] = [people.slice(0, 40), people.slice(0, 37)]
    expect(tellCount(one, { all, seen: [] })).toEqual({ about: 40 })
    expect(tellCount(one, { all, seen: [] })).toEqual({ about: 40 })
    expect(tellCount(one, { all: fewer, seen: [] })).toEqual({ hidden: true })
    expect(tellCount(one, { all: people.slice(40), seen: [] })).toEqual({ about: 40 })
    // Somebody else was told nothing yet.
    expect(tellCount(reader(), { all: fewer, seen: [] })).toEqual({ about: 35 })
  })
  it.each([[{ exactly: 3 }, '3'], [{ about: 40 }, 'about 40'], [{ few: true }, 'fewer than 6'], [{ hidden: true }, 'not shown: it would tell of a few people']] as const)('%j reads: %s', (told, words) => { expect(countInWords(told)).toBe(words) })
})
