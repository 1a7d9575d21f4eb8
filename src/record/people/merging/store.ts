import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { DescribedName } from '../matching/described.ts'
import type { Probes } from '../matching/keys.ts'
import type { Reason } from '../matching/score.ts'
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

export const toCompare = (db: Db, most: number): Promise<{ person_id: string; described: Filed }[]> =>
  db.rows<{ person_id: string; described: Filed }>(sql`select person_id, described from people.to_compare(${most})`)

export type Alike = Readonly<{ person_id: string; names: readonly DescribedName[]; born_on: PlainDate | null; born_about: string | null; matched: readonly number[] }>

export const alike = (db: Db, who: string, probes: Probes): Promise<Alike[]> =>
  db.rows<Alike>(sql`select person_id, names, born_on, born_about, matched from people.alike(${who}, ${[...probes.exact]}::int[], ${[...probes.named]}::int[], ${[...probes.asked.keys()]}::int[])`)

export async function keepAlike(db: Db, who: string, pairs: readonly Readonly<{ other: string; score: number; reasons: readonly Readonly<{ kind: string; words: string; bits: number }>[] }>[]): Promise<void> {
  await db.run(sql`select people.keep_alike(${who}, ${JSON.stringify(pairs)}::jsonb)`)
}

export type Pair = Readonly<{ personId: string; otherId: string; score: number; reasons: readonly Reason[] }>

/** Pairs that may be one person, the likeliest first; of one person, or of all. Only for those who may merge both. */
export const duplicates = (db: Db, ofWhom: string | null, most: number): Promise<Pair[]> =>
  db.rows<Pair>(sql`select person_id as "personId", other_id as "otherId", score, reasons from people.duplicates(${ofWhom}, ${most})`)

/** @returns whether the actor may say so */
export const sayTwoPeople = async (db: Db, one: string, other: string, why: string): Promise<boolean> =>
  (await db.one<{ said: boolean }>(sql`select people.say_two_people(${one}, ${other}, ${why}) as said`)).said

/** Something written on the shared record since the merge. `words` of a fact is its kind. */
export type Written = Readonly<{ id: string; kind: 'name' | 'address' | 'number' | 'fact' | 'legalStatus' | 'note'; words: string; recordedAt: Instant }>

export const writtenSince = (db: Db, part: string): Promise<Written[]> => db.rows<Written>(sql`select id, kind, words, recorded_at as "recordedAt" from people.written_since(${part})`)

/** @returns how many rows are the part's from now on */
export const giveToPart = async (db: Db, part: string, rows: readonly string[]): Promise<number> =>
  (await db.one<{ given: number }>(sql`select people.give_to_part(${part}, ${rows}::uuid[]) as given`)).given

/** Whether somebody waits to be filed for search, or to be compared with the others. */
export const filingWaits = async (db: Db): Promise<boolean> => (await db.one<{ waits: boolean }>(sql`select people.filing_waits() as waits`)).waits
export const comparingWaits = async (db: Db): Promise<boolean> => (await db.one<{ waiting: number }>(sql`select people.comparing_waits() as waiting`)).waiting > 0
