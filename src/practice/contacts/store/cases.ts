import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Case } from '../model/case.ts'


/** `ids`: all parts of one child. */
export const cases = (db: Db, ids: readonly string[]): Promise<Case[]> => db.rows<Case>(sql`
  select r.id as "referralId", r.contact_id as "contactId", r.received_on as "receivedOn", r.source_code as source, coalesce(l.primary_need, r.primary_need) as "primaryNeed", r.no_further_action as "noFurtherAction",
    coalesce(l.closed_on, r.closed_on) as "closedOn", coalesce(l.close_reason, r.close_reason) as "closeReason"
  from contacts.referral_person l join contacts.referral r on r.id = l.referral_id where l.person_id = any (${ids}::uuid[]) and r.domain = 'children' order by r.received_on desc, r.id desc limit 100`)

/** The referral itself is closed when it is for all its children, on the last of their days. */
export async function keepCase(db: Db, ids: readonly string[], referralId: string, said: Readonly<{ primaryNeed: string | null; closedOn: PlainDate | null; closeReason: string | null; at: Instant }>): Promise<void> {
  await db.run(sql`update contacts.referral_person set primary_need = ${said.primaryNeed}, closed_on = ${said.closedOn}, close_reason = ${said.closeReason}, closed_at = case when ${said.closedOn}::date is null then null when closed_on = ${said.closedOn}::date then closed_at else ${said.at} end where referral_id = ${referralId} and person_id = any (${ids}::uuid[])`)
  await db.run(sql`update contacts.referral r set closed_on = x.closed_on, close_reason = case when x.closed_on is null then null else coalesce(r.close_reason, ${said.closeReason}) end, version = r.version + 1
    from (select case when bool_and(l.closed_on is not null) then max(l.closed_on) end as closed_on from contacts.referral_person l where l.referral_id = ${referralId}) x
    where r.id = ${referralId} and r.closed_on is distinct from x.closed_on`)
}
