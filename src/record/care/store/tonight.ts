import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { shortBreaks } from '../reckoning/episodes.ts'
import type { Which } from '../reckoning/tonight.ts'
import { hiddenPlace } from './care.ts'

export type Listed = Readonly<{
  personId: string; where: 'placed' | 'missing' | 'shortBreaks' | 'notSaid'; since: PlainDate | null; status: string | null; missing: Readonly<{ on: PlainDate; how: string | null }> | null
  placement: Readonly<{ kind: string; placeName: string; postcode: string | null; hidden: boolean; from: PlainDate }> | null
}>
type Told = Readonly<{ counts: readonly Readonly<{ where: Listed['where']; kind: string | null; count: number }>[]; rows: readonly Listed[] }>

/** Looks up at once whom the reader sees of those who are in care on a day. */
export async function lookUpTonight(db: Db, on: PlainDate): Promise<void> {
  await db.run(sql`select care.look_up_tonight(${on}::date)`)
}

/** Where everybody in care is on a day, counted, and one page of them, as far as the reader sees them. The same rule as `whereTonight` of reckoning/tonight.ts. */
export const whereOn = async (db: Db, on: PlainDate, which: Which, from: number, most: number): Promise<Told> =>
  (await db.one<{ told: Told | null }>(sql`select care.told_tonight(${on}::date, ${shortBreaks}::text[], ${which.where}, ${which.kinds}::text[], ${which.but}::text[], ${from}::int, ${most}::int, ${hiddenPlace}) as told`)).told ?? { counts: [], rows: [] }
