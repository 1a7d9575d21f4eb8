import { listNames, lists, type Column, type ListName } from '../../../../content/returns/annexA/lists.ts'
import { isPlainDate } from '../../../kernel/dates.ts'
import type { ReturnChild } from '../model.ts'
import type { FoundIn } from '../rules/check903.ts'

/** Each column is one rule: its list and its place in it, as 0825. */
export const ruleOf = (list: ListName, at: number): string => `${String(listNames.indexOf(list) + 1).padStart(2, '0')}${String(at + 1).padStart(2, '0')}`
const reads = (column: Column, cell: string): boolean => (cell === '' ? column.required !== true : column.type === 'date' ? isPlainDate(cell) : column.type === 'integer' ? /^\d{1,6}$/.test(cell) : column.type === 'code' ? column.words?.includes(cell) === true : true)
const asks: Readonly<Record<Column['type'], string>> = { text: 'words', date: 'a day', integer: 'a whole number', code: 'one of its words' }

/** What each rule tells whoever can put it right. */
export const annexRules: readonly Readonly<{ number: string; words: string }>[] = lists.flatMap((list) => list.columns.map((column, at) => ({
  number: ruleOf(list.name, at), words: `${list.name}, ${list.title.toLowerCase()}: “${column.name}” holds ${asks[column.type]}${column.required ? ' and is not empty' : ', or is empty'}.`,
})))

/** What does not fit the columns of the lists. Rows are counted through each list. */
export function checkAnnexA(children: readonly ReturnChild[]): readonly FoundIn[] {
  const found: FoundIn[] = []
  for (const { name, columns } of lists) {
    let row = 0
    for (const child of children) {
      for (const cells of child.rows[name] ?? []) {
        row++
        columns.forEach((column, at) => {
          if (!reads(column, cells[at] ?? '')) found.push({ personId: child.personId, child: child.number, rule: ruleOf(name, at), severity: 'error', table: name, row, fields: [column.name] })
        })
      }
    }
  }
  return found
}
