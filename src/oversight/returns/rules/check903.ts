import { child903, year903 } from '../../../../content/returns/ssda903/child.ts'
import { ssda903Rules } from '../../../../content/returns/ssda903/rules.ts'
import { addRow, columns, noRows, tableNames, type Tables } from '../../../../content/returns/ssda903/tables.ts'
import type { Finding, Need } from '../../../engine/returns/model.ts'
import { checking, rulesOf } from '../../../engine/returns/run.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { hasIn, type Lists } from '../lists/model.ts'
import type { ReturnChild, RowsOfChild } from '../model.ts'

/** Rows as they stand in the files, as the rules read them. Rows are counted through the whole return, as in its files. */
export function tablesOf(rows: RowsOfChild, count: Map<string, number>): Tables {
  const tables = noRows()
  for (const table of tableNames) {
    for (const row of rows[table] ?? []) {
      const at = (count.get(table) ?? 0) + 1
      count.set(table, at)
      const cells = new Map<string, string>(columns[table].map((column, place) => [column, row[place] ?? '']))
      addRow(tables, table, at, (column) => cells.get(column))
    }
  }
  return tables
}

export type FoundIn = Finding & Readonly<{ personId: string }>

/** What rules ask for and is not there: they are not run. */
export function needsMissing(last: unknown, lists: Lists): readonly Need[] {
  const has = hasIn(lists)
  return (['last year', 'authority', 'provider list', 'postcode list'] as const).filter((need) => (need === 'last year' ? last === undefined : !has.has(need)))
}

/** What the department's rules of that year find in a return. `closes`: the day as at which it was made, where the year goes on. `last`: the rows of the year before, by the child's number, where that return was sent. `lists`: of others, as far as they are here. */
export function check903(year: number, children: readonly ReturnChild[], last?: ReadonlyMap<string, RowsOfChild>, closes?: PlainDate, lists: Lists = {}): readonly FoundIn[] {
  const { run } = rulesOf(ssda903Rules, year, (need) => !needsMissing(last, lists).includes(need))
  const check = checking(run, year903(year, { ...lists, ...(closes ? { closes } : {}) }))
  const count = new Map<string, number>()
  const lastCount = new Map<string, number>()
  const whose = new Map(children.map((child) => [child.number, child.personId]))
  const found: FoundIn[] = []
  const add = (findings: Iterable<Finding>) => { for (const one of findings) found.push({ ...one, personId: whose.get(one.child) ?? '' }) }
  for (const { number, rows } of children) {
    const before = last?.get(number)
    add(check.child(child903(number, tablesOf(rows, count), before ? tablesOf(before, lastCount) : undefined)))
  }
  add(check.end())
  return found
}
