import type { ReturnRow } from './model.ts'

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]
/** A text of its own: one that was cut out of a file keeps the whole piece of the file in memory. */
const own = (text: string): string => decoder.decode(encoder.encode(text))

/** Finds values that stand with two children of a whole return. What it holds is a number, a child and a row of each, never the row itself. */
export function twiceOver() {
  const first = new Map<string, readonly [string, ReturnRow]>()
  const told = new Set<string>()
  const found: (readonly [string, ReturnRow])[] = []
  return {
    see(value: string, child: string, { table, at }: ReturnRow): void {
      if (value === '') return
      const other = first.get(value)
      if (!other) return void first.set(own(value), [own(child), { table, at }])
      if (!told.has(value)) found.push(other)
      told.add(own(value))
      found.push([own(child), { table, at }])
    },
    found: () => found,
  }
}
