import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import { dbOf, type Db } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { domains, findsCard, hasFullSight, seenOn, seesPassage, seesRelationship, seesRow, sightOf, type Domain, type World } from './policy.ts'

type NoteOf = { id: string; domain: Domain; people: string[]; passages: { id: string; about: string[] }[] }
/** Rows about the people of a world: a fact in every domain, a relationship and a note with passages for every two of them. */
export type Rows = { relationships: { id: string; a: string; b: string }[]; notes: NoteOf[] }

export async function writeRows(owner: pg.Pool, w: World): Promise<Rows> {
  const client = await owner.connect()
  const db = dbOf(client)
  const rows: Rows = { relationships: [], notes: [] }
  const author = w.actors[0]!.id
  try {
    await client.query('begin; set local role kith_gate')
    for (const p of w.people) {
      await db.run(sql`insert into people.person (id) values (${p.id})`)
      for (const domain of domains) await db.run(sql`insert into people.fact (id, person_id, domain, kind, value) values (${newId()}, ${p.id}, ${domain}, 'religion', ${domain})`)
    }
    for (const [i, a] of w.people.entries()) {
      const b = w.people[(i + 1) % w.people.length]!
      const c = w.people[(i + 2) % w.people.length]!
      const relationship = { id: newId(), a: a.id, b: b.id }
      rows.relationships.push(relationship)
      await db.run(sql`insert into people.relationship (id, person_id, other_id, kind) values (${relationship.id}, ${a.id}, ${b.id}, 'sibling')`)
      const domain = (['children', 'adults', 'earlyHelp'] as const)[i % 3]!
      const note: NoteOf = { id: newId(), domain, people: [a.id, b.id, c.id], passages: [{ id: newId(), about: [a.id] }, { id: newId(), about: [b.id, c.id] }, { id: newId(), about: [a.id, b.id, c.id] }] }
      rows.notes.push(note)
      await db.run(sql`insert into notes.note (id, domain, kind, title, words, happened_on, author_id) values (${note.id}, ${domain}, 'note', 'A visit', 'Words', ${w.today}, ${author})`)
      for (const person of note.people) await db.run(sql`insert into notes.note_person (note_id, person_id, domain) values (${note.id}, ${person}, ${domain})`)
      for (const p of note.passages) await db.run(sql`insert into notes.passage (id, note_id, domain, about, words, place_in_note) values (${p.id}, ${note.id}, ${domain}, ${p.about}, 'Words', 1)`)
    }
    await client.query('commit')
  } finally {
    client.release()
  }
  return rows
}

const sorted = (all: string[]) => all.toSorted()

/** What the present actor sees of these rows, asked of the database. */
export async function seenInDatabase(db: Db, w: World, rows: Rows): Promise<Record<string, string[]>> {
  const people = w.people.map((p) => p.id)
  const notes = rows.notes.map((n) => n.id)
  const texts = async (statement: ReturnType<typeof sql>) => sorted((await db.rows<{ t: string }>(statement)).map((r) => r.t))
  const unwritable: string[] = []
  for (const domain of domains) unwritable.push(...(await texts(sql`select x || ${`/${domain}`} as t from unnest(access.not_writable(${people}::uuid[], ${domain})) x`)))
  return {
    standing: await texts(sql`select id || '/' || coalesce(s.sight, 'nothing') as t from unnest(${people}::uuid[]) id left join lateral access.standing(id) s on true`),
    full: await texts(sql`select person_id || '/' || domain as t from people.fact where person_id = any (${people}::uuid[])`),
    sees: await texts(sql`select p || '/' || d as t from unnest(${people}::uuid[]) p cross join unnest(${domains}::text[]) d where access.sees(p, d)`),
    changed: await texts(sql`update people.fact set value = value where person_id = any (${people}::uuid[]) returning person_id || '/' || domain as t`),
    unwritable: sorted(unwritable),
    persons: await texts(sql`select id as t from people.person where id = any (${people}::uuid[])`),
    cards: await texts(sql`select person_id as t from people.card where person_id = any (${people}::uuid[])`),
    subjects: await texts(sql`select id as t from access.subject where id = any (${people}::uuid[])`),
    relationships: await texts(sql`select id as t from people.relationship where person_id = any (${people}::uuid[])`),
    notes: await texts(sql`select id as t from notes.note where id = any (${notes}::uuid[])`),
    onNotes: await texts(sql`select note_id || '/' || person_id as t from notes.note_person where note_id = any (${notes}::uuid[])`),
    passages: await texts(sql`select id as t from notes.passage where note_id = any (${notes}::uuid[])`),
  }
}

/** The same, by the policy's words. */
export function seenByPolicy(w: World, rows: Rows, actor: string | undefined): Record<string, string[]> {
  const people = w.people.map((p) => p.id)
  const inDomains = (keep: (person: string, domain: Domain) => boolean) => sorted(people.flatMap((p) => domains.filter((d) => keep(p, d)).map((d) => `${p}/${d}`)))
  const full = inDomains((p, d) => hasFullSight(w, actor, p, d))
  return {
    standing: sorted(people.map((p) => `${p}/${sightOf(w, actor, p)}`)),
    full,
    sees: full,
    changed: inDomains((p, d) => hasFullSight(w, actor, p, d, true)),
    unwritable: inDomains((p, d) => !hasFullSight(w, actor, p, d, true)),
    persons: sorted(people.filter((p) => hasFullSight(w, actor, p, 'shared'))),
    cards: sorted(people.filter((p) => findsCard(w, actor, p))),
    subjects: sorted(people.filter((p) => findsCard(w, actor, p))),
    relationships: sorted(rows.relationships.filter((r) => seesRelationship(w, actor, r.a, r.b, 'shared')).map((r) => r.id)),
    notes: sorted(rows.notes.filter((n) => seesRow(w, actor, n.people, n.domain)).map((n) => n.id)),
    onNotes: sorted(rows.notes.flatMap((n) => seenOn(w, actor, n.people, n.domain).map((p) => `${n.id}/${p}`))),
    passages: sorted(rows.notes.flatMap((n) => n.passages.filter((p) => seesPassage(w, actor, n.people, p.about, n.domain)).map((p) => p.id))),
  }
}
