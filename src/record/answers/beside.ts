import { sharedBy } from '../../engine/forms/answers.ts'
import { fieldOf } from '../../engine/forms/problems.ts'
import type { Answers, Child } from '../../engine/forms/model.ts'
import type { BesideField } from '../../engine/returns/model.ts'
import { listed } from '../../kernel/phrasing.ts'

/** What a rule asks of one place of a form. */
export type PlaceAsk = Readonly<{ words: string; second: string }>
const returns: Readonly<Record<string, string>> = { ssda903: 'SSDA903', cin: 'the census' }

/**
 * What the rules ask, by the place it stands beside: the answer for all, or the own answer of a child who differs. In a shared place it says whom it is about, where it is not
 * everybody who shares it.
 */
export function asksByPlace(asked: readonly BesideField[], answers: Answers, children: readonly Child[]): ReadonlyMap<string, readonly PlaceAsk[]> {
  const found = new Map<string, PlaceAsk[]>()
  const put = (place: string, one: BesideField, whom: string) => {
    found.set(place, [...(found.get(place) ?? []), { words: `${whom}${one.words}`, second: `Rule ${one.rule} of ${returns[one.of] ?? one.of}. You can send it as it is.` }])
  }
  for (const [, same] of Map.groupBy(asked, (one) => `${one.field} ${one.of} ${one.rule}`)) {
    const [first] = same
    if (!first) continue
    const share = sharedBy(answers[first.field], children)
    const about = share.filter(({ id }) => same.some(({ personId }) => personId === id))
    if (about.length > 0) put(fieldOf(first.field), first, about.length < share.length ? `${listed(about.map(({ name }) => name))}: ` : '')
    for (const one of same) if (!share.some(({ id }) => id === one.personId)) put(fieldOf(first.field, one.personId), one, '')
  }
  return found
}
