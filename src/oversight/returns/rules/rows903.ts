import { columns, tableNames, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { isPlainDate } from '../../../kernel/dates.ts'
import type { CareFacts } from '../../../record/care/returns/model.ts'
import type { RowsOfChild } from '../model.ts'

/** A value as the department's files write it: days as 31/03/2026, nothing as an empty text. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' && isPlainDate(value)) return `${value.slice(8)}/${value.slice(5, 7)}/${value.slice(0, 4)}`
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Until 2024 sex was told by a number. Source: the SSDA903 code lists of 2017 to 2024 and of 2025. */
const sexIn = (year: number, value: string): string => (year >= 2025 ? value : value === 'M' ? '1' : value === 'F' ? '2' : '')
const rowOf = (year: number, table: TableName, number: string, row: Readonly<Record<string, unknown>>): string[] =>
  columns[table].map((column) => (column === 'CHILD' ? number : column === 'SEX' ? sexIn(year, cell(row[column])) : cell(row[column])))

/** The rows of every child as they stand in the files, by the person they are about. `numberOf`: the child's number in every return. */
export function rowsByChild(facts: CareFacts, numberOf: (personId: string) => string): ReadonlyMap<string, RowsOfChild> {
  const children = new Map<string, { [T in TableName]?: string[][] }>(facts.Header.map((header) => [header.personId, {}]))
  for (const table of tableNames) {
    for (const row of facts[table]) {
      const mine = children.get(row.personId)
      if (mine) (mine[table] ??= []).push(rowOf(facts.year, table, numberOf(row.personId), row))
    }
  }
  return children
}
