import type { PlainDate } from '../../../kernel/dates.ts'
import type { CareFact, Period, Placement } from '../model.ts'
import { holds, sameCarer } from './episodes.ts'

type Read = Readonly<{ periods: readonly Period[]; placements: readonly Placement[]; facts: readonly CareFact[] }>
/** Where the brothers and sisters of a child in care are who are in care too. `why`: what was said last of why they are not together. */
export type Together = Readonly<{ here: readonly string[]; elsewhere: readonly Readonly<{ personId: string; placement: Placement }>[]; why: Readonly<{ words: string; on: PlainDate; factId?: string }> | undefined }>

/** One home: one placement, or the same carers. A place that is hidden from the reader is told apart by the placement alone. */
export const oneHome = (a: Placement, b: Placement): boolean => a.placementId === b.placementId || (!a.hidden && !b.hidden && sameCarer(a, b))

/** Who of them lives with the child on this day, and who elsewhere. The reason may have been written down with any of them: the newest counts. */
export function togetherOf(id: string, siblings: readonly string[], care: Read, today: PlainDate): Together {
  const lives = (personId: string): Placement | undefined => care.placements.find((one) => one.personId === personId && holds(one, today))
  const mine = lives(id)
  const others = siblings.filter((one) => one !== id).flatMap((personId) => { const placement = lives(personId); return placement ? [{ personId, placement }] : [] })
  const elsewhere = mine ? others.filter((one) => !oneHome(mine, one.placement)) : []
  const them = [id, ...elsewhere.map((one) => one.personId)]
  const [why] = [
    ...care.facts.flatMap((fact) => (fact.kind === 'siblingsApart' && them.includes(fact.personId) && holds({ from: fact.on, to: fact.to }, today) && fact.answers['why'] ? [{ words: fact.answers['why'], on: fact.on, factId: fact.factId }] : [])),
    ...care.periods.flatMap((period) => (them.includes(period.personId) && holds(period, today) && period.apartWhy ? [{ words: period.apartWhy, on: period.from }] : [])),
  ].sort((a, b) => b.on.localeCompare(a.on))
  return { here: others.filter((one) => !elsewhere.includes(one)).map((one) => one.personId), elsewhere, why }
}
