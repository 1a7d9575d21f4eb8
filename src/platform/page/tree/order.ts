import { before, type Drawn, type Union } from './family.ts'
import type { Generations } from './generations.ts'

/** People who stand together in one row because couples tie them, left to right; or the way of a line through a row (`via`). */
export interface Cluster { readonly row: number; readonly members: readonly string[]; readonly via?: boolean }

export interface Ordered {
  readonly rows: readonly (readonly Cluster[])[]
  /** For each union the ids of the ways its line takes through rows that lie between. */
  readonly viasOf: ReadonlyMap<Union, readonly { readonly id: string; readonly row: number }[]>
}

/** A row for each generation with everybody in it from left to right: first partners left of later ones, children oldest left and under their own parents. */
export function orderOf({ drawn, rowOf, unions }: Generations): Ordered {
  const rowFor = (id: string) => rowOf.get(id) ?? 0
  const unionsWith = (id: string) => unions.filter((union) => union.a === id || union.b === id)
  const partnersOf = (id: string) => [...new Set(unionsWith(id).toSorted(byTime).map((union) => (union.a === id ? union.b : union.a)))]
  const parentUnionsOf = (id: string) => unions.filter((union) => union.children.some((child) => child.id === id))

  const clusters: Cluster[] = []
  const clusterOf = new Map<string, Cluster>()
  for (const id of drawn.keys()) {
    if (clusterOf.has(id)) continue
    const together = tiedTo(id, partnersOf)
    const cluster = { row: rowFor(id), members: lineUp(together, partnersOf, drawn) }
    clusters.push(cluster)
    for (const member of cluster.members) clusterOf.set(member, cluster)
  }

  const rows: Cluster[][] = Array.from({ length: Math.max(0, ...clusters.map((cluster) => cluster.row)) + 1 }, () => [])
  const viasOf = new Map<Union, { id: string; row: number }[]>()
  const seen = new Set<Cluster>()
  const visit = (cluster: Cluster): void => {
    if (seen.has(cluster)) return
    seen.add(cluster)
    rows[cluster.row]?.push(cluster)
    const place = (id: string) => cluster.members.indexOf(id)
    const own = unions.filter((union) => place(union.a) >= 0).toSorted((one, other) => place(one.a) + place(one.b) - place(other.a) - place(other.b))
    for (const union of own) {
      const vias = []
      const deepest = Math.max(cluster.row, ...union.children.map((child) => rowFor(child.id)))
      for (let row = cluster.row + 1; row < deepest; row += 1) {
        const via = { id: `${union.a}/${union.b}/${row}`, row }
        vias.push(via)
        rows[row]?.push({ row, members: [via.id], via: true })
      }
      viasOf.set(union, vias)
      for (const child of siblingsInOrder(union, drawn)) {
        const home = clusterOf.get(child)
        if (!home) continue
        visit(home)
        for (const member of home.members) {
          for (const other of parentUnionsOf(member)) {
            const elders = clusterOf.get(other.a)
            if (elders) visit(topOf(elders, parentUnionsOf, clusterOf, seen))
          }
        }
      }
    }
  }
  for (const cluster of clusters.toSorted((one, other) => one.row - other.row)) visit(cluster)
  return { rows, viasOf }
}

const byTime = (one: Union, other: Union) => before(one.couple?.from ?? '9', other.couple?.from ?? '9')

/** Oldest left; twins stay side by side. */
export const siblingsInOrder = (union: Union, drawn: ReadonlyMap<string, Drawn>): readonly string[] =>
  union.children.map((child) => child.id).toSorted((one, other) => before(birthKey(drawn.get(one)), birthKey(drawn.get(other))))

const birthKey = (person?: Drawn) => `${person?.symbol === 'unborn' ? '9999' : person?.bornOn ?? '9998'} ${person?.bornTogether ?? ''}`

function tiedTo(id: string, partnersOf: (id: string) => readonly string[]): Set<string> {
  const together = new Set([id])
  for (const member of together) for (const partner of partnersOf(member)) together.add(partner)
  return together
}

/** Whoever has had most partners stands in the middle, the earlier half of them at the left; a couple of one man and one woman has him at the left. */
function lineUp(together: ReadonlySet<string>, partnersOf: (id: string) => readonly string[], drawn: ReadonlyMap<string, Drawn>): string[] {
  const placed = new Set<string>()
  const rank = (id: string) => partnersOf(id).length * 2 + (drawn.get(id)?.symbol === 'female' ? 1 : 0)
  const [middle] = [...together].toSorted((one, other) => rank(other) - rank(one))
  const around = (id: string, side: 'both' | 'left' | 'right'): string[] => {
    placed.add(id)
    const partners = partnersOf(id).filter((partner) => !placed.has(partner))
    for (const partner of partners) placed.add(partner)
    const cut = side === 'left' ? partners.length : side === 'right' ? 0 : partners.length === 1 ? leftOf(id, partners[0], drawn) : Math.floor(partners.length / 2)
    return [...partners.slice(0, cut).flatMap((partner) => around(partner, 'left')), id, ...partners.slice(cut).flatMap((partner) => around(partner, 'right'))]
  }
  return middle === undefined ? [] : around(middle, 'both')
}

const leftOf = (id: string, partner: string | undefined, drawn: ReadonlyMap<string, Drawn>) => {
  const other = partner === undefined ? undefined : drawn.get(partner)
  return other?.as !== 'point' && (drawn.get(id)?.symbol === 'female' || other?.symbol === 'male') ? 1 : 0
}

/** The eldest not yet placed above these. */
function topOf(cluster: Cluster, parentUnionsOf: (id: string) => readonly Union[], clusterOf: ReadonlyMap<string, Cluster>, seen: ReadonlySet<Cluster>): Cluster {
  for (const member of cluster.members) {
    for (const union of parentUnionsOf(member)) {
      const above = clusterOf.get(union.a)
      if (above && above !== cluster && above.row < cluster.row && !seen.has(above)) return topOf(above, parentUnionsOf, clusterOf, seen)
    }
  }
  return cluster
}
