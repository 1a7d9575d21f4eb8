import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { columns } from '../../../../content/returns/ssda903/tables.ts'
import { readRows903, type NotRead } from '../returns/ssda903Folder.ts'
import { shareOf } from '../returns/shares.ts'
import { readRowsXml903 } from '../returns/ssda903Xml.ts'
import type { GivenChild } from './model.ts'

/** Columns that no table of SSDA903 has, by file, with how many values stood in them. */
export type StrangeColumn = Readonly<{ file: string; column: string; values: number }>
/** A return, its children in an order that is the same each time it is read. */
export type Given<Children = readonly GivenChild[]> = Readonly<{ sha256: string; children: Children; rows: number; remarks: readonly string[]; strange: readonly StrangeColumn[] }>
/** The children of a return, to be gone through as often as they are wanted. */
export type GivenChildren = Iterable<GivenChild> | AsyncIterable<GivenChild>

const isFolder = (named: string): boolean => statSync(named).isDirectory()
const rowsOf = (named: string) => (isFolder(named) ? readRows903 : readRowsXml903)
const bytesOf = (named: string): number => (isFolder(named) ? readdirSync(named).reduce((sum, name) => sum + statSync(join(named, name)).size, 0) : statSync(named).size)

type Places = Map<string, number>
/** The n-th child of the return, by the first row that names it. */
function placeOf(places: Places, number: string): number {
  const known = places.get(number)
  if (known !== undefined) return known
  places.set(number, places.size + 1)
  return places.size
}

async function read(named: string, places: Places, keep: (number: string) => boolean, heard?: (table: string, cells: readonly string[]) => void) {
  const children = new Map<string, GivenChild>()
  const strange: StrangeColumn[] = []
  const found = await rowsOf(named)(named, (table, at, number, cell) => {
    const ordinal = placeOf(places, number)
    const kept = keep(number)
    if (!kept && !heard) return
    const cells = columns[table].map((column) => cell(column) ?? '')
    heard?.(table, cells)
    if (!kept) return
    let child = children.get(number)
    if (!child) children.set(number, (child = { number, ordinal, rows: {} }))
    ;(child.rows[table] ??= []).push({ at, cells })
  }, (file, odd) => { for (const [column, values] of odd) strange.push({ file, column, values }) })
  return 'sentence' in found ? found : { ...found, strange, children: [...children.values()] }
}

/** So many bytes of files are held at once: a larger return is read in several goes, each holding its share of the children. */
const bytesAtOnce = 8_000_000

/**
 * Opens a return, a folder of CSV files or one XML file: read once to its end to know its content again by its mark, and then child by child as often as it is asked.
 * What is held of it does not grow with the file.
 */
export async function openGiven903(named: string, atOnce = bytesAtOnce): Promise<Given<GivenChildren> | NotRead> {
  const hash = createHash('sha256')
  const places: Places = new Map()
  const shares = Math.max(1, Math.ceil(bytesOf(named) / atOnce))
  const found = await read(named, places, () => shares === 1, (table, cells) => hash.update(JSON.stringify([table, cells])))
  if ('sentence' in found) return found
  const { children: all, rows, remarks, strange } = found
  const inShares = async function* (): AsyncGenerator<GivenChild> {
    for (let share = 0; share < shares; share++) {
      const some = await read(named, new Map(places), (number) => shareOf(number, shares) === share)
      if ('sentence' in some) throw new Error('The return was changed while it was read.')
      yield* some.children
    }
  }
  return { sha256: hash.digest('hex'), rows, remarks, strange, children: shares === 1 ? all : { [Symbol.asyncIterator]: inShares } }
}

/** Reads a whole return to the letter. */
export async function readGiven903(named: string): Promise<Given | NotRead> {
  const opened = await openGiven903(named, Number.POSITIVE_INFINITY)
  if ('sentence' in opened) return opened
  const children: GivenChild[] = []
  for await (const child of opened.children) children.push(child)
  return { ...opened, children }
}
