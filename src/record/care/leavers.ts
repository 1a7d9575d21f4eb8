import { addMonths } from '../../kernel/dates.ts'
import { shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { Asking } from '../access/model.ts'
import { cardsOf } from '../people/queries.ts'
import type { CareFact } from './model.ts'
import { careOf, wholeOf } from './queries.ts'
import { leavingStatus, type Leaving } from './reckoning/leaving.ts'
import { stretchesOf } from './reckoning/stretches.ts'
import * as store from './store/care.ts'

/** A young person who is owed something after care, with what is known newest. */
export type Leaver = Readonly<{ personId: string; status: Exclude<Leaving, 'none'>; adviser: CareFact | undefined; touch: CareFact | undefined; home: CareFact | undefined; activity: CareFact | undefined; plan: CareFact | undefined }>

/** Everybody from sixteen to twenty-four who was in our care and is owed help, as far as the reader may see them. Whoever shows one of them says so: a list is counted whole and shown page by page. */
export async function leaversNow(asking: Asking): Promise<readonly Leaver[]> {
  const found = await store.grownInCare(asking.db, addMonths(asking.today, -25 * 12), addMonths(asking.today, -16 * 12))
  if (found.length === 0) return []
  const whole = await wholeOf(asking, found)
  const [read, cards] = await Promise.all([careOf(asking, [], whole), cardsOf(asking, [...whole.keys()])])
  const [factsOf, periodsOf, statusesOf] = [Map.groupBy(read.facts, (one) => one.personId), Map.groupBy(read.periods, (one) => one.personId), Map.groupBy(read.statuses, (one) => one.personId)]
  return [...whole.keys()].flatMap((personId): Leaver[] => {
    const card = cards.get(personId)
    if (!card?.bornOn || card.diedOn) return []
    const facts = factsOf.get(personId) ?? []
    const status = leavingStatus(card.bornOn, stretchesOf({ periods: periodsOf.get(personId) ?? [], statuses: statusesOf.get(personId) ?? [] }), asking.today)
    if (status === 'none') return []
    const newest = (kind: string, answered?: string) => facts.find((one) => one.kind === kind && (answered === undefined || one.answers[answered] !== undefined))
    return [{
      personId, status, adviser: facts.find((one) => one.kind === 'adviser' && one.to === null), touch: newest('leaverContact'), home: facts.find((one) => one.kind === 'leaverHome' && one.to === null) ?? newest('leaverContact', 'home'),
      activity: newest('leaverContact', 'activity'), plan: newest('pathwayPlan'),
    }]
  })
}

/** All of them at once. */
export const careLeavers = query('care.leavers', shape({}), {
  may: 'record.read',
  run: async (asking): Promise<readonly Leaver[]> => {
    const rows = await leaversNow(asking)
    asking.saw(rows.map((row) => row.personId))
    return rows
  },
})
