import type { PlainDate } from '../../../../kernel/dates.ts'
import type { Db } from '../../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../../platform/db/sql.ts'
import type { Block } from '../../../../record/outputs/model.ts'
import type { PieceKind } from '../model.ts'
import type { Come } from './model.ts'

const columns = sql`c.id, c.from_code as "fromCode", c.from_name as "fromName", c.made_at as "madeAt", c.notified_on as "notifiedOn", c.team_id as "teamId", t.name as team, c.item_id as "itemId", c.taken_at as "takenAt", k.name as "takenBy",
  c.accepted_at as "acceptedAt", a.name as "acceptedBy", c.accepted_because as "acceptedBecause",
  coalesce((select json_agg(json_build_object('personId', coalesce(part.survivor_id, p.person_id), 'sourceId', p.source_id, 'part', p.part, 'made', p.made) order by p.part desc, p.person_id) from transfers.come_person p left join access.person_part part on part.part_id = p.person_id where p.come_id = c.id), '[]') as people`
const read = (db: Db, where: Sql): Promise<Come[]> => db.rows<Come>(sql`select ${columns} from transfers.come c left join access.team t on t.id = c.team_id left join access.actor k on k.id = c.taken_by left join access.actor a on a.id = c.accepted_by where ${where} order by c.taken_at desc limit 200`)
export const byId = async (db: Db, id: string): Promise<Come | undefined> => (await read(db, sql`c.id = ${id}`))[0]
export const byIds = (db: Db, ids: readonly string[]): Promise<Come[]> => read(db, sql`c.id = any (${ids}::uuid[])`)
export const about = (db: Db, ids: readonly string[]): Promise<Come[]> => read(db, sql`c.id in (select come_id from transfers.come_person where person_id = any (${ids}::uuid[]))`)
export const peopleOf = async (db: Db, id: string): Promise<string[]> => (await db.rows<{ id: string }>(sql`select person_id as id from transfers.come_person where come_id = ${id}`)).map((row) => row.id)

export type PieceRow = Readonly<{ id: string; comeId: string; about: readonly string[]; kind: PieceKind; on: PlainDate | null; title: string; blocks: readonly Block[]; value: unknown }>
const pieceColumns = sql`p.id, p.come_id as "comeId", p.about, p.kind, p.on_day as "on", p.title, p.blocks, p.value`
export const pieces = (db: Db, comeId: string): Promise<PieceRow[]> => db.rows<PieceRow>(sql`select ${pieceColumns} from transfers.piece p where p.come_id = ${comeId} order by p.place`)
export const piecesNamed = (db: Db, ids: readonly string[]): Promise<(PieceRow & { fromName: string })[]> => db.rows(sql`select ${pieceColumns}, c.from_name as "fromName" from transfers.piece p join transfers.come c on c.id = p.come_id where p.id = any (${ids}::uuid[])`)
/** On which plans of another council some people came. */
export const plansCame = (db: Db, ids: readonly string[]): Promise<(PieceRow & { fromName: string; notifiedOn: PlainDate })[]> => db.rows(sql`
  select ${pieceColumns}, c.from_name as "fromName", c.notified_on as "notifiedOn" from transfers.come_person cp join transfers.come c on c.id = cp.come_id join transfers.piece p on p.come_id = c.id and p.kind in ('onPlan', 'order')
  where cp.person_id = any (${ids}::uuid[]) and p.about && ${ids}::uuid[]`)

export type Conference = Readonly<{ personId: string; meetingId: string; on: PlainDate; state: string; outcome: string | null }>
/** Transfer-in conferences about these people since the other council wrote. */
export const conferences = (db: Db, ids: readonly string[], since: string): Promise<Conference[]> => db.rows<Conference>(sql`
  select mp.person_id as "personId", m.id as "meetingId", m.on_day as "on", m.state, d.outcome from meetings.meeting_person mp join meetings.meeting m on m.id = mp.meeting_id left join meetings.decision d on d.meeting_id = m.id and d.person_id = mp.person_id
  where m.kind = 'transferInConference' and m.state <> 'cancelled' and mp.person_id = any (${ids}::uuid[]) and (m.state = 'planned' or m.on_day >= ${since}::date) order by m.on_day desc, m.id desc`)
export const dayOf = async (db: Db, at: string): Promise<PlainDate> => (await db.one<{ on: PlainDate }>(sql`select (${at}::timestamptz at time zone 'Europe/London')::date as "on"`)).on
