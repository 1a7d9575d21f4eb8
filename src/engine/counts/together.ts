import { distanceOf, highest, lowest, surelyFar, toldOf, tooNear, type Sketch, type Told } from './masked.ts'
import { rangesOf, type Range } from './ranges.ts'

/** People beyond the reader's sight whom a number counts. `sketch`: what tells whether they are nearly the same as others, and says of nobody whether they are among them. */
export type Beyond = Readonly<{ question: string; people: ReadonlySet<string>; sketch: Sketch }>
/** What a reader was told of a question: `below` and `above`, how far the answer reached under and over the truth; `few`: the truth was below six. */
export type ToldBefore = Readonly<{ question: string; sketch: Sketch; below: number; above: number; few: boolean; answer: Exclude<Told, { hidden: true }> }>
/** Groups that are apart from each other and stand in one whole: what is left of the whole can be worked out by subtraction. `all`: by their meaning nobody is left. */
export type Family = Readonly<{ whole: string; parts: readonly string[]; all?: true }>

/** So many more values than one must stay open: of a count below six three, of any other two. */
const room = (size: number): number => (size < 6 ? 2 : 1)
const isSame = (one: Told, other: Told): boolean => JSON.stringify(one) === JSON.stringify(other)
/** What was told, with who was meant where that is known still: of what was told in another asking there are sketches only. */
type Said = ToldBefore & Readonly<{ people?: ReadonlySet<string> }>
const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean => some.size <= all.size && [...some].every((one) => all.has(one))
function isNear(one: Said, { people, sketch }: Beyond): boolean {
  if (!one.people) return distanceOf(one.sketch, sketch, surelyFar) <= surelyFar
  if (Math.abs(one.people.size - people.size) > tooNear) return false
  let both = 0
  for (const person of one.people) if (people.has(person)) both++
  return one.people.size + people.size - 2 * both <= tooNear
}

type Slack = Readonly<{ below: number; above: number; few: boolean }>
const open: Slack = { below: Infinity, above: Infinity, few: false }
/** What all that was told of one question leaves open, for somebody who knows everybody that came and went since. */
const together = (all: readonly Slack[]): Slack => all.reduce((sum, one) => ({ below: Math.min(sum.below, one.below), above: Math.min(sum.above, one.above), few: sum.few || one.few }), open)

/**
 * Tells counts of people beyond the reader's sight, in the order they stand, after what the same reader was told before (access policy, rule 23). The same group, or one that
 * differs by few people from one that was told for the same question, is told as it was then; nothing is told that is near to what was told of another and would be told
 * otherwise; and nothing by which, with all that was told, a count below six could be worked out: of each count and of what is left of each family several values stay open.
 */
export function tellTogether(asked: readonly Beyond[], families: readonly Family[], before: readonly ToldBefore[]): Readonly<{ told: ReadonlyMap<string, Told>; keep: readonly ToldBefore[] }> {
  const groups = new Map(asked.map((one) => [one.question, one]))
  const known = familiesAmong(groups, families)
  const all: Said[] = [...before]
  const slackOf = new Map([...Map.groupBy(before, (one) => one.question)].map(([question, said]) => [question, together(said)]))
  const told = new Map<string, Told>()
  const keep: ToldBefore[] = []
  for (const one of asked) {
    const { question, people, sketch } = one
    const own = all.findLast((said) => said.question === question && isNear(said, one))
    if (own) { told.set(question, own.answer); continue }
    const answer = toldOf(people.size)
    const said: ToldBefore = { question, sketch, below: people.size - lowest(answer), above: highest(answer) - people.size, few: 'few' in answer, answer }
    const slack = together([slackOf.get(question) ?? open, said])
    const hides = all.some((other) => other.question !== question && !isSame(other.answer, answer) && isNear(other, one))
      || slack.below + slack.above < room(slack.few ? 0 : people.size) || tellsTooMuch(groups, known, new Map([...slackOf, [question, slack]]))
    told.set(question, hides ? { hidden: true } : answer)
    if (hides) continue
    slackOf.set(question, slack)
    all.push({ ...said, people })
    keep.push(said)
  }
  return { told, keep }
}

/** Families as these people make them: parts that share somebody are each a family of its own. */
function familiesAmong(groups: ReadonlyMap<string, Beyond>, families: readonly Family[]): readonly (Family & Readonly<{ rest: number }>)[] {
  return families.flatMap(({ whole, parts, all: nobodyLeft }) => {
    const all = groups.get(whole)?.people
    if (!all) return []
    const within = parts.flatMap((part) => { const people = groups.get(part)?.people; return people && holds(all, people) ? [{ part, people }] : [] })
    const apart = within.reduce((sum, { people }) => sum + people.size, 0) === new Set(within.flatMap(({ people }) => [...people])).size
    return (apart ? [within] : within.map((one) => [one])).filter((some) => some.length > 0)
      .map((some) => {
        const rest = all.size - some.reduce((sum, { people }) => sum + people.size, 0)
        return { whole, parts: some.map(({ part }) => part), rest, ...(nobodyLeft && rest === 0 ? { all: nobodyLeft } : {}) }
      })
  })
}

/** Whether somebody could work out a count, or what is left of a family, by what would then have been told. */
function tellsTooMuch(groups: ReadonlyMap<string, Beyond>, families: readonly (Family & Readonly<{ rest: number }>)[], slacks: ReadonlyMap<string, Slack>): boolean {
  const size = (question: string) => groups.get(question)?.people.size ?? 0
  const start = new Map([...groups.keys()].map((question): [string, Range] => {
    const { below, above } = slacks.get(question) ?? open
    return [question, [Math.max(0, size(question) - below), size(question) + above]]
  }))
  const { ranges, rests } = rangesOf(start, families)
  const closed = ([low, high]: Range, truth: number): boolean => high - low < room(truth)
  return families.some(({ rest, all }, i) => !all && closed(rests[i] ?? [0, Infinity], rest)) || [...ranges].some(([question, range]) => closed(range, size(question)))
}
