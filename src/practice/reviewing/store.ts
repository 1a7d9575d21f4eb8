import { newId } from '../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { Chaired, Dispute, DisputeStep, LateAction, Reviewed } from './model.ts'

type By = Readonly<{ at: Instant; by: string }>
const who = (column: Sql): Sql => sql`coalesce((select part.survivor_id from access.person_part part where part.part_id = ${column}), ${column})`

/** Conferences and reviews of these kinds that somebody chairs: all to come, and those held since a day. */
export const chaired = async (db: Db, chairId: string, kinds: readonly string[], since: PlainDate, today: PlainDate): Promise<Chaired[]> =>
  (await db.rows<{ one: Chaired }>(sql`select json_build_object('id', m.id, 'kind', m.kind, 'state', m.state, 'on', m.on_day, 'dueOn', m.due_on,
      'people', coalesce((select json_agg(json_build_object('personId', ${who(sql`mp.person_id`)}, 'participation', mp.participation,
        'view', exists (select 1 from meetings.passage g where g.meeting_id = m.id and g.kind = 'childsView' and mp.person_id = any (g.about)))) from meetings.meeting_person mp where mp.meeting_id = m.id), '[]'),
      'asked', (select count(*) from meetings.invited i where i.meeting_id = m.id and i.asked_report and i.withdrawn_on is null), 'came', (select count(*) from meetings.invited i where i.meeting_id = m.id and i.asked_report and i.report_on is not null and i.withdrawn_on is null),
      'lateReports', coalesce((select json_agg(i.name order by i.name) from meetings.invited i where i.meeting_id = m.id and i.asked_report and i.report_on is null and i.withdrawn_on is null and i.report_due_on < ${today}::date), '[]')) as one
    from meetings.meeting m where m.chair_id = ${chairId} and m.kind = any (${kinds}::text[]) and (m.state = 'planned' or (m.state = 'held' and m.on_day >= ${since}::date)) order by m.on_day desc limit 400`)).map((row) => row.one)
/** How many wait for their chair: to come, and held but not written down. */
export const waiting = (db: Db, chairId: string, kinds: readonly string[], today: PlainDate): Promise<{ toCome: number; toWrite: number; chairs: boolean; reviews: number }> => db.one(sql`
  select count(*) filter (where m.state = 'planned' and m.on_day >= ${today}::date)::int as "toCome", count(*) filter (where m.state = 'planned' and m.on_day < ${today}::date)::int as "toWrite", count(*) > 0 as chairs,
    (select count(distinct ${who(sql`v.person_id`)}) from access.involvement v where v.worker_id = ${chairId} and v.role = 'reviewingOfficer' and v.superseded_at is null and v.to_on is null)::int as reviews
  from meetings.meeting m where m.chair_id = ${chairId} and m.kind = any (${kinds}::text[]) and (m.state = 'planned' or m.on_day >= ${today}::date - 365)`)

const mine = (actorId: string): Sql => sql`select ${who(sql`v.person_id`)} as id, min(v.from_on) as since from access.involvement v where v.worker_id = ${actorId} and v.role = 'reviewingOfficer' and v.superseded_at is null and v.to_on is null group by 1`
/** Children in our care whose reviewing officer this account is named as: their last review, and the next. */
export const reviewed = (db: Db, actorId: string): Promise<Reviewed[]> => db.rows<Reviewed>(sql`
  with mine as materialized (select one.id, one.since, array(select part.part_id from access.person_part part where part.survivor_id = one.id) || one.id as parts from (${mine(actorId)}) one)
  select mine.id as "personId", mine.since, (select max(f.held_on) from care.fact f where f.person_id = any (mine.parts) and f.kind = 'review' and f.superseded_at is null) as "lastOn",
    (select min(i.due_on) from work.item_person ip join work.item i on i.id = ip.item_id where ip.person_id = any (mine.parts) and i.kind in ('careReview', 'lookedAfterReview', 'adoptionReviewDue', 'adoptionReview') and i.state in ('open', 'waiting', 'returned')) as "dueOn",
    (select min(m.on_day) from meetings.meeting_person mp join meetings.meeting m on m.id = mp.meeting_id where mp.person_id = any (mine.parts) and m.state = 'planned' and m.kind in ('lookedAfterReview', 'adoptionReview')) as "arrangedOn"
  from mine order by 4 nulls last, 2 limit 200`)
