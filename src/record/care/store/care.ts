import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'
import type { CareFact, GaveWay, Period, Placement } from '../model.ts'

/** By whom and when, as everything in the record is written. */
export type Recording = Readonly<{ db: Db; by: string; at: Instant }>

const periodColumns = sql`id, period_id as "periodId", person_id as "personId", admission_id as "admissionId", began_on as "from", began_at as "beganAt", ended_on as "to", planned, need, why, apart_why as "apartWhy",
  end_reason as "endReason", end_words as "endWords", home_postcode as "homePostcode", recorded_at as "recordedAt"`
/** What stands where the name of a place is hidden from the reader. */
export const hiddenPlace = 'a place that is hidden from you'
/** From whom the placement is hidden, they learn that there is one, and no more. Where it is hidden at all, lists do not say it. */
const kept = sql`(address_hidden or person_id in (select care.places_kept()))`
const shown = sql`(not ${kept} or people.shows_carer(person_id))`
const placementColumns = sql`id, placement_id as "placementId", person_id as "personId", kind, provider, case when ${shown} then place_name else ${hiddenPlace} end as "placeName", case when ${shown} then household_id end as "householdId",
  case when ${shown} then urn end as urn, case when ${shown} then postcode end as postcode, case when ${shown} then authority end as authority, ${kept} as "hidden",
  change_reason as "changeReason", valid_from as "from", valid_to as "to", recorded_at as "recordedAt"`
const factColumns = sql`id, fact_id as "factId", person_id as "personId", kind, held_on as "on", held_to as "to", answers, words, recorded_at as "recordedAt"`

/** What stands now; or what stood just before a moment: recorded by then, and not yet superseded. */
const stood = (before?: Instant): Sql => (before === undefined ? sql`superseded_at is null` : sql`recorded_at < ${before} and (superseded_at is null or superseded_at >= ${before})`)

/** Periods of these people as they stand, newest first. */
export const periods = (db: Db, people: readonly string[], before?: Instant): Promise<Period[]> => db.rows<Period>(sql`
  select ${periodColumns} from care.period where person_id = any (${people}::uuid[]) and ${stood(before)} order by began_on desc, id`)
export const placements = (db: Db, people: readonly string[], before?: Instant): Promise<Placement[]> => db.rows<Placement>(sql`
  select ${placementColumns} from care.placement where person_id = any (${people}::uuid[]) and ${stood(before)} order by valid_from desc, id`)
/** The same with every place, hidden or not: for a return alone, as the role that reads everybody. */
export const wholePlacements = (db: Db, people: readonly string[], before?: Instant): Promise<Placement[]> => db.rows<Placement>(sql`
  select id, placement_id as "placementId", person_id as "personId", kind, provider, place_name as "placeName", household_id as "householdId", urn, postcode, authority, address_hidden as "hidden",
    change_reason as "changeReason", valid_from as "from", valid_to as "to", recorded_at as "recordedAt"
  from care.placement where person_id = any (${people}::uuid[]) and ${stood(before)} order by valid_from desc, id`)
export const facts = (db: Db, people: readonly string[], before?: Instant): Promise<CareFact[]> => db.rows<CareFact>(sql`
  select ${factColumns} from care.fact where person_id = any (${people}::uuid[]) and ${stood(before)} order by held_on desc, id desc`)
export const factsOfKinds = (db: Db, people: readonly string[], kinds: readonly string[]): Promise<CareFact[]> => db.rows<CareFact>(sql`
  select ${factColumns} from care.fact where person_id = any (${people}::uuid[]) and kind = any (${kinds}::text[]) and superseded_at is null order by held_on desc, id desc`)
