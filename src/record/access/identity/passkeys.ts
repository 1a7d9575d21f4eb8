import { Type } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { newId } from '../../../kernel/ids.ts'
import { inTransaction } from '../../../platform/db/pool.ts'
import { asActor, sessionHash } from '../signIn.ts'
import { appendAudit } from '../store.ts'
import * as store from '../store/identity.ts'
import type { Identity } from './identity.ts'
import { pendingBy } from './proving.ts'

/** For whom a passkey is: the host name and the whole address that the browser shows. */
export type Site = Readonly<{ id: string; origin: string; name: string }>

// EdDSA, ES256 and RS256: every authenticator has one of them.
const algorithms = [-8, -7, -257]
const Text = Type.String({ maxLength: 20_000 })
const isNew = TypeCompiler.Compile(Type.Object({ id: Text, rawId: Text, type: Type.Literal('public-key'), clientExtensionResults: Type.Object({}), response: Type.Object({ clientDataJSON: Text, attestationObject: Text, transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })) }) }))
const isSigned = TypeCompiler.Compile(Type.Object({ id: Text, rawId: Text, type: Type.Literal('public-key'), clientExtensionResults: Type.Object({}), response: Type.Object({ clientDataJSON: Text, authenticatorData: Text, signature: Text }) }))
const challengeIn = (told: store.Pending['told']): string => (typeof told['challenge'] === 'string' ? told['challenge'] : '')

/** What the browser is to do to make a passkey; the challenge waits with what is between password and session. */
export async function optionsToAdd(identity: Identity, token: string, site: Site) {
  const pending = await pendingBy(identity, token)
  if (pending?.waitsFor !== 'enrol') return undefined
  return inTransaction(identity.pool, 'begin', async (db) => {
    const [signer, factors] = [await store.signerOf(db, pending.actorId), await store.factorsOf(db, pending.actorId)]
    const options = await generateRegistrationOptions({
      rpName: site.name, rpID: site.id, userName: signer?.email ?? 'account', userDisplayName: signer?.name ?? '', attestationType: 'none', supportedAlgorithmIDs: algorithms,
      excludeCredentials: factors.flatMap((one) => (one.credential ? [{ id: one.credential, transports: [...one.transports] }] : [])),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    })
    await store.tellPending(db, sessionHash(token), { challenge: options.challenge })
    return options
  })
}

/** A passkey was made: it is theirs from now on. `only`: whoever is signed in. @returns whose it is, and whether they still need recovery codes */
export async function addPasskey(identity: Identity, token: string, made: unknown, site: Site, only?: string): Promise<{ actorId: string; needsCodes: boolean } | undefined> {
  const pending = await pendingBy(identity, token)
  if (pending?.waitsFor !== 'enrol' || (only !== undefined && only !== pending.actorId) || !isNew.Check(made) || !challengeIn(pending.told)) return undefined
  const { actorId } = pending
  const found = await verifyRegistrationResponse({ response: made, expectedChallenge: challengeIn(pending.told), expectedOrigin: site.origin, expectedRPID: site.id, requireUserVerification: false, supportedAlgorithmIDs: algorithms }).catch(() => undefined)
  if (!found?.verified) return undefined
  const { credential } = found.registrationInfo
  return asActor(identity.pool, actorId, async (db) => {
    if (!(await store.endPending(db, sessionHash(token)))) return undefined
    await store.addFactor(db, actorId, { id: newId(), kind: 'passkey', label: 'Passkey', counter: credential.counter, credential: credential.id, publicKey: credential.publicKey, transports: credential.transports ?? [] })
    await appendAudit(db, { what: 'account.factorAdded', people: [], via: 'page', why: 'passkey' })
    return { actorId, needsCodes: (await store.recoveryCodesLeft(db, actorId)) === 0 }
  })
}

/** What the browser is to sign to show who somebody is. */
export async function optionsToProve(identity: Identity, token: string, site: Site) {
  const pending = await pendingBy(identity, token)
  if (pending?.waitsFor !== 'prove') return undefined
  return inTransaction(identity.pool, 'begin', async (db) => {
    const factors = await store.factorsOf(db, pending.actorId)
    const options = await generateAuthenticationOptions({ rpID: site.id, userVerification: 'preferred', allowCredentials: factors.flatMap((one) => (one.credential ? [{ id: one.credential, transports: [...one.transports] }] : [])) })
    await store.tellPending(db, sessionHash(token), { challenge: options.challenge })
    return options
  })
}

/** Whether this was signed by a passkey of theirs, over the challenge that waits. @returns who it is */
export async function provePasskey(identity: Identity, token: string, signed: unknown, site: Site): Promise<string | undefined> {
  const pending = await pendingBy(identity, token)
  if (pending?.waitsFor !== 'prove' || !isSigned.Check(signed) || !challengeIn(pending.told)) return undefined
  const { actorId } = pending
  await inTransaction(identity.pool, 'begin', async (db) => {
    await store.tryPending(db, sessionHash(token))
    // A challenge is signed once, right or wrong.
    await store.tellPending(db, sessionHash(token), { challenge: '' })
  })
  const factor = (await inTransaction(identity.pool, 'begin', (db) => store.factorsOf(db, actorId))).find((one) => one.kind === 'passkey' && one.credential === signed.id)
  const found = factor?.publicKey && await verifyAuthenticationResponse({
    response: signed, expectedChallenge: challengeIn(pending.told), expectedOrigin: site.origin, expectedRPID: site.id, requireUserVerification: false,
    credential: { id: signed.id, publicKey: new Uint8Array(factor.publicKey), counter: factor.counter, transports: [...factor.transports] },
  }).catch(() => undefined)
  const good = factor && found && found.verified && (await inTransaction(identity.pool, 'begin', (db) => store.useFactor(db, factor.id, found.authenticationInfo.newCounter)))
  if (good) return actorId
  await asActor(identity.pool, actorId, (db) => appendAudit(db, { what: 'signIn.secondFactor', people: [], via: 'page', refused: true, why: 'passkey' }))
  return undefined
}
