import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Contact } from '../model/shown.ts'

/** What the chronology says of a contact, a decision or a referral, in one query for all of them. */
export type ToldRow = Pick<Contact, 'fromKind' | 'fromAgency' | 'fromName' | 'source'> & Readonly<{
  subjectId: string; contactId: string; words: string; reason: string | null; changed: string | null; each: readonly { name: string; outcome: string }[]
}>

export const told = (db: Db, subjects: readonly string[]): Promise<ToldRow[]> => db.rows<ToldRow>(sql`
  with pointed as (
    select c.id as subject_id, c.id as contact_id, null::uuid as decision_id from contacts.contact c where c.id = any (${subjects}::uuid[])
    union all select d.id, d.contact_id, d.id from contacts.decision d where d.id = any (${subjects}::uuid[])
    union all select r.id, r.contact_id, (select d.id from contacts.decision d where d.referral_id = r.id order by d.recorded_at limit 1) from contacts.referral r where r.id = any (${subjects}::uuid[]) and r.contact_id is not null
  )
  select p.subject_id as "subjectId", p.contact_id as "contactId", c.words, c.reason as changed, c.from_kind as "fromKind", c.from_agency as "fromAgency", c.from_name as "fromName", c.source_code as source, d.reason,
    coalesce((select jsonb_agg(jsonb_build_object('name', coalesce(nullif(k.given, ''), k.name), 'outcome', dp.outcome)) from contacts.decision_person dp join people.card k on k.person_id = dp.person_id where dp.decision_id = d.id), '[]') as each
  from pointed p join contacts.contact c on c.id = p.contact_id left join contacts.decision d on d.id = p.decision_id`)

/** To whom a referral was allocated first, and why it was late, if it was. */
export const allocated = (db: Db, items: readonly string[]): Promise<{ id: string; worker: string | null; team: string | null; reason: string | null }[]> => db.rows(sql`
  select i.id, w.name as worker, t.name as team, step.reason
  from work.item i left join work.item step on step.id = i.parent_id
  left join lateral (select a.worker_id, a.team_id from work.allocation a where a.item_id = i.id order by a.recorded_at, a.id limit 1) first on true
  left join access.actor w on w.id = coalesce(first.worker_id, i.worker_id) left join access.team t on t.id = coalesce(first.team_id, i.team_id)
  where i.id = any (${items}::uuid[])`)

/** Allocations that went back or on, with what was said. */
export const steps = (db: Db, items: readonly string[]): Promise<{ id: string; referralId: string; reason: string | null }[]> =>
  db.rows(sql`select id, subject_id as "referralId", reason from work.item where id = any (${items}::uuid[])`)
