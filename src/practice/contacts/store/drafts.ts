import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

export type DraftRow = Readonly<{ id: string; typed: Readonly<Record<string, unknown>>; savedAt: Instant; version: number }>

const columns = sql`id, typed, to_char(saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "savedAt", version`

/** Only ever the actor's own: row-level security keeps the others out. */
export const draftById = (db: Db, id: string): Promise<DraftRow | undefined> => db.maybe<DraftRow>(sql`select ${columns} from contacts.draft where id = ${id}`)
export const myDrafts = (db: Db): Promise<DraftRow[]> => db.rows<DraftRow>(sql`select ${columns} from contacts.draft order by saved_at desc limit 10`)

/** Kept, and which version it is now. Undefined: another tab has written since `base`, and this text is not kept under that id. */
export async function saveDraft(db: Db, d: Readonly<{ id: string; actorId: string; typed: unknown; tab: string; base: number; at: Instant }>): Promise<number | undefined> {
  const kept = await db.maybe<{ version: number }>(sql`insert into contacts.draft as d (id, actor_id, typed, started_at, saved_at) values (${d.id}, ${d.actorId}, ${JSON.stringify({ ...Object(d.typed), tab: d.tab })}::jsonb, ${d.at}, ${d.at})
    on conflict (id) do update set typed = excluded.typed, saved_at = excluded.saved_at, version = d.version + 1 where d.version = ${d.base} or d.typed ->> 'tab' = ${d.tab} returning version`)
  return kept?.version
}

export const dropDraft = (db: Db, id: string): Promise<number> => db.run(sql`delete from contacts.draft where id = ${id}`)
