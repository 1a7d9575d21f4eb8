import { newId } from '../../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { DecideContact } from '../model/recorded.ts'

/** The decision before, if there was one, no longer holds; it stays readable. @returns the referral it led to */
export async function supersedeDecision(db: Db, contactId: string, at: Instant): Promise<string | undefined> {
  const before = await db.maybe<{ referral_id: string | null }>(sql`update contacts.decision set superseded_at = ${at} where contact_id = ${contactId} and superseded_at is null returning referral_id`)
  return before?.referral_id ?? undefined
}

export async function insertDecision(db: Db, d: DecideContact, by: string, at: Instant, referralId: string | undefined): Promise<string> {
  const id = newId(Date.parse(at))
  await db.run(sql`insert into contacts.decision (id, contact_id, decided_by, decided_at, reason, late_reason, different_now, referral_id, recorded_at)
    values (${id}, ${d.contactId}, ${by}, ${at}, ${d.reason}, ${d.lateReason ?? null}, ${d.differentNow ?? null}, ${referralId ?? null}, ${at})`)
  await db.run(sql`insert into contacts.decision_person (decision_id, person_id, domain, outcome, reason)
    select ${id}, x."personId", 'children', x.outcome, nullif(btrim(x.reason), '') from jsonb_to_recordset(${JSON.stringify(d.outcomes)}::jsonb) as x ("personId" uuid, outcome text, reason text)`)
  return id
}

export async function insertReferral(db: Db, r: Readonly<{ contactId: string; source: string | null; on: PlainDate; by: string; at: Instant; children: readonly string[] }>): Promise<string> {
  const id = newId(Date.parse(r.at))
  await db.run(sql`insert into contacts.referral (id, contact_id, received_on, source_code, recorded_at, recorded_by) values (${id}, ${r.contactId}, ${r.on}, ${r.source}, ${r.at}, ${r.by})`)
  await addToReferral(db, id, r.children)
  return id
}

export async function addToReferral(db: Db, referralId: string, children: readonly string[]): Promise<void> {
  await db.run(sql`insert into contacts.referral_person (referral_id, person_id, domain) select ${referralId}, p, 'children' from unnest(${children}::uuid[]) p
    on conflict (referral_id, person_id) do update set closed_on = null, close_reason = null, closed_at = null`)
}

/** Children who are no longer referred, after a decision was made again. */
export async function takeFromReferral(db: Db, referralId: string, staying: readonly string[], on: PlainDate, reason: string, at: Instant): Promise<void> {
  await db.run(sql`update contacts.referral_person set closed_on = ${on}, close_reason = ${reason}, closed_at = ${at} where referral_id = ${referralId} and closed_on is null and not (person_id = any (${staying}::uuid[]))`)
  if (staying.length === 0) await db.run(sql`update contacts.referral set closed_on = ${on}, close_reason = ${reason}, version = version + 1 where id = ${referralId} and closed_on is null`)
}

/** The contact that a referral came from, where one did. */
export const contactOfReferral = async (db: Db, referralId: string): Promise<string | undefined> =>
  (await db.maybe<{ contact_id: string | null }>(sql`select contact_id from contacts.referral where id = ${referralId}`))?.contact_id ?? undefined

export const referralReceivedOn = async (db: Db, referralId: string): Promise<PlainDate | undefined> =>
  (await db.maybe<{ receivedOn: PlainDate }>(sql`select received_on as "receivedOn" from contacts.referral where id = ${referralId}`))?.receivedOn
