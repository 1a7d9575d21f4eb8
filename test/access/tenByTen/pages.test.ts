import { describe, expect, it } from 'vitest'
import { addWarning } from '../../../src/record/people/commands.ts'
import { fileForSearch } from '../../../src/record/people/search/store.ts'
import { inTransaction } from '../../../src/platform/db/pool.ts'
import { newId } from '../../../src/kernel/ids.ts'
import { openForHttp } from '../../http.ts'
import { findsCard, hasFullSight, seesPassage, seesRow, sightOf } from '../policy.ts'
import { writeWorld } from '../world.ts'
import { actorNames, personNames, tenByTen } from './council.ts'
import { writeEveryRow } from './everyRow.ts'
import { keptFrom, leaks } from './keptFrom.ts'

const house = await openForHttp()
const { world, actor, person } = tenByTen()
await writeWorld(house.owner, world)
const rows = await writeEveryRow(house.owner, world)
const givenOf = (id: string) => `Zarq${'abcdefghijk'[world.people.findIndex((p) => p.id === id)]}`
for (const p of world.people) {
  await house.owner.query("insert into people.name (id, person_id, kind, given, family) values ($1, $2, 'knownAs', $3, 'Tenbyten')", [newId(), p.id, givenOf(p.id)])
  await house.owner.query("insert into people.address (id, person_id, kind, lines, postcode) values ($1, $2, 'home', $3, 'AV3 9QT')", [newId(), p.id, [`Hearth${givenOf(p.id)}`]])
}
await inTransaction(house.pool, 'begin', (db) => fileForSearch(db))

/** Roles that may open pages of the record at all, and those that may read in it: the other roles get no page, whatever their sight. */
const finds = new Set<string>(actorNames.filter((name) => !['administrator', 'partner', 'inactiveWorker'].includes(name)))

const forbidden = (id: string) => keptFrom(world, person, rows, givenOf, id)

