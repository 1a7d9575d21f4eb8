import { newId } from '../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { Entry, Led, Named, Own, Session } from './model.ts'

type By = Readonly<{ at: Instant; by: string }>
const momentText = (column: Sql): Sql => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const sessionsWhere = (db: Db, where: Sql, most: number): Promise<Session[]> => db.rows<Session>(sql`
  select s.id, s.worker_id as "workerId", w.name as worker, s.manager_id as "managerId", m.name as manager, s.held_on as "on", s.state, s.by_named as "byNamed", ${momentText(sql`s.manager_signed_at`)} as "managerSignedAt", ${momentText(sql`s.worker_signed_at`)} as "workerSignedAt"
  from supervision.session s join access.actor w on w.id = s.worker_id join access.actor m on m.id = s.manager_id where ${where} order by s.held_on desc, s.id desc limit ${most}`)
export const sessionById = async (db: Db, id: string): Promise<Session | undefined> => (await sessionsWhere(db, sql`s.id = ${id}`, 1))[0]
export const sessionsOf = (db: Db, workerId: string): Promise<Session[]> => sessionsWhere(db, sql`s.worker_id = ${workerId}`, 400)

/** Whom the actor leads, with when they were supervised. */
export const led = (db: Db): Promise<Led[]> => db.rows<Led>(sql`
  select a.id, a.name, a.job_title as "jobTitle", min(m.valid_from)::date as since, array(select s.held_on from supervision.session s where s.worker_id = a.id order by 1) as "heldOn",
    (select s.id from supervision.session s where s.worker_id = a.id order by s.held_on desc, s.id desc limit 1) as "lastId",
    (select s.id from supervision.session s where s.worker_id = a.id and s.state = 'open' and not s.by_named limit 1) as "openId",
    (select s.id from supervision.session s where s.worker_id = a.id and s.state = 'open' and not s.by_named and s.manager_signed_at is not null limit 1) as "unsignedId"
  from access.actor a join access.membership m on m.actor_id = a.id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
  where a.active and a.kind = 'staff' and m.role in ('worker', 'manager') and m.team_id = any ((select r.scopes from access.reach r where r.actor_id = access.actor())::uuid[]) and a.id = any ((select supervision.led())::uuid[])
  group by a.id, a.name, a.job_title order by a.name`)
export const leads = async (db: Db, workerId: string): Promise<boolean> => (await db.one<{ ok: boolean }>(sql`select supervision.leads(${workerId}) as ok`)).ok
/** Since when somebody works here. */
export const since = async (db: Db, workerId: string): Promise<PlainDate | undefined> =>
  (await db.maybe<{ on: PlainDate | null }>(sql`select min(m.valid_from)::date as "on" from access.membership m where m.actor_id = ${workerId} and (m.valid_to is null or m.valid_to > now())`))?.on ?? undefined

export const insertSession = (db: Db, by: By, s: Readonly<{ id: string; workerId: string; on: PlainDate; byNamed: boolean }>): Promise<number> =>
  db.run(sql`insert into supervision.session (id, worker_id, manager_id, held_on, by_named, recorded_at, recorded_by) values (${s.id}, ${s.workerId}, ${by.by}, ${s.on}, ${s.byNamed}, ${by.at}, ${by.by})`)
export const sign = (db: Db, id: string, who: 'manager' | 'worker', at: Instant): Promise<number> => db.run(sql`update supervision.session set
  manager_signed_at = case when ${who} = 'manager' then coalesce(manager_signed_at, ${at}::timestamptz) else manager_signed_at end, worker_signed_at = case when ${who} = 'worker' then coalesce(worker_signed_at, ${at}::timestamptz) else worker_signed_at end,
  state = case when (${who} = 'manager' or manager_signed_at is not null) and (${who} = 'worker' or worker_signed_at is not null) then 'signed' else 'open' end, version = version + 1 where id = ${id} and state = 'open'`)
/** What was signed and is changed is to be signed again by both. */
export const unsign = (db: Db, id: string): Promise<number> => db.run(sql`update supervision.session set manager_signed_at = null, worker_signed_at = null, version = version + 1 where id = ${id} and state = 'open'`)

