import { hash, verify } from '@node-rs/argon2'
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { notAllowed } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Clock } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/pool.ts'
import { appendAudit, credential, endSession, startSession } from './store.ts'

export type SignedIn = Readonly<{
  /** 64 hexadecimal digits, for the cookie only: the database keeps its hash. */
  token: string
  sessionId: string
}>

// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB of memory, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash to keep of a password. */
export const hashPassword = (text: string): Promise<string> => hash(text, cost)

/** The hash of a session's token, in hexadecimal: what `Caller.who.session` takes. */
export const sessionHash = (token: string): string => createHash('sha256').update(token).digest('hex')

// Checked when nobody has the address, so that the answer takes as long as for a wrong password.
let nobody: Promise<string> | undefined
const hashOfNobody = () => (nobody ??= hashPassword(randomBytes(16).toString('hex')))

const triesAtOnce = 5
const longestWaitMs = 60_000
type Tries = { count: number; lastMs: number }
const tries = new Map<string, Tries>()
const waitMs = (count: number) => (count < triesAtOnce ? 0 : Math.min(2 ** (count - triesAtOnce) * 2_000, longestWaitMs))

/** Counts the attempt before the password is looked at, so that many at once gain nothing. @throws NotAllowed while the address must wait */
function countTry(address: string, nowMs: number): void {
  const before = tries.get(address)
  if (before && nowMs < before.lastMs + waitMs(before.count)) {
    throw notAllowed('There were several attempts with a wrong password. Wait one minute, then sign in again.')
  }
  const fresh = !before || nowMs > before.lastMs + 15 * 60_000
  tries.delete(address)
  tries.set(address, { count: fresh ? 1 : before.count + 1, lastMs: nowMs })
  const oldest = tries.size > 10_000 ? tries.keys().next().value : undefined
  if (oldest !== undefined) tries.delete(oldest)
}

/**
 * Signs somebody in. `device`: what the browser calls itself.
 * @returns undefined when the address or the password is wrong, or the account is not active
 * @throws NotAllowed after repeated failures with this address, until a short wait is over
 */
export async function signIn(pool: pg.Pool, clock: Clock, email: string, password: string, device: string | null): Promise<SignedIn | undefined> {
  const address = email.trim().toLowerCase()
  countTry(address, Date.parse(clock.now()))
  const known = await inTransaction(pool, 'begin', (db) => credential(db, address))
  const right = await verify(known?.passwordHash ?? (await hashOfNobody()), password).catch(() => false)
  if (!known || !right) {
    await inTransaction(pool, 'begin', (db) => appendAudit(db, { what: 'signIn', people: [], via: 'page', refused: true }))
    return undefined
  }
  tries.delete(address)
  const token = randomBytes(32).toString('hex')
  const sessionId = newId()
  await inTransaction(pool, 'begin', async (db) => {
    await startSession(db, { tokenHash: sessionHash(token), sessionId, actorId: known.actorId, device: device?.slice(0, 200) ?? null })
    await appendAudit(db, { what: 'signIn', people: [], via: 'page', sessionId })
  })
  return { token, sessionId }
}

/** Ends the session of this token, at once. A token that nobody has is passed over. */
export async function signOut(pool: pg.Pool, token: string): Promise<void> {
  await inTransaction(pool, 'begin', async (db) => {
    await endSession(db, sessionHash(token))
  })
}
