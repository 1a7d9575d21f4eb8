import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import { dbOf, type Db } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { domains, findsCard, hasFullSight, seenOn, seesPassage, seesRelationship, seesRow, sightOf, type Domain, type World } from './policy.ts'

type NoteOf = { id: string; domain: Domain; people: string[]; passages: { id: string; about: string[] }[] }
/** What stands on the wrong line: somebody put on a note in a domain that is not the note's, and a passage in a domain that is not its note's. */
type TornOf = NoteOf & { wrongly: { person: string; domain: Domain; passage: string } }
/** Rows about the people of a world: a fact in every domain, relationships, and notes with passages about neighbours and about others, who do not all stand on the note. */
export type Rows = { relationships: { id: string; a: string; b: string; domain: Domain }[]; notes: NoteOf[]; torn: TornOf[] }

/** What is written about whom: with who comes next and who comes far after, and of whom the world says so. */
function rowsOf(w: World): Rows {
  const rows: Rows = { relationships: [], notes: [], torn: [] }
  const after = (i: number, far: number) => w.people[(i + far) % w.people.length]!.id
  const related = (a: string, b: string, domain: Domain) => { if (a !== b) rows.relationships.push({ id: newId(), a, b, domain }) }
  const noted = (people: readonly string[], domain: Domain, passages: readonly (readonly string[])[]) => {
    const on = [...new Set(people)]
    rows.notes.push({ id: newId(), domain, people: on, passages: [...passages, on].map((about) => ({ id: newId(), about: [...about] })) })
  }
  for (const [i, { id: a }] of w.people.entries()) {
    for (const [turn, far] of [1, 2, 5].entries()) related(a, after(i, far), (['shared', 'adults', 'children'] as const)[(i + turn) % 3]!)
    const [b, c] = [after(i, 1), after(i, 2)]
    noted([a, b, c], (['children', 'adults', 'earlyHelp'] as const)[i % 3]!, [[a], [b, c]])
    noted([a, after(i, 5), after(i, 11)], (['shared', 'children', 'adults', 'earlyHelp'] as const)[i % 4]!, [])
    const [domain, other] = [domains[i % domains.length]!, domains[(i + 1) % domains.length]!]
    rows.torn.push({ id: newId(), domain, people: [a], passages: [], wrongly: { person: b, domain: other, passage: newId() } })
  }
  for (const { people: [a, ...others], domain } of w.together ?? []) {
    if (!a) continue
    for (const b of others) {
      related(a, b, domain)
      related(b, a, domain)
    }
    const at = w.people.findIndex((p) => p.id === a)
    const outside = [after(at, 1), after(at, 2)]
    noted([a, ...others], domain, [[a], ...others.map((b) => [b]), outside.slice(0, 1), outside, ...(others.length > 1 ? [others] : [])])
  }
  return rows
}

export async function writeRows(owner: pg.Pool, w: World): Promise<Rows> {
  const client = await owner.connect()
  const db = dbOf(client)
  const rows = rowsOf(w)
  const author = w.actors[0]!.id
  const everybody = w.people.map((p) => p.id)
  const notes = [...rows.notes, ...rows.torn]
  const onNote = [...notes.flatMap((n) => n.people.map((person) => ({ note: n.id, person, domain: n.domain }))), ...rows.torn.map((n) => ({ note: n.id, ...n.wrongly }))]
  const passages = [...notes.flatMap((n) => n.passages.map((p) => ({ note: n.id, domain: n.domain, ...p }))), ...rows.torn.map((n) => ({ note: n.id, domain: n.wrongly.domain, id: n.wrongly.passage, about: n.people }))]
  try {
    await client.query('begin; set local role kith_gate')
    await db.run(sql`insert into people.person (id) select p from unnest(${everybody}::uuid[]) p`)
    await db.run(sql`insert into people.fact (id, person_id, domain, kind, value) select gen_random_uuid(), p, d, 'religion', d from unnest(${everybody}::uuid[]) p cross join unnest(${domains}::text[]) d`)
    await db.run(sql`insert into people.relationship (id, person_id, other_id, domain, kind) select id, a, b, domain, 'sibling' from jsonb_to_recordset(${JSON.stringify(rows.relationships)}::jsonb) x (id uuid, a uuid, b uuid, domain text)`)
    await db.run(sql`insert into notes.note (id, domain, kind, title, words, happened_on, author_id) select id, domain, 'note', 'A visit', 'Words', ${w.today}, ${author} from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) x (id uuid, domain text)`)
    await db.run(sql`insert into notes.note_person (note_id, person_id, domain) select note, person, domain from jsonb_to_recordset(${JSON.stringify(onNote)}::jsonb) x (note uuid, person uuid, domain text)`)
    await db.run(sql`insert into notes.passage (id, note_id, domain, about, words, place_in_note)
      select id, note, domain, array(select one::uuid from jsonb_array_elements_text(about) one), 'Words', 1 from jsonb_to_recordset(${JSON.stringify(passages)}::jsonb) x (id uuid, note uuid, domain text, about jsonb)`)
    await client.query('commit')
  } finally {
    client.release()
  }
  return rows
}

