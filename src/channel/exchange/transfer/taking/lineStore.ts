import type { PlainDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/pool.ts'
import { sql } from '../../../../platform/db/sql.ts'
import type { Asking } from '../../../../record/access/model.ts'
import type { Line, LineOutcome } from './account.ts'

export type KeptLine = Readonly<{ id: string; about: readonly string[]; pieceId: string | null; what: string; on: PlainDate | null; words: string; outcome: LineOutcome; why: string; place: number }>
/** What became of each line, as far as the reader may know whom it is about. */
export const lines = (db: Db, comeId: string): Promise<KeptLine[]> => db.rows<KeptLine>(sql`select id, about, piece_id as "pieceId", what, on_day as "on", words, outcome, why, place from transfers.line where come_id = ${comeId} order by place`)
/** What stands beside the record of some people and in no piece: what another council held of somebody whom we knew. */
export const besideOf = (db: Db, ids: readonly string[]): Promise<(KeptLine & { comeId: string })[]> => db.rows(sql`
  select id, come_id as "comeId", about, piece_id as "pieceId", what, on_day as "on", words, outcome, why, place from transfers.line where piece_id is null and outcome = 'beside' and about && ${ids}::uuid[] order by come_id, place`)

export async function writeLines({ db, now }: Asking, comeId: string, all: readonly Line[], pieceIds: readonly string[]): Promise<void> {
  const rows = all.map((one, place) => ({ id: newId(Date.parse(now)), about: one.about, piece: one.piece === null ? null : pieceIds[one.piece] ?? null, what: one.what, on: one.on, words: one.words, outcome: one.outcome, why: one.why, place }))
  await db.run(sql`insert into transfers.line (id, come_id, about, piece_id, what, on_day, words, outcome, why, place)
    select id, ${comeId}, array(select jsonb_array_elements_text(about)::uuid), piece, what, "on", words, outcome, why, place
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, about jsonb, piece uuid, what text, "on" date, words text, outcome text, why text, place int) order by place`)
}
/** What became later of the lines of some pieces: confirmed by a person, or left beside. */
export const settle = ({ db }: Asking, comeId: string, pieceIds: readonly string[], outcome: LineOutcome, why: string): Promise<number> =>
  pieceIds.length === 0 ? Promise.resolve(0) : db.run(sql`update transfers.line set outcome = ${outcome}, why = ${why} where come_id = ${comeId} and piece_id = any (${pieceIds}::uuid[])`)

export type AccountRow = Readonly<{ place: number; what: string; on: PlainDate | null; outcome: LineOutcome; why: string }>
/** The account for the command line: nobody by name. */
export const account = (db: Db, comeId: string): Promise<AccountRow[]> => db.rows<AccountRow>(sql`select place, what, on_day as "on", outcome, why from transfers.account(${comeId})`)
/** Cases that came whose id begins so. */
export const casesNamed = (db: Db, beginning: string): Promise<{ id: string }[]> => db.rows(sql`select id from exchange.import where id::text like ${`${beginning}%`} and format = 'transfer' limit 2`)
