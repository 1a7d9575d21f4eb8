import type { ReturnRow } from './model.ts'
import { numbered, shelf } from './shelf.ts'

/** Finds values that stand with two children of a whole return. What it holds of each is a few bytes: the value, the child and the row, never an object. */
export function twiceOver() {
  const numberOf = numbered()
  const [children, tables] = [shelf(), shelf()]
  const tableNumber = numbered()
  let rows = new Uint32Array(512)
  const told = new Set<number>()
  const found: (readonly [string, ReturnRow])[] = []
  const own = (text: string): string => { const short = shelf(); return short.at(short.add(text)) }

  const keep = (number: number, child: string, { table, at }: ReturnRow): void => {
    children.add(child)
    const named = tableNumber(table)
    if (!named.known) tables.add(table)
    if (number * 2 + 1 >= rows.length) {
      const wider = new Uint32Array(rows.length * 2)
      wider.set(rows)
      rows = wider
    }
    rows[number * 2] = named.number
    rows[number * 2 + 1] = at
  }
  return {
    see(value: string, child: string, { table, at }: ReturnRow): void {
      if (value === '') return
      const { number, known } = numberOf(value)
      if (!known) return keep(number, child, { table, at })
      if (!told.has(number)) found.push([children.at(number), { table: tables.at(rows[number * 2] ?? 0), at: rows[number * 2 + 1] ?? 0 }])
      told.add(number)
      found.push([own(child), { table, at }])
    },
    found: () => found,
  }
}