const sorted = (all: readonly string[]) => all.toSorted()

/** What the policies of tables show the present actor of these rows, and what they let them change, asked of the database. */
export async function seenInDatabase(db: Db, w: World, rows: Rows): Promise<Record<string, string[]>> {
  const people = w.people.map((p) => p.id)
  const notes = [...rows.notes, ...rows.torn].map((n) => n.id)
  return toldApart(await db.rows<Told>(sql`
    with changed as (update people.fact set value = value where person_id = any (${people}::uuid[]) returning person_id || '/' || domain as t)
    select 'changed' as what, t from changed
    union all select 'involved', person_id || '/' || domain from access.involvement where person_id = any (${people}::uuid[])
    union all select 'parts', part_id::text from access.person_part where part_id = any (${people}::uuid[])
    union all select 'full', person_id || '/' || domain from people.fact where person_id = any (${people}::uuid[])
    union all select 'persons', id::text from people.person where id = any (${people}::uuid[])
    union all select 'cards', person_id::text from people.card where person_id = any (${people}::uuid[])
    union all select 'subjects', id::text from access.subject where id = any (${people}::uuid[])
    union all select 'relationships', id::text from people.relationship where person_id = any (${people}::uuid[])
    union all select 'notes', id::text from notes.note where id = any (${notes}::uuid[])
    union all select 'onNotes', note_id || '/' || person_id from notes.note_person where note_id = any (${notes}::uuid[])
    union all select 'passages', id::text from notes.passage where note_id = any (${notes}::uuid[])`), ['changed', 'involved', 'parts', 'full', 'persons', 'cards', 'subjects', 'relationships', 'notes', 'onNotes', 'passages'])
}

/** What the role sees that people of other agencies and citizens work through. */
export async function seenByPartner(db: Db, w: World, rows: Rows): Promise<Record<string, string[]>> {
  const notes = [...rows.notes, ...rows.torn].map((n) => n.id)
  return toldApart(await db.rows<Told>(sql`
    select 'cards' as what, person_id::text as t from people.card where person_id = any (${w.people.map((p) => p.id)}::uuid[])
    union all select 'notes', id::text from notes.note where id = any (${notes}::uuid[])
    union all select 'onNotes', note_id || '/' || person_id from notes.note_person where note_id = any (${notes}::uuid[])
    union all select 'passages', id::text from notes.passage where note_id = any (${notes}::uuid[])
    union all select 'role', current_user::text`), ['cards', 'notes', 'onNotes', 'passages', 'role'])
}

/** The same by rule 11: the name card and the early help records, whatever else they may know. */
export function partnerByPolicy(w: World, rows: Rows, actor: string): Record<string, string[]> {
  const early = { relationships: [], notes: rows.notes.filter((n) => n.domain === 'earlyHelp'), torn: rows.torn.map((n) => (n.domain === 'earlyHelp' ? n : { ...n, people: [] })) }
  const { cards, notes, onNotes, passages } = seenByPolicy({ ...w, adoptions: [] }, early, actor)
  return { cards: cards ?? [], notes: notes ?? [], onNotes: onNotes ?? [], passages: passages ?? [], role: ['kith_partner'] }
}

/** An id that nobody has. */
const nobody = '00000000-0000-4000-8000-000000000000'

