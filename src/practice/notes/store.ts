import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, word, type Sql } from '../../platform/db/sql.ts'
import { kindInWords, noteKinds, type Note, type WriteNote } from './model.ts'

export type NewNote = WriteNote & Readonly<{ title: string; authorId: string; recordedAt: Instant; happenedAt: Instant | undefined; domain: string }>

export async function insertNote(db: Db, n: NewNote): Promise<void> {
  await Promise.all([
    db.run(sql`insert into notes.note (id, domain, kind, title, words, happened_on, happened_at, place, author_id, item_id, corrects, correction_reason, recorded_at)
      values (${n.id}, ${n.domain}, ${n.kind}, ${n.title}, ${n.words}, ${n.happenedOn}, ${n.happenedAt ?? null}, ${n.place ?? null}, ${n.authorId}, ${n.itemId ?? null}, ${n.corrects ?? null}, ${n.correctionReason ?? null}, ${n.recordedAt})`),
    db.run(sql`insert into notes.note_person (note_id, person_id, domain, seen, seen_alone, bedroom_seen)
      select ${n.id}, p, ${n.domain}, s.seen, s.alone, s.bedroom from unnest(${n.people}::uuid[]) p
      left join jsonb_to_recordset(${JSON.stringify(n.seen ?? [])}::jsonb) as s ("personId" uuid, seen boolean, alone boolean, bedroom boolean) on s."personId" = p`),
    ...(n.passages ?? []).map((passage, i) => db.run(sql`insert into notes.passage (id, note_id, domain, about, words, place_in_note) values (${newId(Date.parse(n.recordedAt))}, ${n.id}, ${n.domain}, ${passage.about}::uuid[], ${passage.words}, ${i})`)),
    ...(n.said ?? []).map((said) => db.run(sql`insert into people.voice (id, person_id, domain, words, said_on, said_to, how, place, source_kind, source_id, recorded_at, recorded_by)
      select ${newId(Date.parse(n.recordedAt))}, ${said.personId}, ${n.domain}, ${said.words}, ${n.happenedOn}, a.name, ${said.how ?? 'said'}, ${n.place ?? null}, 'note', ${n.id}, ${n.recordedAt}, a.id from access.actor a where a.id = ${n.authorId}`)),
  ])
}

const noteJson = sql`json_build_object('id', n.id, 'kind', n.kind, 'title', n.title, 'words', n.words, 'happenedOn', n.happened_on, 'happenedAt', to_char(n.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'place', n.place, 'author', a.name, 'authorId', n.author_id, 'recordedAt', to_char(n.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'corrects', n.corrects, 'correctionReason', n.correction_reason,
  'correctedBy', (select later.id from notes.note later where later.corrects = n.id order by later.recorded_at desc limit 1),
  'people', coalesce((select json_agg(json_build_object('personId', coalesce(part.survivor_id, np.person_id), 'seen', np.seen, 'seenAlone', np.seen_alone, 'bedroomSeen', np.bedroom_seen)) from notes.note_person np left join access.person_part part on part.part_id = np.person_id where np.note_id = n.id), '[]'),
  'passages', coalesce((select json_agg(json_build_object('id', g.id, 'about', to_jsonb(g.about), 'words', g.words) order by g.place_in_note) from notes.passage g where g.note_id = n.id), '[]'))`

const read = async (db: Db, where: Sql, most: number): Promise<Note[]> =>
  (await db.rows<{ note: Note }>(sql`select ${noteJson} as note from notes.note n join access.actor a on a.id = n.author_id where ${where} order by n.happened_on desc, n.recorded_at desc limit ${most}`)).map((row) => row.note)

export const noteById = async (db: Db, id: string): Promise<Note | undefined> => (await read(db, sql`n.id = ${id}`, 1))[0]
export type ToldNote = Readonly<{ id: string; kind: Note['kind']; title: string; beginning: string; author: string }>
/** What a chronology says of notes: their beginning only. */
export const toldNotes = async (db: Db, ids: readonly string[]): Promise<ToldNote[]> =>
  (await db.one<{ notes: ToldNote[] }>(sql`select coalesce(json_agg(x), '[]') as notes from (select n.id, n.kind, n.title, coalesce(n.beginning, n.words) as beginning, a.name as author
    from notes.note n join access.actor a on a.id = n.author_id where n.id = any (${ids}::uuid[])) x`)).notes

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const kindsInWords = word(noteKinds.map((kind) => `when ${quoted(kind)} then ${quoted(kindInWords(kind).toLowerCase())}`).join(' '))
/** The same for the database to write, about an event `e`. */
export const toldNote = sql`select concat('{"title":', to_json(n.title), ',"words":', to_json(coalesce(n.beginning, n.words)), ',"href":"/notes/', n.id, '","source":', to_json(concat(a.name, ', ', case n.kind ${kindsInWords} end)), '}') as told
  from notes.note n join access.actor a on a.id = n.author_id where n.id = e.subject_id`

export const notesAbout = (db: Db, people: readonly string[], most: number, kinds: readonly string[] | undefined): Promise<Note[]> =>
  read(db, sql`n.id in (select note_id from notes.note_person where person_id = any (${people}::uuid[])) and (${kinds ?? null}::text[] is null or n.kind = any (${kinds ?? null}::text[]))`, most)

export type LastSeen = Readonly<{ personId: string; seenOn: string | null; aloneOn: string | null; bedroomOn: string | null; noteId: string | null; by: string | null; place: string | null }>

/** When each was last seen, last seen alone, and their bedroom last seen; with the visit where they were seen alone. */
export const lastSeen = (db: Db, people: readonly string[]): Promise<LastSeen[]> => db.rows<LastSeen>(sql`
  select np.person_id as "personId", max(n.happened_on) filter (where np.seen) as "seenOn", max(n.happened_on) filter (where np.seen_alone) as "aloneOn", max(n.happened_on) filter (where np.bedroom_seen) as "bedroomOn",
    (array_agg(n.id order by n.happened_on desc) filter (where np.seen_alone))[1] as "noteId", (array_agg(a.name order by n.happened_on desc) filter (where np.seen_alone))[1] as by,
    (array_agg(n.place order by n.happened_on desc) filter (where np.seen_alone))[1] as place
  from notes.note_person np join notes.note n on n.id = np.note_id join access.actor a on a.id = n.author_id
  where np.person_id = any (${people}::uuid[]) and np.seen is not null and not exists (select 1 from notes.note later where later.corrects = n.id)
  group by np.person_id`)

export type HeardVoice = Readonly<{ id: string; personId: string; sourceId: string | null; words: string; saidTo: string; place: string | null; given: string | null; sex: string | null }>

export const voicesOf = (db: Db, people: readonly string[]): Promise<HeardVoice[]> => db.rows<HeardVoice>(sql`
  select v.id, v.person_id as "personId", v.source_id as "sourceId", v.words, v.said_to as "saidTo", v.place, c.given, c.sex from people.voice v left join people.card c on c.person_id = v.person_id
  where v.person_id = any (${people}::uuid[]) and v.superseded_at is null`)

/** The days on which each was seen, by their survivor. */
export const seenDays = (db: Db, people: readonly string[]): Promise<{ personId: string; on: PlainDate }[]> => db.rows<{ personId: string; on: PlainDate }>(sql`
  select distinct coalesce(part.survivor_id, np.person_id) as "personId", n.happened_on as "on" from notes.note_person np join notes.note n on n.id = np.note_id left join access.person_part part on part.part_id = np.person_id
  where np.person_id = any (${people}::uuid[]) and np.seen and not exists (select 1 from notes.note later where later.corrects = n.id)`)
