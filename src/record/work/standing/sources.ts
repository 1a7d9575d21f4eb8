import type { Happening } from '../../../engine/timescales/model.ts'
import { addDays, addMonths, type PlainDate } from '../../../kernel/dates.ts'
import type { Asking } from '../../access/model.ts'
import { cardsOf, idsOf } from '../../people/queries.ts'

/**
 * What happened to some people, as clocks count it, read from the facts of a module as they stand now: a visit that was corrected stands here once, as it is.
 * `people`: survivors; `ids`: all ids under which their rows stand. Each happening names its people as survivors.
 */
export type ClockSource = (asking: Asking, people: readonly string[], ids: readonly string[]) => Promise<readonly Happening[]>

/** A duty that stands while something lasts: visits, reviews. `meets`: the kind of meeting by which it is done, where it is one. */
export type Standing = Readonly<{
  duty: string; personId: string; kind: string; section?: string; meets?: string
  subject: Readonly<{ kind: string; id: string }>; workerId: string | null; teamId: string | null
}>
export type StandingSource = (asking: Asking, people: readonly string[], ids: readonly string[]) => Promise<readonly Standing[]>

let clockSources: readonly ClockSource[] = []
let standingSources: readonly StandingSource[] = []
/** Plugs in what clocks are counted from and what stands. Called once, when the house is put together. */
export function plugClockSources(clocks: readonly ClockSource[], standing: readonly StandingSource[]): void {
  clockSources = clocks
  standingSources = standing
}

const pregnancyDays = 280
/** What the record itself knows: a birth, a death, the eighteenth birthday. */
async function ownHappenings(asking: Asking, people: readonly string[]): Promise<Happening[]> {
  const cards = [...(await cardsOf(asking, people)).values()]
  const one = (event: string, on: PlainDate, id: string): Happening => ({ event, on, people: [id] })
  return cards.flatMap((card) => [
    ...(card.bornOn && !card.unborn ? [one('child.born', card.bornOn, card.id), ...(addMonths(card.bornOn, 216) <= asking.today ? [one('person.reachedEighteen', addMonths(card.bornOn, 216), card.id)] : [])] : []),
    ...(card.unborn && card.dueOn ? [one('pregnancy.began', addDays(card.dueOn, -pregnancyDays), card.id)] : []),
    ...(card.diedOn ? [one('person.died', card.diedOn, card.id)] : []),
  ])
}

/** Everything that clocks are counted from, for these people (survivors). */
export async function historyOf(asking: Asking, people: readonly string[]): Promise<Happening[]> {
  const ids = await idsOf(asking, people)
  const found = [await ownHappenings(asking, people)]
  for (const source of clockSources) found.push([...await source(asking, people, ids)])
  return found.flat()
}

/** What stands for these people now. */
export async function standingOf(asking: Asking, people: readonly string[]): Promise<Standing[]> {
  const ids = await idsOf(asking, people)
  const found: Standing[] = []
  for (const source of standingSources) found.push(...await source(asking, people, ids))
  return found
}
