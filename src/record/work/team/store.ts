import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

export type Colleague = Readonly<{ id: string; name: string; jobTitle: string | null; hours: number; limit: number | null; people: number; late: number; items: number }>
export type TeamRow = Readonly<{ id: string; name: string; kind: string }>

export type LateKind = Readonly<{ kind: string; late: number }>
export type OpenWork = Readonly<{ first: readonly string[]; late: readonly LateKind[] }>

/** The open work of these teams, gone through once and counted as far as the reader sees it: its first pieces by their day, and what is late by its kind; and who works in these teams, with what they carry (people in their open work, pieces, pieces that are late). */
export async function openOf(db: Db, teams: readonly string[], today: string, most: number): Promise<OpenWork & { colleagues: readonly Colleague[] }> {
  type Carried = Readonly<{ id: string; items: number; late: number; people: number }>
  const [{ open }, members] = await Promise.all([
    db.one<{ open: OpenWork & Readonly<{ workers: readonly Carried[] }> }>(sql`select work.open_of_teams(${teams}::uuid[], ${today}::date, ${most}) as open`),
    db.rows<Pick<Colleague, 'id' | 'name' | 'jobTitle' | 'hours' | 'limit'>>(sql`select a.id, a.name, a.job_title as "jobTitle", a.hours::float8 as hours, a.caseload_limit as "limit" from access.actor a
      where a.active and exists (select 1 from access.membership m where m.actor_id = a.id and m.team_id = any (${teams}::uuid[]) and m.role in ('worker', 'manager') and (m.valid_to is null or m.valid_to > now())) order by a.name`),
  ])
  const carried = new Map(open.workers.map((worker) => [worker.id, worker]))
  return { first: open.first, late: open.late, colleagues: members.map((member) => ({ ...member, people: 0, late: 0, items: 0, ...carried.get(member.id) })) }
}

/** Teams the actor is in, or that stand below those they manage. */
export const teamsOf = (db: Db, actorId: string): Promise<TeamRow[]> =>
  db.rows<TeamRow>(sql`select t.id, t.name, t.kind from access.team t where t.active and t.id = any ((select r.scopes from access.reach r where r.actor_id = ${actorId})::uuid[]) and t.kind in ('team', 'frontDoor', 'emergencyDuty') order by t.name`)
