import type { Db } from '../../../platform/db/pool.ts'
import { asBytes, sql } from '../../../platform/db/sql.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { postsApart } from '../../access/model/posts.ts'
import type { Pieces } from '../store.ts'
import type { Count } from './counts.ts'

export type Colleague = Readonly<{ id: string; name: string; jobTitle: string | null; hours: number; limit: number | null; people: number; late: number; items: number }>
export type TeamRow = Readonly<{ id: string; name: string; kind: string }>

export type LateKind = Readonly<{ kind: string; late: number }>
export type OpenWork = Readonly<{ first: readonly string[]; late: readonly LateKind[] }>

/** The open work of these teams, gone through once and counted as far as the reader sees it: its first pieces by their day, and what is late by its kind; and who works in these teams, with what they carry (people in their open work, pieces, pieces that are late). */
export async function openOf(db: Db, teams: readonly string[], today: string, most: number): Promise<OpenWork & { colleagues: readonly Colleague[] }> {
  const [{ open }, members] = await Promise.all([
    db.one<{ open: OpenWork & Readonly<{ workers: readonly Carried[] }> }>(sql`select work.open_of_teams(${teams}::uuid[], ${today}::date, ${most}) as open`), colleaguesIn(db, teams),
  ])
  return { first: open.first, late: open.late, colleagues: carriedBy(members, open.workers) }
}

type Member = Pick<Colleague, 'id' | 'name' | 'jobTitle' | 'hours' | 'limit'>
type Carried = Readonly<{ id: string; items: number; late: number; people: number }>
const colleaguesIn = (db: Db, teams: readonly string[]): Promise<Member[]> =>
  db.rows<Member>(sql`select a.id, a.name, a.job_title as "jobTitle", a.hours::float8 as hours, a.caseload_limit as "limit" from access.actor a
    where a.active and exists (select 1 from access.membership m where m.actor_id = a.id and m.team_id = any (${teams}::uuid[]) and m.role in ('worker', 'manager') and (m.valid_to is null or m.valid_to > now())) order by a.name`)
const carriedBy = (members: readonly Member[], workers: readonly Carried[]): Colleague[] => {
  const carried = new Map(workers.map((worker) => [worker.id, worker]))
  return members.map((member) => ({ ...member, people: 0, late: 0, items: 0, ...carried.get(member.id) }))
}

/** The same with its first pieces as the text that is sent: all in one go, the rule asked once for each person. */
export async function toldOf(db: Db, teams: readonly string[], today: string, most: number): Promise<Readonly<{ work: Pieces; late: readonly LateKind[]; colleagues: readonly Colleague[] }>> {
  const [told, members] = await Promise.all([
    db.maybe<{ json: Buffer; people: readonly string[]; late: readonly LateKind[]; workers: readonly Carried[] }>(asBytes(sql`select work as json, people, late, workers from work.board_told(${teams}::uuid[], ${today}::date, ${most})`, 'json')), colleaguesIn(db, teams),
  ])
  return { work: { json: told?.json ?? '[]', people: told?.people ?? [] }, late: told?.late ?? [], colleagues: carriedBy(members, told?.workers ?? []) }
}

export type BoardAsked = Readonly<{ teams: readonly string[]; today: PlainDate; soon: PlainDate; stillSince: PlainDate; written: readonly string[]; wanted: string; workerId: string | null; kinds: readonly string[] | null; most: number }>
type Counted = readonly [team: string, worker: string | null, kind: string, items: number, late: number, soon: number, overdue: number, without: number, still: number]
type BoardTold = Readonly<{ rows: readonly Count[]; carried: readonly Readonly<{ team: string | null; worker: string | null; people: number }>[]; ids: readonly string[] }>
/** Every number of a board and the keys of one list behind them, counted as far as the reader sees it. */
export async function boardOf(db: Db, b: BoardAsked): Promise<BoardTold> {
  const { board } = await db.one<{ board: Omit<BoardTold, 'rows'> & Readonly<{ rows: readonly Counted[] }> | null }>(sql`select work.board_of_teams(${b.teams}::uuid[], ${b.today}::date, ${b.soon}::date, ${b.stillSince}::timestamptz, ${b.written}::text[], ${b.wanted}, ${b.workerId}, ${b.kinds}::text[], ${b.most}) as board`)
  if (!board) return { rows: [], carried: [], ids: [] }
  return { ...board, rows: board.rows.map(([team, worker, kind, items, late, soon, overdue, without, still]) => ({ team, worker, kind, items, late, soon, overdue, without, still })) }
}

