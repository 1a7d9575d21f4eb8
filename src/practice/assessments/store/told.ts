import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

export type ToldDecision = Readonly<{ assessmentId: string; decision: string; comment: string | null }>
export const decisions = (db: Db, ids: readonly string[]): Promise<ToldDecision[]> => db.rows<ToldDecision>(sql`
  select assessment_id as "assessmentId", decision, comment from assessments.decision where assessment_id = any (${ids}::uuid[]) and undone_at is null order by decided_at desc`)

export type ToldVoice = Readonly<{ sourceId: string; personId: string; words: string; saidTo: string; given: string | null; sex: string | null }>
export const voices = (db: Db, ids: readonly string[]): Promise<ToldVoice[]> => db.rows<ToldVoice>(sql`
  select v.source_id as "sourceId", v.person_id as "personId", v.words, v.said_to as "saidTo", c.given, c.sex from people.voice v left join people.card c on c.person_id = v.person_id
  where v.source_kind = 'assessment' and v.source_id = any (${ids}::uuid[]) and v.superseded_at is null`)

export type ToldLetter = Readonly<{ id: string; to: string | null }>
/** Letters that went out, with the name of whoever got them, where the reader may find them. */
export const letters = (db: Db, ids: readonly string[]): Promise<ToldLetter[]> => db.rows<ToldLetter>(sql`
  select l.id, c.name as to from assessments.letter l left join people.card c on c.person_id = l.recipient_id where l.id = any (${ids}::uuid[])`)

export type ToldWork = Readonly<{ id: string; kind: string; outcome: string | null; reason: string | null }>
export const followed = (db: Db, ids: readonly string[]): Promise<ToldWork[]> => db.rows<ToldWork>(sql`select id, kind, outcome, reason from work.item where id = any (${ids}::uuid[])`)

export type ToldHandOver = Readonly<{ itemId: string; at: number; from: string | null; to: string | null; reason: string | null; left: string | null }>
/** Each time a piece of work went from one worker to another: from whom, to whom, why and with what left. `at` in milliseconds. */
export const handedOver = (db: Db, items: readonly string[]): Promise<ToldHandOver[]> => db.rows<ToldHandOver>(sql`
  select x."itemId", x.at, x."from", x."to", x.reason, x.left from (
    select a.item_id as "itemId", round(extract(epoch from a.recorded_at) * 1000)::float8 as at, lag(w.name) over (partition by a.item_id order by a.recorded_at, a.id) as "from", w.name as "to", a.reason, a.left_to_do as left
    from work.allocation a left join access.actor w on w.id = a.worker_id where a.item_id = any (${items}::uuid[])) x`)
