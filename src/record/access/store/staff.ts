import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Actor, Domain, Role } from '../model.ts'

export type Account = Readonly<{
  id: string
  kind: Actor['kind']
  name: string
  email: string | null
  jobTitle: string | null
  phone: string | null
  qualified: boolean
  registration: string | null
  caseloadLimit: number | null
  /** 1 is full time. */
  hours: number
}>
export type Team = Readonly<{ id: string; name: string; kind: 'directorate' | 'service' | 'team' | 'frontDoor' | 'emergencyDuty' | 'agency'; domain: Domain; parentId: string | null; active: boolean }>
export type Membership = Readonly<{ id: string; actorId: string; teamId: string | null; role: Role; from: Instant; to: Instant | null }>

/** @returns the new version, or undefined when somebody else changed it meanwhile */
export const keepAccount = async (db: Db, account: Omit<Account, 'registration'> & Readonly<{ registration?: string | null | undefined }>, version: number, reason: string | null): Promise<number | undefined> =>
  (await db.one<{ version: number | null }>(sql`select access.keep_actor(${account.id}, ${JSON.stringify(account)}::jsonb, ${version}, ${reason}) as version`)).version ?? undefined

export async function setActive(db: Db, actorId: string, active: boolean, reason: string): Promise<void> {
  await db.run(sql`select access.set_active(${actorId}, ${active}, ${reason})`)
}

/** `hash`: of `hashPassword`. `sessionId`: the one session that goes on. */
export async function setPassword(db: Db, actorId: string, hash: string, sessionId: string | undefined): Promise<void> {
  await db.run(sql`select access.set_password(${actorId}, ${hash}, ${sessionId ?? null})`)
}

/** Words that anybody would try as a password of this account: the council's name, the person's own, and the address. */
export const wordsNear = async (db: Db, actorId: string): Promise<readonly string[]> => (await db.one<{ words: string[] }>(sql`
  select array_remove(array(select value #>> '{}' from ops.setting where key = 'council.name' and superseded_at is null) || (select array[a.name, a.email] from access.actor a where a.id = ${actorId}), null) as words`)).words

/** Whether the one team is the other, or stands anywhere below it. */
export const isBelow = async (db: Db, teamId: string, topId: string): Promise<boolean> => (await db.one<{ below: boolean }>(sql`
  with recursive up (id, parent_id) as (select id, parent_id from access.team where id = ${teamId} union select t.id, t.parent_id from access.team t join up on t.id = up.parent_id)
  select exists (select 1 from up where id = ${topId}) as below`)).below

/** @returns the new version, or undefined when somebody else changed it meanwhile */
export const keepTeam = async (db: Db, team: Team, version: number, reason: string | null): Promise<number | undefined> =>
  (await db.one<{ version: number | null }>(sql`select access.keep_team(${team.id}, ${JSON.stringify(team)}::jsonb, ${version}, ${reason}) as version`)).version ?? undefined

export async function beginMembership(db: Db, m: Membership, reason: string): Promise<void> {
  await db.run(sql`select access.begin_membership(${m.id}, ${m.actorId}, ${m.teamId}, ${m.role}, ${m.from}, ${m.to}, ${reason})`)
}
export async function endMembership(db: Db, id: string, at: Instant, reason: string): Promise<void> {
  await db.run(sql`select access.end_membership(${id}, ${at}, ${reason})`)
}

export const accounts = (db: Db): Promise<(Account & { active: boolean; version: number })[]> => db.rows(sql`
  select id, kind, name, email, job_title as "jobTitle", phone, qualified, registration, caseload_limit as "caseloadLimit", hours::float8 as hours, active, version from access.actor order by active desc, name, id`)
export const teams = (db: Db): Promise<(Team & { version: number })[]> => db.rows(sql`select id, name, kind, domain, parent_id as "parentId", active, version from access.team order by active desc, name, id`)
/** Those that hold now or will. */
export const memberships = (db: Db): Promise<(Membership & { reason: string | null })[]> => db.rows(sql`
  select id, actor_id as "actorId", team_id as "teamId", role, valid_from as "from", valid_to as "to", reason from access.membership where valid_to is null or valid_to > now() order by valid_from, id`)

export type StaffChange = Readonly<{ what: string; told: unknown; reason: string | null; by: string; at: Instant }>
/** What was changed of an account, the newest first. */
export const staffChanges = (db: Db, actorId: string): Promise<StaffChange[]> => db.rows(sql`
  select c.what, c.told, c.reason, a.name as by, c.changed_at as at from access.staff_change c join access.actor a on a.id = c.changed_by where c.actor_id = ${actorId} order by c.changed_at desc limit 100`)

export type Colleague = Readonly<{ id: string; name: string; phone: string | null }>
/** Who manages these teams now. */
export const managersOf = (db: Db, teamIds: readonly string[]): Promise<Colleague[]> => db.rows(sql`
  select distinct a.id, a.name, a.phone from access.membership m join access.actor a on a.id = m.actor_id and a.active
  where m.role = 'manager' and m.team_id = any (${teamIds}::uuid[]) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by a.name`)
/** Who manages the front door now. */
export const frontDoorManagers = (db: Db): Promise<Colleague[]> => db.rows(sql`
  select distinct a.id, a.name, a.phone from access.membership m join access.actor a on a.id = m.actor_id and a.active join access.team t on t.id = m.team_id and t.kind in ('frontDoor', 'emergencyDuty')
  where m.role = 'manager' and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by a.name`)
