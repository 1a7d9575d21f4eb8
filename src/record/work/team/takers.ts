import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

export type Carrier = Readonly<{ workerId: string; name: string; teamId: string; team: string; people: number; limit: number | null }>

/** Workers of the children's teams with how many people each works with now; those of one team first. */
export const carriers = (db: Db, teamId: string | null, not: string | null): Promise<Carrier[]> => db.rows<Carrier>(sql`
  select a.id as "workerId", a.name, t.id as "teamId", t.name as team, a.caseload_limit as "limit", coalesce(n.people, 0)::int as people
  from access.membership m join access.team t on t.id = m.team_id and t.active and t.kind = 'team' and t.domain = 'children' join access.actor a on a.id = m.actor_id and a.active
  left join work.people_of_workers(array(select c.actor_id from access.membership c where c.role = 'worker')) n on n.worker_id = a.id
  where m.role = 'worker' and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) and a.id is distinct from ${not}
  order by t.id is distinct from ${teamId}, t.name, a.name`)

/** Whether somebody works in this team now. */
export const worksIn = async (db: Db, workerId: string, teamId: string): Promise<boolean> =>
  (await db.maybe<{ ok: boolean }>(sql`select true as ok from access.membership m join access.actor a on a.id = m.actor_id and a.active
    where m.actor_id = ${workerId} and m.team_id = ${teamId} and m.role in ('worker', 'manager') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) limit 1`)) !== undefined
