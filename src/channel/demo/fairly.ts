/** Gives one after the other so that at every time each was given as often as its weight says, to within one. */
export function fairly<One>(from: readonly (readonly [One, number])[]): () => One {
  const whole = from.reduce((sum, [, weight]) => sum + weight, 0)
  const given = from.map(() => 0)
  let count = 0
  return () => {
    count += 1
    const owed = from.map(([, weight], n) => (weight / whole) * count - (given[n] ?? 0))
    const most = owed.indexOf(Math.max(...owed))
    given[most] = (given[most] ?? 0) + 1
    const [one] = from[most] ?? []
    if (one === undefined) throw new Error('There is nothing to choose from.')
    return one
  }
}
