import { createHash, randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { openHouse } from '../../src/app.ts'
import { sessionCookie } from '../../src/channel/web/server.ts'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Caller } from '../../src/record/access/act.ts'
import { endSessionsOf } from '../../src/record/access/commands/identity.ts'
import { beginRole, endRole, setAccountActive } from '../../src/record/access/commands/staff.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { testKeys } from '../keys.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const open = async () => {
  const house = await openHouse({ ownerUrl: fresh.ownerUrl, dataFolder: '/nonexistent', keys: testKeys })
  afterAll(() => house.close())
  await house.server.listen({ port: 0, host: '127.0.0.1' })
  const at = house.server.addresses()[0]
  return `http://127.0.0.1:${typeof at === 'object' ? at.port : ''}`
}
const [here, there] = [await open(), await open()]
const id = await smithAndBegum(fresh.as(council.worker, new Date().toISOString()))
const administrator: Caller = { ...fresh.as(council.administrator), clock: systemClock }
const reason = 'Told by their manager this morning.'

const session = async (actorId: string) => {
  const token = randomBytes(32).toString('hex')
  await fresh.owner.query('insert into access.session (token_hash, id, actor_id) values ($1, $2, $3)', [createHash('sha256').update(token).digest(), newId(), actorId])
  return { cookie: `${sessionCookie}=${token}` }
}
const page = async (address: string, headers: Record<string, string>, path: string) => {
  const answer = await fetch(`${address}${path}`, { headers: { ...headers, accept: 'text/html' }, redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}
/** Listens as an open page does, and says what is heard and when. */
async function listen(address: string, headers: Record<string, string>) {
  const answer = await fetch(`${address}/here`, { headers })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const until = async (event: string) => {
    while (!heard.includes(`event: ${event}\n`)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`The stream ended without ${event}`)
      heard += value
    }
  }
  await until('here')
  return { until, heard: () => heard, close: () => reader.cancel() }
}
const membershipOf = async (actorId: string) => (await fresh.owner.query('select id from access.membership where actor_id = $1 and valid_to is null', [actorId])).rows[0].id

// The server looks every two seconds; on a machine under other load a test may take longer.
const patience = 60_000

describe('With two servers on one database', () => {
  it('a leaver’s open page is told at once, by the server it did not change at, and the next request anywhere asks to sign in', { timeout: patience }, async () => {
    const theirs = await session(council.otherWorker)
    const stream = await listen(there, theirs)
    await setAccountActive.do(administrator, { actorId: council.otherWorker, active: false, reason })
    expect((await page(here, theirs, '/')).status).toBe(303)
    expect((await page(there, theirs, '/')).status).toBe(303)
    await stream.until('ended')
    expect((await fetch(`${there}/here`, { headers: theirs, redirect: 'manual' })).status).toBe(303)
  })

  it('a mover’s open page is told, and a record of the old team is closed to them at both servers', { timeout: patience }, async () => {
    const mover = await council.actor('Mo Mover', [{ team: council.teams.two, role: 'worker' }])
    const theirs = await session(mover)
    const record = `/people/${id.isla}`
    for (const address of [here, there]) expect((await page(address, theirs, `${record}/records`)).status).toBe(200)
    const stream = await listen(there, theirs)
    const old = await membershipOf(mover)
    await beginRole.do(administrator, { actorId: mover, teamId: council.teams.one, role: 'worker', reason })
    await endRole.do(administrator, { id: old, reason })
    await stream.until('moved')
    for (const address of [here, there]) expect((await page(address, theirs, `${record}/records`)).text).not.toContain('Isla')
    await stream.close()
  })

  it('nobody is told that they moved because they, or somebody they manage, were given work', { timeout: patience }, async () => {
    const managers = await session(council.manager)
    const stream = await listen(there, managers)
    const person = (await fresh.owner.query('select id from access.subject limit 1')).rows[0].id
    await fresh.owner.query("insert into access.involvement (id, person_id, worker_id, domain, from_on) values ($1, $2, $3, 'children', current_date - 3)", [newId(), person, council.worker])
    const standing = async () => (await fresh.owner.query('select standing from access.watch(array[$1::bytea])', [createHash('sha256').update(managers.cookie.split('=')[1]!).digest()])).rows[0].standing
    expect((await fresh.owner.query('select scopes::text as s from access.reach where actor_id = $1', [council.manager])).rows[0].s).toContain((await fresh.owner.query('select access.line_of($1) as l', [council.worker])).rows[0].l)
    await endSessionsOf.do(administrator, { actorId: council.manager })
    expect(await standing()).toBeNull()
    await stream.until('ended')
    expect(stream.heard()).not.toContain('event: moved')
  })

  it('a joiner sees what their role opens with the next request of a session that was there before', async () => {
    const joiner = await council.actor('Jo Joiner', [])
    const theirs = await session(joiner)
    expect((await page(there, theirs, '/')).status).toBe(403)
    await beginRole.do(administrator, { actorId: joiner, teamId: council.teams.two, role: 'worker', reason })
    expect((await page(there, theirs, '/')).status).toBe(200)
  })

  it('a session ended by an administrator is over on its open page', { timeout: patience }, async () => {
    const theirs = await session(council.manager)
    const stream = await listen(here, theirs)
    await endSessionsOf.do(administrator, { actorId: council.manager })
    await stream.until('ended')
    expect((await page(there, theirs, '/')).status).toBe(303)
  })

  it('listening keeps no session alive and reads nothing, and working on an open page does keep it', async () => {
    const theirs = await session(council.head)
    const stream = await listen(here, theirs)
    const hash = createHash('sha256').update(theirs.cookie.split('=')[1]!).digest()
    const idle = (minutes: number) => fresh.owner.query('update access.session set last_at = now() - make_interval(mins => $2) where token_hash = $1', [hash, minutes])
    await idle(14)
    const touched = await fetch(`${here}/here`, { method: 'POST', headers: { ...theirs, 'sec-fetch-site': 'same-origin' } })
    expect(touched.status).toBe(204)
    await idle(16)
    await stream.until('ended')
    expect((await fetch(`${here}/here`, { method: 'POST', headers: { ...theirs, 'sec-fetch-site': 'same-origin' }, redirect: 'manual' })).status).toBe(401)
  })
})
