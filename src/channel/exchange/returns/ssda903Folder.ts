import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addRow, columns, noRows, tableNames, type TableName, type Tables } from '../../../../content/returns/ssda903/tables.ts'
import { csvReader } from '../../../kernel/csv.ts'
import { textReader } from '../cin/encoding.ts'

export type Given903 = Readonly<{ children: ReadonlyMap<string, Tables>; tables: ReadonlySet<string>; rows: number; remarks: readonly string[] }>
/** Why nothing was read, as one sentence. */
export type NotRead = Readonly<{ sentence: string }>

type Heading = Readonly<{ table: TableName; at: ReadonlyMap<string, number> }>

/** The table whose columns all stand in the header, in whatever order and case; of several the one with most columns. */
function headingOf(header: readonly string[]): Heading | undefined {
  const at = new Map(header.map((name, place) => [name.trim().toUpperCase(), place]))
  const fits = tableNames.filter((table) => columns[table].every((column) => at.has(column)))
  const table = fits.toSorted((a, b) => columns[b].length - columns[a].length)[0]
  return table ? { table, at } : undefined
}

async function* rowsIn(file: string): AsyncGenerator<readonly string[]> {
  const reader = csvReader()
  let decode: ReturnType<typeof textReader> | undefined
  for await (const piece of createReadStream(file)) {
    if (!(piece instanceof Uint8Array)) continue
    decode ??= textReader(piece.subarray(0, 1024))
    yield* reader.read(decode(piece, false))
  }
  yield* reader.end()
}

type Children = Map<string, ReturnType<typeof noRows>>

async function readTable(file: string, name: string, children: Children, read: Map<TableName, string>, remarks: string[]): Promise<number> {
  let heading: Heading | undefined
  let at = 0
  for await (const cells of rowsIn(file)) {
    if (!heading) {
      heading = headingOf(cells)
      if (!heading) {
        remarks.push(`${name} was left out: its first line is the header of no table of SSDA903.`)
        return 0
      }
      const before = read.get(heading.table)
      if (before) {
        remarks.push(`${name} was left out: it holds ${heading.table}, which was read from ${before}.`)
        return 0
      }
      read.set(heading.table, name)
      continue
    }
    at++
    if (cells.length === 1 && cells[0]?.trim() === '') continue
    const { at: places, table } = heading
    const cell = (column: string) => {
      const place = places.get(column)
      return place === undefined ? undefined : (cells[place] ?? '')
    }
    const id = (cell('CHILD') ?? '').trim()
    let rows = children.get(id)
    if (!rows) children.set(id, (rows = noRows()))
    addRow(rows, table, at, cell)
  }
  return at
}

/** Reads the CSV files of one year's return: each table known by its header, rows counted from 1 below it. */
export async function readFolder903(folder: string): Promise<Given903 | NotRead> {
  const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv')).sort()
  if (names.length === 0) return { sentence: `There is no CSV file in ${folder}. A return has one for each table: header.csv, episodes.csv and so on.` }
  const children: Children = new Map()
  const read = new Map<TableName, string>()
  const remarks: string[] = []
  let rows = 0
  for (const name of names) {
    const file = join(folder, name)
    if (!statSync(file).isFile()) continue
    try {
      rows += await readTable(file, name, children, read, remarks)
    } catch (problem) {
      if (!(problem instanceof TypeError || problem instanceof RangeError)) throw problem
      return { sentence: `${name} holds letters that are not of its encoding. Save it as UTF-8 and check it again.` }
    }
  }
  if (read.size === 0) return { sentence: `None of the ${names.length} CSV files in ${folder} begins with the header of a table of SSDA903, such as CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB.` }
  for (const table of tableNames) if (!read.has(table)) remarks.push(`There is no file of ${table}: the rules that read it were not run.`)
  return { children, tables: new Set(read.keys()), rows, remarks }
}
