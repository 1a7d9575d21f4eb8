import { newId } from '../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { asBytes, sql, type Sql } from '../../platform/db/sql.ts'
import type { LookedUp } from '../access/looking.ts'
import type { Domain } from '../access/model.ts'
import type { WorkItem } from './model.ts'

export type Opening = Readonly<{
  id?: string | undefined; kind: string; domain: string; people: readonly string[]; subject: Readonly<{ kind: string; id: string }>
  parentId?: string | undefined; teamId?: string | null | undefined; workerId?: string | null | undefined; askedBy?: string | undefined
  words?: string | undefined; section?: string | undefined; openedOn?: PlainDate | undefined; dueOn?: PlainDate | undefined; dueAt?: Instant | undefined; duty?: string | undefined
  pathway?: string | undefined; pathwayVersion?: number | undefined; state?: 'open' | 'waiting' | undefined
}>

export async function insertItem(db: Db, by: string, at: Instant, today: PlainDate, o: Opening): Promise<string> {
  const id = o.id ?? newId(Date.parse(at))
  await db.run(sql`insert into work.item (id, kind, domain, pathway, pathway_version, state, subject_kind, subject_id, parent_id, section, team_id, worker_id, asked_by, words, opened_on, due_on, due_at, duty, recorded_at, recorded_by)
    values (${id}, ${o.kind}, ${o.domain}, ${o.pathway ?? null}, ${o.pathwayVersion ?? null}, ${o.state ?? 'open'}, ${o.subject.kind}, ${o.subject.id}, ${o.parentId ?? null}, ${o.section ?? null}, ${o.teamId ?? null}, ${o.workerId ?? null},
      ${o.askedBy ?? null}, ${o.words ?? null}, ${o.openedOn ?? today}, ${o.dueOn ?? null}, ${o.dueAt ?? null}, ${o.duty ?? null}, ${at}, ${by})`)
  await db.run(sql`insert into work.item_person (item_id, person_id, domain) select ${id}, p, ${o.domain} from unnest(${o.people}::uuid[]) p`)
  return id
}

export async function addPeople(db: Db, itemId: string, people: readonly string[]): Promise<void> {
  await db.run(sql`insert into work.item_person (item_id, person_id, domain) select ${itemId}, p, i.domain from work.item i, unnest(${people}::uuid[]) p where i.id = ${itemId} on conflict do nothing`)
}

export async function insertClock(db: Db, by: string, at: Instant, c: Readonly<{ itemId: string; subject: { kind: string; id: string }; duty: string; startedOn: PlainDate; startedAt?: Instant; dueOn?: PlainDate; dueAt?: Instant }>): Promise<void> {
  await db.run(sql`insert into work.clock (id, item_id, subject_kind, subject_id, duty, started_on, started_at, due_on, due_at, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${c.itemId}, ${c.subject.kind}, ${c.subject.id}, ${c.duty}, ${c.startedOn}, ${c.startedAt ?? null}, ${c.dueOn ?? null}, ${c.dueAt ?? null}, ${at}, ${by})`)
}

/** Ends the running clocks of a piece of work: met in time, met late (with the reason), or stopped. */
export async function endClocks(db: Db, itemId: string, on: PlainDate, how: 'met' | 'stopped', reason: string | undefined): Promise<void> {
  await db.run(sql`with waited as (update work.pause set to_on = greatest(${on}::date, from_on) where item_id = ${itemId} and to_on is null)
    update work.clock set met_on = ${on}, state = case when ${how} = 'stopped' then 'stopped' when due_on is not null and due_on < ${on}::date then 'metLate' else 'met' end, reason = coalesce(${reason ?? null}, reason)
    where item_id = ${itemId} and superseded_at is null and state in ('running', 'paused')`)
}

/** A question about a piece of work that has ended needs no answer any more. */
export const endQuestions = (db: Db, itemId: string, on: PlainDate): Promise<number> =>
  db.run(sql`update work.item set state = 'cancelled', finished_on = ${on}, reason = 'It was decided meanwhile.', version = version + 1 where parent_id = ${itemId} and kind = 'question' and state in ('open', 'waiting', 'returned')`)

