import { describe, expect, it } from 'vitest'
import { administratorLine } from '../../src/record/access/administratorLine.ts'
import { hashPassword } from '../../src/record/access/signIn.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'

const { house, owner } = await openForHttp()
const council = await usualCouncil(owner)
const password = 'three plain brown mugs'
const emailOf = async (actorId: string): Promise<string> => (await owner.query('update access.actor set password_hash = $2 where id = $1 returning email', [actorId, await hashPassword(password)])).rows[0].email
const tom = await emailOf(council.manager)
const post = (url: string, fields: Record<string, string>, cookie = '') => house.server.inject({ method: 'POST', url, headers: { host: 'kith.example', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', cookie }, payload: new URLSearchParams(fields).toString() })
const cookiesOf = (answer: Awaited<ReturnType<typeof post>>) => [answer.headers['set-cookie'] ?? []].flat()
const audited = async (what: string): Promise<{ actor_id: string | null; refused: boolean; why: string | null }[]> => (await owner.query("set role kith_gate; select actor_id, refused, why from audit.event where what = '" + what + "' order by id; reset role").then((r) => (Array.isArray(r) ? r[1] : r))).rows

describe('Over HTTP, signing in', () => {
  it('sets cookies that no other host, page or script can read or replace', async () => {
    const answer = await post('/sign-in', { email: tom, password, next: '/' })
    expect(answer.statusCode).toBe(303)
    const set = cookiesOf(answer).filter((one) => !one.includes('Expires=Thu, 01 Jan 1970'))
    expect(set.map((one) => one.split('=')[0]).toSorted()).toEqual(['__Host-kith', '__Host-kith-known'])
    for (const one of set) expect(one).toMatch(/; Path=\/; (?:HttpOnly|Secure|SameSite=Lax|; |Max-Age=\d+)+/)
    for (const one of set) for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(one).toContain(part)
    for (const one of set) expect(one).not.toContain('Domain')
    expect(set.join()).not.toContain(encodeURIComponent(tom))
  })

  it('answers the same bytes to a wrong password, to an address nobody has, and to an account that is closed', async () => {
    const closed = await emailOf(council.otherWorker)
    await owner.query('update access.actor set active = false where id = $1', [council.otherWorker])
    const [wrong, nobody, shut] = [await post('/sign-in', { email: tom, password: 'wrong' }), await post('/sign-in', { email: 'nobody@example.org', password: 'wrong' }), await post('/sign-in', { email: closed, password })]
    const bytes = (answer: typeof wrong, email: string) => [answer.statusCode, answer.body.replaceAll(email, ''), cookiesOf(answer)]
    expect(bytes(nobody, 'nobody@example.org')).toEqual(bytes(wrong, tom))
    expect(bytes(shut, closed)).toEqual(bytes(wrong, tom))
  })

  it('goes on to a page of our own only, wherever it is asked to', async () => {
    for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)']) expect((await post('/sign-in', { email: tom, password, next })).headers.location).toBe('/')
  })

  it('ends the session that was open in the browser before', async () => {
    const first = cookiesOf(await post('/sign-in', { email: tom, password })).find((one) => one.startsWith('__Host-kith='))!.split(';')[0]!
    await post('/sign-in', { email: tom, password }, first)
    expect((await house.server.inject({ method: 'GET', url: '/', headers: { cookie: first } })).headers.location).toContain('/sign-in')
  })

  it('is asked for from a page of our own: nobody signs a colleague in from elsewhere', async () => {
    const answer = await house.server.inject({ method: 'POST', url: '/sign-in', headers: { host: 'kith.example', origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ email: tom, password }).toString() })
    expect(answer.statusCode).toBe(403)
  })

  it('and out, and each act of identity, is audited by whoever did it', async () => {
    const session = cookiesOf(await post('/sign-in', { email: tom, password })).find((one) => one.startsWith('__Host-kith='))!.split(';')[0]!
    await owner.query("update access.session set verified_at = now() - interval '1 hour' where actor_id = $1", [council.manager])
    expect((await post('/account/sign-ins', { what: 'password', password: 'another long password' }, session)).statusCode).toBe(403)
    await post('/prove', { 'prove.password': 'wrong', 'prove.to': '/', 'prove.method': 'GET' }, session)
    await post('/prove', { 'prove.password': password, 'prove.to': '/', 'prove.method': 'GET' }, session)
    await post('/account/sign-ins', { what: 'endOthers' }, session)
    await post('/sign-out', {}, session)
    expect((await audited('account.proved')).map((one) => [one.actor_id, one.refused])).toEqual([[council.manager, true], [council.manager, false]])
    for (const what of ['signIn', 'signOut', 'account.endSessions']) expect((await audited(what)).some((one) => one.actor_id === council.manager && !one.refused)).toBe(true)
    const everything = (await owner.query('set role kith_gate; select * from audit.event; reset role').then((r) => (Array.isArray(r) ? r[1] : r))).rows
    expect(JSON.stringify(everything)).not.toContain(password)
    expect(JSON.stringify(everything)).not.toContain(tom)
  })
})

describe('The first administrator of a council of its own', async () => {
  const own = await openForHttp()

  it('must choose a second factor at the first sign-in: nothing else is set, and the council asks for one', async () => {
    const said: string[] = []
    await administratorLine.run({ ownerUrl: own.ownerUrl, dataFolder: '/nonexistent', words: ['frances@council.example', 'Frances', 'First'], print: (line) => said.push(line) })
    const secret = /password (\S+)/.exec(said.join('\n'))?.[1] ?? ''
    const answer = await own.house.server.inject({ method: 'POST', url: '/sign-in', headers: { host: 'kith.example', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ email: 'frances@council.example', password: secret }).toString() })
    expect(answer.headers.location).toContain('/sign-in/enrol')
    expect([answer.headers['set-cookie']].flat().join()).not.toContain('__Host-kith=')
  })
})
