import { contactOutcomes, knownToFamily } from '../../../../content/codes/contact.ts'
import { dayOf, longDay, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { counted, listed, sentence } from '../../../kernel/phrasing.ts'
import { workingDaysBetween } from '../../../kernel/workingDays.ts'
import type { ClockState } from '../../../platform/page/clock.tsx'
import type { Contact } from '../model/shown.ts'

const labelsOf = (list: { codes: readonly { code: string; label: string }[] }): Readonly<Record<string, string>> => Object.fromEntries(list.codes.map((code) => [code.code, code.label]))
export const outcomeLabels = labelsOf(contactOutcomes)
export const knowsLabels = labelsOf(knownToFamily)
export const dangerLabels: Readonly<Record<string, string>> = { yes: 'Yes', no: 'They think not', notKnown: 'Not known' }

/** `Friday 3 October at 15:10`, and when it was written down where that was another day. */
export function cameWhen(contact: Pick<Contact, 'receivedAt' | 'recordedAt' | 'receivedOn'>): string {
  const written = dayOf(contact.recordedAt)
  const came = `${longDay(contact.receivedOn)} at ${timeOf(contact.receivedAt)}`
  return written === contact.receivedOn ? came : `${came}, written down ${shortDay(written, contact.receivedOn)} at ${timeOf(contact.recordedAt)}`
}

/** `Contact about four children`, `about Amelia Smith`, `about a baby due 12 Mar`. */
export function titleOf(children: readonly { name: string; unborn: boolean }[]): string {
  const first = children[0]
  if (!first) return 'Contact'
  const unborn = children.filter((child) => child.unborn).length
  const born = children.length - unborn
  if (children.length === 1) return first.unborn ? 'Contact about a baby not yet born' : `Contact about ${first.name}`
  const babies = unborn === 1 ? 'a baby not yet born' : `${counted(unborn, 'baby', 'babies')} not yet born`
  return `Contact about ${[born > 0 ? counted(born, 'child', 'children') : '', unborn > 0 ? babies : ''].filter((part) => part !== '').join(' and ')}`
}

/** Time in words, then the day. */
export function clockOf(dueOn: PlainDate, today: PlainDate): Readonly<{ state: ClockState; words: string; second: string }> {
  const left = workingDaysBetween(today, dueOn)
  if (dueOn < today) return { state: 'late', words: `Late by ${counted(-left || 1, 'working day', 'working days')}`, second: `was due ${shortDay(dueOn, today)}` }
  if (dueOn === today) return { state: 'today', words: 'Decide by the end of today', second: shortDay(dueOn, today) }
  return { state: left <= 2 ? 'soon' : 'inTime', words: `${sentence(counted(left, 'working day', 'working days'))} left`, second: `due ${shortDay(dueOn, today)}` }
}

/** How a child is called in a sentence: `Amelia`, `the baby`. */
export const calledInWords = (card: { name: string; given: string; unborn: boolean }): string => card.given || (card.unborn ? 'the baby' : card.name)

export const names = (people: readonly { name: string; given: string }[]): string => listed(people.map((one) => one.given || one.name))
