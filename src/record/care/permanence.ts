import { addMonths, type PlainDate } from '../../kernel/dates.ts'
import { shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { Asking } from '../access/model.ts'
import { careOf, wholeOf } from './queries.ts'
import { adoptionPath, type AdoptionPath } from './reckoning/adoption.ts'
import * as store from './store/care.ts'

export type OnTheWay = Readonly<{ personId: string; path: AdoptionPath }>

/** Everybody on the way to adoption now, and those adopted in the last three years, as far as the reader may see them. Whoever shows one of them says so. */
export const onTheWayNow = (asking: Asking): Promise<readonly OnTheWay[]> => onTheWaySince(asking, addMonths(asking.today, -36), store.placements)
/** Everybody on the way to adoption now or adopted since a day, for the role that sees everybody. */
export const wholeOnTheWay = (asking: Asking, since: PlainDate): Promise<readonly OnTheWay[]> => onTheWaySince(asking, since, store.wholePlacements)

async function onTheWaySince(asking: Asking, since: PlainDate, places: typeof store.placements): Promise<readonly OnTheWay[]> {
  const found = await store.towardsAdoption(asking.db, since)
  if (found.length === 0) return []
  const whole = await wholeOf(asking, found)
  const read = await careOf(asking, [], whole, places)
  const of = <Row extends Readonly<{ personId: string }>>(rows: readonly Row[]) => { const byPerson = Map.groupBy(rows, (one) => one.personId); return (id: string): readonly Row[] => byPerson.get(id) ?? [] }
  const [periods, placements, statuses, facts] = [of(read.periods), of(read.placements), of(read.statuses), of(read.facts)]
  return [...whole.keys()].flatMap((personId): OnTheWay[] => {
    const path = adoptionPath({ periods: periods(personId), placements: placements(personId), statuses: statuses(personId), facts: facts(personId) })
    return path && !path.endedOn ? [{ personId, path }] : []
  })
}

/** All of them at once. */
export const permanenceList = query('care.permanenceList', shape({}), {
  may: 'record.read',
  run: async (asking): Promise<readonly OnTheWay[]> => {
    const rows = await onTheWayNow(asking)
    asking.saw(rows.map((row) => row.personId))
    return rows
  },
})
