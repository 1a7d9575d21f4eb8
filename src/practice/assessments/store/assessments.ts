import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'
import type { Assessment, ChildFacts, Decision, OutcomeCode } from '../model/stored.ts'

const columns = sql`a.id, a.item_id as "itemId", a.form_id as "formId", a.referral_id as "referralId", a.sign_off_id as "signOffId", a.state, a.started_on as "startedOn", a.completed_on as "completedOn",
  a.authorised_on as "authorisedOn", a.authorised_at as "authorisedAt", a.authorised_by as "authorisedBy", m.name as "authorisedByName", a.sent_at as "sentAt", a.sent_by as "sentBy", w.name as "sentByName", a.outcome, a.late_reason as "lateReason"`
const from = sql`assessments.assessment a left join access.actor m on m.id = a.authorised_by left join access.actor w on w.id = a.sent_by`

export const ofItem = (db: Db, itemId: string): Promise<Assessment | undefined> => db.maybe<Assessment>(sql`select ${columns} from ${from} where a.item_id = ${itemId} or a.sign_off_id = ${itemId} limit 1`)
/** As much of it as says whether it may be written in now. */
export type Writing = Pick<Assessment, 'formId' | 'state' | 'sentByName'>
export const writingOf = (db: Db, itemId: string): Promise<Writing | undefined> => db.maybe<Writing>(sql`
  select a.form_id as "formId", a.state, w.name as "sentByName" from assessments.assessment a left join access.actor w on w.id = a.sent_by where a.item_id = ${itemId} or a.sign_off_id = ${itemId} limit 1`)
export const byId = (db: Db, id: string): Promise<Assessment | undefined> => db.maybe<Assessment>(sql`select ${columns} from ${from} where a.id = ${id}`)
export const byIds = (db: Db, ids: readonly string[]): Promise<Assessment[]> => db.rows<Assessment>(sql`select ${columns} from ${from} where a.id = any (${ids}::uuid[])`)
export const about = (db: Db, ids: readonly string[]): Promise<Assessment[]> => db.rows<Assessment>(sql`
  select ${columns} from ${from} where a.state <> 'cancelled' and a.id in (select assessment_id from assessments.assessment_person where person_id = any (${ids}::uuid[])) order by a.started_on desc, a.id desc limit 100`)
export const ofForm = (db: Db, formId: string): Promise<Assessment | undefined> => db.maybe<Assessment>(sql`select ${columns} from ${from} where a.form_id = ${formId} limit 1`)

export async function insert(db: Db, a: Readonly<{ id: string; itemId: string; formId: string; referralId: string | null; on: PlainDate; by: string; at: Instant; people: readonly string[] }>): Promise<void> {
  await db.run(sql`insert into assessments.assessment (id, item_id, form_id, referral_id, started_on, recorded_at, recorded_by) values (${a.id}, ${a.itemId}, ${a.formId}, ${a.referralId}, ${a.on}, ${a.at}, ${a.by})`)
  await db.run(sql`insert into assessments.assessment_person (assessment_id, person_id, domain) select ${a.id}, p, 'children' from unnest(${a.people}::uuid[]) p`)
}

const update = (db: Db, id: string, set: Sql): Promise<number> => db.run(sql`update assessments.assessment set ${set}, version = version + 1 where id = ${id}`)

/** The form and the piece of work of an assessment that came without. */
export const setForm = (db: Db, id: string, s: Readonly<{ itemId: string; formId: string }>): Promise<number> => update(db, id, sql`item_id = ${s.itemId}, form_id = ${s.formId}`)

export const setSent = (db: Db, id: string, s: Readonly<{ on: PlainDate; at: Instant; by: string; outcome: OutcomeCode; lateReason: string | null; signOffId: string }>): Promise<number> =>
  update(db, id, sql`state = 'sent', completed_on = ${s.on}, sent_at = ${s.at}, sent_by = ${s.by}, outcome = ${s.outcome}, late_reason = ${s.lateReason}, sign_off_id = ${s.signOffId}`)
export const setAuthorised = (db: Db, id: string, s: Readonly<{ on: PlainDate; at: Instant; by: string }>): Promise<number> =>
  update(db, id, sql`state = 'authorised', authorised_on = ${s.on}, authorised_at = ${s.at}, authorised_by = ${s.by}`)
/** Back to a state without an agreement. */
export const setState = (db: Db, id: string, state: 'open' | 'sent' | 'returned' | 'cancelled'): Promise<number> =>
  update(db, id, sql`state = ${state}, authorised_on = null, authorised_at = null, authorised_by = null`)

export async function setChild(db: Db, assessmentId: string, c: ChildFacts, at: Instant): Promise<void> {
  await db.run(sql`update assessments.assessment_person set seen_on = ${c.seenOn}, seen_alone_on = ${c.seenAloneOn}, outcome = ${c.outcome} where assessment_id = ${assessmentId} and person_id = ${c.personId}`)
  await db.run(sql`delete from assessments.factor where assessment_id = ${assessmentId} and person_id = ${c.personId}`)
  await db.run(sql`insert into assessments.factor (assessment_id, person_id, domain, factor, recorded_at) select ${assessmentId}, ${c.personId}, 'children', f, ${at} from unnest(${c.factors}::text[]) f`)
}

