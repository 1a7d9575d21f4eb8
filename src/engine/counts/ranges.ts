import type { Family } from './together.ts'

export type Range = readonly [low: number, high: number]

/**
 * What can be worked out by subtraction: the narrowest range of each count, and of what is left of each family, that agrees with all ranges together. A whole is its parts and
 * what is left of it, and nobody is counted less than never.
 */
export function rangesOf(start: ReadonlyMap<string, Range>, families: readonly Family[]): Readonly<{ ranges: ReadonlyMap<string, Range>; rests: readonly Range[] }> {
  const ranges = new Map(start)
  const rests = families.map(({ all }): Range => [0, all ? 0 : Infinity])
  const of = (question: string): Range => ranges.get(question) ?? [0, Infinity]
  const narrower = ([low, high]: Range, [least, most]: Range): Range => [Math.max(low, least), Math.min(high, most)]
  for (let changed = true; changed;) {
    changed = false
    const keep = (question: string, range: Range) => {
      const [low, high] = of(question)
      if (range[0] === low && range[1] === high) return
      ranges.set(question, range)
      changed = true
    }
    families.forEach(({ whole, parts }, i) => {
      const [restLow, restHigh] = rests[i] ?? [0, Infinity]
      const sum = (side: 0 | 1) => parts.reduce((all, part) => all + of(part)[side], side === 0 ? restLow : restHigh)
      keep(whole, narrower(of(whole), [sum(0), sum(1)]))
      for (const part of parts) {
        const others = (side: 0 | 1) => parts.reduce((all, other) => (other === part ? all : all + of(other)[side]), side === 0 ? restLow : restHigh)
        keep(part, narrower(of(part), [of(whole)[0] - others(1), of(whole)[1] - others(0)]))
      }
      const partly = (side: 0 | 1) => parts.reduce((all, part) => all + of(part)[side], 0)
      const rest = narrower([restLow, restHigh], [of(whole)[0] - partly(1), of(whole)[1] - partly(0)])
      if (rest[0] !== restLow || rest[1] !== restHigh) { rests[i] = rest; changed = true }
    })
  }
  return { ranges, rests }
}
