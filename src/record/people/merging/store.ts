import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Filed } from '../search/model.ts'

/** A record that is now part of another, who merged it, and how much was written on the shared record since. */
export type Part = Readonly<{ partId: string; intoId: string | null; mergedAt: Instant; mergedBy: string | null; reason: string; name: string | null; bornOn: PlainDate | null; writtenSince: number }>

export const mayMerge = async (db: Db, one: string, other: string): Promise<boolean> =>
  (await db.one<{ may: boolean }>(sql`select access.may_merge(${one}, ${other}) as may`)).may

/** @returns the survivor */
export const merge = async (db: Db, part: string, into: string, reason: string): Promise<string> =>
  (await db.one<{ survivor: string }>(sql`select access.merge(${part}, ${into}, ${reason}) as survivor`)).survivor

/** @returns whom it was part of; null when it was part of nobody */
export const unmerge = async (db: Db, part: string): Promise<string | null> =>
  (await db.one<{ survivor: string | null }>(sql`select access.unmerge(${part}) as survivor`)).survivor

export const partsOf = (db: Db, survivor: string): Promise<Part[]> => db.rows<Part>(sql`
  select part_id as "partId", into_id as "intoId", merged_at as "mergedAt", merged_by as "mergedBy", reason, name, born_on as "bornOn", written_since as "writtenSince" from access.parts_of(${survivor})`)

/** What search knows of two people, for those who may merge them; nothing for anybody else. */
export const compared = (db: Db, one: string, other: string): Promise<{ person_id: string; described: Filed }[]> =>
  db.rows<{ person_id: string; described: Filed }>(sql`select person_id, described from people.compare(${one}, ${other})`)
