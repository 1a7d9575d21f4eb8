import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { StartFault } from '../../../platform/start/fault.ts'

/** What was said after the command: the words in order, and what follows each `--name`. */
export type Said = Readonly<{ words: readonly string[]; options: ReadonlyMap<string, string> }>

/** @throws StartFault for an option that the command does not know, or one without its value */
export function said(words: readonly string[], known: readonly string[], usage: string): Said {
  const plain: string[] = []
  const options = new Map<string, string>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) {
      plain.push(word)
      continue
    }
    const [name = '', joined] = word.slice(2).split('=')
    const value = joined ?? words[++at]
    if (!known.includes(name) || !value) throw new StartFault(usage)
    options.set(name, value)
  }
  return { words: plain, options }
}

/** npm starts us in the project; the person named the file from where they stood. */
export const fromWhereTheyStand = (named: string): string => resolve(process.env['INIT_CWD'] ?? '.', named)

/** @throws StartFault where there is nothing, or a file where a folder is wanted or the other way round */
export function thatExists(named: string, what: 'file' | 'folder' | 'any'): Readonly<{ path: string; folder: boolean }> {
  const path = fromWhereTheyStand(named)
  if (!existsSync(path)) throw new StartFault(`There is no ${what === 'any' ? 'file or folder' : what} ${named}.`)
  const folder = statSync(path).isDirectory()
  if (what === 'file' && folder) throw new StartFault(`${named} is a folder; name the file.`)
  if (what === 'folder' && !folder) throw new StartFault(`${named} is no folder. A return is a folder with one CSV file for each table.`)
  return { path, folder }
}

/** @throws StartFault where the year is none that the rules cover */
export function coveredYear(text: string | undefined, { first, last }: Readonly<{ first: number; last: number }>, option: string): number {
  const year = Number(text)
  if (text === undefined || !/^\d{4}$/.test(text)) throw new StartFault(`Say by which year’s rules to check: ${option} and the year that ends on 31 March, ${first} to ${last}.`)
  if (year < first || year > last) throw new StartFault(`We have the rules of ${first} to ${last}, and none of ${year}. Check it by the rules of the nearest of them.`)
  return year
}
