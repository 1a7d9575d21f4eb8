import { notAllowed } from '../../../kernel/errors.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Domain } from '../model.ts'
import type { GivenSight, Keeping, KeptChange, Marking, Opening } from '../model/keeping.ts'


/** The gate's refusal as the house says it. @throws NotAllowed with this sentence */
export async function orRefused<Answer>(sentence: string, asked: Promise<Answer>): Promise<Answer> {
  return asked.catch((problem: unknown) => {
    if (typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === '42501') throw notAllowed(sentence)
    throw problem
  })
}

/** Opens a record for reading, for so many hours. @returns until when */
export const breakGlass = async (db: Db, g: Readonly<{ id: string; personId: string; reason: string; hours: number }>): Promise<Instant> =>
  (await db.one<{ until: Instant }>(sql`select access.break_the_glass(${g.id}, ${g.personId}, ${g.reason}, ${g.hours}) as until`)).until

/** How many openings of one's own were ended. */
export const closeGlass = async (db: Db, personId: string): Promise<number> => (await db.one<{ closed: number }>(sql`select access.close_the_glass(${personId}) as closed`)).closed

export const openings = (db: Db): Promise<Opening[]> =>
  db.rows<Opening>(sql`select id, actor, job_title as "jobTitle", reason, marking, started_at as "startedAt", until from access.glass_to_review()`)
export const reviewGlass = async (db: Db, id: string, note: string): Promise<number> => (await db.one<{ reviewed: number }>(sql`select access.review_glass(${id}, ${note}) as reviewed`)).reviewed

export async function mark(db: Db, m: Readonly<{ id: string; personId: string; marking: Marking; named: readonly string[]; reason: string }>): Promise<void> {
  await db.run(sql`select access.mark(${m.id}, ${m.personId}, ${m.marking}, ${m.named}::uuid[], ${m.reason})`)
}

export async function exclude(db: Db, x: Readonly<{ id: string; personId: string; actorId: string; reason: string; until: Instant | null }>): Promise<void> {
  await db.run(sql`select access.exclude(${x.id}, ${x.personId}, ${x.actorId}, ${x.reason}, ${x.until})`)
}
/** @returns whose record it is; null when there was nothing to end */
export const endExclusion = async (db: Db, id: string, why: string): Promise<string | null> => (await db.one<{ ended: string | null }>(sql`select access.end_exclusion(${id}, ${why}) as ended`)).ended

export async function grant(db: Db, g: Readonly<{ id: string; personId: string; actorId: string; domain: Domain; mayWrite: boolean; until: Instant; reason: string }>): Promise<void> {
  await db.run(sql`select access.grant_sight(${g.id}, ${g.personId}, ${g.actorId}, ${g.domain}, ${g.mayWrite}, ${g.until}, ${g.reason})`)
}
/** @returns whose record it is; null when there was nothing to end */
export const endGrant = async (db: Db, id: string, why: string): Promise<string | null> => (await db.one<{ ended: string | null }>(sql`select access.end_grant(${id}, ${why}) as ended`)).ended

/** Names a colleague on the list of a marked record, for good or until a moment. */
export async function nameOnList(db: Db, n: Readonly<{ id: string; personId: string; actorId: string; until: Instant | null; reason: string }>): Promise<void> {
  await db.run(sql`select access.name_on_list(${n.id}, ${n.personId}, ${n.actorId}, ${n.until}, ${n.reason})`)
}
export const takeOffList = async (db: Db, n: Readonly<{ id: string; personId: string; actorId: string; reason: string }>): Promise<number> =>
  (await db.one<{ taken: number }>(sql`select access.take_off_list(${n.id}, ${n.personId}, ${n.actorId}, ${n.reason}) as taken`)).taken

export const keptHistory = (db: Db, personId: string): Promise<KeptChange[]> => db.rows<KeptChange>(sql`select at, by_whom as by, what, whom, domain, until, why from access.kept_history(${personId})`)

export const givenSight = (db: Db, most: number): Promise<GivenSight[]> => db.rows<GivenSight>(sql`
  select kind, id, actor_id as "actorId", actor, domain, may_write as "mayWrite", since, until, by_whom as by, over, ended_by as "endedBy" from access.given_sight(${most})`)

export async function tieOwnRecord(db: Db, actorId: string, personId: string): Promise<void> {
  await db.run(sql`select access.own_record(${actorId}, ${personId})`)
}

export const keepings = (db: Db, personId: string): Promise<Keeping[]> =>
  db.rows<Keeping>(sql`select kind, id, actor_id as "actorId", actor, domain, may_write as "mayWrite", reason, since, until from access.kept(${personId}) order by kind, actor`)

/** Until when the actor reads this record by an opening of their own. `personId`: the survivor. */
export const openUntil = async (db: Db, actorId: string, personId: string): Promise<Instant | undefined> =>
  (await db.maybe<{ until: Instant }>(sql`
    select until from access.person_scope where person_id = ${personId} and scope = ${actorId} and domain = '*' and not may_write and until > now() order by until desc limit 1`))?.until
