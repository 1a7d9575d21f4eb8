import type { CoupleKind, Drawn, Family, ParentKind, Union } from './family.ts'
import { generationsOf } from './generations.ts'
import { homeOfEach, homesOf, pillRoomOf, pillWidth, pillWords, type Edges, type Run } from './homes.ts'
import { orderOf, siblingsInOrder } from './order.ts'
import { placesOf } from './place.ts'
import { coupleLines, size, type LabelLine } from './sizes.ts'

export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
export interface DrawnSymbol { readonly person: Drawn; readonly x: number; readonly y: number; readonly labelTop: number; readonly lines: readonly LabelLine[]; readonly labelBox: Box }
export interface DrawnCouple { readonly kind: CoupleKind; readonly path: string; /** Where a slash or two stands. */ readonly slashAt?: { readonly x: number; readonly y: number }; readonly words: readonly string[]; readonly wordsAt: { readonly x: number; readonly y: number; readonly end: boolean }; readonly wordsBox?: Box }
export interface DrawnDescent { readonly kind: ParentKind; readonly path: string }
export interface DrawnHome { readonly path: string; readonly words: string; readonly pill?: Box }
export interface TreeLayout { readonly width: number; readonly height: number; readonly symbols: readonly DrawnSymbol[]; readonly couples: readonly DrawnCouple[]; readonly descents: readonly DrawnDescent[]; readonly homes: readonly DrawnHome[] }

const half = size.symbol / 2
const laneHeight = 38
const textLine = 14

