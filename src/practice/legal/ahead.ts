import { plain } from '../../kernel/dates.ts'
import { listed } from '../../kernel/phrasing.ts'
import { cardsOf } from '../../record/people/queries.ts'
import type { DateSource } from '../../record/work/datesAhead.ts'
import * as store from './store.ts'
import { factTitle } from './tellers.ts'

/** Hearings to come of the proceedings that somebody leads, or advises in. */
export const hearingsAhead: DateSource = async (asking) => {
  if (!asking.actor.roles.some((role) => role === 'worker' || role === 'manager' || role === 'legal')) return []
  const matters = await store.mattersWith(asking.db, asking.actor.id)
  if (matters.length === 0) return []
  const hearings = (await store.factsOf(asking.db, matters.map((one) => one.id))).filter((one) => one.kind === 'hearing' && one.on >= asking.today)
  const going = (id: string) => (matters.find((one) => one.id === id)?.people ?? []).filter((one) => one.endedOn === null).map((one) => one.personId)
  const people = [...new Set(hearings.flatMap((one) => going(one.matterId)))]
  if (people.length === 0) return []
  const cards = await cardsOf(asking, people)
  asking.saw(people)
  return hearings.map((one) => ({ on: plain(one.on), at: one.at, title: factTitle(one), who: listed((one.about.length > 0 ? one.about : going(one.matterId)).flatMap((id) => { const card = cards.get(id); return card ? [card.given || card.name] : [] })), href: `/legal/${one.matterId}` }))
}