/** What may be changed of what is about several people, and what the functions answer that commands ask before they do anything. */
export async function answeredInDatabase(db: Db, w: World, rows: Rows): Promise<Record<string, string[]>> {
  const [people, notes] = [w.people.map((p) => p.id), [...rows.notes, ...rows.torn].map((n) => n.id)]
  const alsoNobody = [...people, nobody]
  return toldApart(await db.rows<Told>(sql`
    with renamed as (update people.relationship set kind = kind where person_id = any (${people}::uuid[]) returning id),
      retold as (update notes.note set title = title where id = any (${notes}::uuid[]) returning id),
      reworded as (update notes.passage set words = words where note_id = any (${notes}::uuid[]) returning id)
    select 'renamed' as what, id::text as t from renamed
    union all select 'retold', id::text from retold
    union all select 'reworded', id::text from reworded
    union all select 'standing', id || '/' || coalesce(s.sight, 'nothing') from unnest(${alsoNobody}::uuid[]) id left join lateral access.standing(id) s on true
    union all select 'sees', p || '/' || d from unnest(${people}::uuid[]) p cross join unnest(${domains}::text[]) d where access.sees(p, d)
    union all select 'finds', p::text from unnest(${people}::uuid[]) p where access.finds(p)
    union all select 'unwritable', p || '/' || d from unnest(${domains}::text[]) d cross join lateral unnest(access.not_writable(${alsoNobody}::uuid[], d)) p`), ['renamed', 'retold', 'reworded', 'standing', 'sees', 'finds', 'unwritable'])
}

type Told = { what: string; t: string }
const toldApart = (told: readonly Told[], whats: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(whats.map((what) => [what, sorted(told.filter((one) => one.what === what).map((one) => one.t))]))

/** The same, by the policy's words. */
export function seenByPolicy(w: World, rows: Rows, actor: string | undefined): Record<string, string[]> {
  const people = w.people.map((p) => p.id)
  const notes = [...rows.notes, ...rows.torn]
  return {
    full: inDomains(w, (p, d) => hasFullSight(w, actor, p, d)),
    changed: inDomains(w, (p, d) => hasFullSight(w, actor, p, d, true)),
    involved: sorted(w.involvements.filter((i) => hasFullSight(w, actor, i.person, i.domain)).map((i) => `${i.person}/${i.domain}`)),
    parts: sorted(w.merges.filter((m) => findsCard(w, actor, m.part)).map((m) => m.part)),
    persons: sorted(people.filter((p) => hasFullSight(w, actor, p, 'shared'))),
    cards: sorted(people.filter((p) => findsCard(w, actor, p))),
    subjects: sorted(people.filter((p) => findsCard(w, actor, p))),
    relationships: sorted(rows.relationships.filter((r) => seesRelationship(w, actor, r.a, r.b, r.domain)).map((r) => r.id)),
    notes: sorted(notes.filter((n) => seesRow(w, actor, n.people, n.domain)).map((n) => n.id)),
    onNotes: sorted([
      ...notes.flatMap((n) => seenOn(w, actor, n.people, n.domain).map((p) => `${n.id}/${p}`)),
      ...rows.torn.filter(({ wrongly }) => hasFullSight(w, actor, wrongly.person, wrongly.domain)).map((n) => `${n.id}/${n.wrongly.person}`),
    ]),
    // A passage in another domain than its note's is nobody's.
    passages: sorted(rows.notes.flatMap((n) => n.passages.filter((p) => seesPassage(w, actor, n.people, p.about, n.domain)).map((p) => p.id))),
  }
}

export function answeredByWords(w: World, rows: Rows, actor: string | undefined): Record<string, string[]> {
  const people = w.people.map((p) => p.id)
  const writes = (whom: readonly string[], domain: Domain) => whom.some((p) => hasFullSight(w, actor, p, domain, true))
  return {
    renamed: sorted(rows.relationships.filter((r) => seesRelationship(w, actor, r.a, r.b, r.domain) && writes([r.a, r.b], r.domain)).map((r) => r.id)),
    retold: sorted([...rows.notes, ...rows.torn].filter((n) => writes(n.people, n.domain)).map((n) => n.id)),
    reworded: sorted(rows.notes.filter((n) => writes(n.people, n.domain)).flatMap((n) => n.passages.filter((p) => p.about.every((one) => writes([one], n.domain))).map((p) => p.id))),
    standing: sorted([...people, nobody].map((p) => `${p}/${sightOf(w, actor, p)}`)),
    sees: inDomains(w, (p, d) => hasFullSight(w, actor, p, d)),
    finds: sorted(people.filter((p) => findsCard(w, actor, p))),
    unwritable: sorted([...inDomains(w, (p, d) => !hasFullSight(w, actor, p, d, true)), ...domains.map((d) => `${nobody}/${d}`)]),
  }
}

const inDomains = (w: World, keep: (person: string, domain: Domain) => boolean) => sorted(w.people.flatMap(({ id }) => domains.filter((d) => keep(id, d)).map((d) => `${id}/${d}`)))