export async function updateItem(db: Db, id: string, set: Sql): Promise<number> {
  return db.run(sql`update work.item set ${set}, version = version + 1 where id = ${id}`)
}

export async function insertAllocation(db: Db, by: string, at: Instant, a: Readonly<{ itemId: string; teamId: string | null; workerId: string | null; from: PlainDate; reason?: string | undefined; left?: string | undefined }>): Promise<void> {
  await db.run(sql`update work.allocation set to_on = ${a.from} where item_id = ${a.itemId} and to_on is null and superseded_at is null`)
  await db.run(sql`insert into work.allocation (id, item_id, team_id, worker_id, from_on, reason, left_to_do, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${a.itemId}, ${a.teamId}, ${a.workerId}, ${a.from}, ${a.reason ?? null}, ${a.left ?? null}, ${at}, ${by})`)
}

/** Whether a colleague is kept from one of these people. */
export const isKeptFrom = async (db: Db, workerId: string, people: readonly string[]): Promise<boolean> =>
  (await db.one<{ kept: boolean }>(sql`select access.is_kept_from(${workerId}, ${people}::uuid[]) as kept`)).kept

/**
 * Pieces of work as they are shown: JSON text made by the database, with the people whose names are in it. Each piece, each link and each card is read under its policy;
 * the words about a person are made once for all the pieces they are on. The joins are full where nothing is left over on either side: PostgreSQL expects one piece, and
 * would go through all of the people for each; a full join it makes by hash.
 */
const piecesWhere = (db: Db, where: Sql, order: Sql, most: number): Promise<Pieces> => db.one<Pieces>(asBytes(sql`
  with i as materialized (select i.* from work.item i where ${where} order by ${order} limit ${most}
  ), link as materialized (select ip.item_id, case when part.survivor_id is null then ip.person_id else part.survivor_id end as person_id
    from i cross join lateral (select ip.item_id, ip.person_id from work.item_person ip where ip.item_id = i.id offset 0) ip left join access.person_part part on part.part_id = ip.person_id
  ), who as materialized (select c.person_id, coalesce(c.born_on, c.due_on) as born, concat('{"id":"', c.person_id, '","name":', to_json(c.name), ',"given":', to_json(c.given), ',"family":', to_json(c.family),
      ',"bornOn":', coalesce('"' || c.born_on || '"', 'null'), ',"dueOn":', coalesce('"' || c.due_on || '"', 'null'), ',"sex":', coalesce(to_json(c.sex)::text, 'null'),
      ',"unborn":', case when c.unborn then 'true' else 'false' end, ',"hue":', coalesce(c.hue::text, 'null'), '}') as words
    from (select distinct person_id from link) d cross join lateral (select * from people.card c where c.person_id = d.person_id offset 0) c
  ), people as materialized (select link.item_id, string_agg(who.words, ',' order by who.born nulls last, link.person_id) as words from link full join who on who.person_id = link.person_id group by link.item_id)
  select concat('[', string_agg(concat('{"id":"', i.id, '","kind":', to_json(i.kind), ',"state":"', i.state, '","subjectKind":', coalesce(to_json(i.subject_kind)::text, 'null'), ',"subjectId":', coalesce('"' || i.subject_id || '"', 'null'),
      ',"section":', coalesce(to_json(i.section)::text, 'null'), ',"words":', coalesce(to_json(i.words)::text, 'null'), ',"teamId":', coalesce('"' || i.team_id || '"', 'null'), ',"teamName":', coalesce(to_json(t.name)::text, 'null'),
      ',"workerId":', coalesce('"' || i.worker_id || '"', 'null'), ',"workerName":', coalesce(to_json(w.name)::text, 'null'), ',"askedBy":', coalesce('"' || i.asked_by || '"', 'null'), ',"askedByName":', coalesce(to_json(a.name)::text, 'null'),
      ',"openedOn":"', i.opened_on, '","dueOn":', coalesce('"' || i.due_on || '"', 'null'), ',"dueAt":', coalesce(to_char(i.due_at at time zone 'UTC', '"\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""'), 'null'), ',"duty":', coalesce(to_json(i.duty)::text, 'null'),
      ',"finishedOn":', coalesce('"' || i.finished_on || '"', 'null'), ',"outcome":', coalesce(to_json(i.outcome)::text, 'null'), ',"reason":', coalesce(to_json(i.reason)::text, 'null'), ',"version":', i.version, case when i.paused_on is null then '' else concat(',"paused":{"on":"', i.paused_on, '","why":', to_json(i.paused_why), ',"duty":', to_json(i.paused_duty), '}') end, case when i.late_why is null then '' else concat(',"late":{"why":', to_json(i.late_why), ',"words":', coalesce(to_json(i.late_words)::text, 'null'), '}') end,
      ',"people":[', people.words, ']}'), ',' order by ${order}), ']') as json, array(select who.person_id from who) as people
  from i full join people on people.item_id = i.id left join access.team t on t.id = i.team_id left join access.actor w on w.id = i.worker_id left join access.actor a on a.id = i.asked_by`, 'json'))

