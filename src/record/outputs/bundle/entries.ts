import { dayInWords, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import type { Asking, Domain } from '../../access/model.ts'
import { readChronology } from '../../chronology/queries.ts'
import { cardsOf } from '../../people/queries.ts'
import type { Entry } from './rules.ts'
import * as store from './store.ts'

/** What tells a reader that something is kept from them, or to whom else the record went, is not theirs to read. */
const ofTheHouse = new Set(['address.hidden', 'address.shown', 'output.sent'])

/** Legal advice and allegations against professionals go by no copy of a record, whoever prints it: those who may see them do not carry them on by it (access policy, rule 19). */
const staysHere = new Set(['legal', 'allegation'])

type Wanted = Readonly<{ people: readonly string[]; most: number; significantOnly?: boolean | undefined; since?: string | undefined; until?: string | undefined; /** Only entries of these parts of the record. */ domains?: readonly Domain[] }>

/** What the chronology of these people says, newest first, as a paper tells it. `more`: there is more than `most`. */
export async function entriesOf(asking: Asking, input: Wanted): Promise<{ entries: Entry[]; more: boolean }> {
  const { lines, more } = await readChronology(asking, input.people, { most: input.most, significantOnly: input.significantOnly ?? false, before: input.until })
  const shown = lines.filter((line) => !ofTheHouse.has(line.kind) && (input.since === undefined || line.happenedOn >= input.since))
  const about = new Map((await store.peopleOfEvents(asking.db, shown.map((line) => line.id))).map((row) => [row.id, row]))
  const named = await cardsOf(asking, [...new Set([...about.values()].flatMap((row) => row.people))])
  return {
    // What is older than the first day asked for is not missed.
    more: more && (input.since === undefined || (lines.at(-1)?.happenedOn ?? '') >= input.since),
    entries: shown.filter((line) => !staysHere.has(about.get(line.id)?.domain ?? '')).filter((line) => input.domains === undefined || input.domains.some((one) => one === about.get(line.id)?.domain)).map((line): Entry => {
      const row = about.get(line.id)
      const people = [...new Set([...(row?.people ?? line.people), ...(line.told.said ? [line.told.said.personId] : [])])]
      return { on: line.happenedOn, title: line.told.title, words: line.told.words, said: line.told.said?.words, source: line.told.source ?? line.by ?? 'Brought in from another system', about: people, others: row?.others ?? true, names: people.flatMap((id) => named.get(id)?.given || named.get(id)?.name || []) }
    }),
  }
}

/** `born 3 May 2019`, as a paper says it. */
export const bornInWords = (card: { bornOn: PlainDate | null; dueOn: PlainDate | null; unborn: boolean }): string =>
  card.bornOn && isPlainDate(card.bornOn) ? `born ${dayInWords(card.bornOn)}` : card.unborn ? 'not yet born' : 'date of birth not known'
