import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** The day on which a form was finished, or was last asked about. */
export const finishedOn = async (db: Db, formId: string): Promise<PlainDate | null> => (await db.maybe<{ on: PlainDate | null }>(sql`select (coalesce(finished_at, started_at) at time zone 'Europe/London')::date as "on" from answers.form where id = ${formId}`))?.on ?? null
