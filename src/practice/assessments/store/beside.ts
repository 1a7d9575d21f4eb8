import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

export type NoteRow = Readonly<{
  id: string; kind: string; title: string; words: string; on: PlainDate; at: Instant | null; place: string | null; by: string
  people: readonly Readonly<{ id: string; seen: boolean | null; alone: boolean | null }>[]
  passages: readonly Readonly<{ id: string; about: readonly string[]; words: string }>[]
  said: readonly Readonly<{ id: string; personId: string; words: string }>[]
}>

/** Notes about these people (all their part ids), newest first, as far as the reader may see them. */
export const notes = (db: Db, people: readonly string[], kinds: readonly string[], most: number): Promise<NoteRow[]> => db.rows<NoteRow>(sql`
  select n.id, n.kind, n.title, n.words, n.happened_on as "on", n.happened_at as at, n.place, a.name as by,
    coalesce((select jsonb_agg(jsonb_build_object('id', coalesce(part.survivor_id, np.person_id), 'seen', np.seen, 'alone', np.seen_alone)) from notes.note_person np left join access.person_part part on part.part_id = np.person_id where np.note_id = n.id), '[]') as people,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'about', to_jsonb(g.about), 'words', g.words) order by g.place_in_note) from notes.passage g where g.note_id = n.id), '[]') as passages,
    coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'personId', v.person_id, 'words', v.words)) from people.voice v where v.source_kind = 'note' and v.source_id = n.id and v.superseded_at is null), '[]') as said
  from notes.note n join access.actor a on a.id = n.author_id
  where n.id in (select note_id from notes.note_person where person_id = any (${people}::uuid[])) and n.kind = any (${kinds}::text[])
    and not exists (select 1 from notes.note later where later.corrects = n.id)
  order by n.happened_on desc, n.recorded_at desc limit ${most}`)

export type ContactRow = Readonly<{ id: string; on: PlainDate; fromKind: string; fromName: string | null; fromAgency: string | null; words: string; people: readonly string[] }>
export const contacts = (db: Db, people: readonly string[], most: number): Promise<ContactRow[]> => db.rows<ContactRow>(sql`
  select c.id, c.received_on as "on", c.from_kind as "fromKind", c.from_name as "fromName", c.from_agency as "fromAgency", c.words,
    array(select coalesce(part.survivor_id, cp.person_id)::text from contacts.contact_person cp left join access.person_part part on part.part_id = cp.person_id where cp.contact_id = c.id and cp.role = 'child') as people
  from contacts.contact c where c.state <> 'draft' and c.id in (select contact_id from contacts.contact_person where person_id = any (${people}::uuid[])) order by c.received_on desc limit ${most}`)
