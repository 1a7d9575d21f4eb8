import { Type } from '@sinclair/typebox'
import { measureGroups, measureOf, measures, type Measure } from '../../../../content/returns/statistics/measures.ts'
import { notFound } from '../../../kernel/errors.ts'
import { shape } from '../../../kernel/shape.ts'
import { query } from '../../../record/access/act.ts'
import { settingOf } from '../../../record/access/council.ts'
import type { Asking } from '../../../record/access/model.ts'
import { may } from '../../../record/access/permissions.ts'
import { lookUp } from '../../../record/access/register.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { maskedYears, type MaskedYears } from './masked.ts'
import { beside, type Around, type Ours, type Shown } from './rules.ts'
import * as store from './store.ts'
import { countedYear, wholeYear } from './whole.ts'

const Year = Type.Integer({ minimum: 2023, maximum: 2100 })
/** So many years stand beside each other. */
const mostYears = 5
/** So many children are listed behind a number: the files of the return hold all of them. */
const mostListed = 500
/** Reads the return itself, with everybody in it. */
const readsWhole = ({ actor }: Pick<Asking, 'actor'>): boolean => may(actor, 'return.make')

/** What a year is counted from: `id` for who may open the return. */
export type CountedFrom = Readonly<{ id?: string; sentAt: string | null; madeAt: string | null }>
type Numbers = Readonly<{ told: Readonly<{ cin: CountedFrom | undefined; ssda903: CountedFrom | undefined }>; years: readonly number[]; whole: boolean; of: (year: number, measure: Measure) => Ours | undefined }>

async function masked(asking: Asking, year: number): Promise<Numbers> {
  const years = await store.countedYears(asking.db)
  const numbers: MaskedYears = await maskedYears(asking, years.filter((one) => one.year <= year && one.year > year - mostYears))
  const from = (kind: 'cin' | 'ssda903') => { const found = years.find((one) => one.kind === kind && one.year === year); return found && { madeAt: found.madeAt, sentAt: found.sent ? found.madeAt : null } }
  return { told: { cin: from('cin'), ssda903: from('ssda903') }, years: [...new Set(years.map((one) => one.year))], whole: false, of: numbers.ours }
}

async function aroundUs(asking: Asking): Promise<Around & Readonly<{ regionName: string | undefined }>> {
  const setting = await settingOf(asking.db, 'council.authority')
  const area = typeof setting === 'string' && /^\d{3}$/.test(setting) ? setting : undefined
  const region = area ? await store.regionOf(asking.db, area) : undefined
  return { area, region: region?.region, regionName: region?.name, neighbours: area ? (await store.neighboursOf(asking.db, area)).map((one) => one.neighbour) : [] }
}

/**
 * The year as the department’s statistics publish it, counted from our own returns, with the years before, beside the authorities most like us, the region and England where
 * those were taken in. The return's own role reads it whole; a manager or head of service whom they see exactly, and of all others as many as may be told.
 */
export const yearAtAGlance = query('returns.year', shape({ year: Year }), {
  may: 'year.read',
  keeps: true,
  run: async (asking, { year }) => {
    const numbers: Numbers = readsWhole(asking) ? await wholeYear(asking, year, mostYears) : await masked(asking, year)
    const around = await aroundUs(asking)
    const published = await store.publishedFor(asking.db, year, ['ENG', ...(around.region ? [around.region] : []), ...(around.area ? [around.area] : []), ...around.neighbours])
    const before = numbers.years.filter((one) => one <= year && one > year - mostYears).toSorted((a, b) => a - b)
    const shownOf = (measure: Measure): Shown[] => {
      const [ours, series] = [numbers.of(year, measure), before.map((one) => ({ year: one, ours: numbers.of(one, measure) }))]
      return ours || (numbers.told[measureGroups.find((group) => group.id === measure.group)?.from ?? 'cin'] !== undefined) ? [{ measure, ours, series, ...beside(measure, published, around) }] : []
    }
    return {
      year, years: numbers.years, area: around.area, regionName: around.regionName, compares: around.neighbours.length > 0, told: numbers.told, whole: numbers.whole, series: before,
      groups: measureGroups.map((group) => ({ ...group, shown: measures.filter((measure) => measure.group === group.id).flatMap(shownOf) })),
    }
  },
})

/** The children behind one number: by name for those whom the reader may know. For the return's own role all others by the number of the return; else how many others there are, as masked as the number. */
export const behindMeasure = query('returns.behind', shape({ year: Year, measure: Type.String({ maxLength: 60 }) }), {
  may: 'year.read',
  keeps: true,
  run: async (asking, { year, measure: id }) => {
    const measure = measureOf(id)
    if (!measure) throw notFound('We count no such number.')
    if (readsWhole(asking)) {
      const counted = await countedYear(asking, year, measure)
      const all = [...new Set(counted.people)]
      const people = all.slice(0, mostListed)
      asking.saw(people)
      await lookUp(asking.db, people)
      return { year, measure, people: people.map((personId) => ({ personId, number: counted.numbers.get(personId) ?? '' })), times: counted.people.length, count: all.length, others: undefined, whole: true, cards: await cardsOf(asking, people) }
    }
    const numbers = await maskedYears(asking, (await store.countedYears(asking.db)).filter((one) => one.year <= year && one.year > year - mostYears))
    const all = numbers.seen(year, id)
    const people = all.slice(0, mostListed)
    asking.saw(people)
    await lookUp(asking.db, people)
    return { year, measure, people: people.map((personId) => ({ personId, number: '' })), times: all.length, count: all.length, others: numbers.told(year, id)?.others, whole: false, cards: await cardsOf(asking, people) }
  },
})