/** Where everything of a family tree stands, in px. No two symbols or words lie over each other, whatever the family. */
export function treeLayout(family: Family): TreeLayout {
  const generations = generationsOf(family)
  const { drawn, rowOf, unions } = generations
  const ordered = orderOf(generations)
  const homeOf = homeOfEach(family.households, drawn, unions, ordered)
  const { xOf, labels, slotOf } = placesOf(drawn, unions, ordered, homeOf, pillRoomOf(ordered, homeOf))
  const x = (id: string) => xOf.get(id) ?? 0
  const row = (id: string) => rowOf.get(id) ?? 0
  const edges = (run: Run): Edges => {
    if (run.reach) return run.reach
    const first = run.ids[0] ?? ''
    const last = run.ids.at(-1) ?? ''
    return [x(first) - (slotOf.get(first) ?? 0) / 2 - 12, x(last) + (slotOf.get(last) ?? 0) / 2 + 12]
  }
  const free = (run: Run, [left, right]: Edges) => (ordered.rows[run.row] ?? []).every((cluster) => cluster.members.every((id) => run.ids.includes(id) || x(id) + (slotOf.get(id) ?? 0) / 2 + 6 < left || x(id) - (slotOf.get(id) ?? 0) / 2 - 6 > right))
  const homes = homesOf(ordered, homeOf, edges, free)

  const lineOf = ordered.rows.map((clusters) => clusters.flatMap((cluster) => cluster.members))
  const besides = unions.map((union) => besideOf(union, lineOf[row(union.a)] ?? [], unions))
  const lanes = ordered.rows.map((_, index) => besides.filter((beside) => !beside.adjacent && row(beside.union.a) === index).toSorted((one, other) => one.span - other.span))

  // The drops to children share the gaps between neighbours.
  const dropsIn = new Map<string, Union[]>()
  for (const beside of besides) if (beside.union.children.length > 0) dropsIn.set(beside.gap[0], [...(dropsIn.get(beside.gap[0]) ?? []), beside.union])
  const dropX = (beside: Beside) => {
    if (beside.adjacent && drawn.get(beside.right)?.as === 'point') return x(beside.right)
    const left = x(beside.gap[0]) + (slotOf.get(beside.gap[0]) ?? 0) / 2
    const right = x(beside.gap[1]) - (slotOf.get(beside.gap[1]) ?? 0) / 2
    const sharing = dropsIn.get(beside.gap[0]) ?? []
    const [only, ...others] = beside.union.children
    if (only && others.length === 0 && sharing.length === 1 && x(only.id) > left + 2 && x(only.id) < right - 2) return x(only.id)
    return Math.round((left + right) / 2 + (sharing.indexOf(beside.union) - (sharing.length - 1) / 2) * 10)
  }

  const stepsIn = ordered.rows.map((): Step[] => [])
  for (const beside of besides) for (const step of stepsOf(beside, ordered.viasOf.get(beside.union) ?? [], row, drawn, dropX(beside), x)) stepsIn[step.row]?.push(step)
  const entries = new Map<string, Step[]>()
  for (const step of stepsIn.flat()) for (const id of step.children) entries.set(id, [...(entries.get(id) ?? []), step])
  const entryX = (id: string, step: Step) => { const of = entries.get(id) ?? []; return x(id) + (of.indexOf(step) - (of.length - 1) / 2) * 12 }
  const tracksIn = stepsIn.map((steps) => tracksOf(steps, (step) => pointsOf(step, drawn, entryX, x).map((point) => point.at)))

  const twoLinesIn = (index: number) => besides.some((beside) => beside.adjacent && row(beside.union.a) === index && coupleLines(beside.union.couple).length > 1)
  const tops: { row: number; symbol: number; label: number; bottom: number; channel: number }[] = []
  let at: number = size.margin
  ordered.rows.forEach((clusters, index) => {
    if (homes.some((home) => home.runs[0]?.row === index)) at += home(index)
    const symbol = at + (lanes[index]?.length ?? 0) * laneHeight + (twoLinesIn(index) ? textLine : 0)
    const label = symbol + size.symbol + 6
    const bottom = label + Math.max(0, ...clusters.flatMap((cluster) => cluster.members.map((id) => labels.get(id)?.lines.length ?? 0))) * size.line
    tops.push({ row: at, symbol, label, bottom, channel: bottom + 24 })
    at = bottom + 24 + Math.max(0, ...(tracksIn[index] ?? new Map<Step, number>()).values()) * size.track + size.channel
  })
  function home(index: number): number { return homes.some((one) => one.runs[0]?.row === index && one.household.label) ? size.pill : 8 }
  const top = (index: number) => tops[index] ?? { row: 0, symbol: 0, label: 0, bottom: 0, channel: 0 }
  const middle = (id: string) => top(row(id)).symbol + half

  const symbols = [...drawn.values()].filter((person) => person.as !== 'point').map((person): DrawnSymbol => {
    const label = labels.get(person.id)
    const labelTop = top(row(person.id)).label
    const width = label?.width ?? 0
    return { person, x: x(person.id), y: middle(person.id), labelTop, lines: label?.lines ?? [], labelBox: { left: x(person.id) - width / 2, right: x(person.id) + width / 2, top: labelTop, bottom: labelTop + (label?.lines.length ?? 0) * size.line } }
  })

  // A longer bracket goes over a shorter one: the shortest lies lowest.
  const bracketY = (beside: Beside) => { const of = lanes[row(beside.union.a)] ?? []; return top(row(beside.union.a)).row + (of.length - of.indexOf(beside)) * laneHeight - 4 }
  const couples = besides.map((beside): DrawnCouple => {
    const { union, left, right } = beside
    const words = coupleLines(union.couple)
    const width = Math.max(0, ...words.map((line) => line.length * size.smallLetter))
    const y = beside.adjacent ? middle(left) : bracketY(beside)
    const shift = 8 + (lanes[row(union.a)] ?? []).indexOf(beside) * 4
    const apart = homeOf.get(beside.before) !== homeOf.get(right)
    const reach = (id: string) => (apart && homeOf.has(id) ? (slotOf.get(id) ?? 0) / 2 + 12 : half)
    const wordsAt = beside.adjacent ? { x: (x(left) + reach(left) + x(right) - reach(right)) / 2, y: y - 8, end: false } : { x: x(right) - reach(right) - 8, y: y - 6, end: true }
    const boxRight = wordsAt.end ? wordsAt.x : wordsAt.x + width / 2
    return {
      kind: union.couple?.kind ?? 'parents', words, wordsAt,
      path: beside.adjacent ? `M${x(left)} ${y}H${x(right)}` : `M${x(left) + shift} ${middle(left)}V${y}H${x(right) - 8}V${middle(right)}`,
      slashAt: { x: beside.adjacent ? (x(left) + x(right)) / 2 + 18 : (x(left) + x(right)) / 2, y },
      wordsBox: words.length > 0 ? { left: boxRight - width, right: boxRight, top: wordsAt.y - words.length * textLine + 3, bottom: wordsAt.y + 3 } : undefined,
    }
  })

  const descents = stepsIn.flatMap((steps, index) => steps.flatMap((step) => {
    const bus = top(index).channel + (tracksIn[index]?.get(step) ?? 0) * size.track
    const from = step.via === undefined ? (step.beside.adjacent ? middle(step.beside.left) : bracketY(step.beside)) : top(index).channel
    const points = pointsOf(step, drawn, entryX, x)
    const xs = [step.x, ...points.map((point) => point.at)]
    const kinds = step.beside.union.children
    const kindOf = (id: string): ParentKind => kinds.find((child) => child.id === id)?.kind ?? 'birth'
    const trunk: ParentKind = kinds.some((child) => child.kind === 'birth') ? 'birth' : kinds[0]?.kind ?? 'birth'
    const ends = points.flatMap((point) => point.ids.map((id): DrawnDescent => ({ kind: id === step.next ? trunk : kindOf(id), path: id === step.next ? `M${x(id)} ${bus}V${top(index + 1).bottom + 24}` : `M${point.at} ${bus}L${point.ids.length > 1 ? x(id) : point.at} ${middle(id) - half}v${half}` })))
    return [{ kind: trunk, path: `M${step.x} ${from}V${bus}M${Math.min(...xs)} ${bus}H${Math.max(...xs)}` }, ...ends]
  }))

  const drawnHomes = homes.map(({ household, runs }): DrawnHome => {
    const corners = runs.map((run, index) => {
      const [left, right] = edges(run)
      const under = (lanes[run.row] ?? []).some((beside) => x(beside.left) < right && x(beside.right) > left)
      const head = under ? top(run.row).row - 12 : top(run.row).symbol - 14 - (twoLinesIn(run.row) ? textLine : 0)
      return { left, right, top: index === 0 ? head : top(run.row - 1).bottom + 14, bottom: top(run.row).bottom + (index === runs.length - 1 ? 10 : 14) }
    })
    const [first] = corners
    const width = pillWidth(household)
    const pill = first && width > 0 ? { left: Math.max(first.left + 2, first.right - width - 10), right: Math.max(first.left + 2, first.right - width - 10) + width, top: first.top - 11, bottom: first.top + 11 } : undefined
    return { path: outline(corners), words: pillWords(household), pill }
  })

  const width = Math.max(...[...xOf.entries()].map(([id, middleX]) => middleX + (slotOf.get(id) ?? 0) / 2), ...drawnHomes.map((one) => one.pill?.right ?? 0), 0) + size.margin
  return { width: Math.ceil(width), height: Math.ceil((tops.at(-1)?.bottom ?? 0) + size.margin), symbols, couples, descents, homes: drawnHomes }
}

