import { newId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'

export type Question = Readonly<{ id: string; itemId: string; words: string; askedBy: string; askedById: string; askedOf: string; askedOfId: string; askedAt: Instant; answer: string | null; answeredAt: Instant | null; answeredBy: string | null }>

const moment = (column: Sql): Sql => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const asked = (db: Db, where: Sql): Promise<Question[]> => db.rows<Question>(sql`
  select q.id, q.item_id as "itemId", q.words, b.name as "askedBy", q.asked_by as "askedById", o.name as "askedOf", q.asked_of as "askedOfId", ${moment(sql`q.asked_at`)} as "askedAt", q.answer, ${moment(sql`q.answered_at`)} as "answeredAt", w.name as "answeredBy"
  from work.question q join access.actor b on b.id = q.asked_by join access.actor o on o.id = q.asked_of left join access.actor w on w.id = q.answered_by where ${where} order by q.asked_at`)

/** What was asked about a piece of work, the oldest first. */
export const ofItem = (db: Db, itemId: string): Promise<Question[]> => asked(db, sql`q.item_id = ${itemId}`)
export const byId = async (db: Db, id: string): Promise<Question | undefined> => (await asked(db, sql`q.id = ${id}`))[0]

export async function insert(db: Db, q: Readonly<{ itemId: string; words: string; by: string; of: string; at: Instant }>): Promise<string> {
  const id = newId(Date.parse(q.at))
  await db.run(sql`insert into work.question (id, item_id, words, asked_by, asked_of, asked_at) values (${id}, ${q.itemId}, ${q.words}, ${q.by}, ${q.of}, ${q.at})`)
  return id
}
export const answer = (db: Db, id: string, a: Readonly<{ words: string; by: string; at: Instant }>): Promise<number> =>
  db.run(sql`update work.question set answer = ${a.words}, answered_by = ${a.by}, answered_at = ${a.at} where id = ${id} and answered_at is null`)

/** Who wrote what is to be decided, and whether they see records, so that they can answer here. */
export const authorOf = (db: Db, itemId: string): Promise<{ id: string; name: string; sees: boolean } | undefined> => db.maybe(sql`
  select a.id, a.name, a.active and exists (select 1 from access.reach r where r.actor_id = a.id and r.roles && array['worker', 'manager', 'head']) as sees
  from work.item i join access.actor a on a.id = coalesce(i.asked_by, i.recorded_by) where i.id = ${itemId}`)
