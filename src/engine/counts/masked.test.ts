import { describe, expect, it } from 'vitest'
import { sketchOf, toldOf, type Sketch, type Told } from './masked.ts'
import { tellTogether, type ToldBefore } from './together.ts'

/** The same row for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }
}
const chance = chanceFrom(23)
const marks = Array.from({ length: 600 }, () => Array.from({ length: 4 }, () => Math.floor(chance() * 2 ** 32)))
const drawn = (size: number) => { const all = marks.map((_, i) => i); for (let i = 0; i < size; i++) { const j = i + Math.floor(chance() * (all.length - i)); [all[i], all[j]] = [all[j] ?? 0, all[i] ?? 0] } return all }
const sketch = (people: readonly number[]): Sketch => sketchOf(people.map((i) => marks[i] ?? []))
/** Asked one after the other: of what was told before there is the sketch. */
const tell = (question: string, some: readonly number[], before: readonly ToldBefore[]) => {
  const { told, keep } = tellTogether([{ question, people: new Set(some.map(String)), sketch: sketch(some) }], [], before)
  return { told: told.get(question) ?? { hidden: true as const }, keep }
}
const isSame = (one: Told, other: Told) => JSON.stringify(one) === JSON.stringify(other)

describe('A count beyond one’s own sight', () => {
  it.each([[0, { few: true }], [5, { few: true }], [6, { about: 5 }], [7, { about: 5 }], [8, { about: 10 }], [12, { about: 10 }], [13, { about: 15 }], [1_003, { about: 1_005 }]])('of %d is told as %j', (count, told) => { expect(toldOf(count)).toEqual(told) })

  it('of filters that differ by one to five people: at least 95 of 100 pairs, of 10,000, give equal or hidden answers', () => {
    let safe = 0
    for (let pair = 0; pair < 10_000; pair++) {
      const size = 6 + Math.floor(chance() * 40)
      const apart = 1 + Math.floor(chance() * 5)
      const added = Math.floor(chance() * (apart + 1))
      const order = drawn(size + added)
      const [one, other] = [order.slice(0, size), order.slice(apart - added, size + added)]
      const first = tell('one', one, [])
      const second = tell(pair % 2 === 0 ? 'one' : 'other', other, first.keep)
      if ('hidden' in second.told || isSame(first.told, second.told)) safe++
    }
    expect(safe).toBeGreaterThanOrEqual(9_500)
  })

  it('of groups that are far from each other is told, and of the same group the same', () => {
    let told = 0
    for (let pair = 0; pair < 300; pair++) {
      const order = drawn(60)
      const [one, other] = [order.slice(0, 30), order.slice(30, 60)]
      const { keep } = tell('one', one, [])
      if (!('hidden' in tell('other', other, keep).told)) told++
      expect(tell('one', one, keep).told).toEqual({ about: 30 })
    }
    expect(told).toBeGreaterThan(290)
  })
})