/** Pieces of work as the JSON text that is sent, and whose names are in it. */
export type Pieces = Readonly<{ json: string | Buffer; people: readonly string[] }>

/** The same to work with. */
export const itemsIn = ({ json }: Pieces): WorkItem[] => JSON.parse(json.toString('utf8'))

/** Pieces of work as they are shown, for a store that asks its own way. */
export const itemsWhere = async (db: Db, where: Sql, order: Sql, most: number): Promise<WorkItem[]> => itemsIn(await piecesWhere(db, where, order, most))

const open = sql`i.state in ('open', 'waiting', 'returned')`
const byDue = sql`i.due_on nulls last, i.opened_on, i.id`

/** What is mine to do, and what I wait for. */
export const trayOf = (db: Db, workerId: string, most: number): Promise<Pieces> =>
  piecesWhere(db, sql`${open} and (i.worker_id = ${workerId} or i.asked_by = ${workerId})`, byDue, most)

/** The same of whoever has entered, with whom of its people they see looked up before. */
export async function myTray(db: Db, most: number): Promise<Pieces> {
  const [, pieces] = await Promise.all([
    db.run(sql`select work.look_up_open(access.actor(), '{}'::uuid[])`),
    piecesWhere(db, sql`${open} and (i.worker_id = (select access.actor()) or i.asked_by = (select access.actor()))`, byDue, most),
  ])
  return pieces
}

export const itemsAbout = (db: Db, people: readonly string[], most: number): Promise<WorkItem[]> =>
  itemsWhere(db, sql`${open} and i.id in (select item_id from work.item_person where person_id = any (${people}::uuid[]))`, byDue, most)

/** Pieces that were found already: each is read under the policies all the same. */
export const itemsByKeys = (db: Db, keys: readonly string[]): Promise<Pieces> =>
  piecesWhere(db, sql`i.id = any (${keys}::uuid[])`, byDue, keys.length)

/** Looks up at once whom of the people of this open work the reader sees, before it is read. */
export async function lookUpOpen(db: Db, of: Readonly<{ worker?: string; about?: readonly string[] }>): Promise<void> {
  await db.run(sql`select work.look_up_open(${of.worker ?? null}, ${of.about ?? []}::uuid[])`)
}

export const itemById = async (db: Db, id: string): Promise<WorkItem | undefined> => (await itemsWhere(db, sql`i.id = ${id}`, byDue, 1))[0]
export const itemsById = (db: Db, ids: readonly string[]): Promise<WorkItem[]> => itemsWhere(db, sql`i.id = any (${ids}::uuid[])`, byDue, ids.length)
export const itemsOfSubject = (db: Db, subjectId: string): Promise<WorkItem[]> => itemsWhere(db, sql`i.subject_id = ${subjectId}`, byDue, 50)

export const peopleOf = async (db: Db, itemId: string): Promise<string[]> =>
  (await db.rows<{ person_id: string }>(sql`select person_id from work.item_person where item_id = ${itemId}`)).map((row) => row.person_id)

/** The same, with whom of them the actor may not write about; whom of them they see is looked up too. */
export const peopleToWrite = (db: Db, itemId: string, domain: Domain): Promise<LookedUp> =>
  db.one<LookedUp>(sql`select people, refused from work.people_to_write(${itemId}, ${domain})`)

