/** How many mutants there are, how many of them were put in, and how many of those were noticed. */
export type Outcome = Readonly<{ of: number; tried: number; noticed: number; unnoticed: readonly string[] }>

/** So many of these, the same ones every time for the same seed. */
export function drawn<One>(all: readonly One[], many: number, from = 20261122): readonly One[] {
  const left = [...all]
  const taken: One[] = []
  let seed = from
  while (left.length > 0 && taken.length < many) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    taken.push(...left.splice(seed % left.length, 1))
  }
  return taken
}
