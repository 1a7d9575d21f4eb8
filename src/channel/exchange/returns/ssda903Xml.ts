import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { SaxesParser } from 'saxes'
import { addRow, columns, noRows, tableNames, type Cell, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { textReader } from '../cin/encoding.ts'
import type { EachRow, Given903, Keep, NotRead, Read903, Strange } from './ssda903Folder.ts'

type Told = Map<string, string>
/** What one child's element says: the header's own values, and the rows of what comes more than once. */
type Child = { own: Told; rows: { table: TableName; told: Told }[] }

/** What only holds others. */
const holders = new Set(['EXPSSDA903', 'CHILD', 'HEADER'])

const repeated: Readonly<Record<string, TableName>> = {
  EPISODE: 'Episodes', AREVIEW: 'Reviews', AMISSING: 'Missing', AD_PLACED: 'PlacedAdoption', PERMANENCE: 'PrevPerm', OC2: 'OC2', SWEPISODE: 'SWEpisodes', SOCIAL_WORKER: 'SWEpisodes', DOLO: 'DoLo',
}
/** Tables whose values stand in the header itself; a row is made when one of them was said. */
const inHeader: readonly (readonly [TableName, readonly string[]])[] = [
  ['UASC', ['DUC']], ['OC3', ['IN_TOUCH', 'ACTIV', 'ACCOM']], ['AD1', ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR']],
]
const columnOf: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' }

const sentence = (what: string): NotRead => ({ sentence: what })

const ownColumns: ReadonlySet<string> = new Set(['UASC', ...columns.Header, ...inHeader.flatMap(([, fields]) => fields)])

/** What one element of a child says: kept where its table has such a column, else told as strange. */
function keeper(strange: Map<string, number>) {
  const odd = (name: string) => void strange.set(name, (strange.get(name) ?? 0) + 1)
  return (told: Told, table: TableName | undefined, name: string, value: string): void => {
    const column = columnOf[name] ?? name
    const has = table ? columns[table].some((one) => one === column) : ownColumns.has(column)
    if (value === '') return void (has && !told.has(column) && told.set(column, ''))
    if (!has) odd(name)
    else if (told.get(column)) odd(`${name} a second time`)
    else told.set(column, value)
  }
}

/** Reads the XML that holds a whole return row by row, each child’s rows when its element ends. Rows are counted through the file, table by table. */
export async function readRowsXml903(file: string, each: EachRow, strange?: Strange): Promise<Read903 | NotRead> {
  const counts = new Map<TableName, number>()
  const odd = new Map<string, number>()
  const keep = keeper(odd)
  let refused = ''
  const open: string[] = []
  let child: Child | undefined
  let within: { table: TableName; told: Told } | undefined
  let text = ''

  let [told, own, id]: [Told, Told, string] = [new Map(), new Map(), '']
  const cell: Cell = (column) => (column === 'CHILD' ? id : (told.get(column) ?? (column === 'DOB' || column === 'SEX' ? own.get(column) : undefined)))
  const add = (table: TableName, row: Told) => {
    const at = (counts.get(table) ?? 0) + 1
    counts.set(table, at)
    told = row
    each(table, at, id, cell)
  }
  const finish = ({ own: header, rows }: Child) => {
    own = header
    id = header.get('CHILD') ?? ''
    add('Header', header)
    for (const [table, fields] of inHeader) if (fields.some((field) => header.get(field)) || (table === 'UASC' && header.get('UASC') === '1')) add(table, header)
    for (const { table, told: row } of rows) add(table, row)
  }

  const parser = new SaxesParser({ position: true, xmlns: false })
  parser.on('error', (problem) => { refused ||= `The XML is broken at line ${parser.line}: ${problem.message.replace(/^\d+:\d+:\s*/, '').slice(0, 120)}. Nothing after it was read.` })
  parser.on('doctype', () => { refused ||= 'The file carries a document type (DOCTYPE). A return has none, and it can hide a file that grows without end.' })
  parser.on('opentag', ({ name }) => {
    if (open.length === 0 && name !== 'EXPSSDA903') refused ||= 'This is no SSDA903 return: its outermost element is not EXPSSDA903.'
    open.push(name)
    text = ''
    if (open.length === 2 && name === 'CHILD') child = { own: new Map(), rows: [] }
    const table = repeated[name]
    if (child && table && open.length >= 3) child.rows.push((within = { table, told: new Map() }))
  })
  parser.on('text', (piece) => { text += piece })
  parser.on('closetag', ({ name }) => {
    if (repeated[name] && open.length >= 3) within = undefined
    else if (child && open.length === 2) {
      finish(child)
      child = undefined
    } else if (child && !holders.has(name)) keep(within?.told ?? child.own, within?.table, name, text.trim())
    text = ''
    open.pop()
  })

  let decode: ReturnType<typeof textReader> | undefined
  try {
    for await (const piece of createReadStream(file)) {
      if (!(piece instanceof Uint8Array)) continue
      decode ??= textReader(piece.subarray(0, 1024))
      // broken XML makes the parser speak once for each fault: we stop at the first
      parser.write(decode(piece, false))
      if (refused) return sentence(refused)
    }
    parser.close()
  } catch (problem) {
    if (!(problem instanceof TypeError || problem instanceof RangeError)) throw problem
    return sentence('Some letters are not of the encoding that the file says. Save it as UTF-8 and check it again.')
  }
  if (refused) return sentence(refused)
  if (counts.size === 0) return sentence('There is no child in this file.')
  strange?.(basename(file), odd)
  return { tables: new Set(tableNames), rows: [...counts.values()].reduce((sum, count) => sum + count, 0), remarks: [] }
}

/** The same, with each child's rows as the rules read them. */
export async function readXml903(file: string, keep: Keep = () => true): Promise<Given903 | NotRead> {
  const children = new Map<string, ReturnType<typeof noRows>>()
  const read = await readRowsXml903(file, (table, at, id, cell) => {
    if (!keep(id)) return
    let rows = children.get(id)
    if (!rows) children.set(id, (rows = noRows()))
    addRow(rows, table, at, cell)
  })
  return 'sentence' in read ? read : { children, ...read }
}
