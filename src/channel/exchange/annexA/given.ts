import { createHash } from 'node:crypto'
import { listNames, listNamed, type ListName } from '../../../../content/returns/annexA/lists.ts'
import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { dayIn } from './words.ts'
import { readWorkbook } from './workbook.ts'
import type { NotRead } from './container.ts'

/** A row of a list as it came: `at` is its number in the sheet, `cells` the columns of the list to the letter. */
export type GivenRow = Readonly<{ at: number; cells: readonly string[] }>
export type GivenChild = Readonly<{ number: string; ordinal: number; rows: Partial<Record<ListName, GivenRow[]>> }>
export type StrangeColumn = Readonly<{ list: string; column: string; values: number }>
/** `newest`: the newest day told in it that had come by today, which says when it was made. */
export type Given = Readonly<{ sha256: string; children: readonly GivenChild[]; adopters: readonly GivenRow[]; nobody: readonly Readonly<{ list: ListName; row: GivenRow }>[]; rows: number; remarks: readonly string[]; strange: readonly StrangeColumn[]; newest: PlainDate | undefined }>

const plainName = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
/** Headings that councils write otherwise. */
const otherwise: Readonly<Record<string, string>> = { age: 'ageofchildyears', childid: 'childuniqueid', dob: 'dateofbirth' }
const listIn = (sheet: string): ListName | undefined => { const [, number] = /\blist\s*_?(\d{1,2})\b/i.exec(sheet) ?? []; return listNames.find((name) => name === `List ${Number(number)}`) }

/** Reads a whole Annex A to the letter, with the mark by which the same content is known again. */
export async function readGivenAnnexA(path: string, today: PlainDate): Promise<Given | NotRead> {
  const children = new Map<string, GivenChild>()
  const [adopters, nobody, remarks, hash]: [GivenRow[], { list: ListName; row: GivenRow }[], string[], ReturnType<typeof createHash>] = [[], [], [], createHash('sha256')]
  const strange = new Map<string, StrangeColumn>()
  const places = new Map<ListName, readonly (number | undefined)[]>()
  let [rows, newest]: [number, PlainDate | undefined] = [0, undefined]

  const heading = (list: ListName, cells: readonly string[]): void => {
    const names = cells.map(plainName).map((name) => otherwise[name] ?? name)
    const columns = listNamed(list).columns.map(({ name }) => { const at = names.indexOf(plainName(name)); return at < 0 ? undefined : at })
    if (columns[0] === undefined) return
    places.set(list, columns)
    const none = listNamed(list).columns.filter((_, at) => columns[at] === undefined).map(({ name }) => name)
    if (none.length > 0) remarks.push(`${list} has no column ${none.map((name) => `“${name}”`).join(', ')}.`)
    cells.forEach((title, at) => { if (title.trim() !== '' && !columns.includes(at)) strange.set(`${list} ${at}`, { list, column: title.trim().slice(0, 120), values: 0 }) })
  }
  const read = await readWorkbook(path, (sheet, at, given) => {
    const list = listIn(sheet)
    if (!list) return
    const columns = places.get(list)
    if (!columns) return heading(list, given)
    if (given.every((cell) => cell.trim() === '')) return
    rows++
    const cells = columns.map((place) => (place === undefined ? '' : given[place] ?? ''))
    hash.update(JSON.stringify([list, cells]))
    given.forEach((cell, place) => { const one = strange.get(`${list} ${place}`); if (one && cell.trim() !== '') strange.set(`${list} ${place}`, { ...one, values: one.values + 1 }) })
    for (const [place, { type }] of listNamed(list).columns.entries()) {
      const day = type === 'date' ? dayIn(cells[place] ?? '') : undefined
      if (day && day <= today && (newest === undefined || day > newest)) newest = day
    }
    const number = (cells[0] ?? '').trim()
    if (list === 'List 11') return void adopters.push({ at, cells })
    if (number === '' || number.length > 60) return void nobody.push({ list, row: { at, cells } })
    let child = children.get(number)
    if (!child) children.set(number, (child = { number, ordinal: children.size + 1, rows: {} }))
    ;(child.rows[list] ??= []).push({ at, cells })
  })
  if ('sentence' in read) return read
  if (places.size === 0) return { sentence: 'No sheet of this workbook is a list of Annex A: a sheet is named List 1 to List 11, and its first row holds the headings of that list.' }
  const missing = listNames.filter((list) => !places.has(list))
  if (missing.length > 0) remarks.push(`It has no ${missing.join(', ')}.`)
  const others = read.sheets.filter((sheet) => !listIn(sheet))
  if (others.length > 0) remarks.push(`Not read, because they are no lists of Annex A: ${others.slice(0, 20).join(', ')}.`)
  return { sha256: hash.digest('hex'), children: [...children.values()], adopters, nobody, rows, remarks, strange: [...strange.values()].filter(({ values }) => values > 0), newest: newest && isPlainDate(newest) ? newest : undefined }
}