/** Reviews due for these children that nobody has arranged yet. */
export const toArrangeFor = async (db: Db, people: readonly string[], today: PlainDate): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select distinct i.id from work.item_person ip join work.item i on i.id = ip.item_id where ip.person_id = any (${people}::uuid[]) and i.state in ('open', 'waiting', 'returned') and i.kind in ('careReview', 'adoptionReviewDue') and i.due_on < ${today}::date + 42 limit 100`)).map((row) => row.id)

const theirPlans = (meetings: readonly string[]): Sql => sql`(select m.subject_id from meetings.meeting m where m.id = any (${meetings}::uuid[]) and m.subject_kind = 'plan' union select pp.plan_id from plans.plan_person pp where pp.conference_id = any (${meetings}::uuid[]) and pp.ended_on is null)`
/** What the plans that these meetings made or reviewed ask for, is past its day and not done. */
export const lateActions = (db: Db, meetings: readonly string[], today: PlainDate): Promise<LateAction[]> => db.rows<LateAction>(sql`
  select a.plan_id as "planId", p.kind, a.words, coalesce(o.name, a.owner_name) as owner, a.due_on as "dueOn", array(select ${who(sql`pp.person_id`)} from plans.plan_person pp where pp.plan_id = p.id and pp.ended_on is null) as people
  from plans.action a join plans.plan p on p.id = a.plan_id and p.state = 'current' left join access.actor o on o.id = a.owner_id
  where a.state = 'open' and a.to_version is null and a.due_on < ${today}::date and p.id in ${theirPlans(meetings)} order by a.due_on limit 100`)
/** Reviews that are due for the same children and that nobody has arranged yet. */
export const toArrange = async (db: Db, meetings: readonly string[], kinds: readonly string[]): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select distinct i.id from meetings.meeting_person mp join work.item_person ip on ip.person_id = mp.person_id join work.item i on i.id = ip.item_id
    where mp.meeting_id = any (${meetings}::uuid[]) and i.state in ('open', 'waiting', 'returned') and (i.kind = 'careReview' or (i.kind = 'arrangeMeeting' and i.section = any (${kinds}::text[]))) limit 100`)).map((row) => row.id)

export async function insertDispute(db: Db, by: By, d: Readonly<{ id: string; people: readonly string[]; meetingId: string | null; words: string; wanted: string; on: PlainDate; itemId: string }>): Promise<void> {
  await db.run(sql`insert into reviewing.dispute (id, meeting_id, words, wanted, raised_on, raised_by, item_id, recorded_at, recorded_by) values (${d.id}, ${d.meetingId}, ${d.words}, ${d.wanted}, ${d.on}, ${by.by}, ${d.itemId}, ${by.at}, ${by.by})`)
  await db.run(sql`insert into reviewing.dispute_person (dispute_id, person_id, domain) select ${d.id}, p, 'children' from unnest(${d.people}::uuid[]) p`)
}
export const insertStep = (db: Db, by: By, s: Readonly<{ disputeId: string; stage: DisputeStep['stage']; whomId: string | null; words: string; on: PlainDate }>): Promise<number> =>
  db.run(sql`insert into reviewing.dispute_step (id, dispute_id, stage, whom_id, words, on_day, recorded_at, recorded_by) values (${newId(Date.parse(by.at))}, ${s.disputeId}, ${s.stage}, ${s.whomId}, ${s.words}, ${s.on}, ${by.at}, ${by.by})`)
export const endDispute = (db: Db, id: string, how: 'resolved' | 'withdrawn', on: PlainDate, words: string): Promise<number> =>
  db.run(sql`update reviewing.dispute set state = ${how}, ended_on = ${on}, ended_words = ${words}, version = version + 1 where id = ${id} and state = 'open'`)

const disputesWhere = async (db: Db, where: Sql): Promise<Dispute[]> => (await db.rows<{ one: Dispute }>(sql`
  select json_build_object('id', d.id, 'meetingId', d.meeting_id, 'words', d.words, 'wanted', d.wanted, 'raisedOn', d.raised_on, 'raisedById', d.raised_by, 'raisedBy', r.name, 'itemId', d.item_id, 'state', d.state, 'endedOn', d.ended_on, 'endedWords', d.ended_words,
    'people', coalesce((select json_agg(${who(sql`dp.person_id`)}) from reviewing.dispute_person dp where dp.dispute_id = d.id), '[]'),
    'steps', coalesce((select json_agg(json_build_object('stage', s.stage, 'whom', w.name, 'words', s.words, 'on', s.on_day, 'by', b.name) order by s.recorded_at, s.id) from reviewing.dispute_step s left join access.actor w on w.id = s.whom_id left join access.actor b on b.id = s.recorded_by where s.dispute_id = d.id), '[]')) as one
  from reviewing.dispute d join access.actor r on r.id = d.raised_by where ${where} order by d.raised_on desc, d.id limit 100`)).map((row) => row.one)
export const disputeById = async (db: Db, id: string): Promise<Dispute | undefined> => (await disputesWhere(db, sql`d.id = ${id}`))[0]
export const disputesByIds = (db: Db, ids: readonly string[]): Promise<Dispute[]> => disputesWhere(db, sql`d.id = any (${ids}::uuid[])`)
export const raisedBy = (db: Db, actorId: string): Promise<Dispute[]> => disputesWhere(db, sql`d.raised_by = ${actorId} and (d.state = 'open' or d.ended_on >= current_date - 180)`)
export const peopleOfDispute = async (db: Db, id: string): Promise<string[]> => (await db.rows<{ person_id: string }>(sql`select person_id from reviewing.dispute_person where dispute_id = ${id}`)).map((row) => row.person_id)

/** Who can answer for children: those who manage. */
export const answering = (db: Db): Promise<{ id: string; name: string; title: string }[]> => db.rows(sql`
  select distinct a.id, a.name, coalesce(a.job_title, '') as title from access.actor a join access.membership m on m.actor_id = a.id and m.role in ('manager', 'head') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) where a.active and a.kind = 'staff' order by a.name`)
export const dueOfItem = async (db: Db, itemId: string): Promise<PlainDate | undefined> => (await db.maybe<{ dueOn: PlainDate | null }>(sql`select due_on as "dueOn" from work.item where id = ${itemId}`))?.dueOn ?? undefined
export const setItem = (db: Db, id: string, itemId: string): Promise<number> => db.run(sql`update reviewing.dispute set item_id = ${itemId}, version = version + 1 where id = ${id}`)
