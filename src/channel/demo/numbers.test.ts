import { expect, it } from 'vitest'
import { inventedUpn } from './numbers.ts'
import { schools } from './places.ts'

it('No two children of the largest council share a pupil number, and each has one', () => {
  const numbers = Array.from({ length: 30_000 }, (_, n) => inventedUpn(schools[n % schools.length]?.establishment ?? 0, 2015, n < 3_000 ? n : n * 37))
  expect(numbers).not.toContain(undefined)
  expect(new Set(numbers).size).toBe(numbers.length)
})