export async function insertEntry(db: Db, by: By, e: Readonly<{ id: string; session: Session; people: readonly string[]; words: string; decided: string; beside: string; with: readonly string[] }>): Promise<void> {
  await db.run(sql`insert into supervision.entry (id, session_id, words, decided, beside, worker_id, manager_id, held_on, recorded_at, recorded_by) values (${e.id}, ${e.session.id}, ${e.words}, ${e.decided}, ${e.beside}, ${e.session.workerId}, ${e.session.managerId}, ${e.session.on}, ${by.at}, ${by.by})`)
  await db.run(sql`insert into supervision.entry_person (entry_id, person_id, domain) select ${e.id}, p, 'children' from unnest(${e.people}::uuid[]) p`)
  for (const actorId of e.with) await db.run(sql`insert into supervision.entry_with (id, entry_id, actor_id) values (${newId(Date.parse(by.at))}, ${e.id}, ${actorId})`)
}
const entriesWhere = (db: Db, where: Sql): Promise<Entry[]> => db.rows<Entry>(sql`
  select e.id, e.session_id as "sessionId", array(select coalesce(part.survivor_id, ep.person_id) from supervision.entry_person ep left join access.person_part part on part.part_id = ep.person_id where ep.entry_id = e.id) as people, e.words, e.decided, e.beside, array(select o.name from supervision.entry_with x join access.actor o on o.id = x.actor_id where x.entry_id = e.id order by o.name) as "with", e.held_on as "on", w.name as worker, m.name as manager
  from supervision.entry e join access.actor w on w.id = e.worker_id join access.actor m on m.id = e.manager_id where ${where} order by e.held_on desc, e.id`)
export const entriesOfSession = (db: Db, sessionId: string): Promise<Entry[]> => entriesWhere(db, sql`e.session_id = ${sessionId}`)
export const entriesByIds = (db: Db, ids: readonly string[]): Promise<Entry[]> => entriesWhere(db, sql`e.id = any (${ids}::uuid[])`)
/** When each of these people was last spoken about in supervision of this worker. */
export const lastSpoken = (db: Db, people: readonly string[], before: string): Promise<{ personId: string; on: PlainDate }[]> => db.rows(sql`
  select coalesce(part.survivor_id, ep.person_id) as "personId", max(e.held_on) as "on" from supervision.entry_person ep join supervision.entry e on e.id = ep.entry_id left join access.person_part part on part.part_id = ep.person_id
  where ep.person_id = any (${people}::uuid[]) and e.session_id <> ${before} group by 1`)

/** The last entry of an earlier supervision about each of these people, the newest first. */
export const lastEntries = (db: Db, people: readonly string[], before: string): Promise<Entry[]> => entriesWhere(db, sql`e.id in (
  select distinct on (ep.person_id) x.id from supervision.entry_person ep join supervision.entry x on x.id = ep.entry_id where ep.person_id = any (${people}::uuid[]) and x.session_id <> ${before} order by ep.person_id, x.held_on desc, x.id desc)`)

export async function insertOwn(db: Db, by: By, session: Session, own: Own): Promise<void> {
  await db.run(sql`update supervision.own_part set superseded_at = ${by.at} where session_id = ${session.id} and superseded_at is null`)
  await db.run(sql`insert into supervision.own_part (id, session_id, worker_id, wellbeing, learning, agreed, recorded_at, recorded_by) values (${newId(Date.parse(by.at))}, ${session.id}, ${session.workerId}, ${own.wellbeing}, ${own.learning}, ${own.agreed}, ${by.at}, ${by.by})`)
}
export const ownOf = (db: Db, sessionId: string): Promise<Own | undefined> =>
  db.maybe<Own>(sql`select wellbeing, learning, agreed from supervision.own_part where session_id = ${sessionId} and superseded_at is null`)

/** Who is named to supervise whom, as far as it concerns the reader: named themselves, supervised, or leading the one who is. */
export const named = (db: Db): Promise<Named[]> => db.rows<Named>(sql`
  select n.id, n.worker_id as "workerId", w.name as worker, n.supervisor_id as "supervisorId", s.name as supervisor, n.from_on as "from", n.to_on as "to", n.reason, n.supervisor_id <> access.actor() and n.worker_id <> access.actor() as ours
  from supervision.named n join access.actor w on w.id = n.worker_id join access.actor s on s.id = n.supervisor_id where n.to_on is null order by w.name, s.name`)
