import type { PastClock } from '../../../engine/timescales/trial.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** Who works here with this e-mail address. */
export const actorWithAddress = async (db: Db, address: string): Promise<string | undefined> =>
  (await db.maybe<{ id: string }>(sql`select id from access.actor where lower(email) = lower(${address}) and active and kind = 'staff'`))?.id

/** Clocks of a duty that began since a day, as an administrator may know of them: days and teams. */
export const pastClocks = (db: Db, duty: string, since: PlainDate, most: number): Promise<PastClock[]> =>
  db.rows<PastClock>(sql`select started_on as "startedOn", due_on as "dueOn", ended_on as "endedOn", team from work.past_clocks(${duty}, ${since}, ${most})`)

/** Whose duties change by the calendar alone, and who holds each; for the night. */
export const duesByDate = (db: Db, today: PlainDate, most: number): Promise<{ personId: string; actorId: string | null }[]> =>
  db.rows(sql`select person_id as "personId", actor_id as "actorId" from work.to_keep_in_step(${today}, ${most})`)
