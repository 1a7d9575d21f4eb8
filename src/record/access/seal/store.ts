import type { Db } from '../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'
import type { Event, Link, Seal } from './model.ts'

type SealRow = Readonly<{ number: number; sealed_at: string; upto: number; awaited: string[]; events: string[]; digests: Buffer; hash: Buffer; signature: Buffer }>
const sealOf = (row: SealRow): Seal => ({ number: row.number, sealedAt: row.sealed_at, upto: row.upto, awaited: row.awaited.map(Number), events: row.events.map(Number), digests: row.digests, hash: row.hash, signature: row.signature })

const inUtc = (column: 'at' | 'sealed_at'): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const event = `select id, ${inUtc('at')} as at, actor_id as actor, session_id as session, what, people, why, refused, via, section from audit.event`
const seal = `select number, ${inUtc('sealed_at')} as sealed_at, upto, awaited::text[] as awaited, events::text[] as events, digests, hash, signature from audit.seal`
const plain = (text: string, values: readonly unknown[] = []): Sql => ({ text, values })

/** Only one server seals at a time; the others have nothing to do. */
export const mayTurn = async (db: Db): Promise<boolean> => (await db.one<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(7205551) as mine`)).mine

/** The end of the chain: what the next link stands on, without the events it seals. */
export const lastSeal = async (db: Db): Promise<Link | undefined> => {
  const row = await db.maybe<Pick<SealRow, 'number' | 'upto' | 'awaited' | 'hash'>>(sql`select number, upto, awaited::text[] as awaited, hash from audit.seal order by number desc limit 1`)
  return row && { ...row, awaited: row.awaited.map(Number) }
}

/** What was appended since, and what arrived late, in the order of ids. Two looks by key: with `or` between them the whole audit was read each second (docs/performance.md). */
export const eventsSince = (db: Db, upto: number, awaited: readonly number[], most: number): Promise<Event[]> =>
  db.rows(plain(`(${event} where id > $1 order by id limit $3) union all ${event} where id <= $1 and id = any ($2::bigint[]) order by id limit $3`, [upto, awaited, most]))

export const eventsOf = (db: Db, ids: readonly number[]): Promise<Event[]> => db.rows(plain(`${event} where id = any ($1::bigint[])`, [ids]))

/** The moment, as the database has it: one clock for all servers. */
export const momentOfSealing = async (db: Db): Promise<string> => (await db.one<{ now: string }>(sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`)).now

export const keepSeal = (db: Db, s: Seal): Promise<number> =>
  db.run(sql`insert into audit.seal (number, sealed_at, upto, awaited, events, digests, hash, signature) values (${s.number}, ${s.sealedAt}, ${s.upto}, ${s.awaited}::bigint[], ${s.events}::bigint[], ${s.digests}, ${s.hash}, ${s.signature})`)

export const sealsFrom = async (db: Db, number: number, most: number): Promise<Seal[]> =>
  (await db.rows<SealRow>(plain(`${seal} where number >= $1 order by number limit $2`, [number, most]))).map(sealOf)

/** Events that stand below the end of the chain and that no link sealed. */
export const unsealedBelow = (db: Db, upto: number): Promise<{ id: number; at: string }[]> =>
  db.rows(plain(`select id, ${inUtc('at')} as at from audit.event e where id <= $1 and not exists (select 1 from (select unnest(events) as id from audit.seal) s where s.id = e.id) order by id`, [upto]))

/** What waits above the end of the chain for longer than so many seconds. */
export const waitingLonger = async (db: Db, upto: number, seconds: number): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from audit.event where id > ${upto} and at < clock_timestamp() - make_interval(secs => ${seconds})`)).n

/** Up to which id everything was sealed an hour ago. */
export const uptoAnHourAgo = async (db: Db): Promise<number> =>
  (await db.maybe<{ upto: number }>(sql`select upto from audit.seal where sealed_at < clock_timestamp() - interval '1 hour' order by number desc limit 1`))?.upto ?? 0