export const isNamedFor = async (db: Db, workerId: string): Promise<boolean> => (await db.one<{ ok: boolean }>(sql`select supervision.is_named_for(${workerId}) as ok`)).ok
/** Whom the reader is named to supervise, with the sessions that they held. */
export const supervisedByName = (db: Db, today: PlainDate): Promise<Led[]> => db.rows<Led>(sql`
  select a.id, a.name, a.job_title as "jobTitle", n.from_on as since, array(select s.held_on from supervision.session s where s.worker_id = a.id and s.manager_id = access.actor() and s.by_named order by 1) as "heldOn",
    (select s.id from supervision.session s where s.worker_id = a.id and s.manager_id = access.actor() and s.by_named order by s.held_on desc, s.id desc limit 1) as "lastId",
    (select s.id from supervision.session s where s.worker_id = a.id and s.manager_id = access.actor() and s.by_named and s.state = 'open' limit 1) as "openId",
    (select s.id from supervision.session s where s.worker_id = a.id and s.manager_id = access.actor() and s.by_named and s.state = 'open' and s.manager_signed_at is not null limit 1) as "unsignedId"
  from supervision.named n join access.actor a on a.id = n.worker_id and a.active where n.supervisor_id = access.actor() and n.to_on is null and n.from_on <= ${today} order by a.name`)
export const insertNamed = (db: Db, by: By, n: Readonly<{ id: string; workerId: string; supervisorId: string; from: PlainDate; reason: string }>): Promise<number> =>
  db.run(sql`insert into supervision.named (id, worker_id, supervisor_id, from_on, reason, recorded_at, recorded_by) values (${n.id}, ${n.workerId}, ${n.supervisorId}, ${n.from}, ${n.reason}, ${by.at}, ${by.by})`)
export const endNamed = (db: Db, by: By, id: string, on: PlainDate): Promise<number> => db.run(sql`update supervision.named set to_on = greatest(${on}::date, from_on), ended_by = ${by.by} where id = ${id} and to_on is null`)
export type Colleague = Readonly<{ id: string; name: string; title: string; team: string }>
/** Who may supervise, or take part in a group: those who work with children here. `ids`: only these. */
export const colleagues = (db: Db, ids: readonly string[] | undefined): Promise<Colleague[]> => db.rows<Colleague>(sql`
  select a.id, a.name, coalesce(a.job_title, '') as title, coalesce(min(t.name), '') as team from access.actor a join access.membership m on m.actor_id = a.id and m.role in ('worker', 'manager', 'head') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) left join access.team t on t.id = m.team_id
  where a.active and a.kind = 'staff' and (${ids === undefined} or a.id = any (${ids ?? []}::uuid[])) group by a.id order by 4, a.name limit 1000`)
/** Those of the teams in which somebody works. */
export const teamOf = (db: Db, workerId: string): Promise<Colleague[]> => db.rows<Colleague>(sql`
  select a.id, a.name, coalesce(a.job_title, '') as title, coalesce(min(t.name), '') as team from access.actor a join access.membership m on m.actor_id = a.id and m.role in ('worker', 'manager') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) join access.team t on t.id = m.team_id and t.kind <> 'directorate'
  where a.active and a.kind = 'staff' and a.id <> ${workerId} and m.team_id in (select o.team_id from access.membership o where o.actor_id = ${workerId} and (o.valid_to is null or o.valid_to > now())) group by a.id order by a.name limit 60`)
/** Group supervisions of others in which somebody took part, as far as they see whom each is about. */
export const tookPart = (db: Db, actorId: string): Promise<{ sessionId: string; on: PlainDate; worker: string }[]> => db.rows(sql`
  select distinct e.session_id as "sessionId", e.held_on as "on", w.name as worker from supervision.entry_with x join supervision.entry e on e.id = x.entry_id join access.actor w on w.id = e.worker_id where x.actor_id = ${actorId} order by 2 desc limit 12`)
