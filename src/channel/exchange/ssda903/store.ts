import type { Db } from '../../../platform/db/pool.ts'
import { asJson, fromJson, type Documents } from '../../../platform/documents.ts'
import type { Asking } from '../../../record/access/model.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Aside, GivenRows, Typed } from './model.ts'
import type { Found } from './account.ts'
import type { OtherYear } from './years.ts'

/** A child as the database takes it. `id`: the person, if it has to be made; `stands`: what is said where the record has a time in care already. */
export type TakeChild = Typed & Readonly<{ number: string; ordinal: number; id: string; today: string; rows: Readonly<Record<string, readonly (readonly string[])[]>>; findings: readonly Found[]; findingsIfStands: readonly Found[]; stands: string }>
/** The episodes that came with returns of other years, by the number of the child. */
export async function otherYears(jobs: Db, documents: Documents, year: number, numbers: readonly string[]): Promise<ReadonlyMap<string, readonly OtherYear[]>> {
  const came = await jobs.rows<{ number: string; year: number; rows: unknown }>(sql`select number, year, rows from returns.came_of(${numbers}::text[])`)
  const told = came.filter((one) => one.year !== year).map((one) => {
    const rows = fromJson(documents, placeOf(one.year, one.number), one.rows)
    return { number: one.number, year: one.year, episodes: isRows(rows) ? rows.Episodes ?? [] : [] }
  })
  return Map.groupBy(told, ({ number }) => number)
}
/** `before`: this import has taken the child already; else how the person was found, or `new`. */
export type Taken = Readonly<{ number: string; outcome: 'before' | 'new' | 'localChildId' | 'upn'; typed: boolean }>

/** What the rows of a child are sealed about, as the returns' own. */
const placeOf = (year: number, number: string): string => `ssda903 ${year} ${number}`
export async function take(jobs: Db, documents: Documents, importId: string, year: number, by: Readonly<{ actorId: string; teamId: string }>, children: readonly TakeChild[]): Promise<Taken[]> {
  const told = children.map(({ rows, ...child }) => `${JSON.stringify(child).slice(0, -1)},"rows":${asJson(documents.kept(placeOf(year, child.number), JSON.stringify(rows)))}}`)
  // Who is a restricted or sealed person waits for somebody who may see them; it is told like any other.
  const held = await jobs.rows<Taken>(sql`select child_number as number, outcome, typed from returns.hold(${importId}, ${year}, ${by.actorId}, ${by.teamId}, ${`[${told.join(',')}]`}::jsonb)`)
  const waits = new Set(held.map((one) => one.number))
  const taken = await jobs.rows<Taken>(sql`select child_number as number, outcome, typed from returns.take(${importId}, ${year}, ${by.actorId}, ${by.teamId}, ${`[${told.filter((_, at) => !waits.has(children[at]?.number ?? '')).join(',')}]`}::jsonb)`)
  return [...held, ...taken]
}

type RowsCame = Readonly<{ [T in keyof GivenRows]: readonly (readonly string[])[] }>
export type Came = Readonly<{ year: number; aside: readonly Aside[]; rows: RowsCame; named: boolean }>
const isRows = (value: unknown): value is RowsCame => typeof value === 'object' && value !== null
/** What came about a person with returns, newest year first, as far as the reader may see. */
export async function cameOf({ db, documents }: Pick<Asking, 'db' | 'documents'>, ids: readonly string[]): Promise<Came[]> {
  const kept = await db.rows<Omit<Came, 'rows'> & { number: string; rows: unknown }>(sql`
    select year, number, aside, rows, exists (select 1 from people.name n where n.person_id = any (${ids}::uuid[]) and n.superseded_at is null) as named from returns.came where kind = 'ssda903' and person_id = any (${ids}::uuid[]) order by year desc, came_at desc`)
  return kept.map(({ number, rows, ...came }) => {
    const read = fromJson(documents, placeOf(came.year, number), rows)
    return { ...came, rows: isRows(read) ? read : {} }
  })
}
