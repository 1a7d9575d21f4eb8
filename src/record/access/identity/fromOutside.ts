import { newId } from '../../../kernel/ids.ts'
import { inTransaction, type Db } from '../../../platform/db/pool.ts'
import { begin, sessionHash, waiting, type SignedIn, type Waiting } from '../signIn.ts'
import { appendAudit, enterAs } from '../store.ts'
import * as outside from '../store/outside.ts'
import { secondFactorRule, signerOf } from '../store/identity.ts'
import { needsFactor, type Identity } from './identity.ts'
import type { Provider, Told } from './provider.ts'

const rolesOf = (provider: Provider, told: Told) => told.groups.flatMap((group) => provider.settings.groups[group] ?? [])

/** Whose account this is: by the subject; the first time by an address the provider vouches for, or as a joiner by their groups. Roles follow the groups. */
export async function accountOf(db: Db, provider: Provider, told: Told): Promise<string | undefined> {
  const follows = Object.keys(provider.settings.groups).length > 0
  const wanted = rolesOf(provider, told)
  const known = await outside.fromOutside(db, told)
  if (!known && (await outside.isKnownOutside(db, told))) return undefined
  const matched = known ?? (provider.settings.matchByEmail && told.email ? await outside.unlinked(db, told.issuer, told.email) : undefined)
  const found = matched ?? (await joiner(db, told, wanted.length > 0))
  if (!found) return undefined
  if (!known) await outside.linkOutside(db, told, found)
  if (follows) await outside.followGroups(db, found, wanted)
  await enterAs(db, found)
  if (!known) await appendAudit(db, { what: 'account.councilSignInLinked', people: [], via: 'page' })
  return found
}

async function joiner(db: Db, told: Told, hasRole: boolean): Promise<string | undefined> {
  if (!hasRole || !told.email || !told.name || (await outside.hasAddress(db, told.email))) return undefined
  const id = newId()
  await outside.joinFromOutside(db, id, { name: told.name.slice(0, 200), email: told.email, jobTitle: told.jobTitle?.slice(0, 200) ?? null })
  return id
}

/** Signs in whoever the provider says it is. Where the council asks for a second factor that the provider did not vouch for, it is asked for here. */
export async function signInFromOutside(identity: Identity, provider: Provider, told: Told, device: string | null): Promise<SignedIn | Waiting | undefined> {
  const { actorId, signer, rule } = await inTransaction(identity.pool, 'begin', async (db) => {
    const found = await accountOf(db, provider, told)
    if (!found) await appendAudit(db, { what: 'signIn', people: [], via: 'page', refused: true, why: 'provider' })
    return { actorId: found, signer: found ? await signerOf(db, found) : undefined, rule: await secondFactorRule(db) }
  })
  if (!actorId || !signer) return undefined
  if (!told.strong && (signer.kinds.length > 0 || needsFactor(signer, rule))) return waiting(identity, signer, signer.kinds.length > 0 ? 'prove' : 'enrol')
  const entered = await begin(identity, actorId, device, 'provider', told.strong)
  await keepOutside(identity, entered.sessionId, told)
  return entered
}

async function keepOutside(identity: Identity, sessionId: string, told: Told): Promise<void> {
  await inTransaction(identity.pool, 'begin', (db) => outside.sessionOutside(db, sessionId, told.issuer, told.sid))
}

/** Whose account this subject is, without any change: to show again who one is. */
export const whoIs = (identity: Identity, told: Told): Promise<string | undefined> => inTransaction(identity.pool, 'begin', (db) => outside.fromOutside(db, told))

/** Whether this session began at a provider, which is told when it ends. */
export const beganOutside = (identity: Pick<Identity, 'pool'>, token: string): Promise<boolean> => inTransaction(identity.pool, 'begin', async (db) => (await outside.outsideOf(db, sessionHash(token))) !== undefined)

/** The provider ended a session there: those here end with it. */
export const endedOutside = (identity: Identity, said: Readonly<{ issuer: string; sid: string | null; subject: string | null }>): Promise<number> =>
  inTransaction(identity.pool, 'begin', async (db) => {
    const ended = await outside.endOutside(db, said.issuer, said)
    await appendAudit(db, { what: 'signOut.byProvider', people: [], via: 'job', why: `${ended} ended` })
    return ended
  })