describe.each(actorNames)('%s', (name) => {
  const id = actor[name]
  const mayRead = finds.has(name)
  const never = forbidden(id)

  it('opens the page of each person as far as the policy says, and the same page is there for a sealed person as for nobody', async () => {
    const visitor = await house.visit(id)
    const nobody = newId()
    const missing = await visitor.get(`/people/${nobody}`)
    for (const who of personNames) {
      const got = await visitor.get(`/people/${person[who]}`)
      const sight = sightOf(world, id, person[who])
      if (name === 'inactiveWorker') {
        expect({ who, status: got.status }).toEqual({ who, status: 303 })
        continue
      }
      if (!mayRead || sight === 'nothing') {
        expect({ who, got }).toEqual({ who, got: missing })
        continue
      }
      expect({ who, status: got.status }).toEqual({ who, status: 200 })
      const named = givenOf(who === 'mergedPart' ? person.mergedInto : person[who])
      expect({ who, named: got.text.includes(named) }).toEqual({ who, named: sight !== 'exists' })
      // Business support sees the name card; the pages of a record need a role that reads records.
      expect({ who, home: got.text.includes(`Hearth${named}`) }).toEqual({ who, home: hasFullSight(world, id, person[who], 'shared') })
    }
  })

  it('meets no word, on any page about anybody, that the policy keeps from them', async () => {
    const visitor = await house.visit(id)
    for (const who of personNames) {
      for (const page of ['', '/family', '/chronology', '/records']) {
        const path = `/people/${person[who]}${page}`
        const got = await visitor.get(path)
        expect({ who, page, status: got.status < 500 }).toEqual({ who, page, status: true })
        expect({ who, page, leaks: leaks(got.text.replaceAll(path, '').replaceAll(person[who], ''), never, person.allocated) }).toEqual({ who, page, leaks: [] })
      }
    }
    for (const page of ['/', '/team', '/people/duplicates', '/search', '/contacts/new', `/notes/new?people=${personNames.map((n) => person[n]).join(',')}`]) {
      const got = await visitor.get(page)
      expect({ page, broken: got.status >= 500 }).toEqual({ page, broken: false })
      expect({ page, leaks: leaks(page.startsWith('/notes') ? personNames.reduce((text, n) => text.replaceAll(person[n], ''), got.text) : got.text, never) }).toEqual({ page, leaks: [] })
    }
  })

  it('reads no note and no contact that the policy keeps from them, and finds each one that it does not', async () => {
    const visitor = await house.visit(id)
    for (const row of rows.several.filter((r) => r.table === 'notes.note' || r.table === 'contacts.contact')) {
      const got = await visitor.get(`/${row.table.split('.')[0]}/${row.id}`)
      const may = mayRead && name !== 'businessSupport' && seesRow(world, id, row.people, row.domain)
      expect({ row: row.table, ok: got.status === 200 }).toEqual({ row: row.table, ok: may })
      expect(leaks(got.text, never)).toEqual([])
      if (may) expect(got.text).toContain(row.words)
    }
  })

  it('finds by name whom the policy lets them find, and nobody else', async () => {
    const visitor = await house.visit(id)
    for (const who of personNames) {
      const given = givenOf(person[who])
      for (const text of [`${given} Tenbyten`, given]) {
        const got = await visitor.api('queries/people.search', { text })
        expect({ who, leaks: leaks(got.text, never, given) }).toEqual({ who, leaks: [] })
        if (!mayRead) expect(got.status).not.toBe(200)
        else {
          const found: { hits: { personId: string }[]; restricted: string[] } = JSON.parse(got.text)
          const survivor = who === 'mergedPart' ? person.mergedInto : person[who]
          expect({ who, found: found.hits.some((hit) => hit.personId === survivor) }).toEqual({ who, found: findsCard(world, id, survivor) })
          expect(found.restricted.every((one) => sightOf(world, id, one) === 'exists')).toBe(true)
        }
      }
    }
    for (const query of ['people.suggest']) expect(leaks((await visitor.api(`queries/${query}`, { text: 'Tenbyten' })).text, never)).toEqual([])
  })

  it('finds in texts what the policy lets them read, and nothing else', async () => {
    const visitor = await house.visit(id)
    const asked = [...rows.several.filter((r) => r.words !== '' && ['notes.note', 'contacts.contact', 'meetings.meeting', 'plans.plan'].includes(r.table)), ...rows.passages.filter((r) => r.words !== '' && ['notes.passage', 'meetings.passage', 'plans.need', 'plans.action', 'plans.progress'].includes(r.table)),
      ...rows.one.filter((r, i) => r.table === 'care.fact' && i % 3 === 0).map((r) => ({ ...r, people: [r.person], about: [r.person] }))]
    // Several at once: each has a word of its own, and each text that is found shows it.
    for (let from = 0; from < asked.length; from += 10) {
      const some = asked.slice(from, from + 10)
      const got = await visitor.api('queries/people.searchText', { text: some.map((row) => row.words).join(' OR ') })
      const may = some.filter((row) => mayRead && name !== 'businessSupport' && ('about' in row ? seesPassage(world, id, row.people, row.about, row.domain) : seesRow(world, id, row.people, row.domain)))
      if (may.length === 0 && got.status !== 200) continue
      const found: { texts: unknown[] } = JSON.parse(got.text)
      const shown = new Set(got.text.match(/[A-Z][a-z]+word\d+/g))
      const words = may.map((row) => row.words)
      expect({ asked: some.map((row) => row.words), found: some.map((row) => row.words).filter((one) => shown.has(one)), texts: found.texts.length }).toEqual({ asked: some.map((row) => row.words), found: words, texts: words.length })
      expect(leaks(got.text, never)).toEqual([])
    }
  })

  it('changes, by the open interface, only whom the policy lets them', async () => {
    const visitor = await house.visit(id)
    for (const who of personNames) {
      const got = await visitor.api(`commands/${addWarning.name}`, { personId: person[who], kind: 'dog', words: 'A dog', reviewOn: new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10) })
      const may = mayRead && name !== 'businessSupport' && hasFullSight(world, id, person[who], 'shared', true)
      expect({ who, done: got.status === 200 }).toEqual({ who, done: may })
      if (mayRead && name !== 'businessSupport' && !may) expect({ who, status: got.status }).toEqual({ who, status: sightOf(world, id, person[who]) === 'nothing' ? 404 : 403 })
    }
  })
})

describe('An open session', () => {
  it('ends at once with the account', async () => {
    const visitor = await house.visit(actor.colleague)
    expect((await visitor.get(`/people/${person.allocated}`)).status).toBe(200)
    await house.owner.query('update access.actor set active = false where id = $1', [actor.colleague])
    expect((await visitor.get(`/people/${person.allocated}`)).status).toBe(303)
    expect((await visitor.api('queries/people.search', { text: 'Tenbyten' })).status).toBe(401)
  })
})
