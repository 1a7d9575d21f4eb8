import { inTransaction, type Db } from '../../../platform/db/pool.ts'
import { appendAudit } from '../store.ts'
import * as store from '../store/identity.ts'
import { recoveryNotices } from '../store/recovery.ts'
import { answer, type Caller } from '../act.ts'
import type { Actor } from '../model.ts'
import { asActor, begin, isPasswordOf, sealedFor, sessionHash, type SignedIn } from '../signIn.ts'
import { newId } from '../../../kernel/ids.ts'
import { stepOf, uriOf, base32 } from './authenticator.ts'
import type { FactorKind, Identity, Method } from './identity.ts'
import { foldRecoveryCode, looksLikeRecoveryCode, newRecoveryCodes } from './recoveryCodes.ts'
import { countAttempt, type Source } from './slowDown.ts'

const markOf = (identity: Identity, actorId: string, code: string): Buffer => identity.keys.mark('recoveryCode', `${actorId} ${foldRecoveryCode(code)}`)

/** With what a typed code was right: an authenticator, or a code for the day the phone is lost. Each is taken once. */
async function rightCode(identity: Identity, db: Db, actorId: string, typed: string): Promise<Method | undefined> {
  if (looksLikeRecoveryCode(typed)) return (await store.useRecoveryCode(db, actorId, markOf(identity, actorId, typed))) ? 'recoveryCode' : undefined
  for (const factor of await store.factorsOf(db, actorId)) {
    if (factor.kind !== 'code' || !factor.sealed) continue
    const step = stepOf(identity.keys.open(sealedFor, actorId, factor.sealed), typed, Date.parse(identity.clock.now()), factor.counter)
    if (step !== undefined && (await store.useFactor(db, factor.id, step))) return 'code'
  }
  return undefined
}

/** Looks at a code of this person, slowly after wrong ones; the audit keeps each that was wrong. */
async function proveByCode(identity: Identity, actorId: string, typed: string, from: Source): Promise<Method | undefined> {
  const attempt = await countAttempt(identity, 'code', actorId, from)
  const method = await asActor(identity.pool, actorId, (db) => rightCode(identity, db, actorId, typed))
  if (method) await attempt.right()
  else await asActor(identity.pool, actorId, (db) => appendAudit(db, { what: 'signIn.secondFactor', people: [], via: 'page', refused: true }))
  return method
}

/** What is between the password and the session, by its token. */
export const pendingBy = (identity: Identity, token: string): Promise<store.Pending | undefined> => inTransaction(identity.pool, 'begin', (db) => store.pendingOf(db, sessionHash(token)))
/** Where somebody goes who has just come in: to a notice about their account first, else where they were going. */
export const firstPage = (identity: Identity, actorId: string, next: string): Promise<string> =>
  asActor(identity.pool, actorId, async (db) => ((await recoveryNotices(db, false)).length > 0 ? '/account/sign-ins' : next))
export const kindsOf = (identity: Identity, actorId: string): Promise<readonly FactorKind[]> => inTransaction(identity.pool, 'begin', async (db) => (await store.signerOf(db, actorId))?.kinds ?? [])

export const emailOf = (identity: Identity, actorId: string): Promise<string> => inTransaction(identity.pool, 'begin', async (db) => (await store.signerOf(db, actorId))?.email ?? actorId)

/** Somebody signed in shows again who they are: by a code where they have one, else by their password. Counted, audited; the session is fresh for 15 minutes. */
export async function proveHere(identity: Identity, caller: Caller, ways: readonly string[], typed: Readonly<{ code: string; password: string }>, from: Source): Promise<boolean> {
  const actor = await answer(caller, 'account.prove', 'account.own', async (asking) => asking.actor)
  const method = ways.includes('password') ? await proveByPassword(identity, actor.id, typed.password, from) : await proveByCode(identity, actor.id, typed.code, from)
  if (!method) return false
  await proved(identity, actor, method)
  return true
}
/** The session of this actor is fresh from now on. */
export async function proved(identity: Pick<Identity, 'pool'>, actor: Pick<Actor, 'id' | 'sessionId'>, method: Method, strong = method !== 'password'): Promise<void> {
  await asActor(identity.pool, actor.id, async (db) => {
    if (actor.sessionId) await store.proveSession(db, actor.sessionId, method, strong)
    await appendAudit(db, { what: 'account.proved', people: [], via: 'page', sessionId: actor.sessionId, why: method })
  })
}
async function proveByPassword(identity: Identity, actorId: string, typed: string, from: Source): Promise<'password' | undefined> {
  const attempt = await countAttempt(identity, 'passwordAgain', actorId, from)
  if (await isPasswordOf(identity.pool, actorId, typed)) {
    await attempt.right()
    return 'password'
  }
  await asActor(identity.pool, actorId, (db) => appendAudit(db, { what: 'account.proved', people: [], via: 'page', refused: true }))
  return undefined
}

