import { newId } from '../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { Chaired, Dispute, DisputeStep, LateAction, Reviewed } from './model.ts'

type By = Readonly<{ at: Instant; by: string }>
const who = (column: Sql): Sql => sql`coalesce((select part.survivor_id from access.person_part part where part.part_id = ${column}), ${column})`

/** Looks up at once whom the reader sees of those whose meetings they chair and whom they review, before these are read. */
export async function lookUpDesk(db: Db, kinds: readonly string[], since: PlainDate): Promise<void> {
  await db.run(sql`select reviewing.look_up_desk(${kinds}::text[], ${since}::date)`)
}

/**
 * Conferences and reviews of these kinds that somebody chairs: all to come and those held since `shownFrom`, with their people; and the ids of those held since `since`.
 * Of what was held nobody is told whose report came.
 */
export const chaired = (db: Db, chairId: string, kinds: readonly string[], o: Readonly<{ since: PlainDate; shownFrom: PlainDate; today: PlainDate }>): Promise<{ chaired: Chaired[]; held: string[] }> => db.one(sql`
  with mine as materialized (select m.id, m.kind, m.state, m.on_day, m.due_on from meetings.meeting m
    where m.chair_id = ${chairId} and m.kind = any (${kinds}::text[]) and (m.state = 'planned' or (m.state = 'held' and m.on_day >= ${o.since}::date)) order by m.on_day desc, m.id limit 400),
  shown as materialized (select array(select id from mine where state = 'planned' or on_day >= ${o.shownFrom}::date) as ids, array(select id from mine where state = 'planned') as planned),
  told as materialized (select g.meeting_id, g.about from meetings.passage g where g.meeting_id = any ((select ids from shown)::uuid[]) and g.kind = 'childsView'),
  people as materialized (select mp.meeting_id, json_agg(json_build_object('personId', coalesce(part.survivor_id, mp.person_id), 'participation', mp.participation,
      'view', exists (select 1 from told where told.meeting_id = mp.meeting_id and mp.person_id = any (told.about)))) as people
    from meetings.meeting_person mp left join access.person_part part on part.part_id = mp.person_id where mp.meeting_id = any ((select ids from shown)::uuid[]) group by 1),
  asked as materialized (select i.meeting_id, count(*) as asked, count(i.report_on) as came, json_agg(i.name order by i.name) filter (where i.report_on is null and i.report_due_on < ${o.today}::date) as late
    from meetings.invited i where i.meeting_id = any ((select planned from shown)::uuid[]) and i.asked_report and i.withdrawn_on is null group by 1)
  select coalesce((select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'state', m.state, 'on', m.on_day, 'dueOn', m.due_on, 'people', coalesce(people.people, '[]'),
      'asked', coalesce(asked.asked, 0), 'came', coalesce(asked.came, 0), 'lateReports', coalesce(asked.late, '[]')) order by m.on_day desc, m.id)
    from mine m left join people on people.meeting_id = m.id left join asked on asked.meeting_id = m.id where m.id = any ((select ids from shown)::uuid[])), '[]') as chaired,
    array(select id from mine where state = 'held') as held`)
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
    (select min(i.due_on) from work.item_person ip join work.item i on i.id = ip.item_id where ip.person_id = any (mine.parts) and ip.own is not null and i.kind in ('careReview', 'lookedAfterReview', 'adoptionReviewDue', 'adoptionReview') and i.state in ('open', 'waiting', 'returned')) as "dueOn",
    (select min(m.on_day) from meetings.meeting_person mp cross join lateral (select m.on_day from meetings.meeting m where m.id = mp.meeting_id and m.state = 'planned' and m.kind in ('lookedAfterReview', 'adoptionReview') offset 0) m where mp.person_id = any (mine.parts)) as "arrangedOn"
  from mine order by 4 nulls last, 2 limit 200`)
/** What these plans ask for, is past its day and not done. */
export const lateActions = (db: Db, plans: readonly string[], today: PlainDate): Promise<LateAction[]> => db.rows<LateAction>(sql`
  select a.plan_id as "planId", p.kind, a.words, coalesce(o.name, a.owner_name) as owner, a.due_on as "dueOn", array(select ${who(sql`pp.person_id`)} from plans.plan_person pp where pp.plan_id = p.id and pp.ended_on is null) as people
  from plans.plan p join plans.action a on a.plan_id = p.id left join access.actor o on o.id = a.owner_id
  where p.id = any (${plans}::uuid[]) and p.state = 'current' and a.state = 'open' and a.to_version is null and a.due_on < ${today}::date order by a.due_on limit 100`)
/** Reviews that nobody has arranged yet: of those whom these meetings were about, and of the children one reviews (all their parts) from six weeks before. */
export const toArrange = async (db: Db, o: Readonly<{ meetings: readonly string[]; kinds: readonly string[]; reviewed: readonly string[]; today: PlainDate }>): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`with whose as materialized (
      select mp.person_id, false as mine from meetings.meeting_person mp where mp.meeting_id = any (${o.meetings}::uuid[]) union select unnest(${o.reviewed}::uuid[]), true)
    select distinct i.id from whose join work.item_person ip on ip.person_id = whose.person_id and ip.own is not null join work.item i on i.id = ip.item_id
    where i.state in ('open', 'waiting', 'returned') and case when whose.mine then i.kind in ('careReview', 'adoptionReviewDue') and i.due_on < ${o.today}::date + 42
      else i.kind = 'careReview' or (i.kind = 'arrangeMeeting' and i.section = any (${o.kinds}::text[])) end limit 200`)).map((row) => row.id)

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
