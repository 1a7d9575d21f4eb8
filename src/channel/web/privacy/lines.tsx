import { audited } from '../../../../content/words/audited.ts'
import { dayInWords, dayOf, timeOf, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import type { Way } from '../../../record/access/evidence/model.ts'
import type { Via } from '../../../record/access/model.ts'

/** What a request did, in plain words. */
export const inWords = (what: string): string => audited[what]?.words ?? what

export const whenInWords = (at: Instant): string => `${dayInWords(dayOf(at))}, ${timeOf(at)}`

const wayWords: Readonly<Record<Way, string>> = {
  worker: 'works with this person', team: 'their team works with this person', above: 'manages a team that works with this person', named: 'named on the list of this record', granted: 'was given sight for a time',
  opened: 'opened it with a reason', frontDoor: 'front door or emergency duty', before: 'their team worked with this person in the last year', none: 'no work with this person: the name card at most',
}
/** With what sight somebody looked. */
export const wayInWords = (way: Way): string => wayWords[way]

const viaWords: Readonly<Record<Via, string>> = { page: 'on a page', api: 'through the open interface', commandLine: 'on the command line', import: 'by an import', demonstration: 'while the demonstration was made', job: 'in the background' }
export const viaInWords = (via: Via): string => viaWords[via]

/** The day that was typed, as the audit is asked for it; and what to put right when it is none. */
export function dayAsked(field: 'from' | 'to', text: string, today: PlainDate): Readonly<{ day?: PlainDate; problem?: string }> {
  if (text === '') return {}
  const day = typedDay(text, today)
  return day ? { day } : { problem: `Write the ${field === 'from' ? 'first' : 'last'} day as 3/10/2025 or 3 Oct 2025.` }
}

/** The way to the lines before these. */
export const Older = ({ path, asked, next }: { path: string; asked: Readonly<Record<string, string>>; next: number | undefined }) =>
  next === undefined ? null : <p><ButtonLink href={`${path}?${new URLSearchParams({ ...asked, below: String(next) }).toString()}`}>Older lines</ButtonLink></p>
