import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { settingOf } from '../council.ts'
import { secondFactorKey, secondFactorRules, type FactorKind, type Method, type SecondFactorRule, type Signer } from '../identity/identity.ts'

/** Who is signing in, when their account is open. */
export const signerOf = async (db: Db, actorId: string): Promise<Signer | undefined> =>
  (await db.one<{ signer: Signer | null }>(sql`select access.signs_in(${actorId}) as signer`)).signer ?? undefined

/** What the council asks of everybody. Without a setting: a second factor; a council of invented people (it shows its accounts) only offers one. */
export async function secondFactorRule(db: Db): Promise<SecondFactorRule> {
  const set = await settingOf(db, secondFactorKey)
  const invented = (await settingOf(db, 'demonstration.accounts')) !== undefined
  return secondFactorRules.find((rule) => rule === set) ?? (invented ? 'offered' : 'required')
}

export const passwordHashOf = async (db: Db, actorId: string): Promise<string | undefined> => (await db.one<{ hash: string | null }>(sql`select access.credential_of(${actorId}) as hash`)).hash ?? undefined

export type Pending = Readonly<{ actorId: string; waitsFor: 'enrol' | 'prove'; told: Readonly<Record<string, unknown>>; tries: number }>
export async function beginPending(db: Db, tokenHash: string, actorId: string, waitsFor: Pending['waitsFor'], told: Pending['told']): Promise<void> {
  await db.run(sql`select access.begin_pending(decode(${tokenHash}, 'hex'), ${actorId}, ${waitsFor}, ${JSON.stringify(told)}::jsonb)`)
}
export const pendingOf = (db: Db, tokenHash: string): Promise<Pending | undefined> =>
  db.maybe<Pending>(sql`select actor_id as "actorId", waits_for as "waitsFor", told, tries from access.look_pending(decode(${tokenHash}, 'hex'))`)
export async function tellPending(db: Db, tokenHash: string, told: Pending['told']): Promise<void> {
  await db.run(sql`select access.tell_pending(decode(${tokenHash}, 'hex'), ${JSON.stringify(told)}::jsonb)`)
}
export async function tryPending(db: Db, tokenHash: string): Promise<void> {
  await db.run(sql`select access.try_pending(decode(${tokenHash}, 'hex'))`)
}
/** Whether it was there: only one of two at once gets in by it. */
export const endPending = async (db: Db, tokenHash: string): Promise<boolean> => (await db.one<{ was: boolean }>(sql`select access.end_pending(decode(${tokenHash}, 'hex')) as was`)).was

export type Factor = Readonly<{
  id: string; kind: FactorKind; label: string; sealed: Buffer | null; credential: string | null; publicKey: Buffer | null; transports: readonly string[]; counter: number; madeAt: Instant; usedAt: Instant | null
}>
export const factorsOf = (db: Db, actorId: string): Promise<Factor[]> => db.rows<Factor>(sql`
  select id, kind, label, sealed, credential, public_key as "publicKey", transports, counter, made_at as "madeAt", used_at as "usedAt" from access.factors_of(${actorId})`)
export async function addFactor(db: Db, actorId: string, factor: Readonly<{ id: string; kind: FactorKind; label: string; counter: number; sealed?: Buffer; credential?: string; publicKey?: Uint8Array; transports?: readonly string[] }>): Promise<void> {
  const { id, sealed, publicKey, ...told } = factor
  await db.run(sql`select access.add_factor(${id}, ${actorId}, ${JSON.stringify(told)}::jsonb, ${sealed ?? null}, ${publicKey ? Buffer.from(publicKey) : null})`)
}
/** Whether it was good: a code is taken once. */
export const useFactor = async (db: Db, factorId: string, count: number): Promise<boolean> => (await db.one<{ good: boolean }>(sql`select access.use_factor(${factorId}, ${count}) as good`)).good
export const endFactor = async (db: Db, factorId: string, actorId: string): Promise<number> => (await db.one<{ ended: number }>(sql`select access.end_factor(${factorId}, ${actorId}) as ended`)).ended

export async function keepRecoveryCodes(db: Db, actorId: string, marks: readonly Buffer[]): Promise<void> {
  await db.run(sql`select access.keep_recovery_codes(${actorId}, ${marks}::bytea[])`)
}
export const useRecoveryCode = async (db: Db, actorId: string, mark: Buffer): Promise<boolean> => (await db.one<{ good: boolean }>(sql`select access.use_recovery_code(${actorId}, ${mark}) as good`)).good
export const recoveryCodesLeft = async (db: Db, actorId: string): Promise<number> => (await db.one<{ left: number }>(sql`select access.recovery_codes_left(${actorId}) as left`)).left

/** Begins a session and enters as its actor. `tokenHash`: in hexadecimal. */
export async function openSession(db: Db, s: Readonly<{ tokenHash: string; sessionId: string; actorId: string; device: string | null; method: Method; strong: boolean }>): Promise<void> {
  await db.run(sql`select access.open_session(decode(${s.tokenHash}, 'hex'), ${s.sessionId}, ${s.actorId}, ${s.device}, ${s.method}, ${s.strong})`)
  await db.run(sql`select access.enter(decode(${s.tokenHash}, 'hex'))`)
}
export async function proveSession(db: Db, sessionId: string, method: Method, strong: boolean): Promise<void> {
  await db.run(sql`select access.prove_session(${sessionId}, ${method}, ${strong})`)
}
export const touchSession = async (db: Db, tokenHash: string): Promise<boolean> => (await db.one<{ alive: boolean }>(sql`select access.touch_session(decode(${tokenHash}, 'hex')) as alive`)).alive

export type OpenSession = Readonly<{ id: string; device: string | null; method: Method; strong: boolean; startedAt: Instant; lastAt: Instant }>
export const sessionsOf = (db: Db, actorId: string): Promise<OpenSession[]> => db.rows<OpenSession>(sql`
  select id, device, method, strong, started_at as "startedAt", last_at as "lastAt" from access.sessions_of(${actorId})`)
export const endSessions = async (db: Db, actorId: string, which: Readonly<{ only?: string; keep?: string | undefined }>): Promise<number> =>
  (await db.one<{ ended: number }>(sql`select access.end_sessions(${actorId}, ${which.only ?? null}, ${which.keep ?? null}) as ended`)).ended
/** Whose session this is, or was. */
export const writerOf = (db: Db, tokenHash: string): Promise<{ actorId: string; email: string } | undefined> =>
  db.maybe<{ actorId: string; email: string }>(sql`select actor_id as "actorId", email from access.writer_of(decode(${tokenHash}, 'hex'))`)
/** What each of these sessions is told from; null when it is over. */
export const watched = (db: Db, tokenHashes: readonly string[]): Promise<{ token: string; standing: string | null }[]> =>
  db.rows(sql`select encode(token, 'hex') as token, standing from access.watch(array(select decode(t, 'hex') from unnest(${tokenHashes}::text[]) t))`)
/** Ends what was begun with a password alone, where a second factor is asked for now. `who`: one colleague only. */
export const endWeakSessions = async (db: Db, which: Readonly<{ who?: string; keep?: string | undefined }>): Promise<number> =>
  (await db.one<{ ended: number }>(sql`select access.end_weak_sessions(${which.who ?? null}, ${which.keep ?? null}) as ended`)).ended
