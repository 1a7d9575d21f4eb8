import { isPlainDate, momentOf, type Instant } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { known } from '../store/known.ts'
import type { Recording } from '../store/writing.ts'
import type { LegalKind, LegalStatus, Superseded } from './model.ts'

const columns = sql`id, order_id as "orderId", person_id as "personId", kind, code, court, case_number as "caseNumber", details, expires_on as "expiresOn", valid_from as "from", to_char(from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "fromAt", valid_to as "to", recorded_at as "recordedAt"`

/** The statuses and orders of people as they stand, or stood; newest first. */
export const statuses = (db: Db, people: readonly string[], before?: Instant): Promise<LegalStatus[]> => db.rows<LegalStatus>(sql`
  select ${columns} from people.legal_status where person_id = any (${people}::uuid[]) and ${known(before)} order by valid_from desc, recorded_at desc, id`)

/** What stands under one order now. */
export const statusesOfOrder = (db: Db, orderIds: readonly string[]): Promise<LegalStatus[]> => db.rows<LegalStatus>(sql`
  select ${columns} from people.legal_status where order_id = any (${orderIds}::uuid[]) and superseded_at is null order by valid_from, id`)

/** What stood there before, newest first. */
export const earlierVersions = (db: Db, people: readonly string[]): Promise<Superseded[]> => db.rows<Superseded>(sql`
  select s.*, a.name as by from (select ${columns}, superseded_at as "supersededAt", superseded_why as why, recorded_by from people.legal_status
    where person_id = any (${people}::uuid[]) and superseded_at is not null) s left join access.actor a on a.id = s.recorded_by order by s."supersededAt" desc, s.id`)

/** Orders that were taken back altogether, for the chronology. */
export const takenBack = (db: Db, orderIds: readonly string[]): Promise<Superseded[]> => db.rows<Superseded>(sql`
  select ${columns}, superseded_at as "supersededAt", superseded_why as why, null as by from people.legal_status
  where order_id = any (${orderIds}::uuid[]) and superseded_at is not null order by superseded_at desc`)

export type NewStatus = Readonly<{
  orderId: string; personId: string; kind: LegalKind; code: string; from: string; to?: string | null | undefined; expiresOn?: string | null | undefined; time?: string | undefined; fromAt?: Instant | null | undefined
  court?: string | null | undefined; caseNumber?: string | null | undefined; details?: string | null | undefined
}>

export async function insertStatus({ db, by, at }: Recording, s: NewStatus): Promise<void> {
  await db.run(sql`insert into people.legal_status (id, order_id, person_id, kind, code, court, case_number, details, expires_on, valid_from, from_at, valid_to, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${s.orderId}, ${s.personId}, ${s.kind}, ${s.code}, ${s.court || null}, ${s.caseNumber || null}, ${s.details || null}, ${s.expiresOn ?? null}, ${s.from}, ${s.fromAt ?? (s.time && isPlainDate(s.from) ? momentOf(s.from, s.time) : null)}, ${s.to ?? null}, ${at}, ${by})`)
}

/** These versions no longer stand: kept, with the reason. */
export async function supersedeStatuses({ db, at }: Recording, ids: readonly string[], why?: string): Promise<void> {
  await db.run(sql`update people.legal_status set superseded_at = ${at}, superseded_why = ${why ?? null} where id = any (${ids}::uuid[]) and superseded_at is null`)
}
