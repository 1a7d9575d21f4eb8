import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Adoption, Holder, OnList } from './model.ts'

/** @returns `sameNumber` when the new record carries a number of the old one */
export const sealAdoption = async (db: Db, a: Readonly<{ id: string; oldId: string; newId: string; named: readonly string[]; orderOn: PlainDate; reason: string }>): Promise<'done' | 'sameNumber'> =>
  (await db.one<{ became: 'done' | 'sameNumber' }>(sql`select access.seal_adoption(${a.id}, ${a.oldId}, ${a.newId}, ${a.named}::uuid[], ${a.orderOn}, ${a.reason}) as became`)).became

/** Adoptions that this person is the old or the new identity of, for those on their lists. */
export const adoptionsOf = (db: Db, personId: string): Promise<Adoption[]> => db.rows<Adoption>(sql`
  select id, is_old as "isOld", other_id as "otherId", other_name as "otherName", order_on as "orderOn", reason, sealed_by as "sealedBy", sealed_at as "sealedAt" from access.adoption_of(${personId})`)
export const onList = (db: Db, adoptionId: string): Promise<OnList[]> => db.rows<OnList>(sql`
  select actor_id as "actorId", actor, job_title as "jobTitle", since, until, given_by as "by" from access.adoption_list(${adoptionId})`)
export const holders = (db: Db): Promise<Holder[]> => db.rows<Holder>(sql`select actor_id as "actorId", actor, job_title as "jobTitle" from access.adoption_holders()`)

export async function nameForAdoption(db: Db, adoptionId: string, actorId: string, reason: string): Promise<void> {
  await db.run(sql`select access.name_for_adoption(${adoptionId}, ${actorId}, ${reason})`)
}
export const takeOffAdoption = async (db: Db, adoptionId: string, actorId: string, reason: string): Promise<number> =>
  (await db.one<{ taken: number }>(sql`select access.take_off_adoption(${adoptionId}, ${actorId}, ${reason}) as taken`)).taken

