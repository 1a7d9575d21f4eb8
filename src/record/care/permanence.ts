import { addMonths } from '../../kernel/dates.ts'
import { shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { CareRead } from './queries.ts'
import { careOf, wholeOf } from './queries.ts'
import { adoptionPath, type AdoptionPath } from './reckoning/adoption.ts'
import * as store from './store/care.ts'

export type OnTheWay = Readonly<{ personId: string; path: AdoptionPath }>
const mine = (read: CareRead, id: string): CareRead => ({ periods: read.periods.filter((one) => one.personId === id), placements: read.placements.filter((one) => one.personId === id), statuses: read.statuses.filter((one) => one.personId === id), facts: read.facts.filter((one) => one.personId === id) })

/** Everybody on the way to adoption now, and those adopted in the last three years, as far as the reader may see them. */
export const permanenceList = query('care.permanenceList', shape({}), {
  may: 'record.read',
  run: async (asking): Promise<readonly OnTheWay[]> => {
    const found = await store.towardsAdoption(asking.db, addMonths(asking.today, -36))
    if (found.length === 0) return []
    const whole = await wholeOf(asking, found)
    const read = await careOf(asking, [], whole)
    const rows = [...whole.keys()].flatMap((personId): OnTheWay[] => { const path = adoptionPath(mine(read, personId)); return path && !path.endedOn ? [{ personId, path }] : [] })
    asking.saw(rows.map((row) => row.personId))
    return rows
  },
})
