import type { Measure } from '../../../../content/returns/statistics/measures.ts'
import type { PublishedRow } from './published.ts'
import type { Counted } from './told.ts'

/** One number of the year, as it is shown: ours, those of the authorities most like us (their median), England's. */
export type Shown = Readonly<{ measure: Measure; ours: number | undefined; people: number; of: number | undefined; neighbours: number | undefined; neighboursCounted: number; england: number | undefined; publishedYear: number | undefined; oursPublished: number | undefined }>

const round = (value: number): number => Math.round(value * 10) / 10
/** A count, or a part of a hundred with one decimal; nothing where there is nobody to be a part of. */
export const valueOf = (measure: Measure, counted: Counted): number | undefined =>
  measure.kind === 'count' ? counted.people.length : counted.of && counted.of.length > 0 ? round((counted.people.length / counted.of.length) * 100) : undefined

/** The one in the middle. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return low === undefined || high === undefined ? undefined : round((low + high) / 2)
}

/** One number beside what was published. Counts of authorities of other sizes are not compared: only parts of a hundred are. */
export function shownFor(measure: Measure, counted: Counted, published: readonly PublishedRow[], area: string | undefined, neighbours: readonly string[]): Shown {
  const mine = published.filter((one) => one.measure === measure.id)
  const like = measure.kind === 'count' ? [] : mine.filter((one) => neighbours.includes(one.area)).map((one) => one.value)
  return {
    measure, ours: valueOf(measure, counted), people: new Set(counted.people).size, of: counted.of?.length,
    neighbours: median(like), neighboursCounted: like.length, england: measure.kind === 'count' ? undefined : mine.find((one) => one.area === 'ENG')?.value,
    publishedYear: mine[0]?.year, oursPublished: mine.find((one) => one.area === area)?.value,
  }
}
