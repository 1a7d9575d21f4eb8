import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

export const mendScope = (db: Db): Promise<{ differed: number; people: number; staff: number }> => db.one(sql`select differed, people, staff from access.mend_scope()`)
export const wipeAnswered = async (db: Db, days: number): Promise<number> => (await db.one<{ wiped: number }>(sql`select jobs.wipe_answered(${days}) as wiped`)).wiped
export const wipeSessions = async (db: Db, days: number): Promise<number> => (await db.one<{ wiped: number }>(sql`select jobs.wipe_sessions(${days}) as wiped`)).wiped

export type ShownJob = Readonly<{ id: string; name: string; state: 'waiting' | 'running' | 'done' | 'failed'; dueAt: string; tries: number; heldUntil: string | null; startedAt: string | null; endedAt: string | null; did: string | null; problem: string | null; addedBy: string | null }>

/** What waits, is at work and failed, and what was done last. For administrators. */
export const shownJobs = (db: Db, most: number): Promise<ShownJob[]> =>
  db.rows<ShownJob>(sql`select id, name, state, due_at as "dueAt", tries, held_until as "heldUntil", started_at as "startedAt", ended_at as "endedAt", did, problem, added_by as "addedBy" from jobs.shown(${most})`)
export const openAlerts = (db: Db): Promise<{ id: string; words: string; foundAt: string }[]> => db.rows(sql`select id, words, found_at as "foundAt" from jobs.alerts()`)
export const tryAgain = async (db: Db, id: string): Promise<number> => (await db.one<{ again: number }>(sql`select jobs.try_again(${id}) as again`)).again
export const closeAlert = async (db: Db, id: string): Promise<number> => (await db.one<{ closed: number }>(sql`select jobs.close_alert(${id}) as closed`)).closed
