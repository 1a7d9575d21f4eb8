import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { RecordContact } from '../model/recorded.ts'
import type { Contact } from '../model/shown.ts'

export type ContactRow = Omit<Contact, 'people' | 'decisions'> & Readonly<{ people: readonly { personId: string; role: 'child' | 'adult' }[]; decisions: Contact['decisions'] }>

export async function insertContact(db: Db, c: RecordContact, by: string, at: Instant, received: Readonly<{ at: Instant; on: PlainDate }>, fromKind: string): Promise<void> {
  await db.run(sql`insert into contacts.contact (id, received_at, received_on, from_kind, source_code, from_name, from_role, from_agency, from_phone, from_email, words, in_danger_now, family_knows, hopes_for, already_doing, state, recorded_at, recorded_by)
    values (${c.id}, ${received.at}, ${received.on}, ${fromKind}, ${c.source}, ${c.name ?? null}, ${c.role ?? null}, ${c.agency ?? null}, ${c.phone ?? null}, ${c.email ?? null}, ${c.words}, ${c.inDanger ?? null}, ${c.familyKnows ?? null},
      ${c.hopesFor ?? null}, ${c.alreadyDoing ?? null}, 'open', ${at}, ${by})`)
}

export async function linkPeople(db: Db, contactId: string, people: readonly Readonly<{ personId: string; role: string }>[]): Promise<void> {
  await db.run(sql`insert into contacts.contact_person (contact_id, person_id, domain, role)
    select ${contactId}, p.id, 'children', p.role from unnest(${people.map((p) => p.personId)}::uuid[], ${people.map((p) => p.role)}::text[]) as p (id, role)
    on conflict (contact_id, person_id) do nothing`)
}

/** Through the gate: somebody of whom the recorder may know the card, or no more than that a record exists; then those on its list are told. */
export async function nameThroughGate(db: Db, contactId: string, personId: string, role: string, on: PlainDate): Promise<void> {
  await db.run(sql`select contacts.name_person(${contactId}, ${personId}, ${role})`)
  await db.run(sql`select contacts.tell_those_listed(${contactId}, ${personId}, ${on})`)
}

export async function tellListed(db: Db, contactId: string, keys: readonly number[], days: readonly number[], on: PlainDate): Promise<void> {
  await db.run(sql`select contacts.tell_listed(${contactId}, ${keys}::int[], ${days}::int[], ${on})`)
}

/** Changes the state from one to another: whether it stood in the first. */
export async function changeState(db: Db, contactId: string, from: readonly string[], to: string, reason?: string): Promise<boolean> {
  return (await db.run(sql`update contacts.contact set state = ${to}, reason = coalesce(${reason ?? null}, reason), version = version + 1 where id = ${contactId} and state = any (${from}::text[])`)) > 0
}

const decisionsJson = sql`coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'decidedBy', a.name, 'decidedAt', to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', d.reason, 'lateReason', d.late_reason,
    'differentNow', d.different_now, 'referralId', d.referral_id, 'superseded', d.superseded_at is not null,
    'each', coalesce((select jsonb_agg(jsonb_build_object('personId', coalesce(part.survivor_id, dp.person_id), 'outcome', dp.outcome, 'reason', dp.reason)) from contacts.decision_person dp
      left join access.person_part part on part.part_id = dp.person_id where dp.decision_id = d.id), '[]')) order by d.decided_at desc, d.recorded_at desc)
  from contacts.decision d left join access.actor a on a.id = d.decided_by where d.contact_id = c.id), '[]')`

/** A contact with its decisions, the newest first; people as survivors. Undefined when the reader sees none of its people. */
export async function contactById(db: Db, id: string): Promise<ContactRow | undefined> {
  return db.maybe<ContactRow>(sql`select c.id, c.from_kind as "fromKind", c.source_code as source, c.from_name as "fromName", c.from_role as "fromRole", c.from_agency as "fromAgency", c.from_phone as "fromPhone", c.words,
      c.in_danger_now as "inDanger", c.family_knows as "familyKnows", c.hopes_for as "hopesFor", c.already_doing as "alreadyDoing", c.state, c.reason,
      to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt", c.received_on as "receivedOn", to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
      r.name as "recordedBy", c.recorded_by as "recordedById", c.version, ${decisionsJson} as decisions,
      coalesce((select jsonb_agg(distinct jsonb_build_object('personId', coalesce(part.survivor_id, cp.person_id), 'role', cp.role)) from contacts.contact_person cp left join access.person_part part on part.part_id = cp.person_id
        where cp.contact_id = c.id and cp.role <> 'referrer'), '[]') as people
    from contacts.contact c left join access.actor r on r.id = c.recorded_by where c.id = ${id}`)
}

/** Everybody on a contact whom the reader may see, by role. */
export const peopleOn = (db: Db, contactId: string): Promise<{ personId: string; role: string }[]> =>
  db.rows(sql`select person_id as "personId", role from contacts.contact_person where contact_id = ${contactId}`)

/** Agencies that contacted us before, for the box in which one is written. */
export const agenciesBefore = async (db: Db): Promise<string[]> =>
  (await db.rows<{ from_agency: string }>(sql`select from_agency from (select from_agency, max(received_on) as last from contacts.contact where from_agency is not null and received_on > current_date - 730 group by 1 order by 2 desc limit 200) a order by 1`)).map((row) => row.from_agency)

/** Which of these people the actor may not write about, in children's social care. */
export const notWritable = async (db: Db, people: readonly string[]): Promise<string[]> =>
  (await db.one<{ refused: string[] }>(sql`select access.not_writable(${people}::uuid[], 'children') as refused`)).refused

/** Through the gate: the decision with its clocks, for a contact about people of whom the recorder may read less than the front door. `letGo`: those whom they wrote down and may no longer see. */
export async function passOn(db: Db, contactId: string, told: Readonly<{ id: string; team: string | undefined; words: string; due: PlainDate | undefined; duty: string | undefined; pathway: string; version: number; today: PlainDate }>, clocks: readonly object[], unseen: readonly string[], letGo: readonly string[]): Promise<void> {
  await db.run(sql`select contacts.pass_on(${contactId}, ${JSON.stringify(told)}::jsonb, ${JSON.stringify(clocks)}::jsonb, ${unseen}::uuid[], ${letGo}::uuid[])`)
}
