import { newId } from '../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import { postsApart } from '../../record/access/model/posts.ts'
import type { Enquiry, EnquiryDecision, EnquiryPerson } from './model.ts'

export type By = Readonly<{ at: Instant; by: string }>

export async function insertEnquiry(db: Db, by: By, e: Readonly<{ id: string; discussionId: string; joint: boolean; on: PlainDate; people: readonly string[] }>): Promise<void> {
  await db.run(sql`insert into protection.enquiry (id, discussion_id, joint, initiated_on, recorded_at, recorded_by) values (${e.id}, ${e.discussionId}, ${e.joint}, ${e.on}, ${by.at}, ${by.by})`)
  await db.run(sql`insert into protection.enquiry_person (enquiry_id, person_id, domain) select ${e.id}, p, 'children' from unnest(${e.people}::uuid[]) p`)
}
const update = (db: Db, id: string, set: Sql): Promise<number> => db.run(sql`update protection.enquiry set ${set}, version = version + 1 where id = ${id}`)
export const setItem = (db: Db, id: string, itemId: string): Promise<number> => update(db, id, sql`item_id = ${itemId}`)
export const setForm = (db: Db, id: string, formId: string): Promise<number> => update(db, id, sql`form_id = ${formId}`)
export const setSent = (db: Db, by: By, id: string, signOffId: string): Promise<number> => update(db, id, sql`state = 'sent', sent_at = ${by.at}, sent_by = ${by.by}, sign_off_id = ${signOffId}`)
export const setFinished = (db: Db, id: string, on: PlainDate): Promise<number> => update(db, id, sql`state = 'finished', finished_on = ${on}`)
export const setReturned = (db: Db, id: string): Promise<number> => update(db, id, sql`state = 'returned'`)
export const setPerson = (db: Db, id: string, p: EnquiryPerson): Promise<number> =>
  db.run(sql`update protection.enquiry_person set outcome = ${p.outcome}, seen_on = ${p.seenOn}, seen_alone_on = ${p.seenAloneOn} where enquiry_id = ${id} and person_id = any (select part_id from access.person_part where survivor_id = ${p.personId} union select ${p.personId}::uuid)`)
export async function insertDecision(db: Db, by: By, d: Readonly<{ enquiryId: string; decision: string; comment: string | null }>): Promise<void> {
  await db.run(sql`insert into protection.enquiry_decision (id, enquiry_id, decision, comment, decided_by, decided_at) values (${newId(Date.parse(by.at))}, ${d.enquiryId}, ${d.decision}, ${d.comment}, ${by.by}, ${by.at})`)
}
/** What the children say to an enquiry is kept as their own words. */
export async function insertVoice(db: Db, by: By, v: Readonly<{ personId: string; words: string; on: PlainDate; to: string; enquiryId: string }>): Promise<void> {
  await db.run(sql`insert into people.voice (id, person_id, domain, words, said_on, said_to, how, place, source_kind, source_id, recorded_at, recorded_by)
    values (${newId(Date.parse(by.at))}, ${v.personId}, 'children', ${v.words}, ${v.on}, ${v.to}, 'said', null, 'enquiry', ${v.enquiryId}, ${by.at}, ${by.by})`)
}

const enquiryJson = sql`json_build_object('id', e.id, 'discussionId', e.discussion_id, 'joint', e.joint, 'initiatedOn', e.initiated_on, 'itemId', e.item_id, 'signOffId', e.sign_off_id, 'formId', e.form_id, 'state', e.state,
  'sentAt', to_char(e.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'sentBy', e.sent_by, 'sentByName', w.name, 'finishedOn', e.finished_on,
  'people', coalesce((select json_agg(json_build_object('personId', coalesce(part.survivor_id, ep.person_id), 'outcome', ep.outcome, 'seenOn', ep.seen_on, 'seenAloneOn', ep.seen_alone_on)) from protection.enquiry_person ep left join access.person_part part on part.part_id = ep.person_id where ep.enquiry_id = e.id), '[]'))`
const enquiries = async (db: Db, where: Sql): Promise<Enquiry[]> =>
  (await db.rows<{ enquiry: Enquiry }>(sql`select ${enquiryJson} as enquiry from protection.enquiry e left join access.actor w on w.id = e.sent_by where ${where} order by e.initiated_on desc, e.id desc limit 100`)).map((row) => row.enquiry)

export const ofItem = async (db: Db, itemId: string): Promise<Enquiry | undefined> => (await enquiries(db, sql`e.item_id = ${itemId} or e.sign_off_id = ${itemId}`))[0]
export const byIds = (db: Db, ids: readonly string[]): Promise<Enquiry[]> => enquiries(db, sql`e.id = any (${ids}::uuid[])`)
/** Enquiries about these people, newest first. */
export const about = (db: Db, ids: readonly string[]): Promise<Enquiry[]> => enquiries(db, sql`e.state <> 'cancelled' and e.id in (select enquiry_id from protection.enquiry_person where person_id = any (${ids}::uuid[]))`)
/** Enquiries about these people that are not finished. */
export const openAbout = (db: Db, ids: readonly string[]): Promise<Enquiry[]> =>
  enquiries(db, sql`e.state in ('open', 'sent', 'returned') and e.id in (select enquiry_id from protection.enquiry_person where person_id = any (${ids}::uuid[]))`)
export const decisionsOf = (db: Db, enquiryId: string): Promise<EnquiryDecision[]> => db.rows<EnquiryDecision>(sql`
  select d.decision, d.comment, a.name as by, to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from protection.enquiry_decision d join access.actor a on a.id = d.decided_by where d.enquiry_id = ${enquiryId} order by d.decided_at desc`)

export type Worker = Readonly<{ id: string; name: string; team: string }>
/** Workers of the children's teams; those of one team first. */
export const workers = (db: Db, teamId: string | null): Promise<Worker[]> => db.rows<Worker>(sql`
  select a.id, a.name, t.name as team from access.membership m join access.team t on t.id = m.team_id and t.active and t.kind = 'team' and t.domain = 'children' join access.actor a on a.id = m.actor_id and a.active
  where m.role = 'worker' and a.qualified and not coalesce(a.job_title ilike any (${postsApart}::text[]), false) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by t.id is distinct from ${teamId}, t.name, a.name limit 300`)

/** When each was last seen, and seen alone, for an enquiry that was sent. */
export const seenInEnquiries = (db: Db, ids: readonly string[]): Promise<{ personId: string; seenOn: PlainDate | null; aloneOn: PlainDate | null }[]> => db.rows(sql`
  select coalesce(part.survivor_id, ep.person_id) as "personId", max(ep.seen_on) as "seenOn", max(ep.seen_alone_on) as "aloneOn" from protection.enquiry_person ep left join access.person_part part on part.part_id = ep.person_id
  where ep.person_id = any (${ids}::uuid[]) and (ep.seen_on is not null or ep.seen_alone_on is not null) group by 1`)
