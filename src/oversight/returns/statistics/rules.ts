import type { Measure } from '../../../../content/returns/statistics/measures.ts'
import { highest, lowest, type Told } from '../../../engine/counts/masked.ts'
import { othersInWords, type ToldCount } from '../../../record/access/counting.ts'
import type { PublishedRow } from './published.ts'

/** Our own number: whole, for the return's own role and whoever sees everybody in it; else how many the reader sees and how many others there are, as far as may be told. */
export type Ours = Readonly<{ value: number; people: number } | (ToldCount & Readonly<{ others: Told; share?: Share }>)>
/** A share, as far as two masked counts leave it. */
export type Share = Readonly<{ from: number; to: number }>
/** One number of the year, as it is shown: ours, also of the years before; those of the authorities most like us (their median), the region's, England's. */
export type Shown = Readonly<{
  measure: Measure; ours: Ours | undefined; series: readonly Readonly<{ year: number; ours: Ours | undefined }>[]
  neighbours: number | undefined; neighboursCounted: number; region: number | undefined; england: number | undefined; publishedYear: number | undefined; oursPublished: number | undefined
}>

const round = (value: number): number => Math.round(value * 10) / 10
/** A count, or a part of a hundred with one decimal; nothing where there is nobody to be a part of. */
export const valueOf = (measure: Measure, times: number, of: number | undefined): number | undefined => (measure.kind === 'count' ? times : of ? round((times / of) * 100) : undefined)

/** The share that two masked counts leave, in parts of a hundred; nothing where one of them is not told. Made of what is told and nothing else. */
export function shareOf(part: ToldCount, of: ToldCount): Share | undefined {
  const range = ({ seen, others }: ToldCount) => (others ? [seen + lowest(others), seen + highest(others)] as const : [seen, seen] as const)
  const [[least, most], [fewest, all]] = [range(part), range(of)]
  if (most === Infinity || all === Infinity || fewest === 0) return undefined
  return { from: Math.floor((least / all) * 100), to: Math.min(100, Math.ceil((most / fewest) * 100)) }
}

/** The one in the middle. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return low === undefined || high === undefined ? undefined : round((low + high) / 2)
}

/** With what a number is compared: our own area, its region, the authorities most like us. */
export type Around = Readonly<{ area: string | undefined; region: string | undefined; neighbours: readonly string[] }>
/** One number beside what was published. Counts of authorities of other sizes are not compared: only parts of a hundred are. */
export function beside(measure: Measure, published: readonly PublishedRow[], { area, region, neighbours }: Around): Omit<Shown, 'measure' | 'ours' | 'series'> {
  const mine = published.filter((one) => one.measure === measure.id)
  const of = (where: string | undefined) => mine.find((one) => one.area === where)?.value
  const like = measure.kind === 'count' ? [] : mine.filter((one) => neighbours.includes(one.area)).map((one) => one.value)
  const compared = measure.kind !== 'count'
  return { neighbours: median(like), neighboursCounted: like.length, region: compared && region ? of(region) : undefined, england: compared ? of('ENG') : undefined, publishedYear: mine[0]?.year, oursPublished: of(area) }
}

const inWords = ({ kind }: Pick<Measure, 'kind'>, value: number | undefined): string => (value === undefined ? '' : kind === 'percent' ? `${value.toLocaleString('en-GB', { minimumFractionDigits: 1 })}%` : value.toLocaleString('en-GB'))
export const numberInWords = inWords
const people = (many: number) => many.toLocaleString('en-GB')
/** How many in words: `12 and about 40 others`. */
export const countInWords = ({ seen, others }: ToldCount): string =>
  (!others ? people(seen) : 'hidden' in others ? (seen > 0 ? `${people(seen)} and others` : 'not told') : seen > 0 ? `${people(seen)} and ${othersInWords(others)} others` : othersInWords(others))
const shareInWords = ({ from, to }: Share): string => (from === to ? `${from}%` : to - from <= 4 ? `about ${Math.round((from + to) / 2)}%` : `${from}% to ${to}%`)
/** Our own number in words. */
export const oursInWords = (measure: Measure, ours: Ours | undefined): string => {
  if (!ours) return ''
  if ('value' in ours) return inWords(measure, ours.value)
  return measure.kind === 'count' ? countInWords(ours) : ours.share && ours.share.to - ours.share.from <= 50 ? shareInWords(ours.share) : 'not told'
}
/** How many a page leads to: who is seen, or counted whole. */
export const peopleBehind = (ours: Ours | undefined): number => (!ours ? 0 : 'value' in ours ? ours.people : ours.seen)
