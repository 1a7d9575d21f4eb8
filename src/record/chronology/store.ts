import type { Db } from '../../platform/db/pool.ts'
import { sql } from '../../platform/db/sql.ts'
import { newId } from '../../kernel/ids.ts'
import type { SpineEvent } from './tellers.ts'

export type Reading = Readonly<{ people: readonly string[]; most: number; significantOnly: boolean; before?: string | undefined; kinds?: readonly string[] | undefined }>

/** The spine of some people (all their part ids), newest first. `before`: a day; what happened on it or earlier. Superseded events are left out. */
export const events = (db: Db, r: Reading): Promise<SpineEvent[]> => db.rows<SpineEvent>(sql`
  select e.id, e.kind, e.happened_on as "happenedOn", e.recorded_at as "recordedAt", coalesce(s.significant, e.significant) as significant,
    e.subject_kind as "subjectKind", e.subject_id as "subjectId", a.name as by, ep.people
  from (
    select event_id, happened_on, array_agg(person_id) as people from chronology.event_person
    where person_id = any (${r.people}::uuid[]) and (${r.before ?? null}::date is null or happened_on <= ${r.before ?? null}::date)
    group by event_id, happened_on
  ) ep
  join chronology.event e on e.id = ep.event_id
  left join access.actor a on a.id = e.actor_id
  left join lateral (select significant from chronology.significance x where x.event_id = e.id order by x.recorded_at desc limit 1) s on true
  where not exists (select 1 from chronology.event later where later.supersedes = e.id)
    and (not ${r.significantOnly} or coalesce(s.significant, e.significant))
    and (${r.kinds ?? null}::text[] is null or e.kind = any (${r.kinds ?? null}::text[]))
  order by e.happened_on desc, e.id desc
  limit ${r.most}`)

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
