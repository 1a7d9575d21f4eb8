import type { Db } from '../../platform/db/pool.ts'
import { asBytes, join, sql, word, type Sql } from '../../platform/db/sql.ts'
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

/** Each event of the page with what stands beside it in the spine. Superseded events are left out. */
const pageOf = (r: Reading): Sql => sql`select e.id, e.kind, e.happened_on, e.recorded_at, coalesce(s.significant, e.significant) as significant, e.subject_kind, e.subject_id, a.name as by, ep.people
  from (${eventsOf(r)}) ep
  join chronology.event e on e.id = ep.event_id
  left join access.actor a on a.id = e.actor_id
  left join lateral (select significant from chronology.significance x where x.event_id = e.id order by x.recorded_at desc limit 1) s on true
  where not exists (select 1 from chronology.event later where later.supersedes = e.id)
    and (not ${r.significantOnly} or coalesce(s.significant, e.significant))
    and (${r.kinds ?? null}::text[] is null or e.kind = any (${r.kinds ?? null}::text[]))
  order by ep.happened_on desc, ep.event_id desc
  limit ${r.most}`

/** An event without its last brace: JSON text, which the database makes faster than it makes objects of many rows. */
const spine = sql`concat('{"id":"', e.id, '","kind":', to_json(e.kind), ',"happenedOn":"', e.happened_on, '","recordedAt":"', to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  case when e.significant then '","significant":true' else '","significant":false' end, ',"subjectKind":', coalesce(to_json(e.subject_kind)::text, 'null'), ',"subjectId":', coalesce('"' || e.subject_id || '"', 'null'),
  ',"by":', coalesce(to_json(e.by)::text, 'null'), ',"people":["', array_to_string(e.people, '","'), '"]')`

/** The spine of some people (all their part ids), newest first. `before`: a day; what happened on it or earlier. */
export const events = async (db: Db, r: Reading): Promise<SpineEvent[]> =>
  JSON.parse((await db.one<{ json: string }>(sql`select concat('[', string_agg(concat(${spine}, '}'), ','), ']') as json from (${pageOf(r)}) e`)).json)

/** How the database says events of these kinds itself: `written` is a select of one column, `told`, for an event `e`. */
export type Written = Readonly<{ kinds: readonly string[]; written: Sql }>
/** The page as JSON text. Between line breaks, which JSON text has none of, stands the id of each event that is still to be told; `rest` are those. */
export type Lines = Readonly<{ text: string; rest: readonly SpineEvent[]; more: boolean }>

/** The same with what each event says, as far as the database says it. */
export async function lines(db: Db, r: Reading, tellers: readonly Written[]): Promise<Lines> {
  const said = tellers.map((teller, i) => sql`left join lateral (select w.told from (${teller.written}) w where e.kind = any (${teller.kinds}::text[]) offset 0) ${word(`t${i}`)} on true`)
  const told = tellers.length === 0 ? sql`null::text` : sql`coalesce(${join(tellers.map((_, i) => word(`t${i}.told`)))})`
  const found = await db.one<{ text: string; rest: string; more: boolean }>(sql`
    select concat('[', string_agg(concat(x.spine, ',"told":', coalesce(x.told, concat(chr(10), x.id, chr(10))), '}'), ',') filter (where x.place < ${r.most}), ']') as text,
      concat('[', string_agg(concat(x.spine, '}'), ',') filter (where x.told is null and x.place < ${r.most}), ']') as rest, count(*) = ${r.most} as more
    from (select e.id, row_number() over () as place, ${spine} as spine, ${told} as told from (${pageOf(r)}) e ${join(said, ' ')}) x`)
  return { text: found.text, rest: JSON.parse(found.rest), more: found.more }
}

export type Noted = Readonly<{ kinds: readonly string[]; inWords: Readonly<Record<string, string>> }>
const inside = (text: string) => JSON.stringify(text).slice(1, -1)

/**
 * The chronology of one person in pieces of some lines, which commas join, and how many events they have: the rule is asked once for each domain, not for each line.
 * Between line breaks stands an event without its last brace that is still to be told.
 */
export async function told(db: Db, person: string, r: Omit<Reading, 'people' | 'kinds'>, noted: Noted): Promise<Readonly<{ parts: readonly Buffer[]; more: boolean; total: number }>> {
  const inWords = JSON.stringify(Object.fromEntries(Object.entries(noted.inWords).map(([kind, words]) => [kind, inside(words)])))
  const found = await db.rows<{ part: Buffer | null; more: boolean; total: number }>(asBytes(sql`select part, more, total from chronology.told_of(${person}, ${r.most}, ${r.significantOnly}, ${r.before ?? null}::date, ${noted.kinds}::text[], ${inWords}::jsonb)`, 'part'))
  return { parts: found.flatMap(({ part }) => part ?? []), more: found[0]?.more ?? false, total: found[0]?.total ?? 0 }
}

export const countEvents = async (db: Db, people: readonly string[]): Promise<number> => (await db.one<{ n: number }>(sql`select chronology.counted(${people}::uuid[]) as n`)).n

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
