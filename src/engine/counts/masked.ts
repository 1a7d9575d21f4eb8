/** What somebody is told of a count that goes beyond their own sight (access policy, rule 23): rounded to 5, below 6 only that it is few, or nothing. */
export type Told = Readonly<{ about: number } | { few: true } | { hidden: true }>

const roundedTo = 5
const fewest = 6
/** So many people between two groups would be told apart by two counts. */
export const tooNear = 5

/** One count as it is told. 0 is told as few: that nobody is there tells of somebody, too. */
export const toldOf = (count: number): Exclude<Told, { hidden: true }> => (count < fewest ? { few: true } : { about: Math.round(count / roundedTo) * roundedTo })

/**
 * What is kept of a group that was counted, to know another one that is nearly the same, and says nothing of who is in it: signed sums of keyed marks. The distance of
 * two sketches estimates how many people are in one group and not in the other (the "tug of war" of Alon, Matias and Szegedy, 1996).
 */
export type Sketch = readonly number[]
const sketchSize = 128

/** `marks`: for each person 128 bits that only the council's key makes. */
export function sketchOf(marks: readonly (readonly number[])[]): Sketch {
  const sums = new Array<number>(sketchSize).fill(0)
  for (const bits of marks) for (let i = 0; i < sketchSize; i++) sums[i] = (sums[i] ?? 0) + ((((bits[i >> 5] ?? 0) >>> (i & 31)) & 1) === 1 ? 1 : -1)
  return sums
}
/** About how many people are in one of the two groups and not in the other; exactly none for the same group. Above `enough` it is looked no further. */
export function distanceOf(one: Sketch, other: Sketch, enough = Infinity): number {
  let sum = 0
  for (let i = 0; i < sketchSize && sum <= enough * sketchSize; i++) sum += ((one[i] ?? 0) - (other[i] ?? 0)) ** 2
  return sum / sketchSize
}

/** Above this estimate two groups differ by more than five people, but for about one case in a thousand. */
export const surelyFar = tooNear + 2

/** The least and the most that an answer leaves open. */
export const lowest = (told: Told): number => ('about' in told ? Math.max(told.about - 2, fewest) : 0)
export const highest = (told: Told): number => ('about' in told ? told.about + 2 : 'few' in told ? fewest - 1 : Infinity)
