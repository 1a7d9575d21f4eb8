import { measureFamilies, measures } from '../../../../content/returns/statistics/measures.ts'
import { tellCounts, type Counted, type ToldCount } from '../../../record/access/counting.ts'
import type { Asking } from '../../../record/access/model.ts'
import { shareOf, type Ours } from './rules.ts'
import * as store from './store.ts'

type Kind = 'cin' | 'ssda903'
const questionOf = (year: number, group: string): string => `year ${year} ${group}`
/** Every number and every group that shares are shares of, wholes before their parts. */
const groups: readonly string[] = [...new Set([...measureFamilies.map(({ whole }) => whole), ...measures.flatMap(({ id, of }) => (of ? [of, id] : [id]))])]

type Year = Readonly<{ kind: Kind; year: number; counted: readonly Counted[]; everybody: boolean }>
/** Whom the numbers of a year count, as this reader may know of them. Another kind of return counts other groups. */
async function readYear({ db }: Pick<Asking, 'db'>, kind: Kind, year: number): Promise<Year> {
  const people = await store.countedPeople(db, kind, year)
  const seen = new Map<string, string[]>()
  const beyond = new Map<string, string[]>()
  for (const { who, mark, counted } of people) {
    const [into, name] = who === null ? [beyond, mark] : [seen, who]
    for (const group of counted) { const there = into.get(group); if (there) there.push(name); else into.set(group, [name]) }
  }
  const told = groups.filter((group) => kind === kindOf(group))
  return { kind, year, counted: told.map((group) => ({ question: questionOf(year, group), seen: seen.get(group) ?? [], beyond: beyond.get(group) ?? [] })), everybody: people.every(({ who }) => who !== null) }
}
const kindOf = (group: string): Kind => (/^(care|health|leaving)\./.test(group) ? 'ssda903' : 'cin')

export type MaskedYears = Readonly<{
  /** Our own number of a year; nothing where no return tells of it. */
  ours: (year: number, measure: Readonly<{ id: string; kind: string; of?: string }>) => Ours | undefined
  told: (year: number, group: string) => ToldCount | undefined
  seen: (year: number, group: string) => readonly string[]
}>

/** The numbers of some years for somebody who may not see everybody in them: all in one asking, so that none is told that another would give away. */
export async function maskedYears(asking: Pick<Asking, 'db'>, years: readonly Readonly<{ kind: Kind; year: number }>[]): Promise<MaskedYears> {
  const read: Year[] = []
  for (const { kind, year } of years) read.push(await readYear(asking, kind, year))
  const partly = read.filter(({ everybody }) => !everybody)
  const families = partly.flatMap(({ year }) => measureFamilies.map((family) => ({ ...family, whole: questionOf(year, family.whole), parts: family.parts.map((part) => questionOf(year, part)) })))
  const masked: ReadonlyMap<string, ToldCount> = partly.length > 0 ? await tellCounts(asking, partly.flatMap(({ counted }) => counted), families) : new Map<string, ToldCount>()
  const seenIn = new Map(read.flatMap(({ counted }) => counted.map(({ question, seen }) => [question, seen] as const)))
  const told = (year: number, group: string): ToldCount | undefined => {
    const [mine, seen] = [masked.get(questionOf(year, group)), seenIn.get(questionOf(year, group))]
    return mine ?? (seen && { seen: seen.length, others: undefined })
  }
  return {
    told,
    seen: (year, group) => seenIn.get(questionOf(year, group)) ?? [],
    ours: (year, { id, kind, of }) => {
      const [mine, whole] = [told(year, id), of === undefined ? undefined : told(year, of)]
      if (!mine) return undefined
      if (mine.others === undefined) {
        const value = kind === 'count' ? mine.seen : whole && whole.seen > 0 ? Math.round((mine.seen / whole.seen) * 1_000) / 10 : undefined
        return value === undefined ? undefined : { value, people: mine.seen }
      }
      const share = whole && shareOf(mine, whole)
      return { seen: mine.seen, others: mine.others, ...(share ? { share } : {}) }
    },
  }
}
