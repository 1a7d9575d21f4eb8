import type { PlainDate } from '../../../kernel/dates.ts'
import { awayKinds, placementKinds } from '../../../../content/codes/placements.ts'
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

/** Everybody in care on the day, each once: those who are missing, those whose place nobody has said, and where the others are. Balances by itself: a child is in one group only. */
export function whereTonight(on: PlainDate, periods: readonly Period[], placements: readonly Placement[], statuses: readonly LegalStatus[], facts: readonly CareFact[]): Tonight[] {
  const care = statuses.filter((one) => one.kind === 'lookedAfter' && holds(one, on))
  const looked = periods.filter((one) => holds(one, on))
  return [...new Set([...looked, ...care].map((one) => one.personId))].sort().map((personId): Tonight => {
    const period = looked.find((one) => one.personId === personId)
    const placement = placements.find((one) => one.personId === personId && holds(one, on))
    const status = care.find((one) => one.personId === personId)
    const missing = facts.find((one) => one.personId === personId && one.kind === 'missing' && one.on <= on && (one.to === null || one.to > on))
    const where = missing ? 'missing' : !period || !placement ? 'notSaid' : status && shortBreaks.includes(status.code) ? 'shortBreaks' : 'placed'
    return { personId, where, period, placement, status, missing }
  })
}

export type Count = Readonly<{ title: string; count: number; key: string }>
/** How many tonight, by the group of the placement: the sum is everybody. */
export function countsOf(rows: readonly Tonight[]): Count[] {
  const keyOf = (row: Tonight): string => (row.where === 'placed' ? placementKinds.codes.find((one) => one.code === row.placement?.kind)?.group ?? 'Another' : row.where)
  const titles: Readonly<Record<string, string>> = { missing: 'Missing or away', notSaid: 'Nobody has said where', shortBreaks: 'On short breaks' }
  const order = ['missing', 'notSaid', ...new Set(placementKinds.codes.flatMap((one) => one.group ?? [])), 'shortBreaks']
  const groups = Map.groupBy(rows, keyOf)
  return [...groups].map(([key, of]) => ({ key, title: titles[key] ?? key, count: of.length })).sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}

export const isAway = (placement: Placement | undefined): boolean => placement !== undefined && awayKinds.includes(placement.kind)
