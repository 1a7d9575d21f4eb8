import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Role } from '../model.ts'

type Who = Readonly<{ issuer: string; subject: string }>

/** Whose subject this is, when their account is open. */
export const fromOutside = async (db: Db, { issuer, subject }: Who): Promise<string | undefined> => (await db.one<{ id: string | null }>(sql`select access.from_outside(${issuer}, ${subject}) as id`)).id ?? undefined
export const isKnownOutside = async (db: Db, { issuer, subject }: Who): Promise<boolean> => (await db.one<{ known: boolean }>(sql`select access.known_outside(${issuer}, ${subject}) as known`)).known
export const hasAddress = async (db: Db, address: string): Promise<boolean> => (await db.one<{ has: boolean }>(sql`select access.has_address(${address}) as has`)).has
/** The account with this address, when it has no identity at this provider yet. */
export const unlinked = async (db: Db, issuer: string, address: string): Promise<string | undefined> => (await db.one<{ id: string | null }>(sql`select access.unlinked(${issuer}, ${address}) as id`)).id ?? undefined
export async function linkOutside(db: Db, { issuer, subject }: Who, actorId: string): Promise<void> {
  await db.run(sql`select access.link_outside(${issuer}, ${subject}, ${actorId})`)
}
export async function tieOutside(db: Db, { issuer, subject }: Who, actorId: string, reason: string): Promise<void> {
  await db.run(sql`select access.tie_outside(${issuer}, ${subject}, ${actorId}, ${reason})`)
}
export async function joinFromOutside(db: Db, id: string, told: Readonly<{ name: string; email: string; jobTitle: string | null }>): Promise<void> {
  await db.run(sql`select access.join_from_outside(${id}, ${JSON.stringify(told)}::jsonb)`)
}
/** @returns how many roles began or ended */
export const followGroups = async (db: Db, actorId: string, wanted: readonly Readonly<{ role: Role; team: string | null }>[]): Promise<number> =>
  (await db.one<{ changed: number }>(sql`select access.follow_groups(${actorId}, ${JSON.stringify(wanted)}::jsonb) as changed`)).changed
export async function sessionOutside(db: Db, sessionId: string, issuer: string, sid: string | null): Promise<void> {
  await db.run(sql`select access.session_outside(${sessionId}, ${issuer}, ${sid})`)
}
/** At which provider this session began. */
export const outsideOf = async (db: Db, tokenHash: string): Promise<string | undefined> => (await db.one<{ issuer: string | null }>(sql`select access.outside_of(decode(${tokenHash}, 'hex')) as issuer`)).issuer ?? undefined
/** @returns how many sessions ended */
export const endOutside = async (db: Db, issuer: string, which: Readonly<{ sid: string | null; subject: string | null }>): Promise<number> =>
  (await db.one<{ ended: number }>(sql`select access.end_outside(${issuer}, ${which.sid}, ${which.subject}) as ended`)).ended
