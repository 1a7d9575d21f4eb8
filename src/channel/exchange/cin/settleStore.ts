import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { ImportState, Settled } from './bookModel.ts'

/** A child of an import that is taken back: `made` by the import, or known before it. `against`: why it stays as it is; null when it was taken back. */
export type TakenBack = Readonly<{ personId: string; made: boolean; against: string | null }>

export const takeBack = (db: Db, importId: string, after: string, most: number): Promise<TakenBack[]> =>
  db.rows<TakenBack>(sql`select person_id as "personId", made, against from exchange.take_back(${importId}, ${after}, ${most})`)

export const beforeTakingBack = (db: Db, importId: string): Promise<{ made: boolean; against: string | null; children: number }[]> =>
  db.rows(sql`select made, against, children::int from exchange.before_taking_back(${importId})`)

export const settle = async (db: Db, importId: string, state: ImportState, settled: Settled | null): Promise<boolean> =>
  (await db.one<{ done: boolean }>(sql`select exchange.settle(${importId}, ${state}, ${settled ? JSON.stringify(settled) : null}::jsonb) as done`)).done

export const perhapsKnown = async (db: Db, importId: string): Promise<number> =>
  (await db.one<{ children: number }>(sql`select exchange.perhaps_known(${importId})::int as children`)).children

/**
 * Holds the place at which imports are done until this transaction ends.
 * @returns false when an import is at work (waited for a few seconds: one that was killed lets go late)
 */
export async function holdPlace(db: Db, patience = 5): Promise<boolean> {
  for (let second = 0; ; second++) {
    if ((await db.one<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(7205560) as held`)).held) return true
    if (second >= patience) return false
    await db.run(sql`select pg_sleep(1)`)
  }
}

/** Imports whose id begins so. */
export const importsNamed = (db: Db, beginning: string): Promise<{ id: string }[]> => db.rows(sql`select id from exchange.import where id::text like ${`${beginning}%`} and format <> 'transfer' limit 2`)
