import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** Who may be the agency decision maker: those who head a service, now. */
export const decisionMakers = (db: Db): Promise<{ id: string; name: string; jobTitle: string | null }[]> => db.rows(sql`
  select distinct a.id, a.name, a.job_title as "jobTitle" from access.membership m join access.actor a on a.id = m.actor_id and a.active
  where m.role = 'head' and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by a.name`)
