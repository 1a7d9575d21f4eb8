import { newId } from '../../../../kernel/ids.ts'
import type { Instant } from '../../../../kernel/dates.ts'
import type { Db } from '../../../../platform/db/pool.ts'
import { sql } from '../../../../platform/db/sql.ts'

/** Another council, with the public part of its key as an administrator entered it. */
export type OtherCouncil = Readonly<{ id: string; code: string; name: string; key: string; since: string; by: string | null }>

export const councils = (db: Db): Promise<OtherCouncil[]> => db.rows<OtherCouncil>(sql`
  select c.id, c.code, c.name, c.public_key as key, c.recorded_at as since, a.name as by from transfers.council c left join access.actor a on a.id = c.recorded_by where c.withdrawn_at is null order by c.name, c.code`)
/** Every key that this council has had here, the present one first: an older file was signed with an older one. */
export const keysOf = (db: Db, code: string): Promise<Readonly<{ name: string; key: string; withdrawn: boolean }>[]> =>
  db.rows(sql`select name, public_key as key, withdrawn_at is not null as withdrawn from transfers.council where code = ${code} order by withdrawn_at desc nulls first`)
export const withdraw = (db: Db, code: string, at: Instant): Promise<number> => db.run(sql`update transfers.council set withdrawn_at = ${at} where code = ${code} and withdrawn_at is null`)
export async function insert(db: Db, c: Readonly<{ code: string; name: string; key: string; at: Instant; by: string }>): Promise<void> {
  await db.run(sql`insert into transfers.council (id, code, name, public_key, recorded_at, recorded_by) values (${newId(Date.parse(c.at))}, ${c.code}, ${c.name}, ${c.key}, ${c.at}, ${c.by})`)
}
