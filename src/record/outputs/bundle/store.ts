import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** Of these entries, whom each is about as far as the sender sees, and whether it is about others besides. */
export const peopleOfEvents = (db: Db, events: readonly string[]): Promise<{ id: string; people: string[]; others: boolean; domain: string }[]> => db.rows(sql`
  select e.event_id as id, min(e.domain) as domain, array_agg(distinct coalesce(part.survivor_id, e.person_id)) as people, outputs.tells_of_others(e.event_id, count(*)::int) as others
  from chronology.event_person e left join access.person_part part on part.part_id = e.person_id where e.event_id = any (${events}::uuid[]) group by e.event_id`)

export const agencyName = (db: Db, id: string): Promise<{ name: string } | undefined> => db.maybe(sql`select name from access.team where id = ${id} and kind = 'agency' and active`)
export const agencies = (db: Db): Promise<{ id: string; name: string }[]> => db.rows(sql`select id, name from access.team where kind = 'agency' and active order by name`)
