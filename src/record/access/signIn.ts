import { hash, verify } from '@node-rs/argon2'
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { newId } from '../../kernel/ids.ts'
import { inTransaction, type Db } from '../../platform/db/pool.ts'
import { needsFactor, type FactorKind, type Identity, type Method, type Signer } from './identity/identity.ts'
import { countAttempt, type Source } from './identity/slowDown.ts'
import { newSecret } from './identity/authenticator.ts'
import { appendAudit, credential, endSession, enterAs, enterBy } from './store.ts'
import { beginPending, openSession, passwordHashOf, secondFactorRule, signerOf } from './store/identity.ts'

export type SignedIn = Readonly<{
  /** 64 hexadecimal digits, for the cookie only: the database keeps its hash. */
  token: string
  sessionId: string
  actorId: string
}>
/** The password was right, and a second factor is asked for: to be proved, or chosen now. */
export type Waiting = Readonly<{ pending: string; actorId: string; waitsFor: 'prove' | 'enrol'; kinds: readonly FactorKind[] }>

// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB of memory, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash to keep of a password. */
export const hashPassword = (text: string): Promise<string> => hash(text, cost)

/** The hash of a session's token, in hexadecimal: what `Caller.who.session` takes. */
export const sessionHash = (token: string): string => createHash('sha256').update(token).digest('hex')
const newToken = (): string => randomBytes(32).toString('hex')

// Checked when nobody has the address, so that the answer takes as long as for a wrong password.
let nobody: Promise<string> | undefined
const hashOfNobody = () => (nobody ??= hashPassword(randomBytes(16).toString('hex')))

/** One transaction of this actor. */
export const asActor = <Answer>(pool: pg.Pool, actorId: string, run: (db: Db) => Promise<Answer>): Promise<Answer> =>
  inTransaction(pool, 'begin', async (db) => {
    await enterAs(db, actorId)
    return run(db)
  })

/** Whether this is the password of the account with this address; the same work and the same words for an address that nobody has. */
async function rightPassword(identity: Identity, address: string, password: string): Promise<string | undefined> {
  const known = await inTransaction(identity.pool, 'begin', (db) => credential(db, address))
  const right = await verify(known?.passwordHash ?? (await hashOfNobody()), password).catch(() => false)
  return known && right ? known.actorId : undefined
}

/** Whether this is the password of somebody signed in. */
export async function isPasswordOf(pool: pg.Pool, actorId: string, password: string): Promise<boolean> {
  const known = await inTransaction(pool, 'begin', (db) => passwordHashOf(db, actorId))
  return known !== undefined && verify(known, password).catch(() => false)
}

/**
 * Signs somebody in, or goes on to the second factor. `device`: what the browser calls itself.
 * @returns undefined when the address or the password is wrong, or the account is not active
 * @throws NotAllowed after repeated failures from this place with this address, until a short wait is over
 */
export async function signIn(identity: Identity, typed: Readonly<{ email: string; password: string; device: string | null; from: Source }>): Promise<SignedIn | Waiting | undefined> {
  const address = typed.email.trim().toLowerCase()
  const attempt = await countAttempt(identity, 'password', address, typed.from)
  if (attempt.hold > 0) await pause(attempt.hold)
  const actorId = await rightPassword(identity, address, typed.password)
  if (!actorId) {
    await inTransaction(identity.pool, 'begin', (db) => appendAudit(db, { what: 'signIn', people: [], via: 'page', refused: true }))
    return undefined
  }
  await attempt.right()
  const { signer, rule } = await inTransaction(identity.pool, 'begin', async (db) => ({ signer: await signerOf(db, actorId), rule: await secondFactorRule(db) }))
  if (!signer) return undefined
  if (signer.kinds.length > 0) return waiting(identity, signer, 'prove')
  if (needsFactor(signer, rule)) return waiting(identity, signer, 'enrol')
  return begin(identity, actorId, typed.device, 'password')
}

/** What an authenticator's secret is sealed for, before it belongs to a factor and after. */
export const sealedFor = 'authenticator'

/** Begins the way to a second factor: a new authenticator's secret waits, sealed, to be confirmed by its first code. */
export async function waiting(identity: Identity, signer: Pick<Signer, 'id' | 'kinds'>, waitsFor: Waiting['waitsFor']): Promise<Waiting> {
  const pending = newToken()
  const told = waitsFor === 'enrol' ? { sealed: identity.keys.seal(sealedFor, signer.id, newSecret()).toString('base64') } : {}
  await inTransaction(identity.pool, 'begin', (db) => beginPending(db, sessionHash(pending), signer.id, waitsFor, told))
  return { pending, actorId: signer.id, waitsFor, kinds: signer.kinds }
}

/** Opens the session, audited. */
export async function begin(identity: Pick<Identity, 'pool'>, actorId: string, device: string | null, method: Method, strong = method !== 'password'): Promise<SignedIn> {
  const token = newToken()
  const sessionId = newId()
  await inTransaction(identity.pool, 'begin', async (db) => {
    await openSession(db, { tokenHash: sessionHash(token), sessionId, actorId, device: device?.slice(0, 200) ?? null, method, strong })
    await appendAudit(db, { what: 'signIn', people: [], via: 'page', sessionId, section: undefined, why: method })
  })
  return { token, sessionId, actorId }
}

/** Ends the session of this token, at once. A token that nobody has is passed over. */
export async function signOut(pool: pg.Pool, token: string): Promise<void> {
  await inTransaction(pool, 'begin', async (db) => {
    const actor = await enterBy(db, sessionHash(token))
    await endSession(db, sessionHash(token))
    if (actor) await appendAudit(db, { what: 'signOut', people: [], via: 'page', sessionId: actor.sessionId })
  })
}
