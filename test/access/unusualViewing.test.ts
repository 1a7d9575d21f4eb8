import { afterAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { unsealed } from '../../src/platform/documents.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { jobsUrl } from '../../src/platform/db/roles.ts'
import type { Caller } from '../../src/record/access/act.ts'
import { markPerson } from '../../src/record/access/commands/keeping.ts'
import { reviewUnusual } from '../../src/record/access/evidence/commands.ts'
import { findUnusual } from '../../src/record/access/evidence/jobs.ts'
import { unusualViewing } from '../../src/record/access/evidence/queries.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'

const house = await openForHttp()
const council = await usualCouncil(house.owner)
const jobsPool = openPool(await jobsUrl(house.ownerUrl), 1)
afterAll(() => jobsPool.end())
const as = (actor: string): Caller => ({ ...house.as(actor), clock: systemClock })
const bench = { pool: jobsPool, reports: jobsPool, app: jobsPool, documents: unsealed, stopping: () => false }

async function child(given: string, family: string, marking: 'open' | 'restricted' | 'sealed' = 'open'): Promise<string> {
  const id = newId()
  await addPeople.do(as(council.worker), { people: [{ id, given, family, bornOn: '2015-01-02' }], relationships: [] })
  if (marking !== 'open') await markPerson.do(as(council.manager), { personId: id, marking, named: [council.manager], reason: 'A threat to the family.' })
  return id
}
/** So many requests of one account on the Tuesday of the last full week, a minute apart. */
const viewed = (actor: string, people: readonly string[], times = 1, what = 'page.person') => house.owner.query(
  "insert into audit.event (at, actor_id, what, people, via) select (date_trunc('week', now() at time zone 'Europe/London') - interval '6 days' + interval '10 hours' + n * interval '1 minute') at time zone 'Europe/London', $1, $3, $2::uuid[], 'page' from generate_series(1, $4::int) n", [actor, people, what, times])
const liveAt = (personId: string, postcode: string) => house.owner.query("insert into people.address (id, person_id, kind, lines, postcode) values ($1, $2, 'home', '{14 Alder Row}', $3)", [newId(), personId, postcode])
const other = () => council.actor('Sam Price', [{ team: council.teams.one, role: 'worker' }])

const [asher, opal, own, dana] = [await child('Asher', 'Namesake'), await child('Opal', 'Other'), await child('Odette', 'Ownrecord'), await council.actor('Dana Namesake', [{ team: council.teams.one, role: 'worker' }])]
const [neighbour, next] = [await child('Nell', 'Nextdoor'), await child('Ned', 'Beside')]
const [closed, restricted, sealed, often, works, found] = [await child('Clay', 'Closed'), await child('Rhea', 'Restricted', 'restricted'), await child('Sia', 'Sealed', 'sealed'), await child('Otto', 'Often'), await child('Wren', 'Working'), await child('Finn', 'Found')]
const colleague = await council.actor('Cora Staff', [{ team: council.teams.one, role: 'worker' }], { personId: own })
const tied = await council.actor('Nora Byhouse', [{ team: council.teams.one, role: 'worker' }], { personId: neighbour })
const [curious, busy, late, nosy] = [await other(), await other(), await other(), await other()]
await liveAt(neighbour, 'AV1 2QR')
await liveAt(next, 'av12qr')
await house.owner.query("update access.involvement set from_on = current_date - 400, to_on = current_date - 20 where person_id = $1", [closed])
await viewed(dana, [asher])
await viewed(curious, [own])
await viewed(colleague, [own])
await viewed(tied, [next])
await viewed(late, [closed])
await viewed(nosy, [restricted, sealed])
await viewed(curious, [often], 3)
await viewed(curious, [opal], 2)
await viewed(council.worker, [works], 20)
await viewed(council.frontDoorWorker, [often], 20)
await viewed(curious, [found], 20, 'people.search')
for (let n = 0; n < 41; n += 1) await viewed(busy, [await child(`Many${n}`, 'Crowd')])
const came = await findUnusual.run(bench, {})

const listed = async (reader = council.privacy) => {
  const outcome = await unusualViewing.perform(as(reader), {})
  if (!('done' in outcome)) throw new Error('problems')
  return outcome.done
}
const kindsOf = async (actor: string, personId: string | null) => (await listed()).lines.find((line) => line.actorId === actor && line.personId === personId)?.kinds

describe('The weekly list of unusual viewing', () => {
  it.each([
    ['somebody with the viewer’s surname', dana, asher, ['surname']],
    ['a colleague’s record', curious, own, ['colleague']],
    ['the viewer’s own record', colleague, own, ['own']],
    ['somebody at the viewer’s own address', tied, next, ['address']],
    ['a record closed shortly before', late, closed, ['closed']],
    ['a restricted record by somebody who is not named', nosy, restricted, ['restricted']],
    ['a record opened again and again without work about it', curious, often, ['noWork']],
    ['many records within an hour', busy, null, ['many']],
  ] as const)('holds %s', async (_, actor, personId, kinds) => expect(await kindsOf(actor, personId)).toEqual(kinds))

  it.each([
    ['somebody who works with the person, however often', council.worker, works],
    ['the front door', council.frontDoorWorker, often],
    ['a record opened twice to find the worker', curious, opal],
    ['a name that came up in searches', curious, found],
    ['a sealed record: the privacy officer is not on its list', nosy, sealed],
  ] as const)('leaves out %s', async (_, actor, personId) => expect(await kindsOf(actor, personId)).toBe(undefined))

  it('is made once a week: a second run the same night finds no new week', async () => {
    expect(came.did).toBe('1 week looked through, 8 lines to review')
    expect(await findUnusual.run(bench, {})).toEqual({ did: 'No new week to look through' })
    expect((await listed()).lines).toHaveLength(8)
  })

  it('keeps what the privacy officer found out about a line, once, and never by anybody else', async () => {
    const line = (await listed()).lines.find((one) => one.actorId === dana)
    if (!line) throw new Error('no line')
    await expect(reviewUnusual.do(as(council.head), { id: line.id, note: 'Let it be.' })).rejects.toThrow('Your role')
    const paula = await house.visit(council.privacy)
    expect(await paula.post('/privacy/unusual', { id: line.id, note: ' ', commandId: newId() })).toMatchObject({ status: 422 })
    expect(await paula.post('/privacy/unusual', { id: line.id, note: 'Not related: her manager confirmed it.', commandId: newId() })).toMatchObject({ status: 303 })
    expect((await listed()).lines.find((one) => one.id === line.id)).toMatchObject({ reviewer: 'Paula Privacy', note: 'Not related: her manager confirmed it.' })
    expect(await reviewUnusual.do(as(council.privacy), { id: line.id, note: 'Again.' })).toHaveProperty('problems')
  })

  it('never shows a reader a line about their own viewing, and lets them review none', async () => {
    const both = await council.actor('Una Namesake', [{ role: 'privacy' }])
    const id = newId()
    await house.owner.query("insert into access.unusual_viewing (id, week_from, actor_id, person_id, kinds, times, first_at, last_at) select $1, week_from, $2, $3, '{surname}', 1, now(), now() from access.viewing_week", [id, both, asher])
    expect((await listed(both)).lines.map((line) => line.actorId)).not.toContain(both)
    expect(await reviewUnusual.do(as(both), { id, note: 'Nothing to see.' })).toHaveProperty('problems')
    expect((await listed()).lines.map((line) => line.id)).toContain(id)
  })

  it('is closed to everybody else, in the same words as any page that is not theirs', async () => {
    for (const who of [council.worker, council.manager, council.head, council.records, council.administrator]) {
      const visitor = await house.visit(who)
      const shut = await visitor.get('/privacy/openings')
      expect(shut.status).toBe(403)
      expect(await visitor.get('/privacy/unusual')).toEqual(shut)
    }
  })
})