/** The second step of signing in. `over`: the way has ended, and the password is asked for again. */
export async function finishByCode(identity: Identity, token: string, typed: string, device: string | null, from: Source): Promise<SignedIn | 'wrong' | 'over'> {
  const pending = await pendingBy(identity, token)
  if (pending?.waitsFor !== 'prove') return 'over'
  await inTransaction(identity.pool, 'begin', (db) => store.tryPending(db, sessionHash(token)))
  const method = await proveByCode(identity, pending.actorId, typed, from)
  if (!method) return 'wrong'
  return finish(identity, token, pending.actorId, device, method)
}

/** The session begins, once. */
export async function finish(identity: Identity, token: string, actorId: string, device: string | null, method: Method): Promise<SignedIn | 'over'> {
  const first = await inTransaction(identity.pool, 'begin', (db) => store.endPending(db, sessionHash(token)))
  return first ? begin(identity, actorId, device, method) : 'over'
}

/** What the page of enrolment shows: the secret for the app, as a picture and as text. */
export async function offered(identity: Identity, token: string, council: string): Promise<{ uri: string; secret: string; actorId: string } | undefined> {
  const pending = await pendingBy(identity, token)
  const sealed = pending?.told['sealed']
  if (!pending || pending.waitsFor !== 'enrol' || typeof sealed !== 'string') return undefined
  const secret = identity.keys.open(sealedFor, pending.actorId, Buffer.from(sealed, 'base64'))
  const signer = await inTransaction(identity.pool, 'begin', (db) => store.signerOf(db, pending.actorId))
  return signer && { uri: uriOf(secret, council, signer.email ?? signer.name), secret: base32(secret), actorId: pending.actorId }
}

/** The first code of a new authenticator was typed: it is theirs from now on. With new recovery codes when there are none yet. `only`: whoever is signed in. */
export async function confirmAuthenticator(identity: Identity, token: string, typed: string, only?: string): Promise<{ actorId: string; codes: readonly string[] } | 'wrong' | 'over'> {
  const pending = await pendingBy(identity, token)
  const sealed = pending?.told['sealed']
  if (!pending || pending.waitsFor !== 'enrol' || typeof sealed !== 'string' || (only !== undefined && only !== pending.actorId)) return 'over'
  const { actorId } = pending
  const secret = Buffer.from(sealed, 'base64')
  const step = stepOf(identity.keys.open(sealedFor, actorId, secret), typed, Date.parse(identity.clock.now()), 0)
  if (step === undefined) {
    await inTransaction(identity.pool, 'begin', (db) => store.tryPending(db, sessionHash(token)))
    return 'wrong'
  }
  return asActor(identity.pool, actorId, async (db) => {
    if (!(await store.endPending(db, sessionHash(token)))) return 'over'
    await store.addFactor(db, actorId, { id: newId(), kind: 'code', label: 'Authenticator app', counter: step, sealed: secret })
    await appendAudit(db, { what: 'account.factorAdded', people: [], via: 'page', why: 'code' })
    return { actorId, codes: (await store.recoveryCodesLeft(db, actorId)) === 0 ? await giveRecoveryCodes(identity, db, actorId) : [] }
  })
}

/** Ten new codes; the ones before are void. Shown once, kept as marks only. */
export async function giveRecoveryCodes(identity: Identity, db: Db, actorId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  await store.keepRecoveryCodes(db, actorId, codes.map((code) => markOf(identity, actorId, code)))
  await appendAudit(db, { what: 'account.recoveryCodes', people: [], via: 'page' })
  return codes
}