/** Ends the former worker's involvement when the last open work of theirs with the person has gone to somebody else. */
export async function endInvolvement(db: Db, people: readonly string[], workerId: string, on: PlainDate): Promise<void> {
  await db.run(sql`update access.involvement v set to_on = greatest(${on}::date, v.from_on) where v.person_id = any (${people}::uuid[]) and v.worker_id = ${workerId} and v.to_on is null and v.superseded_at is null
    and not exists (select 1 from work.item i join work.item_person ip on ip.item_id = i.id where ip.person_id = any (v.person_id || coalesce(v.because_of, '{}')) and i.worker_id = ${workerId} and ${open})`)
}

/** The same for a team: its former work stays in sight of it for as long as the policy says. */
export async function endTeamInvolvement(db: Db, people: readonly string[], teamId: string, on: PlainDate): Promise<void> {
  await db.run(sql`update access.involvement v set to_on = greatest(${on}::date, v.from_on) where v.person_id = any (${people}::uuid[]) and v.team_id = ${teamId} and v.to_on is null and v.superseded_at is null
    and not exists (select 1 from work.item i join work.item_person ip on ip.item_id = i.id where ip.person_id = any (v.person_id || coalesce(v.because_of, '{}')) and i.team_id = ${teamId} and ${open})`)
}

/** Whom this team (or this worker) works with, or worked with, for the sake of these people. */
export const besideOf = async (db: Db, people: readonly string[], teamId: string | null, workerId: string | null, stillOnly: boolean): Promise<string[]> =>
  (await db.rows<{ person_id: string }>(sql`select distinct person_id from access.involvement where because_of && ${people}::uuid[] and superseded_at is null and (to_on is null or not ${stillOnly})
    and (team_id = ${teamId} or (team_id is null and worker_id = ${workerId}))`)).map((row) => row.person_id)

/** Who of these people works already with this team or worker. */
export const involvedAlready = async (db: Db, people: readonly string[], teamId: string | null, workerId: string | null, domain?: string, role?: string): Promise<string[]> =>
  (await db.rows<{ person_id: string }>(sql`select distinct person_id from access.involvement where person_id = any (${people}::uuid[]) and superseded_at is null and to_on is null and (${domain ?? null}::text is null or domain = ${domain ?? null}) and (${role ?? null}::text is null or role = ${role ?? null})
    and team_id is not distinct from ${teamId} and worker_id is not distinct from ${workerId}`)).map((row) => row.person_id)

/** What was cancelled for this reason and is about one of these people. */
export const cancelledBecause = async (db: Db, people: readonly string[], reason: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select distinct i.id from work.item i join work.item_person ip on ip.item_id = i.id where ip.person_id = any (${people}::uuid[]) and i.state = 'cancelled' and i.reason = ${reason}`)).map((row) => row.id)

/** Whether open work of one of these duties is about any of these people, under whichever part of theirs. */
export const anyOpenOf = async (db: Db, people: readonly string[], duties: readonly string[]): Promise<boolean> =>
  (await db.maybe<{ ok: boolean }>(sql`select true as ok from work.item_person ip join work.item i on i.id = ip.item_id where i.state in ('open', 'waiting', 'returned') and i.duty = any (${duties}::text[])
    and ip.person_id in (select unnest(${people}::uuid[]) union select part_id from access.person_part where survivor_id = any (${people}::uuid[])) limit 1`)) !== undefined

export type KeptClock = Readonly<{ duty: string; itemId: string; startedOn: PlainDate; dueOn: PlainDate | null; state: string; reason: string | null }>
/** Clocks of pieces of work about these people that run or are paused. */
export const runningClocks = (db: Db, people: readonly string[]): Promise<KeptClock[]> => db.rows<KeptClock>(sql`
  select distinct c.duty, c.item_id as "itemId", c.started_on as "startedOn", c.due_on as "dueOn", c.state, c.reason from work.clock c join work.item_person ip on ip.item_id = c.item_id
  where ip.person_id = any (${people}::uuid[]) and c.superseded_at is null and c.state in ('running', 'paused')`)
