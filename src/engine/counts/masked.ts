/** What somebody is told of a count that goes beyond their own sight (access policy, rule 23): rounded to 5, below 6 only that it is few, or nothing. */
export type Told = Readonly<{ about: number } | { few: true } | { hidden: true }>

const roundedTo = 5
const fewest = 6
/** So many people between two groups would be told apart by two counts. */
const tooNear = 5

/** One count as it is told. 0 is told as few: that nobody is there tells of somebody, too. */
export const toldOf = (count: number): Told => (count < fewest ? { few: true } : { about: Math.round(count / roundedTo) * roundedTo })

/**
 * What is kept of a group that was counted, to know another one that is nearly the same, and says nothing of who is in it: signed sums of keyed marks. The distance of
 * two sketches estimates how many people are in one group and not in the other (the "tug of war" of Alon, Matias and Szegedy, 1996).
 */
export type Sketch = readonly number[]
export const sketchSize = 128

/** `marks`: for each person 128 bits that only the council's key makes. */
export function sketchOf(marks: readonly (readonly number[])[]): Sketch {
  const sums = new Array<number>(sketchSize).fill(0)
  for (const bits of marks) for (let i = 0; i < sketchSize; i++) sums[i] = (sums[i] ?? 0) + ((((bits[i >> 5] ?? 0) >>> (i & 31)) & 1) === 1 ? 1 : -1)
  return sums
}
/** About how many people are in one of the two groups and not in the other; exactly none for the same group. */
export const distanceOf = (one: Sketch, other: Sketch): number => one.reduce((sum, value, i) => sum + (value - (other[i] ?? 0)) ** 2, 0) / sketchSize

/** Above this estimate two groups differ by more than five people, but for one case in many thousands. */
const surelyFar = tooNear * 2

/** What is told of a group, after what the same reader was told of others: nothing, where the two together would tell of one to five people. */
export function tell(count: number, sketch: Sketch, before: readonly Sketch[]): Told {
  const near = before.some((one) => { const apart = distanceOf(sketch, one); return apart > 0 && apart <= surelyFar })
  return near ? { hidden: true } : toldOf(count)
}
