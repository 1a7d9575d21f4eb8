import { newId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Outcome } from '../model/recorded.ts'
import type { Recommendation } from '../model/shown.ts'

/** The newer one takes the place of the one before, which stays in the history. */
export async function insert(db: Db, r: Readonly<{ contactId: string; outcome: Outcome; reason: string; by: string; at: Instant }>): Promise<void> {
  await db.run(sql`update contacts.recommendation set superseded_at = ${r.at} where contact_id = ${r.contactId} and superseded_at is null`)
  await db.run(sql`insert into contacts.recommendation (id, contact_id, outcome, reason, recommended_by, recommended_at) values (${newId(Date.parse(r.at))}, ${r.contactId}, ${r.outcome}, ${r.reason}, ${r.by}, ${r.at})`)
}

export const ofContact = (db: Db, contactId: string): Promise<Recommendation | undefined> => db.maybe<Recommendation>(sql`
  select r.outcome, r.reason, a.name as by, r.recommended_by as "byId", to_char(r.recommended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from contacts.recommendation r join access.actor a on a.id = r.recommended_by where r.contact_id = ${contactId} and r.superseded_at is null limit 1`)

/** Which of these contacts a worker recommends to end at the front door. */
export const endingHere = async (db: Db, contacts: readonly string[]): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select contact_id as id from contacts.recommendation where contact_id = any (${contacts}::uuid[]) and superseded_at is null and outcome in ('noFurtherAction', 'informationAndAdvice')`)).map((row) => row.id)
