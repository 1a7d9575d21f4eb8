import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { AdoptionPath } from '../../../record/care/reckoning/adoption.ts'
import type { OnTheWay } from '../../../record/care/permanence.ts'

/** In place of what was kept the night before. From the background. */
export const keepWays = (jobs: Db, ways: readonly OnTheWay[]): Promise<number> => jobs.run(sql`select returns.keep_adoption_ways(${JSON.stringify(ways.map(({ personId, path }) => ({ personId, days: path })))}::jsonb)`)
/** The ways as they were counted last, in no order that tells of anybody, without whoever is sealed from the reader. */
export const waysKept = (db: Db): Promise<{ days: AdoptionPath; countedAt: string }[]> => db.rows(sql`select days, counted_at as "countedAt" from returns.adoption_ways()`)
