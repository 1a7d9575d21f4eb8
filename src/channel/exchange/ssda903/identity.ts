import { ethnicities } from '../../../../content/codes/person.ts'
import { columns, returnDay, tableNames, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { codeOfReturn } from '../../../kernel/codes.ts'
import type { Aside, GivenChild, Identity } from './model.ts'

/** The value of a column, without blanks around it. */
export function valueOf(table: TableName, cells: readonly string[], column: string): string {
  const names: readonly string[] = columns[table]
  return (cells[names.indexOf(column)] ?? '').trim()
}

const sexes: Readonly<Record<string, string>> = { 1: 'male', 2: 'female', M: 'male', F: 'female' }

/** Who the header says a child is. What it says that no list knows stays as it came. */
export function identityOf(child: GivenChild, today: string): Readonly<{ identity: Identity; aside: readonly Aside[] }> {
  const [header, ...more] = child.rows.Header ?? []
  const aside: Aside[] = more.map(({ at }) => ({ table: 'Header' as const, row: at, columns: [], reason: 'the child has a header already' }))
  const said = (column: string) => (header ? valueOf('Header', header.cells, column) : '')
  const keep = (column: string, reason: string) => { if (header && said(column)) aside.push({ table: 'Header', row: header.at, columns: [column], reason }) }
  const bornIn = tableNames.flatMap((table) => (child.rows[table] ?? []).map(({ cells }) => valueOf(table, cells, 'DOB'))).find((text) => returnDay(text))
  const born = returnDay(said('DOB')) ?? (header ? undefined : returnDay(bornIn ?? ''))
  const bornOn = born && born <= today ? born : null
  if (!bornOn) keep('DOB', 'it is no day on which the child can have been born')
  const sex = sexes[said('SEX').toUpperCase()] ?? ''
  if (!sex) keep('SEX', 'no code of the return')
  const ethnicity = codeOfReturn(ethnicities, said('ETHNIC').toUpperCase()) ?? ''
  if (!ethnicity) keep('ETHNIC', 'no code of the return')
  const upn = /^[A-Z][0-9]{11}[0-9A-Z]$/.test(said('UPN').toUpperCase()) ? said('UPN').toUpperCase() : ''
  if (!upn) keep('UPN', 'no unique pupil number')
  return { identity: { upn, bornOn, sex, ethnicity }, aside }
}
