import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Fragment } from './model.ts'

export type ReferralTold = Readonly<{ id: string; source: string | null; need: string | null; closeReason: string | null }>

export const referralsTold = (db: Db, ids: readonly string[]): Promise<ReferralTold[]> =>
  db.rows<ReferralTold>(sql`select id, source_code as source, primary_need as need, close_reason as "closeReason" from contacts.referral where id = any (${ids}::uuid[])`)

/** The factors of assessments, of whichever people the reader may see. */
export const factorsTold = (db: Db, ids: readonly string[]): Promise<{ id: string; factors: string[] }[]> =>
  db.rows(sql`select assessment_id as id, array_agg(distinct factor order by factor) as factors from assessments.factor where assessment_id = any (${ids}::uuid[]) group by assessment_id`)

/** What is kept beside the record, by its id. */
export const keptTold = (db: Db, ids: readonly string[]): Promise<{ id: string; fragment: Fragment }[]> =>
  db.rows(sql`select id, fragment from exchange.kept_aside where id = any (${ids}::uuid[])`)

export type KeptBeside = Readonly<{ path: string; fragment: Fragment; reason: string }>
/** `from`: the system whose extracts brought the person; null for a census. */
export type Origin = Readonly<{ year: number; from: string | null; localId: string | null }>

/** Where a person came from, what of them waits beside the record, and whether somebody has written their name. `ids`: all parts of the person. */
export const keptOf = async (db: Db, ids: readonly string[]): Promise<{ origins: Origin[]; kept: KeptBeside[]; named: boolean }> =>
  (await db.one<{ told: { origins: Origin[]; kept: KeptBeside[]; named: boolean } }>(sql`select jsonb_build_object(
    'origins', (select coalesce(jsonb_agg(jsonb_build_object('year', o.year, 'from', (select i.software from exchange.import i where i.id = o.import_id and i.format = 'csv'), 'localId', (select value from people.identifier i where i.person_id = o.person_id and i.kind = 'localChildId' and i.superseded_at is null limit 1)) order by o.year desc), '[]')
      from exchange.origin o where o.person_id = any (${ids}::uuid[])),
    'kept', (select coalesce(jsonb_agg(jsonb_build_object('path', path, 'fragment', fragment, 'reason', reason) order by path, line), '[]') from exchange.kept_aside where person_id = any (${ids}::uuid[]) and state = 'waiting'),
    'named', exists (select 1 from people.name where person_id = any (${ids}::uuid[]) and superseded_at is null)) as told`)).told

export const originsTold = (db: Db, people: readonly string[]): Promise<{ personId: string; year: number; from: string | null }[]> =>
  db.rows(sql`select person_id as "personId", year, (select i.software from exchange.import i where i.id = import_id and i.format = 'csv') as "from" from exchange.origin where person_id = any (${people}::uuid[])`)
