import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** What is counted of these marks. */
export const attempts = (db: Db, marks: readonly Buffer[]): Promise<{ mark: Buffer; count: number; lastAt: Instant }[]> =>
  db.rows(sql`select mark, count, last_at as "lastAt" from access.attempts(${marks}::bytea[])`)

export async function countAttempt(db: Db, marks: readonly Buffer[], at: Instant): Promise<void> {
  await db.run(sql`select access.count_attempt(${marks}::bytea[], ${at})`)
}
export async function forgetAttempts(db: Db, marks: readonly Buffer[]): Promise<void> {
  await db.run(sql`select access.forget_attempts(${marks}::bytea[])`)
}
