import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { usualCouncil } from '../../../test/factories/council.ts'
import { moment } from '../../kernel/dates.ts'
import { clockAt, systemClock } from '../../platform/clock.ts'
import { answer, SignedOut } from './act.ts'
import { waitAfter } from './identity/slowDown.ts'
import { hashPassword, sessionHash, signIn, signOut } from './signIn.ts'
import { signInByPassword, testKeys } from '../../../test/keys.ts'

const { pool, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const password = 'a long walk by the river'
const addressOf = async (actor: string, secret: string): Promise<string> => {
  const { rows } = await owner.query('update access.actor set password_hash = $2 where id = $1 returning email', [actor, await hashPassword(secret)])
  return rows[0].email
}
const priya = await addressOf(council.worker, password)
const whoAsks = (token: string) => answer({ pool, clock: systemClock, who: { session: sessionHash(token) }, via: 'page' }, 'test.who', 'record.read', async ({ actor }) => actor.name)
const mustSignIn = async (address: string, secret = password) => {
  const signedIn = await signInByPassword(pool, systemClock, address, secret, 'test')
  if (!signedIn) throw new Error('not signed in')
  return signedIn
}

describe('Signing in', () => {
  it('opens a session with the right address and password, whatever the case of the address', async () => {
    const { token } = await mustSignIn(`  ${priya.toUpperCase()} `)
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(await whoAsks(token)).toBe('Priya Nair')
  })

  it('keeps passwords as Argon2id', async () => {
    expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('keeps only the hash of the token', async () => {
    const { token, sessionId } = await mustSignIn(priya)
    const { rows } = await owner.query('select encode(token_hash, $2) as hash from access.session where id = $1', [sessionId, 'hex'])
    expect(rows[0].hash).toBe(sessionHash(token))
    expect(rows[0].hash).not.toBe(token)
  })

  it.each([
    ['a wrong password', priya, 'a long walk by the sea'],
    ['an address nobody has', 'nobody@example.org', password],
    ['no password', priya, ''],
  ])('says nothing but no to %s', async (_, address, secret) => {
    expect(await signInByPassword(pool, systemClock, address, secret, 'test')).toBeUndefined()
  })

  it('lets nobody in whose account has no password yet', async () => {
    const { rows } = await owner.query('select email from access.actor where id = $1', [council.head])
    expect(await signInByPassword(pool, systemClock, rows[0].email, '', 'test')).toBeUndefined()
  })

  it('ends an open session at once when the account is made inactive', async () => {
    const sam = await addressOf(council.otherWorker, password)
    const { token } = await mustSignIn(sam)
    await owner.query('update access.actor set active = false where id = $1', [council.otherWorker])
    await expect(whoAsks(token)).rejects.toThrow(SignedOut)
    expect(await signInByPassword(pool, systemClock, sam, password, 'test')).toBeUndefined()
  })

  it('ends a session that was idle for 15 minutes, or is 12 hours old', async () => {
    const idle = await mustSignIn(priya)
    await owner.query("update access.session set last_at = now() - interval '15 minutes 1 second' where id = $1", [idle.sessionId])
    await expect(whoAsks(idle.token)).rejects.toThrow(SignedOut)
    const old = await mustSignIn(priya)
    await owner.query("update access.session set started_at = now() - interval '12 hours 1 second' where id = $1", [old.sessionId])
    await expect(whoAsks(old.token)).rejects.toThrow(SignedOut)
  })

  it('signs out for good', async () => {
    const { token } = await mustSignIn(priya)
    await signOut(pool, token)
    await expect(whoAsks(token)).rejects.toThrow(SignedOut)
  })

  const start = Date.parse('2026-11-18T09:00:00Z')
  const at = (second: number) => clockAt(moment(start + second * 1000))
  const from = (second: number, address: string, email: string, secret: string, known?: string) =>
    signIn({ pool, clock: at(second), keys: testKeys }, { email, password: secret, device: 'test', from: { address, known } })

  it('makes a place wait after five wrong passwords, the right one too, and then lets it in', async () => {
    const tom = await addressOf(council.manager, password)
    for (let i = 0; i < 5; i++) expect(await from(i, '192.0.2.7', tom, 'wrong')).toBeUndefined()
    await expect(from(4.5, '192.0.2.7', tom, password)).rejects.toThrow('Wait 2 seconds')
    expect(await from(8, '192.0.2.7', tom, password)).toBeDefined()
  })

  it('makes an address that nobody has wait just the same', async () => {
    for (let i = 0; i < 5; i++) await from(0, '192.0.2.8', 'ghost@example.org', 'wrong')
    await expect(from(0, '192.0.2.8', 'ghost@example.org', 'wrong')).rejects.toThrow('Wait 2 seconds')
  })

  it('never keeps a colleague out for what somebody else guessed: not from another place, and not from a browser the account is known in', async () => {
    const ffion = await addressOf(council.frontDoorWorker, password)
    for (let i = 0; i < 5; i++) await from(0, '192.0.2.9', ffion, 'wrong')
    await expect(from(0, '192.0.2.9', ffion, password)).rejects.toThrow('Wait')
    expect(await from(0, '192.0.2.10', ffion, password)).toBeDefined()
    expect(await from(0, '192.0.2.9', ffion, password, 'her own browser')).toBeDefined()
  })

  it.each([[0, 0], [4, 0], [5, 2], [6, 4], [9, 32], [10, 60], [500, 60]])('after %i wrong attempts in a row the wait is %i seconds', (count, seconds) => {
    expect(waitAfter(count)).toBe(seconds)
  })

  it('keeps no address and no name with the attempts', async () => {
    const { rows } = await owner.query('select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2 order by 1', ['access', 'attempt'])
    expect(rows.map((row) => row.name)).toEqual(['count', 'last_at', 'mark'])
  })

  it('is audited, a refusal too, without the address', async () => {
    const { sessionId } = await mustSignIn(priya)
    const { rows } = await owner.query("set role kith_gate; select actor_id, session_id, refused from audit.event where what = 'signIn'; reset role").then((r) => (Array.isArray(r) ? r[1] : r))
    expect(rows).toContainEqual({ actor_id: council.worker, session_id: sessionId, refused: false })
    expect(rows).toContainEqual({ actor_id: null, session_id: null, refused: true })
  })
})
