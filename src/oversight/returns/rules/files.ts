import { tableNames } from '../../../../content/returns/ssda903/tables.ts'
import { annexName, annexWorkbook } from '../annexA/files.ts'
import { censusFile } from '../cin/files.ts'
import { unknownAuthority, type Counts, type Made, type ReturnChild } from '../model.ts'
import { csvFiles, inOrder, xmlFile, type File } from './files903.ts'

type Which = Pick<Made, 'kind' | 'year' | 'asAt'> & Readonly<{ counts: Counts | null }>
const xmlName = ({ kind, year }: Which): string => `${kind}_${year}.xml`

/** The files of a return as they go to the department. */
export function filesIn(made: Which, children: readonly ReturnChild[]): readonly File[] {
  if (made.kind === 'annexA') return [{ name: annexName(made.asAt ?? ''), text: '', bytes: annexWorkbook(inOrder(children)) }]
  if (made.kind === 'cin') return [{ name: xmlName(made), text: censusFile(made.year, made.counts?.authority ?? unknownAuthority, inOrder(children)) }]
  return [...csvFiles(children), { name: xmlName(made), text: xmlFile(children) }]
}

/** Their names, each with the table it holds where it holds one. */
export const fileNames = (made: Which): readonly Readonly<{ name: string; table?: string }>[] =>
  (made.kind === 'annexA' ? [{ name: annexName(made.asAt ?? '') }] : made.kind === 'cin' ? [{ name: xmlName(made) }] : [...csvFiles([]).map((file, at) => ({ name: file.name, table: tableNames[at] ?? '' })), { name: xmlName(made) }])
