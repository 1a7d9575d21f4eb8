import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highest, lowest, sketchOf, type Told } from './masked.ts'
import { tellTogether, type Beyond, type Family, type ToldBefore } from './together.ts'

/** The same 128 bits for the same person, as the council's key would make them. */
const bits = (person: string) => [1, 2, 3, 4].map((seed) => { let x = seed * 0x9e3779b9; for (const sign of person) x = Math.imul(x ^ sign.charCodeAt(0), 0x85ebca6b) ^ (x >>> 13); x = Math.imul(x ^ (x >>> 16), 0x7feb352d); x = Math.imul(x ^ (x >>> 15), 0x846ca68b); return (x ^ (x >>> 16)) >>> 0 })
const people = (from: number, size: number) => Array.from({ length: size }, (_, i) => `person${from + i}`)
const beyond = (question: string, some: readonly string[]): Beyond => ({ question, people: new Set(some), sketch: sketchOf(some.map(bits)) })
const families: readonly Family[] = [{ whole: 'all', parts: ['a', 'b'] }, { whole: 'a', parts: ['a1'] }]
/** Of a1 there are so many, besides of a, of b, and of neither. */
type Cells = readonly [a1: number, a: number, b: number, rest: number]
const asked = (cells: Cells): Beyond[] => {
  const [a1, a, b, rest] = cells.map((size, cell) => people(cell * 1_000, size))
  if (!a1 || !a || !b || !rest) throw new Error('Four cells.')
  return [beyond('all', [...a1, ...a, ...b, ...rest]), beyond('a', [...a1, ...a]), beyond('b', b), beyond('a1', a1)]
}
const countsIn = ([a1, a, b, rest]: Cells) => ({ all: a1 + a + b + rest, a: a1 + a, b, a1 })
/** All that can be wanted of them, by any subtraction. */
const wanted: readonly ((cells: Cells) => number)[] = [([a1]) => a1, ([, a]) => a, ([, , b]) => b, ([, , , rest]) => rest, ([a1, a]) => a1 + a, ([, a, b]) => a + b, ([, , b, rest]) => b + rest, ([a1, , , rest]) => a1 + rest, (cells) => countsIn(cells).all]

const questions = ['all', 'a', 'b', 'a1'] as const
type Question = (typeof questions)[number]

describe('Counts beyond one’s sight that are told together', () => {
  it('are told as they were, as long as few people came or went, and anew when many did', () => {
    const first = tellTogether([beyond('all', people(0, 23))], [], [])
    expect(first.told.get('all')).toEqual({ about: 25 })
    expect(tellTogether([beyond('all', people(0, 22))], [], first.keep)).toMatchObject({ keep: [] })
    expect(tellTogether([beyond('all', people(0, 22))], [], first.keep).told.get('all')).toEqual({ about: 25 })
    expect(tellTogether([beyond('all', people(0, 60))], [], first.keep).told.get('all')).toEqual({ about: 60 })
  })
  it('are not told where another that differs by one to five people was told otherwise', () => {
    const { told } = tellTogether([beyond('all', people(0, 40)), beyond('a', people(0, 36)), beyond('b', people(0, 12))], [], [])
    expect([...told.values()]).toEqual([{ about: 40 }, { hidden: true }, { about: 10 }])
  })
  it('leave open what is left of a family: four tens that are twelve, and 55 that are 53, would tell of five', () => {
    const sizes = [12, 12, 12, 12, 5]
    const parts = sizes.map((size, i) => people(i * 100, size))
    const { told } = tellTogether([beyond('all', parts.flat()), ...parts.map((part, i) => beyond(`p${i}`, part))], [{ whole: 'all', parts: sizes.map((_, i) => `p${i}`), all: true }], [])
    expect([...told.values()].slice(0, 4)).toEqual([{ about: 55 }, { about: 10 }, { about: 10 }, { about: 10 }])
    expect([...told.values()].some((one) => 'hidden' in one)).toBe(true)
  })
  const cell = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 14 }))
  const orders = fc.array(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 1, maxLength: 4 })
  it.each([[false], [true]])('whatever is asked in whatever order, no count below six can be worked out by any subtraction (nobody is left of the whole: %s)', (nobodyLeft) => {
    fc.assert(fc.property(cell, cell, cell, cell, orders, (a1, a, b, left, rounds) => {
      const cells: Cells = [a1, a, b, nobodyLeft ? 0 : left]
      const groups = asked(cells)
      const known: { question: Question; answer: Told }[] = []
      let before: ToldBefore[] = []
      for (const order of rounds) {
        const { told, keep } = tellTogether(order.flatMap((i) => groups[i] ?? []), nobodyLeft ? families.map((one) => (one.whole === 'all' ? { ...one, all: true } : one)) : families, before)
        before = [...before, ...keep]
        for (const question of questions) { const answer = told.get(question); if (answer) known.push({ question, answer }) }
      }
      const left20 = nobodyLeft ? 0 : 20
      const values = wanted.map(() => new Set<number>())
      for (let i = 0; i <= 20; i++) for (let j = 0; j <= 20; j++) for (let k = 0; k <= 20; k++) for (let l = 0; l <= left20; l++) {
        const world: Cells = [i, j, k, l]
        const counts = countsIn(world)
        if (known.every(({ question, answer }) => counts[question] >= lowest(answer) && counts[question] <= highest(answer))) wanted.forEach((want, at) => values[at]?.add(want(world)))
      }
      wanted.forEach((want, at) => { if (want(cells) < 6 && !(nobodyLeft && at === 3)) expect(values[at]?.size).toBeGreaterThan(1) })
    }), { numRuns: 60 })
  })
  it('asked again and again while people come and go whose number the reader knows: a count below six stays open as far as “fewer than 6” leaves it', () => {
    fc.assert(fc.property(cell, fc.array(fc.integer({ min: -20, max: 25 }), { minLength: 1, maxLength: 6 }), (start, changes) => {
      const known: { shift: number; answer: Told }[] = []
      let [size, before]: [number, readonly ToldBefore[]] = [start, []]
      const shifts = [0]
      for (const by of [0, ...changes]) {
        size = Math.max(0, size + by)
        shifts.push(size - start)
        const { told, keep } = tellTogether([beyond('all', people(0, size))], [], before)
        before = [...before, ...keep]
        const answer = told.get('all')
        if (answer && keep.length > 0) known.push({ shift: size - start, answer })
      }
      const agrees = (statements: typeof known) => Array.from({ length: 160 }, (_, i) => i - 100).filter((world) => statements.every(({ shift, answer }) => world + shift >= lowest(answer) && world + shift <= highest(answer)))
      if (shifts.some((shift) => start + shift < 6) && agrees(known.filter(({ answer }) => 'few' in answer)).length > 2) expect(agrees(known).length).toBeGreaterThan(1)
    }), { numRuns: 500 })
  })
})
