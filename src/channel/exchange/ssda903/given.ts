import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { columns } from '../../../../content/returns/ssda903/tables.ts'
import { readRows903, type NotRead } from '../returns/ssda903Folder.ts'
import { readRowsXml903 } from '../returns/ssda903Xml.ts'
import type { GivenChild } from './model.ts'

/** Columns that no table of SSDA903 has, by file, with how many values stood in them. */
export type StrangeColumn = Readonly<{ file: string; column: string; values: number }>
export type Given = Readonly<{ sha256: string; children: readonly GivenChild[]; rows: number; remarks: readonly string[]; strange: readonly StrangeColumn[] }>

/** Reads a whole return to the letter, a folder of CSV files or one XML file, with the mark by which the same content is known again. */
export async function readGiven903(named: string): Promise<Given | NotRead> {
  const children = new Map<string, GivenChild>()
  const strange: StrangeColumn[] = []
  const hash = createHash('sha256')
  const rows = statSync(named).isDirectory() ? readRows903 : readRowsXml903
  const read = await rows(named, (table, at, number, cell) => {
    const cells = columns[table].map((column) => cell(column) ?? '')
    hash.update(JSON.stringify([table, cells]))
    let child = children.get(number)
    if (!child) children.set(number, (child = { number, ordinal: children.size + 1, rows: {} }))
    ;(child.rows[table] ??= []).push({ at, cells })
  }, (file, found) => { for (const [column, values] of found) strange.push({ file, column, values }) })
  if ('sentence' in read) return read
  return { sha256: hash.digest('hex'), children: [...children.values()], rows: read.rows, remarks: read.remarks, strange }
}
