import { measureGroups, type Measure } from '../../../../content/returns/statistics/measures.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { ReturnChild } from '../model.ts'
import * as returns from '../store.ts'
import { countedIn } from './counting.ts'
import { valueOf, type Ours } from './rules.ts'
import * as store from './store.ts'
import type { CountedBy } from './told.ts'

type Kind = 'cin' | 'ssda903'
type Told = Readonly<{ made: NonNullable<Awaited<ReturnType<typeof returns.madeById>>>; children: readonly ReturnChild[]; counted: CountedBy }>

async function childrenOf(asking: Asking, kind: Kind, year: number) {
  const id = await store.tellingReturn(asking.db, kind, year)
  const made = id ? await returns.madeById(asking.db, id) : undefined
  return made && { made, children: await returns.childrenOf(asking, made) }
}
/** The return that tells of a year, counted as it is asked for: it is whole, and its own role reads it. */
async function toldBy(asking: Asking, kind: Kind, year: number): Promise<Told | undefined> {
  const told = await childrenOf(asking, kind, year)
  return told && { ...told, counted: countedIn(kind, year, told.children, kind === 'cin' ? (await childrenOf(asking, kind, year - 1))?.children : undefined) }
}

/** The numbers of a year from the returns themselves; of the years before as they were counted when those were made. */
export async function wholeYear(asking: Asking, year: number, mostYears: number) {
  const [cin, looked] = [await toldBy(asking, 'cin', year), await toldBy(asking, 'ssda903', year)]
  const now: CountedBy = { ...cin?.counted, ...looked?.counted }
  const before = await store.measuredFrom(asking.db, year - mostYears + 1, year - 1)
  const of = (which: number, measure: Measure): Ours | undefined => {
    const found = which === year ? now[measure.id] : undefined
    const kept = which === year ? undefined : before.find((one) => one.year === which && one.measured[measure.id])?.measured[measure.id]
    const value = found ? valueOf(measure, found.people.length, found.of?.length) : kept && valueOf(measure, kept.times, kept.of)
    return value === undefined ? undefined : { value, people: new Set(found?.people).size }
  }
  return { told: { cin: cin?.made, ssda903: looked?.made }, years: await store.yearsTold(asking.db), whole: true, of }
}

/** Whom one number counts, each with their number in the return. */
export async function countedYear(asking: Asking, year: number, measure: Measure): Promise<Readonly<{ people: readonly string[]; numbers: ReadonlyMap<string, string> }>> {
  const from = measureGroups.find((group) => group.id === measure.group)?.from
  const told = from && (await toldBy(asking, from, year))
  return { people: told?.counted[measure.id]?.people ?? [], numbers: new Map(told?.children.map((child) => [child.personId, child.number])) }
}
