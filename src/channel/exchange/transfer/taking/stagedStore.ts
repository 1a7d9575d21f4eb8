import type { Instant } from '../../../../kernel/dates.ts'
import type { Db } from '../../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../../platform/db/sql.ts'
import type { Staged, StagedState } from './model.ts'

export const cameBefore = async (db: Db, id: string): Promise<StagedState | null> => (await db.one<{ state: StagedState | null }>(sql`select transfers.came_before(${id}) as state`)).state
export async function insert(db: Db, s: Omit<Staged, 'state' | 'refusedBecause' | 'stagedBy'> & Readonly<{ by: string; content: string }>): Promise<void> {
  await db.run(sql`insert into transfers.staged (id, from_code, from_name, signer, made_at, sha256, children, content, staged_at, staged_by)
    values (${s.id}, ${s.fromCode}, ${s.fromName}, ${s.signer}, ${s.madeAt}, ${s.sha256}, ${s.children}, ${s.content}, ${s.stagedAt}, ${s.by})`)
}
const columns = sql`s.id, s.from_code as "fromCode", s.from_name as "fromName", s.signer, s.made_at as "madeAt", s.sha256, s.children, s.state, s.refused_because as "refusedBecause", s.staged_at as "stagedAt", a.name as "stagedBy"`
const read = (db: Db, where: Sql): Promise<(Staged & { content: string | null })[]> => db.rows(sql`select ${columns}, s.content from transfers.staged s join access.actor a on a.id = s.staged_by where ${where} order by s.staged_at desc limit 200`)
export const byId = async (db: Db, id: string): Promise<(Staged & { content: string | null }) | undefined> => (await read(db, sql`s.id = ${id}`))[0]
export const recent = (db: Db): Promise<Staged[]> => db.rows(sql`select ${columns} from transfers.staged s join access.actor a on a.id = s.staged_by order by s.staged_at desc limit 100`)
export const countWaiting = async (db: Db): Promise<number> => (await db.one<{ n: number }>(sql`select count(*)::int as n from transfers.staged where state in ('staged', 'taken')`)).n
export const setState = (db: Db, id: string, from: StagedState, to: StagedState, because: string | null = null): Promise<number> =>
  db.run(sql`update transfers.staged set state = ${to}, refused_because = coalesce(${because}, refused_because), content = case when ${to} in ('accepted', 'refused') then null else content end where id = ${id} and state = ${from}`)

export type Team = Readonly<{ id: string; name: string }>
/** Teams of children's social care. */
export const teams = (db: Db): Promise<Team[]> => db.rows<Team>(sql`select id, name from access.team where active and kind = 'team' and domain = 'children' order by name`)
/** Who works in a team now. */
export const workersOf = (db: Db, teamId: string | null): Promise<Team[]> => db.rows<Team>(sql`select a.id, a.name from access.membership m join access.actor a on a.id = m.actor_id and a.active
  where m.team_id = ${teamId} and m.role = 'worker' and a.kind = 'staff' and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by a.name`)
export type Opening = Readonly<{ id: string; fileName: string; sha256: string; authority: string; children: number; by: string; at: Instant }>
/** The book of an import: what this transaction writes from here on is noted as its own, under one name, so that it can be taken back as one whole. */
export async function writesAsOne(db: Db, o: Opening, lead: string): Promise<void> {
  await db.run(sql`insert into exchange.import as i (id, format, file_name, sha256, authority, year, structure, software, children, started_at, started_by, state)
    values (${o.id}, 'transfer', ${o.fileName}, ${o.sha256}, ${o.authority}, extract(year from ${o.at}::timestamptz)::int, 1, '', ${o.children}, ${o.at}, ${o.by}, 'finished')
    on conflict (id) do update set state = 'finished', started_at = excluded.started_at, started_by = excluded.started_by, settled_at = null, settled_by = null, settled = null where i.state <> 'accepted'`)
  await db.run(sql`select exchange.writes_for(${o.id}, ${lead})`)
}
export const takeBack = (db: Db, id: string): Promise<{ against: string | null }[]> => db.rows(sql`select against from exchange.take_back(${id}, '00000000-0000-0000-0000-000000000000', 100)`)
export const settle = async (db: Db, id: string, state: 'accepted' | 'undone'): Promise<void> => { await db.run(sql`select exchange.settle(${id}, ${state}, null)`) }
