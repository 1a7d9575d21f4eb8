import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { somebodyElse, type Passage } from '../model.ts'

/** An entry of the chronology as the copy needs it. `others`: it is also about people who may not be known to the reader, or to whoever sends it. */
export type Entry = Readonly<{ on: PlainDate; title: string; words: string | undefined; said: string | undefined; source: string; names: readonly string[]; about: readonly string[]; others: boolean }>
/** The entries, the oldest first, as courts read: a heading a year (about `whom`); each with its day, whom it is about and where it comes from. */
export function passagesOfEntries(entries: readonly Entry[], whom: string): Passage[] {
  const inOrder = entries.toSorted((a, b) => a.on.localeCompare(b.on))
  return inOrder.flatMap((entry, i): Passage[] => {
    const year = entry.on.slice(0, 4)
    const about = [...entry.about, ...(entry.others ? [somebodyElse] : [])]
    return [
      ...(inOrder[i - 1]?.on.slice(0, 4) === year ? [] : [{ place: `the year ${year}`, about: [whom], general: true as const, blocks: [{ kind: 'heading' as const, level: 2 as const, words: year }] }]),
      {
        place: `the entry of ${dayInWords(entry.on)}`, about, blocks: [
          { kind: 'heading', level: 3, words: `${dayInWords(entry.on)}: ${entry.title}` },
          ...(entry.words ? [{ kind: 'paragraph' as const, words: entry.words }] : []),
          ...(entry.said ? [{ kind: 'quote' as const, words: entry.said, by: '' }] : []),
          { kind: 'paragraph', words: `About ${entry.names.join(', ') || 'the family'}. ${entry.source}.` },
        ],
      },
    ]
  })
}

/** The copy of a chronology: who it is about, and their entries. */
export const passagesOfRecord = (entries: readonly Entry[], people: readonly Readonly<{ id: string; name: string; born: string }>[]): Passage[] => [
  ...people.map((one): Passage => ({ place: 'who it is about', about: [one.id], blocks: [{ kind: 'paragraph', words: `${one.name}, ${one.born}` }] })),
  ...passagesOfEntries(entries, people[0]?.id ?? somebodyElse),
]
