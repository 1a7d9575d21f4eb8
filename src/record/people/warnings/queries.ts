import { dayOf, type PlainDate } from '../../../kernel/dates.ts'
import type { Asking } from '../../access/model.ts'
import { partsOf } from '../queries.ts'
import * as store from './store.ts'

/** One look at a safety note: when, by whom, and what they knew. */
export type Look = Readonly<{ on: PlainDate; by: string | null; why: string | null; words: string; reviewOn: PlainDate; ended: boolean }>
/** A safety note from its first day on: how it was written, each look at it, and its end. */
export type Story = Readonly<{ first: string; personId: string; kind: string; words: string; from: PlainDate; endedOn: PlainDate | null; looks: readonly [Look, ...Look[]] }>

/** What was written of the safety of these people (survivors), with what ended. */
export async function storiesOf(asking: Asking, people: readonly string[]): Promise<Story[]> {
  const parts = await partsOf(asking, people)
  const survivors = new Map([...parts].flatMap(([survivor, ids]) => ids.map((id) => [id, survivor] as const)))
  return storiesIn(await store.told(asking.db, [...survivors.keys()]), (id) => survivors.get(id) ?? id)
}

/** Rows of notes, each with its looks, the newest note first. */
function storiesIn(rows: readonly store.Told[], survivorOf: (id: string) => string): Story[] {
  return [...Map.groupBy(rows, (row) => row.first)].flatMap(([first, all]): Story[] => {
    const [begun, ...later] = all.toSorted((a, b) => a.at.localeCompare(b.at))
    const last = later.at(-1) ?? begun
    if (!begun || !last) return []
    const look = (row: store.Told): Look => ({ on: dayOf(row.at), by: row.by, why: row.why, words: row.words, reviewOn: row.reviewOn, ended: row.endedOn !== null })
    return [{ first, personId: survivorOf(last.personId), kind: last.kind, words: last.words, from: last.from, endedOn: last.endedOn, looks: [look(begun), ...later.map(look)] }]
  }).sort((a, b) => b.from.localeCompare(a.from))
}
