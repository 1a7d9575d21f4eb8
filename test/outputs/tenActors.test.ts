import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { fileForSearch } from '../../src/record/people/search/store.ts'
import { inTransaction } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { actorNames, personNames, tenByTen } from '../access/tenByTen/council.ts'
import { asActor, writeWorld } from '../access/world.ts'
import { openForHttp } from '../http.ts'

const house = await openForHttp()
const { world, actor, person } = tenByTen()
await writeWorld(house.owner, world)
const { owner } = house
const [child, keeper] = [person.allocated, actor.allocatedWorker]

// Of one child everything is hidden from everybody but the worker; it stands in notes too, written as people write.
await owner.query("insert into people.name (id, person_id, kind, given, family) select gen_random_uuid(), p, 'legal', 'Zarqa', 'Tenbyten' from unnest($1::uuid[]) p", [personNames.map((name) => person[name])])
await owner.query("insert into people.relationship (id, person_id, other_id, kind) values (gen_random_uuid(), $1, $2, 'parent')", [person.closed200, child])
await owner.query("insert into people.address (id, person_id, kind, household_id, lines, postcode) select gen_random_uuid(), p, 'home', $2, '{47a Harrowgate Road,Nettleby}', 'ZV7 2AB' from unnest($1::uuid[]) p", [[child, person.closed200], newId()])
await owner.query("insert into people.fact (id, person_id, kind, value) values (gen_random_uuid(), $1, 'school', 'Oakfield Primary School'), (gen_random_uuid(), $1, 'phone', '07700 900123'), (gen_random_uuid(), $1, 'gp', 'Harbour View Surgery')", [child])
const note = newId()
await owner.query("insert into notes.note (id, domain, kind, title, words, happened_on, author_id) values ($1, 'children', 'note', 'Visit at 47a Harrowgate Rd', 'We came on Monday. They are at 47 A, Harrowgate Rd. (zv72ab), ring +44 7700 900 123. School is OAKFIELD PRIM. She liked the toast.', current_date, $2)", [note, keeper])
await owner.query("insert into notes.note_person (note_id, person_id, domain) values ($1, $2, 'children')", [note, child])
const event = newId()
await owner.query("insert into chronology.event (id, kind, happened_on, domain, actor_id, subject_kind, subject_id) values ($1, 'note.written', current_date, 'children', $2, 'note', $3)", [event, keeper, note])
await owner.query("insert into chronology.event_person (event_id, person_id, domain, happened_on) values ($1, $2, 'children', current_date)", [event, child])
await owner.query("insert into people.hiding (id, person_id, what, from_everybody, seen_by, reason, valid_from, recorded_by) values (gen_random_uuid(), $1, '{home,school,gp,phone}', true, $2, 'A threat to life.', current_date, $3)", [child, [keeper], keeper])
await inTransaction(house.pool, 'begin', (db) => fileForSearch(db))
const marked = /harrow\s*gate|ZV7 ?2AB|oakfield|harbour|900 ?123/i

const pages = [...['', '/family', '/chronology', '/records', '/details', '/hidden', '/hidden/shown', '/sent', '/send', '/add', '/known?on=today'].map((path) => `/people/${child}${path}`), ...['', '/details', '/hidden/shown'].map((path) => `/people/${person.closed200}${path}`), `/notes/${note}`, '/', `/notes/new?people=${child}`]
const queries: readonly (readonly [string, object])[] = [
  ...['people.person', 'people.family', 'record.open', 'chronology.of', 'people.seeHidden', 'outputs.about'].flatMap((name) => [child, person.closed200].map((id) => [name, { id }] as const)),
  ['notes.one', { id: note }], ['people.asKnownOn', { id: child, day: new Date().toISOString().slice(0, 10) }],
]
const searches: readonly (readonly [string, object])[] = ['47a Harrowgate Road', 'ZV7 2AB', 'Harrowgate', 'Oakfield'].flatMap((text) => [['people.search', { text }], ['people.searchText', { text }], ['people.suggest', { text }]] as const)

describe('Ten actors, and a child whose whereabouts are hidden from all but the worker', () => {
  it.each(actorNames)('%s meets them on no page, in no answer of the interface, by no search and in no row of the database, unless they are the worker and ask', async (name) => {
    const visitor = await house.visit(actor[name])
    const asks = (path: string) => path.endsWith('seeHidden') || path.endsWith('/hidden/shown')
    for (const path of pages) {
      const got = await visitor.get(path)
      expect({ path, broken: got.status >= 500 }).toEqual({ path, broken: false })
      // The worker reads their own notes as they are written; what is a fact they ask for.
      if (name === 'allocatedWorker' && (asks(path) || got.text.includes('She liked the toast') || path.startsWith('/notes/') || got.text.includes(`/notes/${note}`))) continue
      expect({ path, met: marked.exec(got.text)?.[0] }).toEqual({ path, met: undefined })
    }
    for (const [query, input] of [...queries, ...searches]) {
      const got = await visitor.api(`queries/${query}`, input)
      if (name === 'allocatedWorker' && (asks(query) || ['notes.one', 'chronology.of', 'record.open', 'people.searchText'].includes(query))) continue
      expect({ query, input, met: marked.exec(got.text.replace(JSON.stringify(input), ''))?.[0] }).toEqual({ query, input, met: undefined })
      if (searches.some(([one, its]) => one === query && its === input) && got.status === 200) expect(JSON.stringify(JSON.parse(got.text))).not.toContain(child)
    }
    if (name === 'inactiveWorker') return
    const rows = await asActor(house.pool, actor[name], async (db) => [
      ...(await db.rows<{ t: string }>(sql`select array_to_string(lines, ' ') || coalesce(postcode, '') as t from people.address`)), ...(await db.rows<{ t: string }>(sql`select value as t from people.fact`)),
    ])
    expect(rows.some((row) => marked.test(row.t))).toBe(name === 'allocatedWorker')
  })

  it('the worker is shown them when asking, reads their own note whole, and others read the note without them', async () => {
    const [worker, head] = [await house.visit(keeper), await house.visit(actor.head)]
    expect((await worker.get(`/people/${child}/hidden/shown`)).text).toMatch(/47a Harrowgate Road[\s\S]*07700 900123/)
    expect((await worker.get(`/notes/${note}`)).text).toContain('47 A, Harrowgate Rd')
    const read = (await head.get(`/notes/${note}`)).text
    expect(read).toContain('We came on Monday.')
    expect(read).toContain('She liked the toast.')
    expect(read).toContain('Left out here: it tells what is hidden from you.')
  })

  it('after fifteen minutes it asks again who one is', async () => {
    const worker = await house.visit(keeper)
    await owner.query("update access.session set verified_at = now() - interval '20 minutes' where actor_id = $1", [keeper])
    expect((await worker.get(`/people/${child}/hidden/shown`)).status).toBe(403)
    expect((await worker.api('queries/people.seeHidden', { id: child })).text).toContain('prove-again')
  })
})
