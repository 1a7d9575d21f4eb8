import { addDays, isPlainDate, momentOf, type Instant, type PlainDate } from '../../kernel/dates.ts'
import { notFound } from '../../kernel/errors.ts'
import { Day, Id, shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { Asking } from '../access/model.ts'
import { idsOf, rowsAbout, sightOf, type PeopleRead } from './queries.ts'
import * as store from './store/asKnown.ts'

/** What stood in the record at the end of a day. `cards`: as they were then; who was not yet on the record has none. */
export type AsKnown = Omit<PeopleRead, 'cards'> & Readonly<{ day: PlainDate; cards: readonly store.CardThen[] }>

/** The moment at which a day ends on the clock of England, the first of the next day. */
const endOf = (day: PlainDate): Instant => momentOf(addDays(day, 1), '00:00')

/**
 * Reads people as they were known at the end of a day. Who may read is asked as of now: a person marked since, or kept from the reader since, stays closed.
 * Records made one since are read as one. `people`: survivors.
 */
export async function asKnownOn(asking: Asking, people: readonly string[], day: PlainDate): Promise<AsKnown> {
  const before = endOf(day)
  const cards = await store.cardsThen(asking.db, people, day, before)
  asking.saw(people)
  return { day, cards, ...(await rowsAbout(asking, people, day, before)) }
}

/** The addresses of people, of any time, that are the same place as one that is hidden today: kept in what was known earlier, too. */
export const placesKept = async (asking: Asking, people: readonly string[]): Promise<ReadonlySet<string>> => new Set(await store.placesKept(asking.db, await idsOf(asking, people)))

/** One person as they were known at the end of a day. */
export const knownOn = query('people.asKnownOn', shape({ id: Id, day: Day }), {
  may: 'record.read',
  run: async (asking, { id, day }) => {
    if (!isPlainDate(day)) throw notFound('That is not a day of the calendar, as in 2026-11-22.')
    const known = await sightOf(asking, id)
    return { id: known.id, sight: known.sight, ...(await asKnownOn(asking, known.sight === 'exists' ? [] : [known.id], day)) }
  },
})
