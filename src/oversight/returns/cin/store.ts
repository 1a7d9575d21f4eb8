import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql, word, type Sql } from '../../../platform/db/sql.ts'
import { besidePaths } from './beside.ts'
import type { Assessed, Beside, Conferred, Enquired, Known, NeedFacts, Planned, Referred, Span } from './model.ts'

/** Whose rows: everybody whom the reader may see, or some people by all their parts. */
export type Whose = readonly string[] | undefined

const initial = ['initialConference', 'preBirthConference', 'transferInConference']
const row = (of: Sql, whose: Whose): Sql => (whose ? sql`${of} = any (${whose}::uuid[])` : word('true'))
/** Who somebody is now, of a row that is about a part of them. */
const now = sql`coalesce((select p.survivor_id from access.person_part p where p.part_id = l.person_id), l.person_id) as "personId"`
/** The end of a day: what was written down later is not known on it. */
const knownBy = (on: PlainDate): Sql => sql`((${on}::date + 1)::timestamp at time zone 'Europe/London')`
/** What is written into a row later was known by a day: it has the moment at which it was written, or none was kept. */
const by = (at: Sql, on: PlainDate): Sql => sql`(${at} is null or ${at} < ${knownBy(on)})`
const closedBy = (on: PlainDate): Sql => by(word('l.closed_at'), on)

/** Everything that a census asks of children in need, as it was on the last day that is told. Rows that are changed in place tell their last state, cut at that day and by when it was written down. */
export async function needFacts(db: Db, span: Span, whose?: Whose): Promise<NeedFacts> {
  const rows = await needRows(db, span, whose)
  const people = [...new Set(Object.values(rows).flat().map((one) => one.personId))]
  return { ...rows, known: await knownOf(db, span.knownOn, people) }
}

/** The same without who the children are. */
export async function needRows(db: Db, { opens, until, knownOn }: Span, whose?: Whose): Promise<Omit<NeedFacts, 'known'>> {
  const [referrals, assessments, plans, conferences, enquiries, beside] = await Promise.all([
    db.rows<Referred>(sql`
      select ${now}, r.id, r.received_on as "receivedOn", r.source_code as source, coalesce(l.primary_need, r.primary_need) as need, r.no_further_action as "noFurtherAction", r.contact_id is not null as "byContact",
        case when ${closedBy(knownOn)} then coalesce(l.closed_on, r.closed_on) end as "closedOn", case when ${closedBy(knownOn)} then coalesce(l.close_reason, r.close_reason) end as "closeReason"
      from contacts.referral_person l join contacts.referral r on r.id = l.referral_id
      where r.domain = 'children' and r.received_on <= ${until} and coalesce(case when ${closedBy(knownOn)} then coalesce(l.closed_on, r.closed_on) end, ${until}::date) >= ${opens}::date and r.recorded_at < ${knownBy(knownOn)} and ${row(word('l.person_id'), whose)} order by r.received_on, r.id`),
    db.rows<Assessed>(sql`
      select ${now}, a.id, a.referral_id as "referralId", a.started_on as "startedOn", case when ${by(word('a.authorised_at'), knownOn)} then a.authorised_on end as "authorisedOn",
        coalesce((select array_agg(f.factor order by f.factor) from assessments.factor f where f.assessment_id = a.id and f.person_id = l.person_id), '{}') as factors
      from assessments.assessment_person l join assessments.assessment a on a.id = l.assessment_id
      where a.domain = 'children' and a.state <> 'cancelled' and a.started_on <= ${until} and a.recorded_at < ${knownBy(knownOn)} and coalesce(case when ${by(word('a.authorised_at'), knownOn)} then a.authorised_on end, ${until}::date) >= ${opens}::date and ${row(word('l.person_id'), whose)} order by a.started_on, a.id`),
    db.rows<Planned>(sql`
      select ${now}, l.kind, l.started_on as "startedOn", case when ${by(word('l.ended_at'), knownOn)} then l.ended_on end as "endedOn", l.first_category as "firstCategory", l.category
      from plans.plan_person l where l.domain = 'children' and l.kind in ('protectionPlan', 'childInNeedPlan') and l.started_on <= ${until} and l.recorded_at < ${knownBy(knownOn)} and ${row(word('l.person_id'), whose)} order by l.started_on, l.plan_id`),
    db.rows<Conferred>(sql`
      select ${now}, m.kind, m.on_day as "on", case when m.subject_kind = 'enquiry' then m.subject_id end as "enquiryId"
      from meetings.meeting_person l join meetings.meeting m on m.id = l.meeting_id
      where m.domain = 'children' and m.state = 'held' and m.kind = any (${[...initial, 'reviewConference']}::text[]) and m.on_day <= ${until} and coalesce(m.held_at, m.recorded_at) < ${knownBy(knownOn)} and ${row(word('l.person_id'), whose)} order by m.on_day, m.id`),
    db.rows<Enquired>(sql`
      select ${now}, e.id, e.initiated_on as "on", l.outcome, e.state = 'finished' and e.finished_on <= ${until} as finished
      from protection.enquiry_person l join protection.enquiry e on e.id = l.enquiry_id
      where e.domain = 'children' and e.state <> 'cancelled' and e.initiated_on <= ${until} and e.recorded_at < ${knownBy(knownOn)} and ${row(word('l.person_id'), whose)} order by e.initiated_on, e.id`),
    db.rows<Beside>(sql`
      select ${now}, l.id, l.referral_id as "caseId", l.path, l.fragment from exchange.kept_aside l
      where l.outcome = 'kept aside' and l.state = 'waiting' and l.path = any (${besidePaths}::text[]) and l.recorded_at < ${knownBy(knownOn)} and ${row(word('l.person_id'), whose)} order by l.recorded_at, l.id`),
  ])
  return { referrals, assessments, plans, conferences, enquiries, beside }
}

const facts = ['bornOn', 'dueOn', 'diedOn', 'sex', 'ethnicity', 'disability', 'upnUnknown']
const numbers = ['upn', 'formerUpn', 'localChildId']
/** Who these people are, as it was known on a day: the newest of each first. Asked by their ids, so that of one child no others are read. */
export const knownOf = (db: Db, on: PlainDate, people: readonly string[]): Promise<Known[]> => {
  const whoever = sql`any (array(select part_id from access.person_part where survivor_id = any (${people}::uuid[])) || ${people}::uuid[])`
  return db.rows<Known>(sql`
  select ${now}, l.kind, l.value from (
    select f.person_id, f.kind, f.value, f.recorded_at from people.fact f
    where f.person_id = ${whoever} and f.kind = any (${facts}::text[]) and f.recorded_at < ${knownBy(on)} and (f.superseded_at is null or f.superseded_at >= ${knownBy(on)}) and (f.valid_from is null or f.valid_from <= ${on}) and (f.valid_to is null or f.valid_to > ${on})
    union all
    select i.person_id, i.kind, i.value, i.recorded_at from people.identifier i
    where i.person_id = ${whoever} and i.kind = any (${numbers}::text[]) and i.recorded_at < ${knownBy(on)} and (i.superseded_at is null or i.superseded_at >= ${knownBy(on)})) l
  order by l.recorded_at desc, l.kind, l.value`)
}
