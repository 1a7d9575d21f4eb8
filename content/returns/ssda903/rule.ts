import type { Need, Reads, ReturnRow, ReturnRule, WholeRule } from '../../../src/engine/returns/model.ts'
import { coveredYears903, type Child903, type Year903 } from './child.ts'
import type { Episode, Rows, TableName, Tables } from './tables.ts'

export type Find = (child: Child903, year: Year903) => Iterable<ReturnRow>
export type Rule903 = ReturnRule<Child903, Year903>

/** What a rule says of itself; in all covered years, an error and without further needs unless it says so. */
export type Told903 = Readonly<{
  years?: readonly [from: number, until: number]
  query?: true
  reads: Reads
  needs?: readonly Need[]
  words: string
  breaks: Find
  whole?: WholeRule<Child903, Year903>
}>

export const rules903 = (told: Readonly<Record<string, Told903>>): readonly Rule903[] => Object.entries(told).map(([number, { years, query, reads, needs, words, breaks, whole }]) => ({
  number, years: years ?? [coveredYears903.first, coveredYears903.last], severity: query ? 'query' : 'error', reads, needs: needs ?? [], words, find: breaks, ...(whole ? { whole } : {}),
}))

const nothing: readonly ReturnRow[] = []
/** For a rule that no child shows alone. */
export const noneAlone: Find = () => nothing

/** Each row of the table for which the test holds. */
export const each = <T extends TableName>(table: T, test: (row: Rows[T], child: Child903, year: Year903) => boolean): Find => (child, year) => {
  const tables: Tables = child
  const rows: readonly Rows[T][] = tables[table]
  if (rows.length === 0) return nothing
  let found: Rows[T][] | undefined
  for (const row of rows) if (test(row, child, year)) (found ??= []).push(row)
  return found ?? nothing
}

/** Each episode that another follows, with the follower: the follower is the one to look at. */
export const eachNext = (test: (next: Episode, before: Episode, child: Child903, year: Year903) => boolean): Find => (child, year) => {
  let before: Episode | undefined
  const found: Episode[] = []
  for (const next of child.Episodes) {
    if (before && test(next, before, child, year)) found.push(next)
    before = next
  }
  return found
}

/** The same, with the earlier of the two to look at. */
export const eachBefore = (test: (before: Episode, next: Episode, child: Child903, year: Year903) => boolean): Find => (child, year) =>
  child.Episodes.filter((before, at) => {
    const next = child.Episodes[at + 1]
    return next !== undefined && test(before, next, child, year)
  })

/** Each row of the table that is not on the list of its codes. Blank is not on it either unless `blank`. */
export const notOneOf = <T extends TableName>(table: T, said: (row: Rows[T]) => string, codes: (year: Year903) => ReadonlySet<string>, blank: 'may be blank' | 'must be said'): Find =>
  each(table, (row, _child, year) => {
    const text = said(row)
    return text === '' ? blank === 'must be said' : !codes(year).has(text)
  })