interface Beside { readonly union: Union; readonly left: string; readonly right: string; readonly before: string; readonly gap: readonly [left: string, right: string]; readonly adjacent: boolean; readonly span: number }

/** How the two of a couple stand in their row, and the gap from which their children hang: one without another couple's line and words, where there is one. */
function besideOf(union: Union, line: readonly string[], unions: readonly Union[]): Beside {
  const [a, b] = [line.indexOf(union.a), line.indexOf(union.b)]
  const [left, right] = a < b ? [union.a, union.b] : [union.b, union.a]
  const span = Math.abs(a - b)
  const before = line[Math.max(a, b) - 1] ?? left
  const after = line[Math.min(a, b) + 1] ?? right
  const couple = (one: string, other: string) => unions.some((of) => (of.a === one && of.b === other) || (of.a === other && of.b === one))
  const gap = span > 1 && couple(before, right) && !couple(left, after) ? [left, after] as const : [before, right] as const
  return { union, left, right, before, gap, adjacent: span === 1, span }
}

/** One piece of a line down: from a couple (or the way of its line) over a bus to children in the next row, and to the next way. */
interface Step { readonly row: number; readonly beside: Beside; readonly x: number; readonly via?: string; readonly children: readonly string[]; readonly next?: string }

function stepsOf(beside: Beside, vias: readonly { id: string; row: number }[], row: (id: string) => number, drawn: ReadonlyMap<string, Drawn>, dropX: number, x: (id: string) => number): Step[] {
  const children = siblingsInOrder(beside.union, drawn)
  if (children.length === 0) return []
  const first = row(beside.union.a)
  const steps: Step[] = []
  for (let index = 0; index <= vias.length; index += 1) {
    const via = vias[index - 1]?.id
    steps.push({ row: first + index, beside, x: via === undefined ? dropX : x(via), via, next: vias[index]?.id, children: children.filter((id) => row(id) === first + index + 1) })
  }
  return steps
}

