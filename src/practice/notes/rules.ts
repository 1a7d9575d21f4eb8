import { daysBetween, isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import { kindInWords, type NoteKind, type WriteNote } from './model.ts'

/** The title in lists: what the writer called it, else the kind and the place. */
export const titleOf = (note: Readonly<{ kind: NoteKind; title?: string | undefined; place?: string | undefined }>): string =>
  note.title?.trim() || (note.place?.trim() ? `${kindInWords(note.kind)}, ${note.place.trim()}` : kindInWords(note.kind))

/** Work that a visit does. */
export const isVisit = (kind: string): boolean => kind === 'visit' || kind.endsWith('Visit')

/** What to put right before a note is signed. */
export function problemsOfNote(note: WriteNote, today: PlainDate): Problem[] {
  const problems: Problem[] = []
  const people = new Set(note.people)
  if (!isPlainDate(note.happenedOn)) problems.push({ question: 'happenedOn', problem: 'Write the day it happened as day, month and year.' })
  else if (note.happenedOn > today) problems.push({ question: 'happenedOn', problem: 'This day has not come yet. Write the day it happened.' })
  else if (daysBetween(note.happenedOn, today) > 365 * 30) problems.push({ question: 'happenedOn', problem: 'Check the year: this is more than thirty years ago.' })
  note.passages?.forEach((passage, i) => {
    if (passage.about.some((id) => !people.has(id))) problems.push({ question: `passages.${i}`, problem: 'This passage is about somebody who is not on the note. Add them to the note first.' })
  })
  for (const seen of note.seen ?? []) {
    if (!people.has(seen.personId)) problems.push({ question: 'seen', problem: 'You ticked somebody as seen who is not on the note. Add them to the note first.' })
    if (seen.alone && !seen.seen) problems.push({ question: `seen.${seen.personId}`, problem: 'Somebody seen alone was seen: tick both.' })
  }
  if ((note.seen ?? []).length > 0 && note.kind !== 'visit' && note.kind !== 'directWork') problems.push({ question: 'kind', problem: 'Only a visit or direct work says who was seen. Choose “visit”, or take the ticks away.' })
  if (note.corrects && !note.correctionReason?.trim()) problems.push({ question: 'correctionReason', problem: 'Say in a few words what you correct, and why. The first version stays.' })
  return problems
}
