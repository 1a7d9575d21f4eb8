import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import { newId } from '../../kernel/ids.ts'
import type { SpineEvent } from './tellers.ts'

export type Reading = Readonly<{ people: readonly string[]; most: number; significantOnly: boolean; before?: string | undefined; kinds?: readonly string[] | undefined }>

/** Of one person, the events come off the index in their order, and reading ends where the page does. Of several, each event is one with all of them. */
const eventsOf = (r: Reading): Sql => {
  const before = sql`(${r.before ?? null}::date is null or happened_on <= ${r.before ?? null}::date)`
  return r.people.length === 1
    ? sql`select event_id, happened_on, array[person_id] as people from chronology.event_person where person_id = ${r.people[0]}::uuid and ${before}`
    : sql`select event_id, happened_on, array_agg(person_id) as people from chronology.event_person where person_id = any (${r.people}::uuid[]) and ${before} group by event_id, happened_on`
}

/** The spine of some people (all their part ids), newest first. `before`: a day; what happened on it or earlier. Superseded events are left out. Made into JSON by the database: many rows are read faster so. */
export const events = async (db: Db, r: Reading): Promise<SpineEvent[]> => (await db.one<{ events: SpineEvent[] }>(sql`
  select coalesce(json_agg(x), '[]') as events from (select e.id, e.kind, e.happened_on as "happenedOn", to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", coalesce(s.significant, e.significant) as significant,
    e.subject_kind as "subjectKind", e.subject_id as "subjectId", a.name as by, ep.people
  from (${eventsOf(r)}) ep
  join chronology.event e on e.id = ep.event_id
  left join access.actor a on a.id = e.actor_id
  left join lateral (select significant from chronology.significance x where x.event_id = e.id order by x.recorded_at desc limit 1) s on true
  where not exists (select 1 from chronology.event later where later.supersedes = e.id)
    and (not ${r.significantOnly} or coalesce(s.significant, e.significant))
    and (${r.kinds ?? null}::text[] is null or e.kind = any (${r.kinds ?? null}::text[]))
  order by ep.happened_on desc, ep.event_id desc
  limit ${r.most}) x`)).events

export const countEvents = async (db: Db, people: readonly string[]): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(distinct event_id) as n from chronology.event_person where person_id = any (${people}::uuid[])`)).n

export async function insertSignificance(db: Db, by: string, eventId: string, significant: boolean): Promise<number> {
  return db.run(sql`insert into chronology.significance (id, event_id, significant, recorded_by) values (${newId()}, ${eventId}, ${significant}, ${by})`)
}

export const peopleOfEvent = async (db: Db, eventId: string): Promise<string[]> =>
  (await db.rows<{ person_id: string }>(sql`select person_id from chronology.event_person where event_id = ${eventId}`)).map((row) => row.person_id)

export type Story = Readonly<{ id: string; words: string; version: number; recordedAt: string; by: string | null }>

/** The story so far of a person: the newest one they are in. */
export const story = (db: Db, people: readonly string[]): Promise<Story | undefined> => db.maybe<Story>(sql`
  select s.id, s.words, s.version, s.recorded_at as "recordedAt", a.name as by from chronology.story s left join access.actor a on a.id = s.recorded_by
  where s.superseded_at is null and s.id in (select story_id from chronology.story_person where person_id = any (${people}::uuid[])) order by s.recorded_at desc limit 1`)

export async function insertStory(db: Db, by: string, at: string, s: Readonly<{ id: string; words: string; version: number; people: readonly string[]; domain: string; replaces?: string | undefined }>): Promise<void> {
  if (s.replaces) await db.run(sql`update chronology.story set superseded_at = ${at} where id = ${s.replaces} and superseded_at is null`)
  await db.run(sql`insert into chronology.story (id, domain, words, version, recorded_at, recorded_by) values (${s.id}, ${s.domain}, ${s.words}, ${s.version}, ${at}, ${by})`)
  await db.run(sql`insert into chronology.story_person (story_id, person_id, domain) select ${s.id}, p, ${s.domain} from unnest(${s.people}::uuid[]) p`)
}
