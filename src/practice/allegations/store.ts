import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { Allegation, Step } from './model.ts'

export type By = Readonly<{ at: Instant; by: string }>
/** Told to the designated officers; whoever tells reads it no more. */
export const tell = async (db: Db, told: Readonly<Record<string, string>>, children: readonly string[]): Promise<void> => { await db.run(sql`select allegation.tell(${JSON.stringify(told)}::jsonb, ${children}::uuid[])`) }
export const takeUp = async (db: Db, on: PlainDate): Promise<number> => (await db.one<{ n: number }>(sql`select allegation.take_up(${on}) as n`)).n

const columns = sql`a.id, a.known_on as "knownOn", a.told_on as "toldOn", a.told_by as "toldBy", a.professional_name as name, a.professional_role as role, a.employer, a.words, a.criterion, a.advised_on as "advisedOn",
  a.outcome, a.ended_on as "endedOn", a.outcome_words as "outcomeWords", a.barring, a.regulator,
  coalesce((select array_agg(coalesce(part.survivor_id, b.person_id)) from allegation.about b left join access.person_part part on part.part_id = b.person_id where b.allegation_id = a.id and b.role = 'child'), '{}') as children`
const allegations = (db: Db, where: Sql): Promise<Allegation[]> => db.rows<Allegation>(sql`select ${columns} from allegation.allegation a where ${where} order by a.ended_on is not null, a.told_on desc, a.id limit 500`)
export const all = (db: Db): Promise<Allegation[]> => allegations(db, sql`true`)
export const byId = async (db: Db, id: string): Promise<Allegation | undefined> => (await allegations(db, sql`a.id = ${id}`))[0]
export const peopleOf = async (db: Db, id: string): Promise<string[]> => (await db.rows<{ id: string }>(sql`select person_id as id from allegation.about where allegation_id = ${id}`)).map((row) => row.id)
export const steps = (db: Db, id: string): Promise<Step[]> => db.rows<Step>(sql`select s.id, s.kind, s.on_day as "on", s.came, s.words, w.name as by from allegation.step s left join access.actor w on w.id = s.recorded_by where s.allegation_id = ${id} order by s.on_day desc, s.id desc`)

/** The day of each meeting about these allegations. */
export const meetings = (db: Db, ids: readonly string[]): Promise<Readonly<{ id: string; on: PlainDate }>[]> => db.rows(sql`select s.allegation_id as id, s.on_day as "on" from allegation.step s where s.kind = 'meeting' and s.allegation_id = any (${ids}::uuid[])`)

export const setAnswer = (db: Db, id: string, a: Readonly<{ criterion: string; on: PlainDate }>): Promise<number> => db.run(sql`update allegation.allegation set criterion = ${a.criterion}, advised_on = coalesce(advised_on, ${a.on}), version = version + 1 where id = ${id} and ended_on is null`)
export const setEnd = (db: Db, id: string, e: Readonly<{ outcome: string; on: PlainDate; words: string; barring: boolean; regulator: boolean }>): Promise<number> =>
  db.run(sql`update allegation.allegation set outcome = ${e.outcome}, ended_on = ${e.on}, outcome_words = ${e.words}, barring = ${e.barring}, regulator = ${e.regulator}, version = version + 1 where id = ${id} and ended_on is null`)
export async function insertStep(db: Db, by: By, s: Readonly<{ allegationId: string; kind: string; on: PlainDate; came: string | null; words: string }>): Promise<void> {
  await db.run(sql`insert into allegation.step (id, allegation_id, kind, on_day, came, words, recorded_at, recorded_by) values (${newId(Date.parse(by.at))}, ${s.allegationId}, ${s.kind}, ${s.on}, ${s.came}, ${s.words}, ${by.at}, ${by.by})`)
}
