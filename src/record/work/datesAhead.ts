import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Asking } from '../access/model.ts'

/** A day that is set for something that whoever looks has part in, and that is no work to finish: a hearing. Contributed by the module that knows it. */
export type DateAhead = Readonly<{ on: PlainDate; at: Instant | null; title: string; who: string; href: string }>
export type DateSource = (asking: Asking) => Promise<readonly DateAhead[]>

let sources: readonly DateSource[] = []
/** Plugs in the dates ahead of whoever looks. Called once, when the house is put together. */
export function plugDateSources(contributed: readonly DateSource[]): void {
  sources = contributed
}
/** The next of them, the soonest first. */
export async function datesAhead(asking: Asking, most: number): Promise<readonly DateAhead[]> {
  const found: DateAhead[] = []
  for (const source of sources) found.push(...await source(asking))
  return found.sort((a, b) => a.on.localeCompare(b.on) || (a.at ?? '').localeCompare(b.at ?? '')).slice(0, most)
}
