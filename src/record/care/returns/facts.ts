import { addDays, addMonths, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import type { Asking } from '../../access/model.ts'
import { statusesOf } from '../../people/legal/register.ts'
import { careOf, wholeOf, type CareRead } from '../queries.ts'
import * as store from '../store/care.ts'
import type { CareFacts } from './model.ts'
import { dayOr, tablesOf, yearOf, type Child } from './rows.ts'

/**
 * What SSDA903 asks of the year that ends on 31 March of `year`, typed, table by table: of everybody whom the reader may see. A fact that the record does not hold is null,
 * so that a check finds it and no return hides it. `only`: these people, with their parts. `before`: as it was known just before a moment. `places`: `wholePlacements` for a return, which tells hidden postcodes too.
 */
export async function careFacts(asking: Asking, year: number, places = store.placements, only?: ReadonlyMap<string, readonly string[]>, before?: Instant): Promise<CareFacts> {
  const whole = only ?? await everybody(asking, year, before)
  const parts = [...whole.values()].flat()
  const owner = new Map([...whole].flatMap(([id, ids]) => ids.map((part) => [part, id] as const)))
  const of = <Row extends { personId: string }>(rows: readonly Row[]) => Map.groupBy(rows, (row) => owner.get(row.personId) ?? row.personId)
  const [periodsRead, placementsRead, statusesRead, factsRead, people, workers] = await Promise.all([
    store.periods(asking.db, parts, before), places(asking.db, parts, before), statusesOf(asking, parts, before), store.factsForReturn(asking.db, parts, yearOf(year).from, before), store.peopleForReturn(asking.db, [...whole.keys()], parts, before), store.workersOf(asking.db, parts, before),
  ])
  asking.saw([...whole.keys()])
  const [periods, placements, statuses, facts, theirWorkers, known] = [of(periodsRead), of(placementsRead), of(statusesRead.filter((one) => one.kind === 'lookedAfter')), of(factsRead), of(workers), of(people.facts)]
  const cards = new Map(people.cards.map((card) => [card.id, card]))
  return tablesOf(year, [...whole.keys()].map((personId): Child => {
    const mine = known.get(personId) ?? []
    const said = (kind: string) => mine.find((one) => one.kind === kind)?.value ?? null
    const card = cards.get(personId)
    return {
      personId, localId: said('localChildId'), bornOn: dayOr(card?.bornOn), sex: card?.sex ?? 'notStated', ethnicity: said('ethnicity'), upn: said('upn'),
      periods: periods.get(personId) ?? [], placements: placements.get(personId) ?? [], statuses: statuses.get(personId) ?? [], facts: facts.get(personId) ?? [], workers: theirWorkers.get(personId) ?? [],
    }
  }), asking.today)
}

/** The same of any twelve months, as it is: everybody with a day in care from one day to another, and care leavers, with every place, hidden or not. For the role that reads for a return, and no other. */
export async function careRead(asking: Asking, from: PlainDate, to: PlainDate): Promise<CareRead & Readonly<{ people: readonly string[] }>> {
  const [looked, leavers] = await Promise.all([store.inCareBetween(asking.db, from, addDays(to, 1)), store.leftCareBetween(asking.db, addMonths(to, -12 * 12), addDays(to, 1))])
  const whole = await wholeOf(asking, [...looked, ...leavers].map((one) => one.id))
  return { ...(await careOf(asking, [], whole, store.wholePlacements)), people: [...whole.keys()] }
}

async function everybody(asking: Asking, year: number, before?: Instant): Promise<ReadonlyMap<string, readonly string[]>> {
  const span = yearOf(year, asking.today)
  const [looked, leavers] = await Promise.all([store.inCareBetween(asking.db, span.from, span.to, before), store.leftCareBetween(asking.db, `${year - 10}-04-01`, span.to, before)])
  return wholeOf(asking, [...looked, ...leavers].map((one) => one.id))
}

/** The same of everybody and with every place, hidden or not: for the role that reads for a return, and no other. */
export const wholeCareFacts = (asking: Asking, year: number, before?: Instant): Promise<CareFacts> => careFacts(asking, year, store.wholePlacements, undefined, before)
