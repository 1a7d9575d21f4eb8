import { newId } from '../../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'
import type { Pause } from './rules.ts'

type By = Readonly<{ at: Instant; by: string }>
const pausesWhere = (db: Db, where: Sql): Promise<Pause[]> => db.rows<Pause>(sql`
  select p.pause_id as "pauseId", p.duty, min(p.from_on) as "from", min(p.to_on) as "to", min(p.reason) as reason, min(p.back_words) as back, min(a.name) as by, array_agg(distinct coalesce(part.survivor_id, p.person_id)) as people
  from work.pause p left join access.actor a on a.id = p.recorded_by left join access.person_part part on part.part_id = p.person_id where ${where} group by p.pause_id, p.duty order by 3, 1`)

/** Every wait of the clocks of one piece of work, the oldest first. */
export const ofItem = (db: Db, itemId: string): Promise<Pause[]> => pausesWhere(db, sql`p.item_id = ${itemId}`)
/** Every wait of a clock about some people, under whichever of their ids. */
export const about = (db: Db, ids: readonly string[]): Promise<Pause[]> => pausesWhere(db, sql`p.person_id = any (${ids}::uuid[])`)

export async function begin(db: Db, { at, by }: By, p: Readonly<{ itemId: string; people: readonly string[]; duty: string; on: PlainDate; reason: string }>): Promise<void> {
  const pauseId = newId(Date.parse(at))
  for (const person of p.people) await db.run(sql`insert into work.pause (id, pause_id, person_id, item_id, duty, from_on, reason, recorded_at, recorded_by) values (${newId(Date.parse(at))}, ${pauseId}, ${person}, ${p.itemId}, ${p.duty}, ${p.on}, ${p.reason}, ${at}, ${by})`)
}
export const end = (db: Db, { by }: By, itemId: string, on: PlainDate, words: string | null): Promise<number> =>
  db.run(sql`update work.pause set to_on = greatest(${on}::date, from_on), back_words = ${words}, ended_by = ${by} where item_id = ${itemId} and to_on is null`)

/** What its trays say, or that it goes on. */
export const setPaused = (db: Db, itemId: string, paused: Readonly<{ on: PlainDate; why: string; duty: string }> | null): Promise<number> =>
  db.run(sql`update work.item set paused_on = ${paused?.on ?? null}, paused_why = ${paused?.why ?? null}, paused_duty = ${paused?.duty ?? null}, version = version + 1 where id = ${itemId}`)

export type RunningClock = Readonly<{ id: string; duty: string; startedOn: PlainDate; startedAt: Instant | null; dueOn: PlainDate | null; dueAt: Instant | null; state: string; reason: string | null }>
/** The clocks of a piece of work that have not ended. */
export const clocksOfItem = (db: Db, itemId: string): Promise<RunningClock[]> => db.rows<RunningClock>(sql`
  select c.id, c.duty, c.started_on as "startedOn", to_char(c.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt", c.due_on as "dueOn", to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt", c.state, c.reason
  from work.clock c where c.item_id = ${itemId} and c.superseded_at is null and c.state in ('running', 'paused') order by c.duty`)
/** All clocks of a piece of work, those that ended among them, as the page of its clocks tells them. */
export const everyClockOfItem = (db: Db, itemId: string): Promise<(RunningClock & Readonly<{ metOn: PlainDate | null }>)[]> => db.rows(sql`
  select c.id, c.duty, c.started_on as "startedOn", to_char(c.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt", c.due_on as "dueOn", to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt", c.state, c.reason, c.met_on as "metOn"
  from work.clock c where c.item_id = ${itemId} and c.superseded_at is null order by c.duty, c.started_on`)
/** Why it is late, with the work, with its own clock and with every clock of it that was met late. */
export async function setLate(db: Db, itemId: string, duty: string | null, why: string, words: string | null): Promise<void> {
  await db.run(sql`update work.item set late_why = ${why}, late_words = ${words}, version = version + 1 where id = ${itemId}`)
  await db.run(sql`update work.clock set reason = ${why} where item_id = ${itemId} and superseded_at is null and ((duty = ${duty} and state = 'running') or (state = 'metLate' and duty not like '%.own'))`)
}
export type DoneLate = Readonly<{ itemId: string; duty: string; startedOn: PlainDate; dueOn: PlainDate; metOn: PlainDate; reason: string | null; words: string | null }>
/** What was done late about some people since a day, newest first; the council's own measures beside the law are not among it. */
export const doneLate = (db: Db, people: readonly string[], since: PlainDate, most: number): Promise<DoneLate[]> => db.rows<DoneLate>(sql`
  select distinct on (c.met_on, c.id) c.item_id as "itemId", c.duty, c.started_on as "startedOn", c.due_on as "dueOn", c.met_on as "metOn", c.reason, i.late_words as words
  from work.item_person ip join work.item i on i.id = ip.item_id join work.clock c on c.item_id = i.id and c.superseded_at is null
  where ip.person_id = any (${people}::uuid[]) and c.state = 'metLate' and c.due_on is not null and c.duty not like '%.own' and c.met_on >= ${since}::date order by c.met_on desc, c.id limit ${most}`)
export const setClock = (db: Db, id: string, c: Readonly<{ state: 'running' | 'paused'; reason: string | null; dueOn: PlainDate; dueAt: Instant | null }>): Promise<number> =>
  db.run(sql`update work.clock set state = ${c.state}, reason = ${c.reason}, due_on = ${c.dueOn}, due_at = ${c.dueAt} where id = ${id}`)