/** Kinds of facts that a return asks of its own year alone, and those that it follows from before. */
const askedOfYear = ['review', 'strengths', 'substanceMisuse', 'conviction', 'healthSurveillance', 'immunisations', 'dental', 'health']
const askedOfLife = ['leaverContact', 'permanenceDecision', 'match', 'workerChange', 'motherhood', 'asylum', 'earlierPermanence', 'missing', 'deprivationOfLiberty']
/** What a return reads of the facts of these people, oldest first: it reads those of a whole council, so nothing that it does not ask. */
export const factsForReturn = (db: Db, people: readonly string[], from: string, before?: Instant): Promise<Pick<CareFact, 'personId' | 'kind' | 'on' | 'to' | 'answers'>[]> => db.rows(sql`
  select person_id as "personId", kind, held_on as "on", held_to as "to", answers from care.fact
  where person_id = any (${people}::uuid[]) and ${stood(before)} and (kind = any (${askedOfLife}::text[]) or (kind = any (${askedOfYear}::text[]) and held_on >= ${from}::date)) order by held_on, id desc`)
export const factById = (db: Db, factId: string): Promise<CareFact[]> => db.rows<CareFact>(sql`
  select ${factColumns} from care.fact where fact_id = ${factId} and superseded_at is null`)

/** What these events point to, as it stands or stood last. */
export const periodsNamed = (db: Db, ids: readonly string[]): Promise<Period[]> => db.rows<Period>(sql`
  select distinct on (period_id, person_id) ${periodColumns} from care.period where period_id = any (${ids}::uuid[]) or admission_id = any (${ids}::uuid[]) order by period_id, person_id, superseded_at desc nulls first`)
export const placementsNamed = (db: Db, ids: readonly string[]): Promise<Placement[]> => db.rows<Placement>(sql`
  select distinct on (placement_id, person_id) ${placementColumns} from care.placement where placement_id = any (${ids}::uuid[]) order by placement_id, person_id, superseded_at desc nulls first`)
export const factsNamed = (db: Db, ids: readonly string[]): Promise<CareFact[]> => db.rows<CareFact>(sql`
  select distinct on (fact_id, person_id) ${factColumns} from care.fact where fact_id = any (${ids}::uuid[]) order by fact_id, person_id, superseded_at desc nulls first`)

/** Placements that were corrected, with why. */
export const earlierPlacements = (db: Db, people: readonly string[]): Promise<(Placement & GaveWay)[]> => db.rows<Placement & GaveWay>(sql`
  select p.*, a.name as by from (select ${placementColumns}, superseded_at as "supersededAt", superseded_why as why, recorded_by from care.placement
    where person_id = any (${people}::uuid[]) and superseded_at is not null and superseded_why is not null) p left join access.actor a on a.id = p.recorded_by order by p."supersededAt" desc, p.id`)

const survivor = sql`case when part.survivor_id is null then c.person_id else part.survivor_id end`
/** Parts of people with a day in care between two days, by who they are now; `to` not included. As far as the reader may see. */
export const inCareBetween = (db: Db, from: string, to: string, before?: Instant): Promise<{ id: string; part: string }[]> => db.rows(sql`
  select distinct c.person_id as part, ${survivor} as id from care.period c left join access.person_part part on part.part_id = c.person_id where ${stood(before)} and c.began_on < ${to}::date and (c.ended_on is null or c.ended_on > ${from}::date)`)
/** Who has a looked-after status on a day: with a period, or without one. */
export const heldOn = (db: Db, on: string): Promise<{ id: string; part: string }[]> => db.rows(sql`
  select distinct c.person_id as part, ${survivor} as id from people.legal_status c left join access.person_part part on part.part_id = c.person_id where c.kind = 'lookedAfter' and c.superseded_at is null and c.valid_from <= ${on}::date and (c.valid_to is null or c.valid_to > ${on}::date)`)
/** Parts of people who left care between two days, by who they are now. */
export const leftCareBetween = (db: Db, from: string, to: string, before?: Instant): Promise<{ id: string; part: string }[]> => db.rows(sql`
  select distinct c.person_id as part, ${survivor} as id from care.period c left join access.person_part part on part.part_id = c.person_id where ${stood(before)} and c.ended_on >= ${from}::date and c.ended_on < ${to}::date`)