export const childrenOf = (db: Db, assessmentId: string): Promise<ChildFacts[]> => db.rows<ChildFacts>(sql`
  select p.person_id as "personId", p.seen_on as "seenOn", p.seen_alone_on as "seenAloneOn", p.outcome, coalesce((select array_agg(f.factor order by f.factor) from assessments.factor f where f.assessment_id = p.assessment_id and f.person_id = p.person_id), '{}') as factors
  from assessments.assessment_person p where p.assessment_id = ${assessmentId}`)

/** The child's own words as the assessment has them now; what an earlier sending said is kept, and no longer shown. */
export async function replaceVoices(db: Db, assessmentId: string, voices: readonly Readonly<{ personId: string; words: string; saidOn: PlainDate }>[], by: string, saidTo: string, at: Instant): Promise<string[]> {
  const before = await db.rows<{ id: string; personId: string; words: string }>(sql`select id, person_id as "personId", words from people.voice where source_kind = 'assessment' and source_id = ${assessmentId} and superseded_at is null`)
  const kept = before.filter((old) => voices.some((voice) => voice.personId === old.personId && voice.words === old.words))
  await db.run(sql`update people.voice set superseded_at = ${at} where source_kind = 'assessment' and source_id = ${assessmentId} and superseded_at is null and not (id = any (${kept.map((one) => one.id)}::uuid[]))`)
  const fresh = voices.filter((voice) => !kept.some((one) => one.personId === voice.personId && one.words === voice.words))
  for (const voice of fresh) {
    await db.run(sql`insert into people.voice (id, person_id, domain, words, said_on, said_to, how, source_kind, source_id, recorded_at, recorded_by)
      values (${newId(Date.parse(at))}, ${voice.personId}, 'children', ${voice.words}, ${voice.saidOn}, ${saidTo}, 'said', 'assessment', ${assessmentId}, ${at}, ${by})`)
  }
  return fresh.map((voice) => voice.personId)
}

export async function insertDecision(db: Db, d: Readonly<{ id: string; assessmentId: string; decision: 'agree' | 'return'; comment: string | null; by: string; at: Instant }>): Promise<void> {
  await db.run(sql`insert into assessments.decision (id, assessment_id, decision, comment, decided_by, decided_at) values (${d.id}, ${d.assessmentId}, ${d.decision}, ${d.comment}, ${d.by}, ${d.at})`)
}
/** Decisions that hold, newest first. */
export const decisionsOf = (db: Db, assessmentId: string): Promise<Decision[]> => db.rows<Decision>(sql`
  select d.id, d.decision, d.comment, a.name as by, d.decided_by as "byId", d.decided_at as at from assessments.decision d join access.actor a on a.id = d.decided_by where d.assessment_id = ${assessmentId} and d.undone_at is null order by d.decided_at desc`)
export const undoDecision = (db: Db, id: string, at: Instant): Promise<number> => db.run(sql`update assessments.decision set undone_at = ${at} where id = ${id} and undone_at is null`)

/** The 45 days run until a manager has agreed: the clock goes with the assessment to the sign-off, and back when it is returned. */
export const moveClock = (db: Db, fromItem: string, toItem: string): Promise<number> => db.run(sql`update work.clock set item_id = ${toItem} where item_id = ${fromItem} and duty = 'assessment.completed' and superseded_at is null and state in ('running', 'paused')`)

/** Children for whom nothing follows leave the referral; when all have, it is closed. */
export async function closeReferral(db: Db, referralId: string, children: readonly Readonly<{ personId: string; reason: string }>[], on: PlainDate, at: Instant): Promise<void> {
  for (const child of children) await db.run(sql`update contacts.referral_person set closed_on = ${on}, close_reason = ${child.reason}, closed_at = ${at} where referral_id = ${referralId} and person_id = ${child.personId} and closed_on is null`)
  await db.run(sql`update contacts.referral r set closed_on = ${on}, close_reason = ${children[0]?.reason ?? null}, version = version + 1 where r.id = ${referralId} and closed_on is null
    and not exists (select 1 from contacts.referral_person p where p.referral_id = r.id and p.closed_on is null)`)
}
export async function openReferral(db: Db, referralId: string, children: readonly string[]): Promise<void> {
  await db.run(sql`update contacts.referral_person set closed_on = null, close_reason = null, closed_at = null where referral_id = ${referralId} and person_id = any (${children}::uuid[])`)
  await db.run(sql`update contacts.referral set closed_on = null, close_reason = null, version = version + 1 where id = ${referralId}`)
}

export { managerOf, manages } from '../../../record/work/register.ts'

export const lastEvent = async (db: Db, subjectId: string, kind: string): Promise<string | undefined> =>
  (await db.maybe<{ id: string }>(sql`select id from chronology.event where subject_id = ${subjectId} and kind = ${kind} order by recorded_at desc, id desc limit 1`))?.id
