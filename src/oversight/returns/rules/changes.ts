import { columns, tableNames, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { lists, type ListName } from '../../../../content/returns/annexA/lists.ts'
import { differencesIn } from '../cin/files.ts'
import type { ReturnChild } from '../model.ts'

/** What is different about one child between two returns, in words of tables and columns, never a value. */
export type Change = Readonly<{ number: string; personId: string; what: 'came' | 'went' | 'changed'; where: readonly string[] }>

/** Each table or list with the names of its columns. */
type Named = Readonly<{ table: TableName | ListName; names: readonly string[] }>
const tables: readonly Named[] = [...tableNames.map((table) => ({ table, names: columns[table] })), ...lists.map(({ name, columns: of }) => ({ table: name, names: of.map((column) => column.name) }))]

/** Children that came, went or are told differently in the second. */
export function changesBetween(before: readonly ReturnChild[], after: readonly ReturnChild[]): readonly Change[] {
  const was = new Map(before.map((child) => [child.number, child]))
  const is = new Set(after.map((child) => child.number))
  const changed = after.flatMap((child): Change[] => {
    const old = was.get(child.number)
    if (!old) return [{ number: child.number, personId: child.personId, what: 'came', where: [] }]
    const where = old.rows.Child && child.rows.Child ? differencesIn(old.rows.Child, child.rows.Child) : tables.flatMap(({ table, names }) => {
      const [then, now] = [old.rows[table] ?? [], child.rows[table] ?? []]
      if (then.length !== now.length) return [`${table}: ${then.length} ${then.length === 1 ? 'row' : 'rows'}, now ${now.length}`]
      const different = names.filter((_, at) => then.some((row, n) => row[at] !== now[n]?.[at]))
      return different.length > 0 ? [`${table}: ${different.join(', ')}`] : []
    })
    return where.length > 0 ? [{ number: child.number, personId: child.personId, what: 'changed', where }] : []
  })
  const went = before.filter((child) => !is.has(child.number)).map((child): Change => ({ number: child.number, personId: child.personId, what: 'went', where: [] }))
  return [...changed, ...went].sort((a, b) => (a.number < b.number ? -1 : 1))
}
