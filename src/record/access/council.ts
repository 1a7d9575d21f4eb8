import type { Db } from '../../platform/db/pool.ts'
import { sql } from '../../platform/db/sql.ts'
import { newId } from '../../kernel/ids.ts'

/** What a council sets for itself: its name, what it calls the product, its colour. */
export type CouncilSettings = Readonly<{ name: string; productName: string; theme: string; /** The three digits by which the Department for Education knows it; empty until somebody says them. */ authority: string; /** The postcode districts of its area, with blanks between; empty until somebody says them. */ area: string }>

export const firstSettings: CouncilSettings = { name: 'Your council', productName: 'Kith', theme: '#17494d', authority: '', area: '' }

const isText = (value: unknown): value is string => typeof value === 'string'

/** The settings as they stand. */
export async function councilSettings(db: Db): Promise<CouncilSettings> {
  const rows = await db.rows<{ key: string; value: unknown }>(sql`select key, value from ops.setting where superseded_at is null and key like 'council.%'`)
  const of = (key: keyof CouncilSettings) => {
    const value = rows.find((row) => row.key === `council.${key}`)?.value
    return isText(value) ? value : firstSettings[key]
  }
  return { name: of('name'), productName: of('productName'), theme: of('theme'), authority: of('authority'), area: of('area') }
}

/** One setting as it stands, or undefined. */
export const settingOf = async (db: Db, key: string): Promise<unknown> =>
  (await db.maybe<{ value: unknown }>(sql`select value from ops.setting where superseded_at is null and key = ${key}`))?.value

/** Changes one setting; what stood before is kept. */
export async function changeSetting(db: Db, key: string, value: unknown, by: string | undefined): Promise<void> {
  await db.run(sql`update ops.setting set superseded_at = now() where key = ${key} and superseded_at is null`)
  await db.run(sql`insert into ops.setting (id, key, value, recorded_by) values (${newId()}, ${key}, ${JSON.stringify(value)}::jsonb, ${by ?? null})`)
}

export type SettingChange = Readonly<{ key: string; value: unknown; at: string; by: string | null }>

/** The last changes of settings, newest first. */
export const settingHistory = (db: Db): Promise<SettingChange[]> => db.rows<SettingChange>(sql`
  select s.key, s.value, s.recorded_at as at, a.name as by from ops.setting s left join access.actor a on a.id = s.recorded_by order by s.recorded_at desc limit 30`)
