import type { Drawn, TreeHousehold, Union } from './family.ts'
import type { Ordered } from './order.ts'
import { size } from './sizes.ts'

/** People of one household who stand side by side in one row. */
export interface Run { readonly row: number; readonly ids: readonly string[]; /** How far the boundary goes where it reaches over to the rest of the home. */ readonly reach?: Edges }
export type Edges = readonly [left: number, right: number]
/** Runs of one household that lie under one another: drawn as one boundary. */
export interface Home { readonly household: TreeHousehold; readonly runs: readonly Run[] }

/** Who is drawn inside which boundary. Somebody with two homes stands in the first; the list names both. */
export function homeOfEach(households: readonly TreeHousehold[], drawn: ReadonlyMap<string, Drawn>, unions: readonly Union[], ordered: Ordered): Map<string, TreeHousehold> {
  const homeOf = new Map<string, TreeHousehold>()
  for (const household of households) for (const id of household.members) if (drawn.has(id) && !homeOf.has(id)) homeOf.set(id, household)
  for (const union of unions) {
    const home = homeOf.get(union.a)
    if (drawn.get(union.b)?.as === 'point' && home) homeOf.set(union.b, home)
  }
  // The way of a line between two who live together does not part their home.
  for (const row of ordered.rows) {
    row.forEach((cluster, index) => {
      const [id] = cluster.members
      const before = homeOf.get(row[index - 1]?.members.at(-1) ?? '')
      if (cluster.via && id !== undefined && before && before === homeOf.get(row[index + 1]?.members[0] ?? '')) homeOf.set(id, before)
    })
  }
  return homeOf
}

export function runsOf(ordered: Ordered, homeOf: ReadonlyMap<string, TreeHousehold>): { household: TreeHousehold; run: Run }[] {
  return ordered.rows.flatMap((row, index) => {
    const runs: { household: TreeHousehold; ids: string[] }[] = []
    let before: TreeHousehold | undefined
    for (const id of row.flatMap((cluster) => cluster.members)) {
      const household = homeOf.get(id)
      if (household && household === before) runs.at(-1)?.ids.push(id)
      else if (household) runs.push({ household, ids: [id] })
      before = household
    }
    return runs.map(({ household, ids }) => ({ household, run: { row: index, ids } }))
  })
}

const longest = 42

/** The label of a boundary, cut where it would be longer than a line. */
export const pillWords = (household: TreeHousehold): string => { const label = household.label ?? ''; return label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label }
export const pillWidth = (household: TreeHousehold): number => (household.label ? pillWords(household).length * size.smallLetter + 24 : 0)

/** The room that each of a run needs so that the label of the boundary fits over them. */
export function pillRoomOf(ordered: Ordered, homeOf: ReadonlyMap<string, TreeHousehold>): Map<string, number> {
  return new Map(runsOf(ordered, homeOf).flatMap(({ household, run }) => run.ids.map((id) => [id, pillWidth(household) / run.ids.length] as const)))
}

const together = 40

/**
 * Joins the runs of a household in rows that follow one another: where they lie over each other, or where one of them can reach to the
 * other through empty ground (`free`). Nobody of another home ever comes inside.
 */
export function homesOf(ordered: Ordered, homeOf: ReadonlyMap<string, TreeHousehold>, edges: (run: Run) => Edges, free: (run: Run, ground: Edges) => boolean): Home[] {
  const homes: { household: TreeHousehold; runs: Run[] }[] = []
  for (const { household, run } of runsOf(ordered, homeOf)) {
    const above = homes.filter((home) => home.household === household && home.runs.at(-1)?.row === run.row - 1)
    const joined = above.some((home) => {
      const last = home.runs.at(-1)
      if (!last) return false
      const [upper, lower] = reached(edges(last), edges(run))
      const grown = (of: Run, ground: Edges): Run | undefined => (same(edges(of), ground) ? of : free(of, ground) ? { ...of, reach: ground } : undefined)
      const under = grown(run, lower)
      if (under) return home.runs.push(under) > 0
      const over = grown(last, upper)
      if (over) home.runs.splice(-1, 1, over, run)
      return over !== undefined
    })
    if (!joined) homes.push({ household, runs: [run] })
  }
  return homes
}

const same = (one: Edges, other: Edges): boolean => one[0] === other[0] && one[1] === other[1]

/** How far the upper, or the lower instead, must go so that they lie over each other. */
function reached(upper: Edges, lower: Edges): readonly [upper: Edges, lower: Edges] {
  const [left, right] = lower
  if (Math.min(right, upper[1]) - Math.max(left, upper[0]) >= together) return [upper, lower]
  return left < upper[0]
    ? [[Math.min(upper[0], right - together), upper[1]], [left, Math.max(right, upper[0] + together)]]
    : [[upper[0], Math.max(upper[1], left + together)], [Math.min(left, upper[1] - together), right]]
}
