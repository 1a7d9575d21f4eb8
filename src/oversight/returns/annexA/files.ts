import { lists, type Column } from '../../../../content/returns/annexA/lists.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { workbookOf } from '../../../record/outputs/formats/workbook.ts'
import type { ReturnChild } from '../model.ts'

const kindOf = { text: 'words', code: 'words', date: 'day', integer: 'number' } as const satisfies Record<Column['type'], string>
export const annexName = (on: PlainDate | string): string => `annex_a_${on}.xlsx`
/** All eleven lists as sheets of one workbook, children in the order given. */
export const annexWorkbook = (children: readonly ReturnChild[]): Uint8Array => workbookOf(lists.map(({ name, columns }) => ({
  name, columns: columns.map((column) => ({ title: column.name, kind: kindOf[column.type] })), rows: children.flatMap(({ rows }) => rows[name] ?? []),
})))
