import { addMonths } from '../../kernel/dates.ts'
import { shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import { cardsOf } from '../people/queries.ts'
import type { CareFact } from './model.ts'
import { careOf, wholeOf } from './queries.ts'
import { leavingStatus, type Leaving } from './reckoning/leaving.ts'
import { stretchesOf } from './reckoning/stretches.ts'
import * as store from './store/care.ts'

/** A young person who is owed something after care, with what is known newest. */
export type Leaver = Readonly<{ personId: string; status: Exclude<Leaving, 'none'>; adviser: CareFact | undefined; touch: CareFact | undefined; home: CareFact | undefined; activity: CareFact | undefined; plan: CareFact | undefined }>

/** Everybody from sixteen to twenty-four who was in our care and is owed help, as far as the reader may see them. */
export const careLeavers = query('care.leavers', shape({}), {
  may: 'record.read',
  run: async (asking): Promise<readonly Leaver[]> => {
    const found = await store.grownInCare(asking.db, addMonths(asking.today, -25 * 12), addMonths(asking.today, -16 * 12))
    if (found.length === 0) return []
    const whole = await wholeOf(asking, found)
    const [read, cards] = await Promise.all([careOf(asking, [], whole), cardsOf(asking, [...whole.keys()])])
    const rows = [...whole.keys()].flatMap((personId): Leaver[] => {
      const card = cards.get(personId)
      if (!card?.bornOn || card.diedOn) return []
      const facts = read.facts.filter((one) => one.personId === personId)
      const status = leavingStatus(card.bornOn, stretchesOf({ periods: read.periods.filter((one) => one.personId === personId), statuses: read.statuses.filter((one) => one.personId === personId) }), asking.today)
      if (status === 'none') return []
      const newest = (kind: string, answered?: string) => facts.find((one) => one.kind === kind && (answered === undefined || one.answers[answered] !== undefined))
      return [{
        personId, status, adviser: facts.find((one) => one.kind === 'adviser' && one.to === null), touch: newest('leaverContact'), home: facts.find((one) => one.kind === 'leaverHome' && one.to === null) ?? newest('leaverContact', 'home'),
        activity: newest('leaverContact', 'activity'), plan: newest('pathwayPlan'),
      }]
    })
    asking.saw(rows.map((row) => row.personId))
    return rows
  },
})
