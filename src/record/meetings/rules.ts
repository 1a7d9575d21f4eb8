import type { CodeList } from '../../../content/codes/codeList.ts'
import { abuseCategories, thresholds } from '../../../content/codes/meetings.ts'
import { agencies } from '../../../content/meetings/agencies.ts'
import { meetingKinds } from '../../../content/meetings/kinds.ts'
import { quoracyOf, type Quoracy } from '../../engine/meetings/quorum.ts'
import type { MeetingKind } from '../../engine/meetings/model.ts'
import { lastDay } from '../../engine/timescales/due.ts'
import { dutyOn } from '../../engine/timescales/evaluate.ts'
import { isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import { listed } from '../../kernel/phrasing.ts'
import { isWorkingDay } from '../../kernel/workingDays.ts'
import { duties } from '../../../content/timescales/all.ts'
import type { Hold, Invited, Meeting } from './model.ts'

export const kindOf = (id: string): MeetingKind | undefined => meetingKinds.find((kind) => kind.id === id)
/** Whether a category goes with this decision: a child who needs no protection plan has none, whatever was chosen for the others. */
export const asksCategory = (kind: string, outcome: string): boolean => kindOf(kind)?.outcomes.find((one) => one.code === outcome)?.asks?.includes('category') ?? false
/** What the category of a decision is chosen from. */
export const categoriesOf = (kind: Pick<MeetingKind, 'categories'>): CodeList => (kind.categories === 'thresholds' ? thresholds : abuseCategories)
export const agencyLabel = (code: string): string => agencies.find((one) => one.code === code)?.label ?? 'Another agency'

/** What to put right in the day of a meeting to come. */
export function problemsOfDay(kind: MeetingKind, on: string, today: PlainDate, needsReason: Readonly<{ dueOn: PlainDate | null; reason: string | undefined }>): Problem[] {
  if (!isPlainDate(on)) return [{ question: 'on', problem: 'Write the day as day, month and year, as in 3/10/2025.' }]
  if (on < today) return [{ question: 'on', problem: 'This day has passed. Give the day it will be, or write down a meeting that was held.' }]
  if (kind.workingDay && !isWorkingDay(on)) return [{ question: 'on', problem: 'This is no working day, and the census takes a conference on working days only. Choose another day.' }]
  if (needsReason.dueOn && on > needsReason.dueOn && !needsReason.reason?.trim()) return [{ question: 'lateReason', problem: 'This day is later than the guidance allows. Say why, or choose an earlier day.' }]
  return []
}

/** The last day for reports of a meeting on that day, by the clock of its kind. Never before today. */
export function reportsBy(kind: MeetingKind, on: PlainDate, today: PlainDate): PlainDate | null {
  const duty = kind.reports ? dutyOn(duties, kind.reports, today) : undefined
  if (!duty) return null
  const day = lastDay(on, duty.within, duty.calendar ?? 'england', duty.count, true)
  return day < today ? today : day
}

/** Whether enough of them came, by what the chair ticked. */
export function quoracyAt(kind: MeetingKind, invited: readonly Pick<Invited, 'id' | 'agency'>[], hold: Pick<Hold, 'attendance' | 'alsoCame'>): Quoracy {
  const came = hold.attendance.filter((one) => one.attendance === 'attended').flatMap((one) => invited.find((who) => who.id === one.invitedId)?.agency ?? [])
  return quoracyOf(kind.quorum, [...came, ...(hold.alsoCame ?? []).map((one) => one.agency)], agencies)
}

const shortWords = (kind: MeetingKind, of: Quoracy): string =>
  `Not quorate: ${kind.quorum?.words ?? ''}${of.missing.length > 0 ? ` Without ${listed(of.missing.map((code) => agencyLabel(code).toLowerCase()))}.` : ''} Say why it went ahead, or rearrange it.`

/** What to put right before a meeting is written down as held. */
export function problemsOfHold(kind: MeetingKind, meeting: Pick<Meeting, 'on' | 'dueOn' | 'lateReason'> & Readonly<{ invited: readonly Invited[]; people: Meeting['people'] }>, hold: Hold, today: PlainDate): Problem[] {
  const problems: Problem[] = []
  const people = new Set(meeting.people.map((person) => person.personId))
  if (!isPlainDate(hold.on)) problems.push({ question: 'on', problem: 'Write the day it was held as day, month and year.' })
  else if (hold.on > today) problems.push({ question: 'on', problem: 'This day has not come yet. Give the day it was held.' })
  else if (kind.workingDay && !isWorkingDay(hold.on)) problems.push({ question: 'on', problem: 'This is no working day, and the census takes a conference on working days only.' })
  if (isPlainDate(hold.on) && meeting.dueOn && hold.on > meeting.dueOn && !meeting.lateReason && !hold.lateReason?.trim()) problems.push({ question: 'lateReason', problem: 'It was held later than the guidance allows. Say why.' })
  if (!hold.words.trim()) problems.push({ question: 'words', problem: 'Write what was said, for all of them.' })
  const quoracy = quoracyAt(kind, meeting.invited, hold)
  if (!quoracy.quorate && !hold.quorumReason?.trim()) problems.push({ question: 'quorumReason', problem: shortWords(kind, quoracy) })
  for (const passage of hold.passages ?? []) if (passage.about.some((id) => !people.has(id))) problems.push({ question: 'passages', problem: 'A passage is about somebody whom the meeting was not about.' })
  if (kind.outcomes.length > 0) for (const { personId } of meeting.people) {
    const decision = hold.decisions?.find((one) => one.personId === personId)
    const outcome = kind.outcomes.find((one) => one.code === decision?.outcome)
    if (!outcome) problems.push({ question: `decisions.${personId}`, problem: 'Say what was decided for each child.' })
    else if (asksCategory(kind.id, outcome.code) && !decision?.category) problems.push({ question: `decisions.${personId}.category`, problem: kind.categories ? 'Say whether the threshold is met.' : 'Choose the category of the plan.' })
    else if (outcome.asks?.includes('reason') && !decision?.words?.trim()) problems.push({ question: `decisions.${personId}.words`, problem: 'Say why this was decided.' })
  }
  return problems
}
