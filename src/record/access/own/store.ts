import type pg from 'pg'
import { dbOf, type Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OwnChange } from './model.ts'
import { setStanding, standingVersion } from './now.ts'
import { schoolYearOf, type SchoolYear } from './terms.ts'

const versionOf = async (db: Db): Promise<string> =>
  (await db.one<{ version: string }>(sql`select count(*) || ' ' || coalesce(max(recorded_at)::text, '') as version from ops.setting where key like 'own.%'`)).version

/** Every change that was kept, oldest first. */
export const ownChanges = (db: Db): Promise<OwnChange[]> => db.rows<OwnChange>(sql`
  select s.key, s.value, s.recorded_at as at, a.name as by, s.why from ops.setting s left join access.actor a on a.id = s.recorded_by where s.key like 'own.%' order by s.recorded_at, s.id`)

/** The school years that the council has written, as they stand now: read where they are counted with, so that nobody counts with those of another moment. */
export const schoolYears = async (db: Db): Promise<SchoolYear[]> =>
  (await db.rows<Pick<OwnChange, 'key' | 'value'>>(sql`select s.key, s.value from ops.setting s where s.key like 'own.terms.%' and s.superseded_at is null order by s.key`)).flatMap((one) => schoolYearOf(one) ?? [])

/** Keeps one change; what stood before stays readable. `value` null: as the national pack has it. */
export async function keepOwn(db: Db, by: string, at: string, key: string, value: unknown, why: string): Promise<void> {
  await db.run(sql`update ops.setting set superseded_at = ${at} where key = ${key} and superseded_at is null`)
  await db.run(sql`insert into ops.setting (id, key, value, recorded_at, recorded_by, why) values (${newId()}, ${key}, ${JSON.stringify(value)}::jsonb, ${at}, ${by}, ${why})`)
}

/** Reads what the council has set, when it has changed since it was last read. */
export async function readOwn(db: Db): Promise<void> {
  const version = await versionOf(db)
  if (version !== standingVersion()) setStanding(version, await ownChanges(db))
}

/**
 * Reads at the start, and looks every two seconds whether another server has changed something: one small read that also works behind a pooler of
 * connections, where notices do not arrive. @returns how to stop
 */
export async function watchOwn(pool: pg.Pool): Promise<() => Promise<void>> {
  const db = dbOf({ query: pool.query.bind(pool) })
  await readOwn(db)
  let reading: Promise<void> = Promise.resolve()
  const timer = setInterval(() => { reading = readOwn(db).catch(() => undefined) }, 2_000)
  timer.unref()
  return async () => { clearInterval(timer); await reading }
}
