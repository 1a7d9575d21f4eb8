import type pg from 'pg'
import { dbOf } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** Marks of the sessions that are slowed down now, because their account opened very many records. They open nothing. */
export const slowedSessions = async (pool: pg.Pool): Promise<string[]> =>
  (await dbOf({ query: pool.query.bind(pool) }).rows<{ mark: string }>(sql`select mark from access.slowed_sessions() as mark`)).map((row) => row.mark)
