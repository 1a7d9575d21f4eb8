import type { Drawn, TreeHousehold, Union } from './family.ts'
import { siblingsInOrder, type Cluster, type Ordered } from './order.ts'
import { coupleLines, labelOf, size, type Label } from './sizes.ts'

/** The middle of everybody's symbol (and of every way of a line) from left to right, in px. */
export interface Places { readonly xOf: ReadonlyMap<string, number>; readonly labels: ReadonlyMap<string, Label>; readonly slotOf: ReadonlyMap<string, number> }

interface Spaced { readonly cluster: Cluster; readonly offsets: readonly number[]; readonly left: number; readonly right: number }

/** Spreads every row so that nothing meets, parents as near the middle of their children as the others allow. */
export function placesOf(drawn: ReadonlyMap<string, Drawn>, unions: readonly Union[], ordered: Ordered, homeOf: ReadonlyMap<string, TreeHousehold>, pillRoom: ReadonlyMap<string, number>): Places {
  const labels = new Map([...drawn.values()].map((person) => [person.id, labelOf(person)]))
  const slotOf = new Map<string, number>()
  for (const row of ordered.rows) for (const cluster of row) for (const id of cluster.members) slotOf.set(id, cluster.via ? size.via : Math.max(labels.get(id)?.width ?? 0, pillRoom.get(id) ?? 0))
  const slot = (id: string) => slotOf.get(id) ?? size.via
  const between = (one: string, other: string, gap: number) => slot(one) / 2 + slot(other) / 2 + gap + (homeOf.get(one) === homeOf.get(other) ? 0 : size.homeGap)
  const coupleGap = (one: string, other: string) => {
    const union = unions.find((couple) => (couple.a === one && couple.b === other) || (couple.a === other && couple.b === one))
    const words = Math.max(0, ...coupleLines(union?.couple).map((line) => line.length * size.smallLetter))
    const apart = homeOf.get(one) !== homeOf.get(other)
    const reach = (id: string) => (apart && homeOf.has(id) ? slot(id) / 2 + 12 : size.symbol / 2)
    return Math.max(between(one, other, union ? size.coupleGap : size.gap + 12), union && words > 0 ? words + reach(one) + reach(other) + 20 : 0)
  }
  const rows = ordered.rows.map((row) => row.map((cluster): Spaced => {
    const offsets: number[] = [0]
    cluster.members.forEach((id, index) => { const before = cluster.members[index - 1]; if (before !== undefined) offsets[index] = (offsets[index - 1] ?? 0) + coupleGap(before, id) })
    return { cluster, offsets, left: slot(cluster.members[0] ?? '') / 2, right: slot(cluster.members[cluster.members.length - 1] ?? '') / 2 }
  }))

  const least = (row: readonly Spaced[]) => {
    let at = 0
    return row.map((item, index) => {
      const before = row[index - 1]
      if (before) {
        const last = before.cluster.members[before.cluster.members.length - 1] ?? ''
        const first = item.cluster.members[0] ?? ''
        at += (before.offsets[before.offsets.length - 1] ?? 0) + between(last, first, size.gap + 6)
      }
      return at
    })
  }
  const leastOf = rows.map(least)
  const start = new Map<Spaced, number>()
  rows.forEach((row, index) => row.forEach((item, at) => start.set(item, leastOf[index]?.[at] ?? 0)))
  const xOf = new Map<string, number>()
  const settle = (row: readonly Spaced[]) => { for (const item of row) item.cluster.members.forEach((id, index) => xOf.set(id, (start.get(item) ?? 0) + (item.offsets[index] ?? 0))) }
  rows.forEach(settle)

  const spaced = new Map<string, Spaced>(rows.flat().flatMap((item) => item.cluster.members.map((id) => [id, item] as const)))
  const chain = unions.map((union) => ({ union, steps: stepsOf(union, ordered, drawn, spaced) }))
  const gapMiddle = ({ a, b }: Union) => {
    const [left, right] = (xOf.get(a) ?? 0) < (xOf.get(b) ?? 0) ? [a, b] : [b, a]
    return ((xOf.get(left) ?? 0) + slot(left) / 2 + (xOf.get(right) ?? 0) - slot(right) / 2) / 2
  }
  const pull = (rowIndex: number, way: 'up' | 'down') => {
    const row = rows[rowIndex] ?? []
    const wishes = new Map<Spaced, { sum: number; count: number }>()
    const wish = (id: string, shift: number) => {
      const item = spaced.get(id)
      if (item?.cluster.row !== rowIndex) return
      const of = wishes.get(item) ?? { sum: 0, count: 0 }
      wishes.set(item, { sum: of.sum + shift, count: of.count + 1 })
    }
    for (const { union, steps } of chain) {
      for (const step of steps) {
        if (step.row !== (way === 'down' ? rowIndex - 1 : rowIndex)) continue
        const above = step.from === undefined ? gapMiddle(union) : xOf.get(step.from) ?? 0
        const xs = step.to.map((id) => xOf.get(id) ?? 0)
        const shift = above - (Math.min(...xs) + Math.max(...xs)) / 2
        if (way === 'down') for (const id of step.to) wish(id, shift)
        else if (step.from === undefined) wish(union.a, -shift)
        else wish(step.from, -shift)
      }
    }
    const targets = row.map((item) => { const of = wishes.get(item); return (start.get(item) ?? 0) + (of ? of.sum / of.count : 0) })
    const weights = row.map((item) => (wishes.has(item) ? item.cluster.members.length : 0.05))
    let moved = 0
    spread(targets, weights, leastOf[rowIndex] ?? []).forEach((at, index) => {
      const item = row[index]
      if (!item) return
      moved = Math.max(moved, Math.abs(at - (start.get(item) ?? 0)))
      start.set(item, at)
    })
    settle(row)
    return moved
  }
  for (let round = 0, moved = 1; moved > 0.5 && round < 14; round += 1) {
    moved = 0
    for (let row = 1; row < rows.length; row += 1) moved = Math.max(moved, pull(row, 'down'))
    for (let row = rows.length - 2; row >= 0; row -= 1) moved = Math.max(moved, pull(row, 'up'))
  }
  const leftmost = Math.min(...[...spaced.values()].map((item) => (start.get(item) ?? 0) - item.left))
  return { xOf: new Map([...xOf].map(([id, x]) => [id, Math.round(x - leftmost + size.margin)])), labels, slotOf }
}

