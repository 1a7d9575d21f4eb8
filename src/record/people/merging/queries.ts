import { notFound } from '../../../kernel/errors.ts'
import { Id, optional, shape } from '../../../kernel/shape.ts'
import { query } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { may } from '../../access/permissions.ts'
import type { Described } from '../matching/described.ts'
import { score, type Match, type Reason } from '../matching/score.ts'
import type { Card } from '../model.ts'
import { cardsOf, sightOf } from '../queries.ts'
import { describedFrom } from '../search/rules.ts'
import * as store from './store.ts'

/** One of two records that may be one person: the card, and, for those who may merge, what search knows. */
export type Side = Readonly<{ card: Card; described: Described }>
export type SideBySide = Readonly<{ one: Side; other: Side; match: Match; mayMerge: boolean }>

const ofCard = (card: Card): Described => ({
  names: [{ given: card.given, family: card.family, kind: 'current' }],
  bornOn: card.bornOn,
  bornEstimated: card.bornAbout !== null && card.bornAbout !== 'day',
  addresses: [],
})

/** Two records side by side, with the reasons for and against their being one person. Whoever may not merge compares the name cards only. */
export const sideBySide = query('people.sideBySide', shape({ id: Id, otherId: Id }), {
  may: 'person.find',
  run: async (asking, { id, otherId }): Promise<SideBySide> => {
    const [one, other] = [await sightOf(asking, id), await sightOf(asking, otherId)]
    const cards = await cardsOf(asking, [one.id, other.id])
    const [cardOfOne, cardOfOther] = [cards.get(one.id), cards.get(other.id)]
    if (!cardOfOne || !cardOfOther) throw notFound('We could not find one of the people.')
    const known = may(asking.actor, 'person.merge') ? await store.compared(asking.db, one.id, other.id) : []
    const described = (card: Card) => {
      const filed = known.find((row) => row.person_id === card.id)
      return filed ? describedFrom(filed.described) : ofCard(card)
    }
    const sides = [{ card: cardOfOne, described: described(cardOfOne) }, { card: cardOfOther, described: described(cardOfOther) }] as const
    return { one: sides[0], other: sides[1], match: score(sides[0].described, sides[1].described), mayMerge: known.length === 2 }
  },
})

/** What a record was merged from, for those who may take that back, with what was written on the shared record since. */
export async function partsOf(asking: Asking, id: string): Promise<{ card: Card; parts: readonly (store.Part & Readonly<{ since: readonly store.Written[] }>)[] }> {
  const known = await sightOf(asking, id)
  const card = (await cardsOf(asking, [known.id])).get(known.id)
  if (!card) throw notFound('We could not find that person.')
  const parts = await store.partsOf(asking.db, known.id)
  asking.saw(parts.map((part) => part.partId))
  const since = await Promise.all(parts.map((part) => store.writtenSince(asking.db, part.partId)))
  return { card, parts: parts.map((part, at) => ({ ...part, since: since[at] ?? [] })) }
}

export type PossibleDuplicate = Readonly<{ one: Card; other: Card; score: number; reasons: readonly Reason[] }>

/** Who may have been recorded twice: all pairs, or those of one person. For those who may merge them. */
export const possibleDuplicates = query('people.possibleDuplicates', shape({ id: optional(Id) }), {
  may: 'person.merge',
  run: async (asking, { id }): Promise<readonly PossibleDuplicate[]> => {
    const pairs = await store.duplicates(asking.db, id ?? null, 50)
    const cards = await cardsOf(asking, [...new Set(pairs.flatMap((pair) => [pair.personId, pair.otherId]))])
    return pairs.flatMap((pair) => {
      const [one, other] = [cards.get(pair.personId), cards.get(pair.otherId)]
      return one && other ? [{ one, other, score: pair.score, reasons: pair.reasons }] : []
    })
  },
})

/** How many pairs wait to be looked at, for those who may merge them; at most fifty. */
export const howManyDuplicates = async (asking: Asking): Promise<number> => (await store.duplicates(asking.db, null, 50)).length
