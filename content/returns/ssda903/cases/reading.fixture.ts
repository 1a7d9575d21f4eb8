import { plain } from '../../../../src/kernel/dates.ts'
import { child903, year903, type Child903, type Place, type Provider, type Year903 } from '../child.ts'
import { addRow, noRows, tableNames, type TableName } from '../tables.ts'

/**
 * A rule and both its sides, as rows of one child: `Episodes DECOM=01/06/2025 RNE=S`. What is not said is blank; `_` stands for a space;
 * `last.Episodes …` is a row of last year’s return. The year is 2026 unless the case says another.
 */
export type Case = readonly [rule: string, breaks: readonly string[], keeps: readonly string[], year?: number]

/** Columns that a file may have or not. */
const stated = new Set(['UASC', 'PL_LA', 'PL_DISTANCE', 'PL_LOCATION'])
const isTable = (name: string): name is TableName => tableNames.some((table) => table === name)

export function childOf(lines: readonly string[], id = '1'): Child903 {
  const [now, before] = [noRows(), noRows()]
  const counts = new Map<string, number>()
  for (const line of lines) {
    const [where = '', ...cells] = line.split(' ')
    const last = where.startsWith('last.')
    const table = last ? where.slice(5) : where
    if (!isTable(table)) throw new Error(`no table ${table}`)
    const at = (counts.get(where) ?? 0) + 1
    counts.set(where, at)
    const said = new Map(cells.map((cell) => { const [name = '', value = ''] = cell.split('='); return [name, value.replaceAll('_', ' ')] as const }))
    addRow(last ? before : now, table, at, (column) => (column === 'CHILD' ? id : stated.has(column) ? said.get(column) : (said.get(column) ?? '')))
  }
  return child903(id, now, before)
}

const providers: readonly Provider[] = [
  { urn: 'SC100', postcode: 'AB11AA', authority: 'E1', places: ['K2'], providers: ['PR1', 'PR4'], opensOn: plain('2020-01-01'), closesOn: undefined },
  { urn: 'SC300', postcode: 'AB12BB', authority: 'E1', places: ['U1', 'U4', 'U6', 'A5', 'K2'], providers: ['PR1', 'PR4'], opensOn: plain('2015-01-01'), closesOn: undefined },
  { urn: 'SC200', postcode: 'AB12BB', authority: 'E2', places: ['U1', 'U4'], providers: ['PR4'], opensOn: plain('2020-01-01'), closesOn: plain('2025-09-01') },
]
const places: Readonly<Record<string, Place>> = {
  AB11AA: { authority: 'E1', east: 400_000, north: 300_000 }, AB12BB: { authority: 'E2', east: 416_093, north: 300_000 }, ZE10AA: { authority: 'S1', east: 447_000, north: 1_141_000 }, CF11AA: { authority: 'W1', east: 318_000, north: 176_000 },
}

export const yearOf = (year = 2026): Year903 => year903(year, {
  authority: 'E1', provider: (urn) => providers.find((one) => one.urn === urn), place: (postcode) => places[postcode.replace(/\s/g, '')],
})
