import type { Instant, PlainDate } from '../../../../kernel/dates.ts'
import type { Db } from '../../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../../platform/db/sql.ts'
import type { Given } from './model.ts'
import type { Waiting } from './trusted.ts'

export async function insert(db: Db, g: Readonly<{ id: string; toCode: string; toName: string; reason: string; at: Instant; by: string; children: readonly string[]; adults: readonly string[] }>): Promise<void> {
  await db.run(sql`insert into transfers.given (id, to_code, to_name, reason, asked_at, asked_by) values (${g.id}, ${g.toCode}, ${g.toName}, ${g.reason}, ${g.at}, ${g.by})`)
  await db.run(sql`insert into transfers.given_person (given_id, person_id, domain, part) select ${g.id}, p, 'children', 'child' from unnest(${g.children}::uuid[]) p`)
  await db.run(sql`insert into transfers.given_person (given_id, person_id, domain, part) select ${g.id}, p, 'children', 'adult' from unnest(${g.adults}::uuid[]) p`)
}
export const decide = (db: Db, id: string, d: Readonly<{ state: 'agreed' | 'refused'; because: string; by: string; at: Instant }>): Promise<number> =>
  db.run(sql`update transfers.given set state = ${d.state}, decided_because = ${d.because}, decided_by = ${d.by}, decided_at = ${d.at} where id = ${id} and state = 'asked' and asked_by <> ${d.by}`)
export const setSent = (db: Db, id: string, s: Readonly<{ outputId: string; itemId: string; at: Instant }>): Promise<number> =>
  db.run(sql`update transfers.given set state = 'sent', output_id = ${s.outputId}, item_id = ${s.itemId}, sent_at = ${s.at} where id = ${id} and state = 'agreed'`)
export const setTaken = (db: Db, id: string, t: Readonly<{ on: string; receipt: string }>): Promise<number> =>
  db.run(sql`update transfers.given set state = 'taken', taken_on = ${t.on}, receipt = ${t.receipt} where id = ${id} and state = 'sent'`)
export const withdraw = (db: Db, id: string): Promise<number> => db.run(sql`update transfers.given set state = 'withdrawn', sent_at = null where id = ${id} and state in ('asked', 'agreed', 'refused', 'sent')`)

const columns = sql`g.id, g.to_code as "toCode", g.to_name as "toName", g.reason, g.state, g.asked_at as "askedAt", g.asked_by as "askedById", q.name as "askedBy", g.decided_at as "decidedAt", d.name as "decidedBy", g.decided_because as "decidedBecause",
  g.output_id as "outputId", g.item_id as "itemId", g.sent_at as "sentAt", g.taken_on as "takenOn", g.came_receipt as "cameReceipt",
  coalesce((select json_agg(json_build_object('id', coalesce(part.survivor_id, p.person_id), 'part', p.part) order by p.part desc, p.person_id) from transfers.given_person p left join access.person_part part on part.part_id = p.person_id where p.given_id = g.id), '[]') as people`
const read = (db: Db, where: Sql): Promise<Given[]> => db.rows<Given>(sql`select ${columns} from transfers.given g join access.actor q on q.id = g.asked_by left join access.actor d on d.id = g.decided_by where ${where} order by g.asked_at desc limit 200`)

export const byId = async (db: Db, id: string): Promise<Given | undefined> => (await read(db, sql`g.id = ${id}`))[0]
export const byIds = (db: Db, ids: readonly string[]): Promise<Given[]> => read(db, sql`g.id = any (${ids}::uuid[])`)
export const about = (db: Db, ids: readonly string[]): Promise<Given[]> => read(db, sql`g.id in (select given_id from transfers.given_person where person_id = any (${ids}::uuid[])) and g.state <> 'withdrawn'`)
export const recent = (db: Db): Promise<Given[]> => read(db, sql`g.state <> 'withdrawn'`)
/** What waits for a manager who did not ask for it. */
export const waiting = (db: Db, actorId: string): Promise<Given[]> => read(db, sql`g.state = 'asked' and g.asked_by <> ${actorId}`)
export const countWaiting = async (db: Db, actorId: string): Promise<number> => (await db.one<{ n: number }>(sql`select count(*)::int as n from transfers.given g where g.state = 'asked' and g.asked_by <> ${actorId}`)).n
/** Everybody on it, for the people of a command. */
export const peopleOf = async (db: Db, id: string): Promise<string[]> => (await db.rows<{ id: string }>(sql`select person_id as id from transfers.given_person where given_id = ${id}`)).map((row) => row.id)
export const childrenAlready = async (db: Db, ids: readonly string[]): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select distinct p.person_id as id from transfers.given_person p join transfers.given g on g.id = p.given_id where p.part = 'child' and p.person_id = any (${ids}::uuid[]) and g.state in ('asked', 'agreed', 'sent')`)).map((row) => row.id)
export const takenSince = (db: Db, ids: readonly string[]): Promise<{ personId: string; on: PlainDate; sentOn: PlainDate }[]> =>
  db.rows(sql`select p.person_id as "personId", g.taken_on as "on", (g.sent_at at time zone 'Europe/London')::date as "sentOn" from transfers.given_person p join transfers.given g on g.id = p.given_id where p.part = 'child' and g.state = 'taken' and p.person_id = any (${ids}::uuid[])`)
/** The transfer that a receipt is about, as far as a receipt tells of it; and the receipt kept on it. */
export const waitsFor = (db: Db, id: string): Promise<Waiting | undefined> => db.maybe<Waiting>(sql`select to_code as "toCode", to_name as "toName", state, children from transfers.waits_for(${id})`)
export const keepReceipt = async (db: Db, id: string, receipt: string): Promise<boolean> => (await db.one<{ kept: boolean }>(sql`select transfers.keep_receipt(${id}, ${receipt}) as kept`)).kept
