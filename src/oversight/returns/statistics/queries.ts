import { Type } from '@sinclair/typebox'
import { measureGroups, measureOf, measures } from '../../../../content/returns/statistics/measures.ts'
import { notFound } from '../../../kernel/errors.ts'
import { shape } from '../../../kernel/shape.ts'
import { query } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import { settingOf } from '../../../record/access/council.ts'
import { lookUp } from '../../../record/access/register.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import type { ReturnChild, ReturnKind } from '../model.ts'
import * as returns from '../store.ts'
import { countedLookedAfter } from './lookedAfter.ts'
import { countedInNeed } from './need.ts'
import { shownFor } from './rules.ts'
import * as store from './store.ts'
import type { CountedBy } from './told.ts'

const Year = Type.Integer({ minimum: 2023, maximum: 2100 })
type Told = Readonly<{ made: NonNullable<Awaited<ReturnType<typeof returns.madeById>>>; children: readonly ReturnChild[] }>

async function toldBy(asking: Asking, kind: ReturnKind, year: number): Promise<Told | undefined> {
  const id = await store.tellingReturn(asking.db, kind, year)
  const made = id ? await returns.madeById(asking.db, id) : undefined
  return made && { made, children: await returns.childrenOf(asking, made) }
}
const countsOf = (year: number, cin: Told | undefined, before: Told | undefined, looked: Told | undefined): CountedBy => ({
  ...(cin ? countedInNeed(year, cin.children, before?.children) : {}), ...(looked ? countedLookedAfter(year, looked.children) : {}),
})

/** The year as the department’s statistics publish it, counted from our own returns, beside the authorities most like us and England where those were taken in. */
export const yearAtAGlance = query('returns.year', shape({ year: Year }), {
  may: 'return.make',
  run: async (asking, { year }) => {
    const [cin, before, looked] = [await toldBy(asking, 'cin', year), await toldBy(asking, 'cin', year - 1), await toldBy(asking, 'ssda903', year)]
    const setting = await settingOf(asking.db, 'council.authority')
    const area = typeof setting === 'string' && /^\d{3}$/.test(setting) ? setting : undefined
    const neighbours = area ? (await store.neighboursOf(asking.db, area)).map((one) => one.neighbour) : []
    const published = await store.publishedFor(asking.db, year, ['ENG', ...(area ? [area] : []), ...neighbours])
    const counted = countsOf(year, cin, before, looked)
    return {
      year, years: await store.yearsTold(asking.db), area, compares: neighbours.length > 0, told: { cin: cin?.made, ssda903: looked?.made },
      groups: measureGroups.map((group) => ({ ...group, shown: measures.filter((measure) => measure.group === group.id).flatMap((measure) => { const found = counted[measure.id]; return found ? [shownFor(measure, found, published, area, neighbours)] : [] }) })),
    }
  },
})

/** The children behind one number: by name for those whom the reader may know, by the number of the return for all others. */
export const behindMeasure = query('returns.behind', shape({ year: Year, measure: Type.String({ maxLength: 60 }) }), {
  may: 'return.make',
  run: async (asking, { year, measure: id }) => {
    const measure = measureOf(id)
    const from = measure && measureGroups.find((group) => group.id === measure.group)?.from
    if (!measure || !from) throw notFound('We count no such number.')
    const told = await toldBy(asking, from, year)
    const counted = told && countsOf(year, from === 'cin' ? told : undefined, from === 'cin' ? await toldBy(asking, 'cin', year - 1) : undefined, from === 'ssda903' ? told : undefined)[id]
    const people = [...new Set(counted?.people)]
    asking.saw(people)
    await lookUp(asking.db, people)
    const numbers = new Map(told?.children.map((child) => [child.personId, child.number]))
    return { year, measure, people: people.map((personId) => ({ personId, number: numbers.get(personId) ?? '' })), times: counted?.people.length ?? 0, cards: await cardsOf(asking, people) }
  },
})
