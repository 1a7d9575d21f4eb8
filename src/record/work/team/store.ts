import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

export type Colleague = Readonly<{ id: string; name: string; jobTitle: string | null; hours: number; limit: number | null; people: number; late: number; items: number }>
export type TeamRow = Readonly<{ id: string; name: string; kind: string }>

const open = sql`i.state in ('open', 'waiting', 'returned')`

export type LateKind = Readonly<{ kind: string; late: number }>

/** Who works in these teams, with what they carry (people in their open work, pieces, pieces that are late), and what is late by its kind. The open work is gone through once. */
export const carried = (db: Db, teams: readonly string[], today: string): Promise<{ colleagues: Colleague[]; late: LateKind[] }> => db.one(sql`
  with open_work as materialized (select i.id, i.kind, i.worker_id, i.due_on from work.item i where i.team_id = any (${teams}::uuid[]) and ${open}
  ), mine as (select worker_id, count(*) as items, count(*) filter (where due_on < ${today}::date) as late from open_work where worker_id is not null group by worker_id
  ), their as (select o.worker_id, count(distinct ip.person_id) as people from open_work o join work.item_person ip on ip.item_id = o.id where o.worker_id is not null group by o.worker_id
  )
  select coalesce((select json_agg(x) from (
      select a.id, a.name, a.job_title as "jobTitle", a.hours::float8 as hours, a.caseload_limit as "limit", coalesce(their.people, 0)::int as people, coalesce(mine.late, 0)::int as late, coalesce(mine.items, 0)::int as items
      from access.actor a left join mine on mine.worker_id = a.id left join their on their.worker_id = a.id
      where a.active and exists (select 1 from access.membership m where m.actor_id = a.id and m.team_id = any (${teams}::uuid[]) and m.role in ('worker', 'manager') and (m.valid_to is null or m.valid_to > now()))
      order by a.name) x), '[]') as colleagues,
    coalesce((select json_agg(y) from (select kind, count(*)::int as late from open_work where due_on < ${today}::date group by kind order by 2 desc) y), '[]') as late`)

/** Teams the actor is in, or that stand below those they manage. */
export const teamsOf = (db: Db, actorId: string): Promise<TeamRow[]> =>
  db.rows<TeamRow>(sql`select t.id, t.name, t.kind from access.team t where t.active and t.id = any ((select r.scopes from access.reach r where r.actor_id = ${actorId})::uuid[]) and t.kind in ('team', 'frontDoor', 'emergencyDuty') order by t.name`)
