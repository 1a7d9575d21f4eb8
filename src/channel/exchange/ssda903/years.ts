import type { GivenChild, GivenRow } from './model.ts'
import { valueOf } from './identity.ts'

/** Episodes of a child as a return of another year told them. */
export type OtherYear = Readonly<{ year: number; episodes: readonly (readonly string[])[] }>

/** Rows of other years have no place in this file. */
const elsewhere = 0

/**
 * The child with the episodes of all years that came. One that goes on over 31 March stands in both years: the later return tells how it ended, so of rows with the same first day
 * those of the newest year count.
 */
export function withOtherYears(child: GivenChild, year: number, others: readonly OtherYear[]): GivenChild {
  const years = [{ year, rows: child.rows.Episodes ?? [] }, ...others.filter((one) => one.year !== year).map((one) => ({ year: one.year, rows: one.episodes.map((cells): GivenRow => ({ at: elsewhere, cells })) }))].sort((a, b) => b.year - a.year)
  const told = new Set<string>()
  const episodes = years.flatMap(({ rows }) => {
    const more = rows.filter(({ cells }) => !told.has(valueOf('Episodes', cells, 'DECOM')))
    for (const { cells } of rows) told.add(valueOf('Episodes', cells, 'DECOM'))
    return more
  })
  return { ...child, rows: { ...child.rows, Episodes: episodes } }
}
/** What is said of the rows of this file. */
export const ofThisFile = <One extends Readonly<{ row: number }>>(aside: readonly One[]): One[] => aside.filter(({ row }) => row !== elsewhere)
