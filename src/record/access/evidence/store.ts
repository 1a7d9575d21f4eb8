import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Deed, Look, Looker, ManyOpened, Period, Reviewed, Unusual, Week } from './model.ts'

/** How a person is named to the privacy officer; undefined when they may know nothing of them. */
export const reviewed = (db: Db, personId: string): Promise<Reviewed | undefined> =>
  db.maybe<Reviewed>(sql`select survivor_id as "personId", marking, name, born_on as "bornOn" from access.for_review(${personId})`)

export const looks = (db: Db, personId: string, by: string | undefined, { since, ends, below }: Period, most: number): Promise<Look[]> => db.rows<Look>(sql`
  select id, at, actor_id as "actorId", actor, job_title as "jobTitle", what, why, opened_because as "openedBecause", way, refused, via, others
  from access.who_looked(${personId}, ${by ?? null}, ${since ?? null}, ${ends ?? null}, ${below ?? null}, ${most}) order by id desc`)

export const lookers = (db: Db, personId: string): Promise<Looker[]> =>
  db.rows<Looker>(sql`select actor_id as "actorId", actor, job_title as "jobTitle", times::int as times, last_at as "lastAt" from access.lookers(${personId})`)

export const deeds = (db: Db, actorId: string, { since, ends, below }: Period, most: number): Promise<Deed[]> => db.rows<Deed>(sql`
  select id, at, what, why, refused, via, shown, others from access.what_did(${actorId}, ${since ?? null}, ${ends ?? null}, ${below ?? null}, ${most})`)

export const foundByName = (db: Db, name: string): Promise<{ personId: string; name: string; bornOn: PlainDate | null }[]> =>
  db.rows(sql`select person_id as "personId", name, born_on as "bornOn" from access.find_for_review(${name})`)

export const weeks = (db: Db): Promise<Week[]> => db.rows<Week>(sql`select week_from as "from", looked_at as "lookedAt", waiting from access.viewing_weeks()`)
export const unusualOf = (db: Db, week: PlainDate): Promise<Unusual[]> => db.rows<Unusual>(sql`
  select id, actor_id as "actorId", actor, job_title as "jobTitle", person_id as "personId", name, marking, kinds, times, first_at as "firstAt", last_at as "lastAt", reviewed_at as "reviewedAt", reviewer, review_note as note
  from access.unusual_of(${week})`)
export const reviewUnusual = async (db: Db, id: string, note: string): Promise<number> => (await db.one<{ reviewed: number }>(sql`select access.review_unusual(${id}, ${note}) as reviewed`)).reviewed

/** Looks through the full weeks that nobody looked through yet. `opening`: the names of requests that show somebody's record. */
export const findUnusual = (db: Db, opening: readonly string[], from: Readonly<{ manyWithinAnHour: number; oftenWithoutWork: number; daysAfterClosing: number }>): Promise<{ weeks: number; lines: number }> =>
  db.one(sql`select weeks, lines from access.find_unusual(${opening}::text[], ${from.manyWithinAnHour}, ${from.oftenWithoutWork}, ${from.daysAfterClosing})`)

/** What the register of processing says of this council. */
export const processing = async (db: Db): Promise<unknown> => (await db.one<{ processing: unknown }>(sql`select access.processing() as processing`)).processing

/** Accounts that open very many records now: found, and to look at. */
export const findMany = async (db: Db, opening: readonly string[]): Promise<number> => (await db.one<{ found: number }>(sql`select access.find_many(${opening}::text[]) as found`)).found
export const manyToReview = (db: Db): Promise<ManyOpened[]> => db.rows<ManyOpened>(sql`
  select id, actor_id as "actorId", actor, job_title as "jobTitle", span, people, measure, found_at as "foundAt", slowed_until as "slowedUntil" from access.many_to_review()`)
export const reviewMany = async (db: Db, id: string, note: string): Promise<number> => (await db.one<{ reviewed: number }>(sql`select access.review_many(${id}, ${note}) as reviewed`)).reviewed
/** Which sessions are slowed down now, as marks that open nothing. */
export const slowedNow = async (db: Db): Promise<string[]> => (await db.rows<{ mark: string }>(sql`select mark from access.slowed_sessions() as mark`)).map((row) => row.mark)