/** Who may be on the way to adoption: a decision about permanence, a placement order, or placed for adoption, in care now or adopted since a day; by who they are now. */
export const towardsAdoption = async (db: Db, since: string): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  with looked as (select c.person_id from care.period c where c.superseded_at is null and (c.ended_on is null or (c.ended_on >= ${since}::date and c.end_reason in ('adoptedConsent', 'adoptedDispensed'))))
  select distinct coalesce(part.survivor_id, c.person_id) as id from looked c left join access.person_part part on part.part_id = c.person_id
  where exists (select 1 from care.fact f where f.person_id = c.person_id and f.kind = 'permanenceDecision' and f.superseded_at is null)
    or exists (select 1 from people.legal_status l where l.person_id = c.person_id and l.code = 'placementOrder' and l.superseded_at is null)
    or exists (select 1 from care.placement p where p.person_id = c.person_id and p.kind like 'adoption%' and p.superseded_at is null)`)).map((row) => row.id)
/** Who was in our care and was born in these years, by who they are now. */
export const grownInCare = async (db: Db, after: string, before: string): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  select distinct ${survivor} as id from care.period c left join access.person_part part on part.part_id = c.person_id join people.card card on card.person_id = ${survivor}
  where c.superseded_at is null and card.born_on > ${after}::date and card.born_on <= ${before}::date`)).map((row) => row.id)
/** Who people are, as a return asks it: the newest of each fact. */
export async function peopleForReturn(db: Db, survivors: readonly string[], parts: readonly string[], before?: Instant) {
  const [cards, facts] = await Promise.all([
    db.rows<{ id: string; bornOn: string | null; sex: string }>(sql`select person_id as id, born_on as "bornOn", sex from people.card where person_id = any (${survivors}::uuid[])`),
    db.rows<{ personId: string; kind: string; value: string }>(sql`
      select person_id as "personId", kind, value from (
        select person_id, kind, value, recorded_at from people.fact where person_id = any (${parts}::uuid[]) and kind = 'ethnicity' and ${stood(before)}
        union all select person_id, kind, value, recorded_at from people.identifier where person_id = any (${parts}::uuid[]) and kind in ('upn', 'localChildId') and ${stood(before)}) x order by recorded_at desc, value`),
  ])
  return { cards, facts }
}
/** Who worked with these people, by the number of their registration. */
export const workersOf = (db: Db, people: readonly string[], before?: Instant): Promise<{ personId: string; number: string | null; from: PlainDate; to: PlainDate | null }[]> => db.rows(sql`
  select distinct i.person_id as "personId", a.registration as number, i.from_on as "from", i.to_on as "to", i.worker_id from access.involvement i join access.actor a on a.id = i.worker_id
  where i.person_id = any (${people}::uuid[]) and ${stood(before)} and i.role = 'allocated' and a.qualified order by i.from_on, i.worker_id`)

export type NewPeriod = Readonly<Omit<Period, 'id' | 'recordedAt' | 'from' | 'to'> & { from: string; to: string | null }>
export async function insertPeriod({ db, by, at }: Recording, p: NewPeriod): Promise<void> {
  await db.run(sql`insert into care.period (id, period_id, person_id, admission_id, began_on, began_at, ended_on, planned, need, why, apart_why, end_reason, end_words, home_postcode, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${p.periodId}, ${p.personId}, ${p.admissionId}, ${p.from}, ${p.beganAt}, ${p.to}, ${p.planned}, ${p.need}, ${p.why}, ${p.apartWhy}, ${p.endReason}, ${p.endWords}, ${p.homePostcode}, ${at}, ${by})`)
}
export async function supersedePeriods({ db, at }: Recording, ids: readonly string[], why?: string): Promise<void> {
  await db.run(sql`update care.period set superseded_at = ${at}, superseded_why = ${why ?? null} where id = any (${ids}::uuid[]) and superseded_at is null`)
}

