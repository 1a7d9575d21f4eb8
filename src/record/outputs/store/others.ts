import type { Db } from '../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'

const seen: Readonly<Record<'plan' | 'meeting' | 'work', (id: string) => Sql>> = {
  plan: (id) => sql`select count(*)::int from plans.plan_person where plan_id = ${id}`,
  meeting: (id) => sql`select count(*)::int from meetings.meeting_person where meeting_id = ${id}`,
  work: (id) => sql`select count(*)::int from work.item_person where item_id = ${id}`,
}
/** Whether it is about more people than the sender sees on it. */
export const tellsOfUnseen = async (db: Db, kind: 'plan' | 'meeting' | 'work', id: string): Promise<boolean> =>
  (await db.one<{ others: boolean }>(sql`select outputs.tells_of_unseen(${kind}, ${id}, (${seen[kind](id)})) as others`)).others

/** These people and every part of them, under whichever id something was written. */
export const everyPartOf = async (db: Db, people: readonly string[]): Promise<string[]> => people.length === 0 ? [] : (await db.rows<{ id: string }>(sql`
  with whole as (select distinct coalesce(p.survivor_id, x) as id from unnest(${people}::uuid[]) x left join access.person_part p on p.part_id = x)
  select id from whole union select p.part_id from access.person_part p join whole on whole.id = p.survivor_id`)).map((row) => row.id)
