import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Aside, GivenRows, Typed } from './model.ts'
import type { Found } from './account.ts'

/** A child as the database takes it. `id`: the person, if it has to be made; `stands`: what is said where the record has a time in care already. */
export type TakeChild = Typed & Readonly<{ number: string; ordinal: number; id: string; today: string; rows: Readonly<Record<string, readonly (readonly string[])[]>>; findings: readonly Found[]; stands: string }>
/** `before`: this import has taken the child already; else how the person was found, or `new`. */
export type Taken = Readonly<{ number: string; outcome: 'before' | 'new' | 'localChildId' | 'upn'; typed: boolean }>

export const take = (jobs: Db, importId: string, year: number, by: Readonly<{ actorId: string; teamId: string }>, children: readonly TakeChild[]): Promise<Taken[]> =>
  jobs.rows<Taken>(sql`select child_number as number, outcome, typed from returns.take(${importId}, ${year}, ${by.actorId}, ${by.teamId}, ${JSON.stringify(children)}::jsonb)`)

export type Came = Readonly<{ year: number; aside: readonly Aside[]; rows: Readonly<{ [T in keyof GivenRows]: readonly (readonly string[])[] }>; named: boolean }>
/** What came about a person with returns, newest year first, as far as the reader may see. */
export const cameOf = (db: Db, ids: readonly string[]): Promise<Came[]> => db.rows<Came>(sql`
  select year, aside, rows, exists (select 1 from people.name n where n.person_id = any (${ids}::uuid[]) and n.superseded_at is null) as named from returns.came where person_id = any (${ids}::uuid[]) order by year desc, came_at desc`)
