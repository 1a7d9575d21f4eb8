import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import type { Db } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { chronologyTellers } from '../../src/practice/notes/tellers.ts'
import { countEvents, lines, told } from '../../src/record/chronology/store.ts'
import { freshDatabase } from '../database.ts'
import { actorNames, tenByTen } from './tenByTen/council.ts'
import { asActor, writeWorld } from './world.ts'

const { pool, owner } = await freshDatabase()
const { world, actor, person } = tenByTen()
await writeWorld(owner, world)

const people = Object.values(person)
const kinds = ['note.written', 'visit.written']
const written = chronologyTellers.flatMap((teller) => (teller.written ? [{ kinds: teller.kinds, written: teller.written }] : []))
const inWords: Record<string, string> = Object.assign({}, ...chronologyTellers.map((teller) => teller.notes))

type Link = Readonly<{ id: string; domain: string }>
let days = 0
async function happened(kind: string, domain: string, links: readonly Link[], more: Readonly<{ supersedes?: string; subject?: string; significant?: boolean }> = {}): Promise<string> {
  const id = newId()
  const on = `2026-01-0${1 + (days++ % 9)}`
  await owner.query("insert into chronology.event (id, kind, happened_on, domain, actor_id, subject_kind, subject_id, supersedes, significant) values ($1, $2, $3, $4, $5, 'note', $6, $7, $8)",
    [id, kind, on, domain, days % 3 ? actor.allocatedWorker : null, more.subject ?? null, more.supersedes ?? null, more.significant ?? false])
  for (const link of links) await owner.query('insert into chronology.event_person (event_id, person_id, domain, happened_on) values ($1, $2, $3, $4)', [id, link.id, link.domain, on])
  return id
}
async function note(domain: string, links: readonly Link[], words: string): Promise<string> {
  const id = newId()
  await owner.query("insert into notes.note (id, domain, kind, title, words, happened_on, author_id) values ($1, $2, $3, 'A \"title\"', $4, '2026-01-01', $5)", [id, domain, days % 2 ? 'note' : 'phoneCall', words, days % 5 ? actor.allocatedWorker : actor.head])
  for (const link of links) await owner.query('insert into notes.note_person (note_id, person_id, domain) values ($1, $2, $3)', [id, link.id, link.domain])
  return id
}

const long = 'Said "no".\n\\ and\ttabs, ½ & <b>, 😀, '.repeat(12)
for (const [i, id] of people.entries()) {
  const [mine, other] = [{ id, domain: 'children' }, { id: people[(i + 1) % people.length] ?? id, domain: 'children' }]
  // Alone in every domain, and a note that stands in the same or in another.
  for (const domain of ['shared', 'children', 'adults', 'adoption', 'earlyHelp']) {
    await happened('note.written', domain, [{ id, domain }], { subject: await note(domain, [{ id, domain }], 'Short.') })
    await happened('visit.written', domain, [{ id, domain }], { subject: await note('children', [other], long), significant: true })
  }
  // Shown, or not, by another person of the event’s own domain; a note whose only link of its domain is another’s; one with no link of its domain.
  await happened('work.allocated', 'children', [{ id, domain: 'adults' }, other])
  await happened('note.written', 'adoption', [mine, { ...other, domain: 'adoption' }], { subject: await note('adoption', [mine, { ...other, domain: 'adoption' }], long) })
  await happened('note.written', 'children', [mine], { subject: await note('adults', [mine], 'Nobody of its own domain.') })
  // Superseded by what everybody sees who sees this, by another’s, by what is of a domain of its own.
  for (const later of [[mine], [other], [{ id, domain: 'adoption' }]]) {
    const first = await happened('note.written', 'children', [mine, other], { subject: await note('children', [mine, other], 'Before.') })
    await happened('note.written', later[0]?.domain ?? '', later, { supersedes: first, subject: await note('children', [mine], 'After.') })
  }
  // Judged twice: the newest holds.
  const judged = await happened('case.closed', 'children', [mine, other])
  for (const [n, significant] of [false, i % 2 === 0].entries()) {
    await owner.query('insert into chronology.significance (id, event_id, significant, recorded_by, recorded_at) values ($1, $2, $3, $4, $5)', [newId(), judged, significant, actor.head, `2026-01-0${n + 1}`])
  }
}

const readings = [{ most: 1000, significantOnly: false, before: undefined }, { most: 4, significantOnly: false, before: undefined }, { most: 3, significantOnly: true, before: undefined }, { most: 1000, significantOnly: false, before: '2026-01-05' }]

/** The page as the policies show it, and as the function tells it, with the id in place of what is left to be told. */
async function both(db: Db, id: string, reading: (typeof readings)[number]): Promise<Readonly<Record<'policies' | 'atOnce', unknown>>> {
  const [page, total] = [await lines(db, { people: [id], ...reading, most: reading.most + 1 }, written), await countEvents(db, [id])]
  const found = await told(db, id, reading, { kinds, inWords })
  const left = (spine: string) => `${spine},"told":${JSON.stringify(JSON.parse(`${spine}}`).id)}`
  return {
    policies: { lines: JSON.parse(page.text.replaceAll(/\n(.*?)\n/g, '"$1"')), more: page.more, total },
    atOnce: { lines: JSON.parse(`[${found.parts.join(',').split('\n').map((piece, i) => (i % 2 ? left(piece) : piece)).join('')}]`), more: found.more, total: found.total },
  }
}

describe.each(actorNames)('The chronology told to %s by one look at the rule', (name) => {
  it('is what the policies show, line by line and word by word, whoever was looked up before', async () => {
    for (const known of [[], people.filter((_, i) => i % 2)]) {
      for (const id of people) {
        const answers = await asActor(pool, actor[name], async (db) => {
          await db.run(sql`select access.know(${known}::uuid[])`)
          const found: Awaited<ReturnType<typeof both>>[] = []
          for (const reading of readings) found.push(await both(db, id, reading))
          return found
        })
        for (const { policies, atOnce } of answers) expect(atOnce).toEqual(policies)
      }
    }
  })
})

it('The chronologies of the head are not empty and hold notes, and nobody who has entered as no one is told any', async () => {
  const { atOnce } = await asActor(pool, actor.head, (db) => both(db, person.allocated, { most: 1000, significantOnly: false, before: undefined }))
  expect(JSON.stringify(atOnce).match(/"href":/g)?.length).toBeGreaterThan(5)
  expect(await asActor(pool, undefined, (db) => told(db, person.allocated, { most: 1000, significantOnly: false, before: undefined }, { kinds, inWords }))).toEqual({ parts: [], more: false, total: 0 })
})
