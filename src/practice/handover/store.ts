import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { Handover, HandoverState } from './model.ts'

type By = Readonly<{ at: Instant; by: string }>

export async function insert(db: Db, by: By, h: Readonly<{ id: string; children: readonly string[]; adults: readonly string[]; fromTeamId: string; fromWorkerId: string | null; toTeamId: string; reason: string; words: string; left: string | null; itemId: string; on: PlainDate }>): Promise<void> {
  await db.run(sql`insert into handover.handover (id, from_team_id, from_worker_id, to_team_id, reason, words, left_to_do, item_id, asked_on, asked_by, recorded_at, recorded_by)
    values (${h.id}, ${h.fromTeamId}, ${h.fromWorkerId}, ${h.toTeamId}, ${h.reason}, ${h.words}, ${h.left}, ${h.itemId}, ${h.on}, ${by.by}, ${by.at}, ${by.by})`)
  await db.run(sql`insert into handover.handover_person (handover_id, person_id, domain, role, waits) select ${h.id}::uuid, p, 'children', 'child', true from unnest(${h.children}::uuid[]) p union all select ${h.id}::uuid, p, 'children', 'beside', false from unnest(${h.adults}::uuid[]) p`)
}
export async function end(db: Db, id: string, e: Readonly<{ state: Exclude<HandoverState, 'open'>; on: PlainDate; by: string; words: string | null; workerId: string | null }>): Promise<number> {
  await db.run(sql`update handover.handover_person set waits = false where handover_id = ${id}`)
  return db.run(sql`update handover.handover set state = ${e.state}, ended_on = ${e.on}, ended_by = ${e.by}, ended_words = ${e.words}, worker_id = ${e.workerId}, version = version + 1 where id = ${id} and state = 'open'`)
}

const handoversWhere = async (db: Db, where: Sql): Promise<Handover[]> => (await db.rows<{ one: Handover }>(sql`
  select json_build_object('id', h.id, 'state', h.state, 'fromTeamId', h.from_team_id, 'fromTeam', f.name, 'fromWorkerId', h.from_worker_id, 'fromWorker', fw.name, 'toTeamId', h.to_team_id, 'toTeam', t.name, 'reason', h.reason, 'words', h.words, 'left', h.left_to_do,
    'askedOn', h.asked_on, 'askedById', h.asked_by, 'askedBy', a.name, 'itemId', h.item_id, 'withWhom', iw.name, 'endedOn', h.ended_on, 'endedBy', e.name, 'endedWords', h.ended_words, 'worker', w.name,
    'people', coalesce((select json_agg(coalesce(part.survivor_id, p.person_id)) from handover.handover_person p left join access.person_part part on part.part_id = p.person_id where p.handover_id = h.id and p.role = 'child'), '[]'),
    'adults', coalesce((select json_agg(coalesce(part.survivor_id, p.person_id)) from handover.handover_person p left join access.person_part part on part.part_id = p.person_id where p.handover_id = h.id and p.role = 'beside'), '[]')) as one
  from handover.handover h join access.team f on f.id = h.from_team_id join access.team t on t.id = h.to_team_id join access.actor a on a.id = h.asked_by left join access.actor fw on fw.id = h.from_worker_id
    left join access.actor e on e.id = h.ended_by left join access.actor w on w.id = h.worker_id left join work.item i on i.id = h.item_id left join access.actor iw on iw.id = i.worker_id
  where ${where} order by h.asked_on desc, h.id limit 200`)).map((row) => row.one)
export const byId = async (db: Db, id: string): Promise<Handover | undefined> => (await handoversWhere(db, sql`h.id = ${id}`))[0]
export const byIds = (db: Db, ids: readonly string[]): Promise<Handover[]> => handoversWhere(db, sql`h.id = any (${ids}::uuid[])`)
/** Those that wait and concern one of these people (all their parts). */
export const waitingFor = (db: Db, ids: readonly string[]): Promise<Handover[]> => handoversWhere(db, sql`h.state = 'open' and h.id in (select handover_id from handover.handover_person where waits and person_id = any (${ids}::uuid[]))`)
/** Those that go from or come to these teams and wait. */
export const waitingOf = (db: Db, teams: readonly string[]): Promise<Handover[]> => handoversWhere(db, sql`h.state = 'open' and (h.from_team_id = any (${teams}::uuid[]) or h.to_team_id = any (${teams}::uuid[]))`)
export const peopleOf = async (db: Db, id: string): Promise<string[]> => (await db.rows<{ person_id: string }>(sql`select person_id from handover.handover_person where handover_id = ${id}`)).map((row) => row.person_id)

export type TeamChoice = Readonly<{ id: string; name: string; kind: string }>
/** Teams that work with children. */
export const teams = (db: Db): Promise<TeamChoice[]> => db.rows<TeamChoice>(sql`select t.id, t.name, t.kind from access.team t where t.active and t.kind in ('team', 'frontDoor') and t.domain = 'children' order by t.name`)
/** Who carries work in this team now: its workers. */
export const workersOf = async (db: Db, teamId: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select m.actor_id as id from access.membership m where m.team_id = ${teamId} and m.role = 'worker' and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())`)).map((row) => row.id)

/** Which of these pieces are also about a child who does not go. */
export const alsoAboutOthers = async (db: Db, items: readonly string[], children: readonly string[], today: PlainDate): Promise<ReadonlySet<string>> =>
  new Set((await db.rows<{ id: string }>(sql`select handover.also_about_others(${items}::uuid[], ${children}::uuid[], ${today}::date) as id`)).map((row) => row.id))
