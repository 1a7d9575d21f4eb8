import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { audited } from '../../content/words/audited.ts'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Caller } from '../../src/record/access/act.ts'
import { breakGlass, excludeFrom, markPerson } from '../../src/record/access/commands/keeping.ts'
import { whoLooked } from '../../src/record/access/evidence/queries.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { mergePeople } from '../../src/record/people/merging/commands.ts'
import { commands, queries, routes } from '../../src/modules.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'

const house = await openForHttp()
const council = await usualCouncil(house.owner)
const as = (actor: string): Caller => ({ ...house.as(actor), clock: systemClock })
async function child(given: string, marking: 'open' | 'restricted' | 'sealed' = 'open'): Promise<string> {
  const id = newId()
  await addPeople.do(as(council.worker), { people: [{ id, given, family: 'Evident', bornOn: '2015-01-02' }], relationships: [] })
  if (marking !== 'open') await markPerson.do(as(council.manager), { personId: id, marking, named: [council.manager], reason: 'A threat to the family.' })
  return id
}
const read = async (personId: string, more: Readonly<Record<string, string>> = {}) => {
  const outcome = await whoLooked.perform(as(council.privacy), { personId, ...more })
  if (!('done' in outcome)) throw new Error('problems')
  return outcome.done
}

describe('Who looked at this record, and why', () => {
  it('names everybody who opened it, newest first, with the way they could see it and the reason they gave', async () => {
    const id = await child('Opal')
    const [priya, sam] = [await house.visit(council.worker), await house.visit(council.otherWorker)]
    await priya.get(`/people/${id}`)
    await sam.get(`/people/${id}/chronology`)
    await breakGlass.do(as(council.otherWorker), { personId: id, reason: 'Police are at the flat with the child now.' })
    await sam.get(`/people/${id}`)
    const { lines } = await read(id)
    expect(lines.map((line) => [line.actor, line.what, line.way, line.refused])).toEqual([
      ['Sam Price', 'page.person', 'opened', false], ['Sam Price', 'access.breakGlass', 'opened', false], ['Sam Price', 'page.chronology', 'none', true],
      ['Priya Nair', 'page.person', 'team', false], ['Priya Nair', 'people.add', 'team', false],
    ])
    expect(lines[0]?.openedBecause).toBe('Police are at the flat with the child now.')
    const page = await (await house.visit(council.privacy)).get(`/people/${id}/looked`)
    expect(page.status).toBe(200)
    for (const words of ['Sam Price', 'Opened the person’s page', 'Opened it with a reason', 'Police are at the flat', 'Refused', 'Their team works with this person']) expect(page.text).toContain(words)
  })

  it('is complete over all parts of a merged person', async () => {
    const [kept, gone] = [await child('Twice'), await child('Twise')]
    const priya = await house.visit(council.worker)
    await priya.get(`/people/${gone}`)
    await priya.get(`/people/${kept}`)
    const merged = await mergePeople.do(as(council.records), { intoId: kept, partId: gone, reason: 'The same child, recorded twice.' })
    expect(merged).toHaveProperty('done')
    for (const asked of [kept, gone]) {
      const { person, lines } = await read(asked)
      expect(person.personId).toBe(kept)
      expect(lines.filter((line) => line.what === 'page.person')).toHaveLength(2)
    }
  })

  it('shows one colleague, or some days, and fifty lines a page without losing one', async () => {
    const id = await child('Paged')
    await house.owner.query("insert into audit.event (at, actor_id, what, people, via) select timestamptz '2026-03-01 12:00Z' + n * interval '1 hour', $1, 'page.person', array[$2::uuid], 'page' from generate_series(1, 120) n", [council.frontDoorWorker, id])
    expect((await read(id, { by: council.worker })).lines.map((line) => line.what)).toEqual(['people.add'])
    expect((await read(id, { from: '2026-03-02', to: '2026-03-02' })).lines).toHaveLength(24)
    const seen: number[] = []
    for (let below: number | undefined; ;) {
      const outcome = await whoLooked.perform(as(council.privacy), { personId: id, by: council.frontDoorWorker, ...(below === undefined ? {} : { below }) })
      if (!('done' in outcome)) throw new Error('problems')
      seen.push(...outcome.done.lines.map((line) => line.id))
      below = outcome.done.next
      if (below === undefined) break
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
  })

  it('is audited itself, and shows that it was read', async () => {
    const id = await child('Mirror')
    await (await house.visit(council.privacy)).get(`/people/${id}/looked`)
    expect((await read(id)).lines.map((line) => [line.actor, line.what])).toContainEqual(['Paula Privacy', 'page.looked'])
  })

  it.each(['worker', 'manager', 'head', 'records', 'administrator', 'businessSupport'] as const)('is closed to %s in the same words for every record, there or not', async (who) => {
    const [id, visitor] = [await child('Closed'), await house.visit(council[who])]
    const answer = await visitor.get(`/people/${id}/looked`)
    expect(answer.status).toBe(403)
    expect(await visitor.get(`/people/${newId()}/looked`)).toEqual(answer)
    for (const path of ['/privacy', `/privacy/accounts/${council.worker}`]) expect(await visitor.get(path)).toEqual(answer)
    for (const text of ['select * from access.who_looked($1, null, null, null, null, 50)', 'select * from access.lookers($1)', 'select * from access.for_review($1)']) {
      const client = await house.pool.connect()
      try {
        await client.query('begin')
        await client.query('select access.enter_as($1)', [council[who]])
        expect((await client.query(text, [id])).rows).toEqual([])
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })

  it('tells the privacy officer no name of a restricted record, and nothing of a sealed one or one they are kept from', async () => {
    const [restricted, sealed, kept, paula] = [await child('Hidden', 'restricted'), await child('Sealed', 'sealed'), await child('Cousin'), await house.visit(council.privacy)]
    const shown = await paula.get(`/people/${restricted}/looked`)
    expect(shown.text).toContain('This record is restricted.')
    expect(shown.text).not.toContain('Hidden')
    await excludeFrom.do(as(council.manager), { personId: kept, actorId: council.privacy, reason: 'Her own family.' })
    const nobody = await paula.get(`/people/${newId()}/looked`)
    expect(nobody.status).toBe(404)
    for (const id of [sealed, kept]) expect(await paula.get(`/people/${id}/looked`)).toEqual(nobody)
  })
})

describe('What an account did', () => {
  it('is listed by period, names open records, and leaves out what is about a sealed one only', async () => {
    const [open, restricted, sealed] = [await child('Plain'), await child('Quiet', 'restricted'), await child('Silent', 'sealed')]
    for (const id of [open, restricted, sealed]) await house.owner.query("insert into audit.event (at, actor_id, what, people, via) values ('2026-02-03 10:00Z', $1, 'page.person', array[$2::uuid], 'page')", [council.head, id])
    const paula = await house.visit(council.privacy)
    const { text } = await paula.get(`/privacy/accounts/${council.head}?from=3/2/2026&to=3%20Feb%202026`)
    expect(text).toContain('Plain Evident')
    expect(text).toContain('a restricted record')
    expect(text).not.toMatch(/Quiet|Silent/)
    expect(text).not.toContain(sealed)
    expect((await paula.get(`/privacy/accounts/${newId()}`)).status).toBe(404)
    expect((await paula.get(`/privacy/accounts/${council.head}?from=whenever`)).text).toContain('Write the first day')
  })

  it('is chosen on the desk, where an open record is found by its name and no other', async () => {
    const paula = await house.visit(council.privacy)
    await Promise.all([child('Findable'), child('Unfindable', 'restricted')])
    expect((await paula.post('/privacy/find', { name: 'findable evident' })).text).toContain('Findable Evident')
    expect((await paula.post('/privacy/find', { name: 'Unfindable Evident' })).text).toContain('No open record has exactly this name.')
    expect(await paula.post('/privacy/accounts', { account: council.head })).toMatchObject({ status: 303, go: `/privacy/accounts/${council.head}` })
    expect((await (await house.visit(council.worker)).post('/privacy/find', { name: 'Findable Evident' })).status).toBe(403)
  })
})

describe('The words of the audit', () => {
  it('are there for every command, query and page', () => {
    const names = [...commands.map((door) => door.name), ...queries.map((door) => door.name), ...routes.flatMap((route) => route.what ?? [])]
    expect(names.length).toBeGreaterThan(100)
    expect([...new Set(names)].filter((name) => !(name in audited))).toEqual([])
  })

  it('are there for what is audited beside them, as it stands in the source', () => {
    const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    const named = files.flatMap((entry) => [...readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8').matchAll(/(?:appendAudit\(db, \{ what: |\banswer\((?:callerOf\([^)]*\)|\w+), )'([A-Za-z.]+)'/g)].map((found) => found[1] ?? ''))
    expect(named).toContain('signIn')
    expect(named.filter((name) => !(name in audited))).toEqual([])
  })
})
