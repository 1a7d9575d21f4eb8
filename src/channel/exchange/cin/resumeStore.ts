import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Kept } from './takers.ts'
import type { Fragment } from './model.ts'

const columns = sql`id, person_id as "personId", import_id as "importId", referral_id as "referralId", path, line, reason, fragment`

/** Ids of what waits and somebody knows how to take, a page at a time in the order of ids. */
export const waitingIds = async (db: Db, paths: readonly string[], after: string, most: number): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select id from exchange.kept_aside where state = 'waiting' and path = any(${paths}) and id > ${after} order by id limit ${most}`)).map(({ id }) => id)

export const waitingOne = (db: Db, id: string): Promise<Kept | undefined> =>
  db.maybe<Kept>(sql`select ${columns} from exchange.kept_aside where id = ${id} and state = 'waiting' for update`)

/** What waits of the same referral at another place. */
export const besideIt = (db: Db, kept: Kept, path: string): Promise<Kept | undefined> =>
  db.maybe<Kept>(sql`select ${columns} from exchange.kept_aside where person_id = ${kept.personId} and referral_id = ${kept.referralId} and path = ${path} and state = 'waiting' limit 1`)

export const receivedOn = async (db: Db, referralId: string): Promise<string> =>
  (await db.one<{ on: string }>(sql`select received_on as "on" from contacts.referral where id = ${referralId}`)).on

export async function markTaken({ db, now }: Asking, ids: readonly string[]): Promise<void> {
  await db.run(sql`update exchange.kept_aside set state = 'taken', taken_at = ${now} where id = any(${ids}::uuid[])`)
}

/** A child whose record was closed to the import, with what is needed to try again. */
export type Closed = Readonly<{ id: string; importId: string; child: number; line: number; authority: string; year: number; structure: number; fragment: Fragment }>

export const closedChildren = (db: Db, reason: string, after: string, most: number): Promise<Closed[]> =>
  db.rows<Closed>(sql`select u.id, u.import_id as "importId", u.child, u.line, i.authority, i.year, i.structure, u.fragment
    from exchange.unclaimed u join exchange.import i on i.id = u.import_id
    where u.state = 'waiting' and u.path = 'Child' and u.reason = ${reason} and u.id > ${after} order by u.id limit ${most}`)

export async function markClosedTaken({ db, now }: Asking, id: string): Promise<void> {
  await db.run(sql`update exchange.unclaimed set state = 'taken', taken_at = ${now} where id = ${id}`)
}

/** The events of the chronology that point to something kept. */
export const toldOf = (db: Db, id: string): Promise<{ id: string; on: string }[]> =>
  db.rows(sql`select id, happened_on as "on" from chronology.event where subject_kind = 'keptAside' and subject_id = ${id}`)