/** Who works in these teams, team by team. */
export const membersOf = (db: Db, teams: readonly string[]): Promise<(Pick<Colleague, 'id' | 'name' | 'jobTitle' | 'hours' | 'limit'> & Readonly<{ teamId: string }>)[]> =>
  db.rows(sql`select distinct on (a.name, a.id, m.team_id) a.id, a.name, a.job_title as "jobTitle", a.hours::float8 as hours, a.caseload_limit as "limit", m.team_id as "teamId" from access.actor a join access.membership m on m.actor_id = a.id
    where a.active and m.team_id = any (${teams}::uuid[]) and m.role in ('worker', 'manager') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by a.name, a.id, m.team_id`)

/** How many work in each of these teams. */
export const headsIn = (db: Db, teams: readonly string[]): Promise<{ team: string; workers: number }[]> =>
  db.rows(sql`select m.team_id as team, count(distinct m.actor_id)::int as workers from access.membership m join access.actor a on a.id = m.actor_id and a.active
    where m.team_id = any (${teams}::uuid[]) and m.role in ('worker', 'manager') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) group by 1`)

/** Which of these workers have open work about which of these people. */
export const whoKnows = (db: Db, people: readonly string[], workers: readonly string[]): Promise<{ personId: string; workerId: string }[]> =>
  db.rows(sql`select distinct ip.person_id as "personId", ip.worker_id as "workerId" from work.item_person ip where ip.person_id = any (${people}::uuid[]) and ip.worker_id = any (${workers}::uuid[])`)

/** Teams that the actor manages, or a team below them. */
export const managedBy = async (db: Db, actorId: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`with recursive down (id) as (
    select m.team_id from access.membership m where m.actor_id = ${actorId} and m.role in ('manager', 'head') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
    union select t.id from down join access.team t on t.parent_id = down.id) select d.id from down d join access.team t on t.id = d.id and t.active where t.kind in ('team', 'frontDoor', 'emergencyDuty') order by t.name`)).map((row) => row.id)

/** Teams the actor is in, or that stand below those they manage. */
export const teamsOf = (db: Db, actorId: string): Promise<TeamRow[]> =>
  db.rows<TeamRow>(sql`select t.id, t.name, t.kind from access.team t where t.active and t.id = any ((select r.scopes from access.reach r where r.actor_id = ${actorId})::uuid[]) and t.kind in ('team', 'frontDoor', 'emergencyDuty') order by t.name`)
/** The same of whoever has entered. */
export const myTeams = (db: Db): Promise<TeamRow[]> =>
  db.rows<TeamRow>(sql`select t.id, t.name, t.kind from access.team t where t.active and t.id = any (access.scopes()) and t.kind in ('team', 'frontDoor', 'emergencyDuty') order by t.name`)

/** The teams in which somebody works now. */
export const worksIn = async (db: Db, actorId: string): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select distinct m.team_id as id from access.membership m where m.actor_id = ${actorId} and m.team_id is not null and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())`)).map((row) => row.id)

export type Carrier = Readonly<{ workerId: string; name: string; teamId: string; team: string; people: number; limit: number | null }>

/** Workers of the children's teams with how many people each works with now; those of one team first. */
export const carriers = (db: Db, teamId: string | null, not: string | null): Promise<Carrier[]> => db.rows<Carrier>(sql`
  select a.id as "workerId", a.name, t.id as "teamId", t.name as team, a.caseload_limit as "limit", coalesce(n.people, 0)::int as people
  from access.membership m join access.team t on t.id = m.team_id and t.active and t.kind = 'team' and t.domain = 'children' join access.actor a on a.id = m.actor_id and a.active
  left join work.people_of_workers(array(select c.actor_id from access.membership c where c.role = 'worker')) n on n.worker_id = a.id
  where m.role = 'worker' and not coalesce(a.job_title ilike any (${postsApart}::text[]), false) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) and a.id is distinct from ${not}
  order by t.id is distinct from ${teamId}, t.name, a.name`)

/** Whether somebody works in this team now. */
export const worksInTeam = async (db: Db, workerId: string, teamId: string): Promise<boolean> =>
  (await db.maybe<{ ok: boolean }>(sql`select true as ok from access.membership m join access.actor a on a.id = m.actor_id and a.active
    where m.actor_id = ${workerId} and m.team_id = ${teamId} and m.role in ('worker', 'manager') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) limit 1`)) !== undefined