export type NewPlacement = Readonly<Omit<Placement, 'id' | 'recordedAt' | 'from' | 'to'> & { from: string; to: string | null }>
export async function insertPlacement({ db, by, at }: Recording, p: NewPlacement): Promise<void> {
  await db.run(sql`insert into care.placement (id, placement_id, person_id, kind, provider, place_name, household_id, urn, postcode, authority, address_hidden, change_reason, valid_from, valid_to, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${p.placementId}, ${p.personId}, ${p.kind}, ${p.provider}, ${p.placeName}, ${p.householdId}, ${p.urn}, ${p.postcode}, ${p.authority ?? null}, ${p.hidden}, ${p.changeReason}, ${p.from}, ${p.to}, ${at}, ${by})`)
}
/** A placement ends: the row as it was known stays, an ended copy takes its place. What it says is copied unread: it may be hidden from whoever ends it. */
export async function endPlacement({ db, by, at }: Recording, id: string, on: string, reason: string | null, why?: string): Promise<void> {
  await db.run(sql`with gone as (update care.placement set superseded_at = ${at}, superseded_why = ${why ?? null} where id = ${id} and superseded_at is null returning *)
    insert into care.placement (id, placement_id, person_id, domain, kind, provider, place_name, household_id, urn, postcode, authority, address_hidden, change_reason, valid_from, valid_to, recorded_at, recorded_by)
    select ${newId(Date.parse(at))}, placement_id, person_id, domain, kind, provider, place_name, household_id, urn, postcode, authority, address_hidden, coalesce(${reason}, change_reason), valid_from, ${on}, ${at}, ${by} from gone`)
}
export async function supersedePlacements({ db, at }: Recording, ids: readonly string[], why?: string): Promise<void> {
  await db.run(sql`update care.placement set superseded_at = ${at}, superseded_why = ${why ?? null} where id = any (${ids}::uuid[]) and superseded_at is null`)
}

export type NewFact = Readonly<Omit<CareFact, 'id' | 'recordedAt' | 'on' | 'to'> & { on: string; to: string | null }>
export async function insertFact({ db, by, at }: Recording, f: NewFact): Promise<void> {
  await db.run(sql`insert into care.fact (id, fact_id, person_id, kind, held_on, held_to, answers, words, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${f.factId}, ${f.personId}, ${f.kind}, ${f.on}, ${f.to}, ${JSON.stringify(f.answers)}::jsonb, ${f.words}, ${at}, ${by})`)
}
export async function supersedeFacts({ db, at }: Recording, ids: readonly string[], why?: string): Promise<void> {
  await db.run(sql`update care.fact set superseded_at = ${at}, superseded_why = ${why ?? null} where id = any (${ids}::uuid[]) and superseded_at is null`)
}

/** Whose work it is to review children in our care: accounts of qualified people whose post says so. */
export const reviewingOfficers = (db: Db): Promise<{ id: string; name: string; title: string }[]> => db.rows(sql`
  select distinct a.id, a.name, a.job_title as title from access.actor a join access.membership m on m.actor_id = a.id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
  where a.active and a.kind = 'staff' and a.qualified and (a.job_title ilike '%reviewing officer%' or a.job_title ilike '%reviewing manager%') order by a.name limit 200`)
/** Ends the sight of whoever reviewed these children, but of one. */
export const endReviewing = (db: Db, ids: readonly string[], on: PlainDate, but: string | undefined): Promise<number> =>
  db.run(sql`update access.involvement v set to_on = greatest(${on}::date, v.from_on) where v.person_id = any (${ids}::uuid[]) and v.role = 'reviewingOfficer' and v.to_on is null and v.superseded_at is null and v.worker_id is distinct from ${but ?? null}::uuid`)

/** Children in our care with whom nobody works. */
export const withNobody = (db: Db): Promise<{ id: string; since: PlainDate }[]> => db.rows(sql`select w.id, w.since from care.with_nobody() w order by w.since, w.id`)
