import { longDay } from '../../kernel/dates.ts'
import { listed } from '../../kernel/phrasing.ts'
import type { Block, Passage } from '../outputs/model.ts'
import type { Card } from '../people/model.ts'
import type { WholeMeeting } from './model.ts'
import { attendanceLabel, categoryLabel, outcomeLabel } from './pages/words.ts'

type Cards = ReadonlyMap<string, Pick<Card, 'given' | 'name'>>
const namesOf = (cards: Cards, ids: readonly string[]): string => listed(ids.flatMap((id) => cards.get(id)?.given || cards.get(id)?.name || []))
const heading = (words: string): Block => ({ kind: 'heading', level: 2, words })
const paragraphs = (text: string): Block[] => text.split(/\n\s*\n/).filter((one) => one.trim()).map((words) => ({ kind: 'paragraph', words }))

/** The minutes of a meeting: what was decided, what was said, what each agency thinks; what is about one child only stands in a passage of theirs. */
export function minutesPassages(meeting: WholeMeeting, cards: Cards): Passage[] {
  const invitedOf = (id: string | null) => meeting.invited.find((one) => one.id === id)
  const everybody = meeting.people.map((one) => one.personId)
  // Who came and is of the family is somebody on the record: a reader who may not know of them does not read that they came, or what they said.
  const [family, professionals] = [meeting.invited.filter((one) => one.personId), meeting.invited.filter((one) => !one.personId)]
  const came = (one: WholeMeeting['invited'][number]): string => `${one.name}: ${attendanceLabel(one).toLowerCase()}`
  return [
    { place: 'when it was held', about: [], blocks: [{ kind: 'paragraph', words: `Held on ${longDay(meeting.on)}${meeting.place ? `, ${meeting.place}` : ''}.${meeting.chair ? ` ${meeting.chair} in the chair.` : ''}${meeting.quorate === false ? ` It was not quorate: ${meeting.quorumReason ?? ''}` : ''}` }] },
    ...meeting.decisions.map((one): Passage => ({ place: 'what was decided', about: [one.personId], blocks: [heading(`What was decided for ${namesOf(cards, [one.personId])}`), { kind: 'paragraph', words: `${outcomeLabel(meeting.kind, one.outcome)}${one.category ? `, ${categoryLabel(one.category).toLowerCase()}` : ''}. ${one.words ?? ''}`.trim() }] })),
    ...meeting.passages.filter((one) => one.kind === 'childsView').map((one): Passage => ({ place: 'a child’s own words', about: one.about, blocks: [{ kind: 'quote', words: one.words, by: namesOf(cards, one.about) }] })),
    { place: 'the minutes', about: [], blocks: [heading('What was said'), ...paragraphs(meeting.words)] },
    ...meeting.passages.filter((one) => one.kind === 'minutes').map((one): Passage => ({ place: 'a passage of the minutes', about: one.about, blocks: [heading(`About ${namesOf(cards, one.about)}`), ...paragraphs(one.words)] })),
    ...meeting.passages.filter((one) => one.kind === 'view').map((one): Passage => {
      const who = invitedOf(one.invitedId)
      return { place: 'what an agency thinks', about: who?.personId ? [...(one.about.length > 0 ? one.about : everybody), who.personId] : one.about, blocks: [{ kind: 'heading', level: 3, words: who?.name ?? 'An agency' }, ...paragraphs(one.words)] }
    }),
    { place: 'who came', about: [], general: true, blocks: [heading('Who came')] },
    ...(professionals.length > 0 ? [{ place: 'who came', about: [], blocks: [{ kind: 'list' as const, rows: professionals.map(came) }] }] : []),
    ...family.map((one): Passage => ({ place: 'somebody of the family who was asked to come', about: [...everybody, ...(one.personId ? [one.personId] : [])], blocks: [{ kind: 'list', rows: [came(one)] }] })),
  ]
}
