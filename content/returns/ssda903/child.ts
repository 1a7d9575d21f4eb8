import { plain, type PlainDate } from '../../../src/kernel/dates.ts'
import type { Episode, TableName, Tables } from './tables.ts'
import { noRows } from './tables.ts'

/** One child as the return of one year tells of them, with last year's return beside it where that is given. */
export type Child903 = Tables & Readonly<{
  id: string
  /** The day of birth of the header, else of the first table that has one. */
  born: PlainDate | undefined
  last: Tables
}>

/** A placement provider on the list that Ofsted keeps. Codes may be several. */
export type Provider = Readonly<{ urn: string; postcode: string; authority: string; places: readonly string[]; providers: readonly string[]; opensOn: PlainDate | undefined; closesOn: PlainDate | undefined }>
/** Where a postcode lies: the authority and the metres of the national grid. */
export type Place = Readonly<{ authority: string; east: number | null; north: number | null }>

/** The year of the return, and what was given with it. */
export type Year903 = Readonly<{
  year: number
  /** 1 April and 31 March; of a year that goes on, the day as at which it is told. */
  opens: PlainDate
  closes: PlainDate
  /** The authority that makes the return, as the postcode and provider lists name it. */
  authority?: string | undefined
  provider?: ((urn: string) => Provider | undefined) | undefined
  place?: ((postcode: string) => Place | undefined) | undefined
}>

export const coveredYears903 = { first: 2023, last: 2027 } as const

export const year903 = (year: number, given: Partial<Pick<Year903, 'authority' | 'provider' | 'place' | 'closes'>> = {}): Year903 =>
  ({ year, opens: plain(`${year - 1}-04-01`), closes: plain(`${year}-03-31`), ...given })

const latest = '9999'
const byBegin = (a: Episode, b: Episode): number => {
  const [from, to] = [a.DECOM ?? latest, b.DECOM ?? latest]
  return from < to ? -1 : from > to ? 1 : a.at - b.at
}
const inOrder = (tables: Tables): Tables => ({ ...tables, Episodes: tables.Episodes.toSorted(byBegin) })
const bornIn: readonly Exclude<TableName, 'Episodes'>[] = ['Header', 'UASC', 'OC2', 'OC3', 'Reviews', 'AD1', 'PlacedAdoption', 'PrevPerm', 'Missing', 'SWEpisodes', 'DoLo']
const none: Tables = noRows()

/** A child's rows, episodes in the order they began. */
export function child903(id: string, tables: Tables, last?: Tables): Child903 {
  let born: PlainDate | undefined
  for (const table of bornIn) born ??= tables[table].find((row) => row.DOB !== undefined)?.DOB
  return { ...inOrder(tables), id, born, last: last ? inOrder(last) : none }
}
