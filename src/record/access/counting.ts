import { sketchOf, type Told } from '../../engine/counts/masked.ts'
import { tellTogether, type Beyond, type Family } from '../../engine/counts/together.ts'
import type { Asking } from './model.ts'
import { keepTold, toldCounts } from './store/counts.ts'

/** A group that is counted: whom of it the reader sees, and marks of all others, which only the council's key makes and which lead to nobody. */
export type Counted = Readonly<{ question: string; seen: readonly string[]; beyond: readonly string[] }>
/** What a page says of a count: how many the reader sees, exactly, and how many more there are, as the policy masks it. `others` is nothing where nobody is beyond their sight. */
export type ToldCount = Readonly<{ seen: number; others: Told | undefined }>

const bitsOf = (mark: string): number[] => [0, 8, 16, 24].map((at) => Number.parseInt(mark.slice(at, at + 8), 16))

/**
 * The one way by which counts of people reach somebody who may not see all of them (access policy, rule 23): whom they see is counted exactly; how many others there are is
 * rounded to 5, below 6 only that they are few, and nothing at all where it and whatever the same reader was told before would tell of a few people. What was told is kept.
 * Questions that stand in families are asked together. In a request that may write.
 */
export async function tellCounts(asking: Pick<Asking, 'db'>, counted: readonly Counted[], families: readonly Family[]): Promise<ReadonlyMap<string, ToldCount>> {
  const bits = new Map<string, number[]>()
  const known = (mark: string): number[] => { const found = bits.get(mark) ?? bitsOf(mark); bits.set(mark, found); return found }
  const groups = counted.map(({ question, beyond }): Beyond => ({ question, people: new Set(beyond), sketch: sketchOf([...new Set(beyond)].map(known)) }))
  const { told, keep } = tellTogether(groups, families, await toldCounts(asking.db))
  if (keep.length > 0) await keepTold(asking.db, keep)
  return new Map(counted.map(({ question, seen }) => [question, { seen: new Set(seen).size, others: told.get(question) }]))
}

/** How many others, in words: `about 40`, `fewer than 6`. */
export const othersInWords = (others: Told): string => ('about' in others ? `about ${others.about.toLocaleString('en-GB')}` : 'few' in others ? 'fewer than 6' : 'not told')
