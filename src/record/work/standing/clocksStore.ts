import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** Who works here with this e-mail address. */
export const actorWithAddress = async (db: Db, address: string): Promise<string | undefined> =>
  (await db.maybe<{ id: string }>(sql`select id from access.actor where lower(email) = lower(${address}) and active and kind = 'staff'`))?.id
