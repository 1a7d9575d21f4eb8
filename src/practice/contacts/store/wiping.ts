import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** Removes unsent contacts that nobody touched for so many days. */
export const wipeDrafts = async (db: Db, days: number): Promise<number> => (await db.one<{ wiped: number }>(sql`select jobs.wipe_drafts(${days}) as wiped`)).wiped
