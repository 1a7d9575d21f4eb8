import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addRow, columns, noRows, tableNames, type Cell, type TableName, type Tables } from '../../../../content/returns/ssda903/tables.ts'
import { csvReader } from '../../../kernel/csv.ts'
import { textReader } from '../cin/encoding.ts'

export type Given903 = Readonly<{ children: ReadonlyMap<string, Tables>; tables: ReadonlySet<string>; rows: number; remarks: readonly string[] }>
/** Which children are held: all of them, or one share of a return that is too large to hold. */
export type Keep = (childId: string) => boolean
const everyChild: Keep = () => true
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

/** What is done with each row: `at` is its number below the heading, `id` the child's number without blanks around it. */
export type EachRow = (table: TableName, at: number, id: string, cell: Cell) => void
/** Told of columns that a table does not have, with how many values stood in them. */
export type Strange = (file: string, columns: ReadonlyMap<string, number>) => void
const known = (table: TableName, column: string): boolean => columns[table].some((one) => one === column)

type Children = Map<string, ReturnType<typeof noRows>>

/** The child's rows, made when the first of them comes. */
function rowsOf(children: Children, id: string): ReturnType<typeof noRows> {
  const known = children.get(id)
  if (known) return known
  const rows = noRows()
  children.set(id, rows)
  return rows
}

/** Takes the rows of one file: the heading first, then a row at a time. `left` says why the file is none of ours. */
function tableTaker(name: string, read: Map<TableName, string>, each: EachRow) {
  let heading: Heading | undefined
  let cells: readonly string[] = []
  const cell = (column: string): string | undefined => {
    const place = heading?.at.get(column)
    return place === undefined ? undefined : (cells[place] ?? '')
  }
  const taker = {
    at: 0,
    left: '',
    /** Columns that the table does not have, with how many values stood in them. */
    strange: new Map<string, number>(),
    take(next: readonly string[]): void {
      if (taker.left) return
      if (!heading) {
        heading = headingOf(next)
        const before = heading ? read.get(heading.table) : undefined
        if (!heading) taker.left = `${name} was left out: its first line is the header of no table of SSDA903.`
        else if (before) taker.left = `${name} was left out: it holds ${heading.table}, which was read from ${before}.`
        else read.set(heading.table, name)
        return
      }
      taker.at++
      cells = next
      if (next.length === 1 && next[0]?.trim() === '') return
      each(heading.table, taker.at, (cell('CHILD') ?? '').trim(), cell)
      for (const [column, place] of heading.at) if (next[place] && !known(heading.table, column)) taker.strange.set(column, (taker.strange.get(column) ?? 0) + 1)
    },
  }
  return taker
}

async function readTable(file: string, name: string, read: Map<TableName, string>, remarks: string[], each: EachRow, strange?: Strange): Promise<number> {
  const reader = csvReader()
  const taker = tableTaker(name, read, each)
  let decode: ReturnType<typeof textReader> | undefined
  for await (const piece of createReadStream(file)) {
    if (!(piece instanceof Uint8Array)) continue
    decode ??= textReader(piece.subarray(0, 1024))
    for (const cells of reader.read(decode(piece, false))) taker.take(cells)
    if (taker.left) break
  }
  for (const cells of reader.end()) taker.take(cells)
  if (taker.left) remarks.push(taker.left)
  strange?.(name, taker.strange)
  return taker.at
}

export type Read903 = Readonly<{ tables: ReadonlySet<TableName>; rows: number; remarks: readonly string[] }>
/** Reads the CSV files of one year's return row by row: each table known by its header, rows counted from 1 below it. */
export async function readRows903(folder: string, each: EachRow, strange?: Strange): Promise<Read903 | NotRead> {
  const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv')).sort()
  if (names.length === 0) return { sentence: `There is no CSV file in ${folder}. A return has one for each table: header.csv, episodes.csv and so on.` }
  const read = new Map<TableName, string>()
  const remarks: string[] = []
  let rows = 0
  for (const name of names) {
    const file = join(folder, name)
    if (!statSync(file).isFile()) continue
    try {
      rows += await readTable(file, name, read, remarks, each, strange)
    } catch (problem) {
      if (!(problem instanceof TypeError || problem instanceof RangeError)) throw problem
      return { sentence: `${name} holds letters that are not of its encoding. Save it as UTF-8 and check it again.` }
    }
  }
  if (read.size === 0) return { sentence: `None of the ${names.length} CSV files in ${folder} begins with the header of a table of SSDA903, such as CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB.` }
  return { tables: new Set(read.keys()), rows, remarks }
}

/** The same, with each child's rows as the rules read them. */
export async function readFolder903(folder: string, keep: Keep = everyChild): Promise<Given903 | NotRead> {
  const children: Children = new Map()
  const read = await readRows903(folder, (table, at, id, cell) => { if (keep(id)) addRow(rowsOf(children, id), table, at, cell) })
  if ('sentence' in read) return read
  return { children, ...read, remarks: [...read.remarks, ...tableNames.filter((table) => !read.tables.has(table)).map((table) => `There is no file of ${table}: the rules that read it were not run.`)] }
}
