import { columns, tableNames, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { valueOf } from './identity.ts'
import type { Account903, Aside, Counts, GivenChild, Group } from './model.ts'

/** One thing that was not simply taken: the row it stands in, what of it, why, and how many values. */
export type Found = Readonly<{ row: number; path: string; outcome: 'kept aside' | 'refused'; reason: string; values: number }>

const filled = (table: TableName, cells: readonly string[]): readonly string[] => columns[table].filter((column) => valueOf(table, cells, column) !== '')

/** A day of birth or sex that another table tells otherwise than the header. */
export function told(child: GivenChild): readonly Aside[] {
  const header = child.rows.Header?.[0]
  if (!header) return []
  return tableNames.flatMap((table) => (table === 'Header' ? [] : (child.rows[table] ?? []).flatMap(({ at, cells }): Aside[] => ['DOB', 'SEX'].flatMap((column): Aside[] => {
    const value = valueOf(table, cells, column)
    return value && value !== valueOf('Header', header.cells, column) ? [{ table, row: at, columns: [column], reason: 'the header says otherwise' }] : []
  }))))
}

/** What became of each value of a child that was not empty. Of a value with two reasons the first counts. */
export function accountOf(child: GivenChild, aside: readonly Aside[]): Readonly<{ counts: Counts; found: readonly Found[] }> {
  const counts: Counts = { read: 0, taken: 0, keptAside: 0, refused: 0 }
  const found: Found[] = []
  for (const table of tableNames) {
    for (const { at, cells } of child.rows[table] ?? []) {
      const left = new Set(filled(table, cells))
      counts.read += left.size
      for (const one of aside.filter((each) => each.table === table && each.row === at)) {
        const which = one.columns.length > 0 ? one.columns.filter((column) => left.delete(column)) : [...left].filter((column) => column !== 'CHILD' && left.delete(column))
        if (which.length === 0) continue
        counts.keptAside += which.length
        for (const path of one.columns.length > 0 ? which.map((column) => `${table}/${column}`) : [table]) found.push({ row: at, path, outcome: 'kept aside', reason: one.reason, values: one.columns.length > 0 ? 1 : which.length })
      }
      counts.taken += left.size
    }
  }
  return { counts, found }
}

/** Adds up the account of a whole return. */
export function openAccount() {
  const counts: Counts = { read: 0, taken: 0, keptAside: 0, refused: 0 }
  const groups = new Map<string, Group>()
  return {
    counts,
    /** All of one child. */
    of(one: Readonly<{ counts: Counts; found: readonly Found[] }>) {
      this.add(one.counts)
      this.find(one.found)
    },
    find(found: readonly Found[]) {
      for (const { outcome, path, reason, values, row } of found) {
        const key = JSON.stringify([outcome, path, reason])
        const group = groups.get(key) ?? { outcome, path, reason, count: 0, elements: 0, lines: [] }
        group.count++
        group.elements += values
        if (group.lines.length < 20) group.lines.push(row)
        groups.set(key, group)
      }
    },
    add(one: Counts) {
      counts.read += one.read
      counts.taken += one.taken
      counts.keptAside += one.keptAside
      counts.refused += one.refused
    },
    close: (children: number, rows: number, remarks: readonly string[], yearRemark: string | null): Account903 => ({
      yearRemark, children, rows, counts, remarks, balanced: counts.taken + counts.keptAside + counts.refused === counts.read,
      findings: [...groups.values()].sort((a, b) => b.outcome.localeCompare(a.outcome) || a.path.localeCompare(b.path) || b.count - a.count),
    }),
  }
}

/** The account in words, for the command line. */
export function accountText({ counts, findings, remarks, children, rows, balanced, yearRemark }: Account903): string {
  const number = (value: number) => value.toLocaleString('en-GB')
  return [
    ...(yearRemark ? [yearRemark] : []), ...remarks,
    `${number(children)} children, ${number(rows)} rows, ${number(counts.read)} values: ${number(counts.taken)} taken into the record, ${number(counts.keptAside)} kept as they came, ${number(counts.refused)} refused.${balanced ? '' : ' This does not balance: tell those who look after Kith.'}`,
    ...findings.map((one) => `  ${number(one.elements).padStart(7)}  ${one.path}: ${one.outcome}: ${one.reason}`),
  ].join('\n')
}
