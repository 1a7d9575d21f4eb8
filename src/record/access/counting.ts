import { createHmac, randomBytes } from 'node:crypto'
import { sketchOf, tell, type Sketch, type Told } from '../../engine/counts/masked.ts'
import type { Asking } from './model.ts'

/** What a page says of a count: exactly, where the reader may see everybody in it; else as the policy masks it. */
export type ToldCount = Readonly<{ exactly: number }> | Told

/** A group that is counted: everybody in it, and those of them whom the reader sees (the same question asked under their own sight). */
export type Counted = Readonly<{ all: readonly string[]; seen: readonly string[] }>

// What a reader was told lives in this server's memory, as sums that say nothing of anybody; with the server's end it is forgotten, and so is the key that made it.
const key = randomBytes(32)
const mostKept = 400
const toldBefore = new Map<string, Sketch[]>()
const isSame = (one: Sketch, other: Sketch): boolean => one.every((value, i) => value === other[i])

const marksOf = (people: readonly string[]): number[][] => people.map((id) => {
  const mark = createHmac('sha256', key).update(id).digest()
  return [0, 4, 8, 12].map((at) => mark.readUInt32LE(at))
})

/**
 * The one way by which a count of people reaches somebody who may not see all of them (access policy, rule 23): rounded to 5, below 6 only that it is few, and nothing at all
 * where it and what the same reader was told before would tell of one to five people together.
 */
export function tellCount({ actor }: Pick<Asking, 'actor'>, { all, seen }: Counted): ToldCount {
  const people = [...new Set(all)]
  const known = new Set(seen)
  if (people.every((id) => known.has(id))) return { exactly: people.length }
  const sketch = sketchOf(marksOf(people))
  const before = toldBefore.get(actor.id) ?? []
  const told = tell(people.length, sketch, before)
  // What was hidden told nothing, so nothing can be worked out from it.
  if (!('hidden' in told) && !before.some((one) => isSame(one, sketch))) toldBefore.set(actor.id, [...before, sketch].slice(-mostKept))
  return told
}

/** In words: `about 40`, `fewer than 6`. */
export const countInWords = (told: ToldCount): string => ('exactly' in told ? String(told.exactly) : 'about' in told ? `about ${told.about}` : 'few' in told ? 'fewer than 6' : 'not shown: it would tell of a few people')
