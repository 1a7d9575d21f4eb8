import type { CodeList } from '../../../../content/codes/codeList.ts'
import { returnDay } from '../../../../content/returns/ssda903/tables.ts'
import { codeOfReturn } from '../../../kernel/codes.ts'
import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'

/** The day that a cell tells: as a workbook's day, as 2026-03-31 in words, or as 31/03/2026. */
export function dayIn(cell: string): PlainDate | undefined {
  const text = cell.trim().slice(0, 10)
  return isPlainDate(text) ? text : returnDay(cell.trim())
}

const bare = (text: string): string => text.replace(/^[a-z]{1,2}\)\s*/i, '').trim().toLowerCase()
/** Our code for a cell: by the code of another return that councils write into it (“q) 6: Police”, “N1 - Abuse or Neglect”), else by its word, where one of our codes alone has that word. */
export function codeIn(cell: string, words: Readonly<Record<string, string>>, ...others: readonly CodeList[]): string | undefined {
  const [, written = ''] = /^(?:[a-z]{1,2}\)\s*)?([A-Z]{0,5}\d{0,2}[A-Z]?)(?:\s*[:-]|$)/.exec(cell.trim()) ?? []
  const coded = written === '' ? undefined : others.map((list) => codeOfReturn(list, written)).find((code) => code !== undefined)
  if (coded) return coded
  const wanted = bare(cell)
  const found = wanted === '' ? [] : Object.entries(words).filter(([, word]) => bare(word) === wanted).map(([code]) => code)
  return found.length === 1 ? found[0] : undefined
}
/** Yes or no, however it is written. */
export function truthIn(cell: string): boolean | undefined {
  const text = bare(cell)
  return ['true', 'yes', 'y', '1'].includes(text) ? true : ['false', 'no', 'n', '0'].includes(text) ? false : undefined
}
