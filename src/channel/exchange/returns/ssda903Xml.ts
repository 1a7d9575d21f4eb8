import { createReadStream } from 'node:fs'
import { SaxesParser } from 'saxes'
import { addRow, noRows, tableNames, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { textReader } from '../cin/encoding.ts'
import type { Given903, Keep, NotRead } from './ssda903Folder.ts'

type Told = Map<string, string>
/** What one child's element says: the header's own values, and the rows of what comes more than once. */
type Child = { own: Told; rows: { table: TableName; told: Told }[] }

const repeated: Readonly<Record<string, TableName>> = {
  EPISODE: 'Episodes', AREVIEW: 'Reviews', AMISSING: 'Missing', AD_PLACED: 'PlacedAdoption', PERMANENCE: 'PrevPerm', OC2: 'OC2', SWEPISODE: 'SWEpisodes', SOCIAL_WORKER: 'SWEpisodes', DOLO: 'DoLo',
}
/** Tables whose values stand in the header itself; a row is made when one of them was said. */
const inHeader: readonly (readonly [TableName, readonly string[]])[] = [
  ['UASC', ['DUC']], ['OC3', ['IN_TOUCH', 'ACTIV', 'ACCOM']], ['AD1', ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR']],
]
const columnOf: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' }

const sentence = (what: string): NotRead => ({ sentence: what })

/** Reads the XML that holds a whole return, child by child. Rows are counted through the file, table by table. */
export async function readXml903(file: string, keep: Keep = () => true): Promise<Given903 | NotRead> {
  const children = new Map<string, ReturnType<typeof noRows>>()
  const counts = new Map<TableName, number>()
  let refused = ''
  const open: string[] = []
  let child: Child | undefined
  let within: Told | undefined
  let text = ''

  const add = (id: string, table: TableName, told: Told, own: Told) => {
    const at = (counts.get(table) ?? 0) + 1
    counts.set(table, at)
    if (!keep(id)) return
    let rows = children.get(id)
    if (!rows) children.set(id, (rows = noRows()))
    addRow(rows, table, at, (column) => (column === 'CHILD' ? id : (told.get(column) ?? (column === 'DOB' || column === 'SEX' ? own.get(column) : undefined))))
  }
  const finish = ({ own, rows }: Child) => {
    const id = own.get('CHILD') ?? ''
    add(id, 'Header', own, own)
    for (const [table, fields] of inHeader) if (fields.some((field) => own.get(field)) || (table === 'UASC' && own.get('UASC') === '1')) add(id, table, own, own)
    for (const { table, told } of rows) add(id, table, told, own)
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
    if (child && table && open.length >= 3) child.rows.push({ table, told: (within = new Map()) })
  })
  parser.on('text', (piece) => { text += piece })
  parser.on('closetag', ({ name }) => {
    if (repeated[name] && open.length >= 3) within = undefined
    else if (child && open.length === 2) {
      finish(child)
      child = undefined
    } else if (child && name !== 'HEADER') {
      const told = within ?? child.own
      told.set(columnOf[name] ?? name, text.trim())
    }
    text = ''
    open.pop()
  })

  let decode: ReturnType<typeof textReader> | undefined
  try {
    for await (const piece of createReadStream(file)) {
      if (!(piece instanceof Uint8Array)) continue
      decode ??= textReader(piece.subarray(0, 1024))
      const letters = decode(piece, false)
      // broken XML makes the parser speak once for each fault: we stop at the first
      parser.write(letters)
      if (refused) return sentence(refused)
    }
    parser.close()
  } catch (problem) {
    if (!(problem instanceof TypeError || problem instanceof RangeError)) throw problem
    return sentence('Some letters are not of the encoding that the file says. Save it as UTF-8 and check it again.')
  }
  if (refused) return sentence(refused)
  if (counts.size === 0) return sentence('There is no child in this file.')
  return { children, tables: new Set(tableNames), rows: [...counts.values()].reduce((sum, count) => sum + count, 0), remarks: [] }
}