/** Where a bus lets lines down: one for each child, one for twins together, one for the way on. */
function pointsOf(step: Step, drawn: ReadonlyMap<string, Drawn>, entryX: (id: string, step: Step) => number, x: (id: string) => number): { at: number; ids: string[] }[] {
  const births = new Map<string, string[]>()
  for (const id of step.children) { const key = drawn.get(id)?.bornTogether ?? id; births.set(key, [...(births.get(key) ?? []), id]) }
  const points = [...births.values()].map((ids) => ({ at: Math.round(ids.reduce((sum, id) => sum + entryX(id, step), 0) / ids.length), ids }))
  return step.next === undefined ? points : [...points, { at: x(step.next), ids: [step.next] }]
}

/** Buses between the same two rows that would lie over each other take tracks of their own. */
function tracksOf(steps: readonly Step[], pointsAt: (step: Step) => readonly number[]): Map<Step, number> {
  const taken: { left: number; right: number }[][] = []
  const tracks = new Map<Step, number>()
  for (const { step, left, right } of steps.map((step) => { const xs = [step.x, ...pointsAt(step)]; return { step, left: Math.min(...xs) - 8, right: Math.max(...xs) + 8 } }).toSorted((one, other) => one.left - other.left)) {
    let track = taken.findIndex((lines) => lines.every((line) => line.right < left || line.left > right))
    if (track < 0) track = taken.push([]) - 1
    taken[track]?.push({ left, right })
    tracks.set(step, track)
  }
  return tracks
}

/** The outline of boxes that stand on each other, with round corners. */
function outline(boxes: readonly Box[]): string {
  const right = boxes.flatMap((box) => [[box.right, box.top], [box.right, box.bottom]] as const)
  const left = boxes.toReversed().flatMap((box) => [[box.left, box.bottom], [box.left, box.top]] as const)
  const points = [...right, ...left].filter((point, index, all) => { const before = all[(index + all.length - 1) % all.length]; return !before || Math.abs(before[0] - point[0]) + Math.abs(before[1] - point[1]) > 0.5 })
  return `${points.map((point, index) => {
    const before = points[(index + points.length - 1) % points.length] ?? point
    const after = points[(index + 1) % points.length] ?? point
    const toward = (other: readonly [number, number]) => { const length = Math.hypot(other[0] - point[0], other[1] - point[1]); const part = length === 0 ? 0 : Math.min(14, length / 2) / length; return `${round(point[0] + (other[0] - point[0]) * part)} ${round(point[1] + (other[1] - point[1]) * part)}` }
    return `${index === 0 ? 'M' : 'L'}${toward(before)}Q${round(point[0])} ${round(point[1])} ${toward(after)}`
  }).join('')}Z`
}

const round = (length: number) => Math.round(length * 10) / 10

/** Everything that must stay legible: symbols, the words beneath them, the words on lines and boundaries. */
export const boxesOf = (layout: TreeLayout): { what: string; box: Box }[] => [
  ...layout.symbols.map(({ person, x, y }) => ({ what: `symbol ${person.id}`, box: { left: x - half, right: x + half, top: y - half, bottom: y + half } })),
  ...layout.symbols.filter(({ lines }) => lines.length > 0).map(({ person, labelBox }) => ({ what: `words of ${person.id}`, box: labelBox })),
  ...layout.couples.flatMap((couple) => (couple.wordsBox ? [{ what: `words on ${couple.path}`, box: couple.wordsBox }] : [])),
  ...layout.homes.flatMap((home) => (home.pill ? [{ what: `home ${home.words}`, box: home.pill }] : [])),
]