/** From the union, or a way of its line, to the children and the next way in the row beneath. */
function stepsOf(union: Union, ordered: Ordered, drawn: ReadonlyMap<string, Drawn>, spaced: ReadonlyMap<string, Spaced>): { row: number; from?: string; to: string[] }[] {
  const vias = ordered.viasOf.get(union) ?? []
  const rowFor = (id: string) => spaced.get(id)?.cluster.row ?? 0
  const first = rowFor(union.a) + 1
  const children = siblingsInOrder(union, drawn)
  const steps = []
  for (let row = first, from: string | undefined; ; row += 1) {
    const via = vias.find((way) => way.row === row)
    const to = [...children.filter((id) => rowFor(id) === row), ...(via ? [via.id] : [])]
    if (to.length > 0) steps.push({ row: row - 1, from, to })
    if (!via) return steps
    from = via.id
  }
}

/** The places nearest to what is wished that keep the order and the least distances (pool adjacent violators). */
export function spread(targets: readonly number[], weights: readonly number[], least: readonly number[]): number[] {
  const blocks: { sum: number; weight: number; count: number }[] = []
  targets.forEach((target, index) => {
    let block = { sum: (target - (least[index] ?? 0)) * (weights[index] ?? 1), weight: weights[index] ?? 1, count: 1 }
    for (let last = blocks[blocks.length - 1]; last && last.sum / last.weight > block.sum / block.weight; last = blocks[blocks.length - 1]) {
      blocks.pop()
      block = { sum: block.sum + last.sum, weight: block.weight + last.weight, count: block.count + last.count }
    }
    blocks.push(block)
  })
  const flat = blocks.flatMap((block) => Array.from({ length: block.count }, () => block.sum / block.weight))
  return flat.map((at, index) => at + (least[index] ?? 0))
}
