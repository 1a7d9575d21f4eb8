import type { PlainDate } from '../../../kernel/dates.ts'
import { placementKinds } from '../../../../content/codes/placements.ts'
import type { LegalStatus } from '../../people/legal/model.ts'
import type { CareFact, Period, Placement } from '../model.ts'
import { holds, shortBreaks } from './episodes.ts'

/** Where one child is tonight, as the record says it. */
export type Tonight = Readonly<{
  personId: string
  /** Under a looked-after status without a period, or on a day without a placement: somebody must say where the child is. */
  where: 'placed' | 'missing' | 'shortBreaks' | 'notSaid'
  period: Period | undefined; placement: Placement | undefined; status: LegalStatus | undefined; missing: CareFact | undefined
}>

const firstOf = <Row extends Readonly<{ personId: string }>>(rows: readonly Row[]): Map<string, Row> => new Map(rows.toReversed().map((row) => [row.personId, row]))

/** Everybody in care on the day, each once: those who are missing, those whose place nobody has said, and where the others are. Balances by itself: a child is in one group only. */
export function whereTonight(on: PlainDate, periods: readonly Period[], placements: readonly Placement[], statuses: readonly LegalStatus[], facts: readonly CareFact[]): Tonight[] {
  const care = firstOf(statuses.filter((one) => one.kind === 'lookedAfter' && holds(one, on)))
  const looked = firstOf(periods.filter((one) => holds(one, on)))
  const lived = firstOf(placements.filter((one) => holds(one, on)))
  const away = firstOf(facts.filter((one) => one.kind === 'missing' && holds({ from: one.on, to: one.to }, on)))
  return [...new Set([...looked.keys(), ...care.keys()])].sort().map((personId): Tonight => {
    const [period, placement, status, missing] = [looked.get(personId), lived.get(personId), care.get(personId), away.get(personId)]
    const where = missing ? 'missing' : !period || !placement ? 'notSaid' : status && shortBreaks.includes(status.code) ? 'shortBreaks' : 'placed'
    return { personId, where, period, placement, status, missing }
  })
}

export type Count = Readonly<{ title: string; count: number; key: string }>
const groupOf = (kind: string | null | undefined): string => placementKinds.codes.find((one) => one.code === kind)?.group ?? 'Another'

/** Those behind one count, as the list asks for them: of one state, or placed, by what kinds or by none of these. */
export type Which = Readonly<{ where: string | null; kinds: readonly string[] | null; but: readonly string[] | null }>
export function whichOf(key: string | undefined): Which {
  if (key === undefined || ['missing', 'notSaid', 'shortBreaks'].includes(key)) return { where: key ?? null, kinds: null, but: null }
  const of = placementKinds.codes.filter((one) => (key === 'Another' ? one.group !== key : one.group === key)).map((one) => one.code)
  return { where: 'placed', kinds: key === 'Another' ? null : of, but: key === 'Another' ? of : null }
}

/** How many tonight, by the group of the placement: the sum is everybody. */
export const countsOf = (rows: readonly Tonight[]): Count[] => countsIn(rows.map((row) => ({ where: row.where, kind: row.placement?.kind ?? null, count: 1 })))

/** The same of what was counted by state and kind of placement already. */
export function countsIn(counted: readonly Readonly<{ where: Tonight['where']; kind: string | null; count: number }>[]): Count[] {
  const keyOf = (row: (typeof counted)[number]): string => (row.where === 'placed' ? groupOf(row.kind) : row.where)
  const titles: Readonly<Record<string, string>> = { missing: 'Missing or away', notSaid: 'Nobody has said where', shortBreaks: 'On short breaks' }
  const order = ['missing', 'notSaid', ...new Set(placementKinds.codes.flatMap((one) => one.group ?? [])), 'shortBreaks']
  const groups = Map.groupBy(counted, keyOf)
  return [...groups].map(([key, of]) => ({ key, title: titles[key] ?? key, count: of.reduce((sum, one) => sum + one.count, 0) })).sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}
