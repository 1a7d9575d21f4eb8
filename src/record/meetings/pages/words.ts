import { abuseCategories, participations, thresholds } from '../../../../content/codes/meetings.ts'
import { dayInWords, longDay, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { listed, sentence } from '../../../kernel/phrasing.ts'
import type { Card } from '../../people/model.ts'
import type { Invited, Meeting, MeetingChange, WholeMeeting } from '../model.ts'
import { asksCategory, kindOf } from '../rules.ts'

export const nameOfKind = (kind: string): string => kindOf(kind)?.name ?? 'Meeting'
export const outcomeLabel = (kind: string, outcome: string): string => kindOf(kind)?.outcomes.find((one) => one.code === outcome)?.label ?? outcome
export const categoryLabel = (code: string): string => labelOf(thresholds.codes.some((one) => one.code === code) ? thresholds : abuseCategories, code)
export const participationLabel = (code: string): string => labelOf(participations, code)

const states = { planned: 'Arranged', held: 'Held', cancelled: 'Cancelled' } as const
/** `Held on Thursday 4 December 2025, at the Town Hall. Alison Reed in the chair.` */
export const whenInWords = (meeting: Meeting): string =>
  `${states[meeting.state]} ${meeting.state === 'planned' ? 'for' : 'on'} ${longDay(meeting.on)}${meeting.at ? ` at ${timeOf(meeting.at)}` : ''}${meeting.place ? `, ${meeting.place}` : ''}. ${meeting.chair ? `${meeting.chair} in the chair.` : ''}`.trim()

/** What was decided, child by child where it differs. */
export function decidedInWords(meeting: Pick<WholeMeeting, 'kind' | 'decisions'>, cards: ReadonlyMap<string, Pick<Card, 'given' | 'name'>>): string {
  const groups = Map.groupBy(meeting.decisions, (one) => `${outcomeLabel(meeting.kind, one.outcome)}${one.category && asksCategory(meeting.kind, one.outcome) ? `, ${categoryLabel(one.category).toLowerCase()}` : ''}`)
  return sentence([...groups].map(([words, of]) => `${words} for ${listed(of.flatMap((one) => cards.get(one.personId)?.given ?? []))}`).join('; '))
}

/** Why it was decided: each reason once, with those it was written for. */
export const reasonsOf = (meeting: Pick<WholeMeeting, 'decisions'>, cards: ReadonlyMap<string, Pick<Card, 'given' | 'name'>>): { label: string; value: string }[] =>
  [...Map.groupBy(meeting.decisions.filter((one) => one.words && cards.has(one.personId)), (one) => one.words ?? '')].map(([value, of]) => ({ value, label: listed(of.map((one) => { const card = cards.get(one.personId); return card?.given || card?.name || '' })) }))

const attended = { attended: 'Came', sentReport: 'Sent a report, did not come', apologies: 'Apologies', absent: 'Did not come' } as const
export const attendanceLabel = (one: Pick<Invited, 'attendance'>): string => (one.attendance ? attended[one.attendance] : 'Asked')
export const reportWords = (one: Invited, today: PlainDate): string =>
  one.reportOn ? `Came ${shortDay(one.reportOn, today)}` : one.askedReport ? `Asked for${one.reportDueOn ? `, by ${shortDay(one.reportDueOn, today)}${one.reportDueOn < today ? ': late' : ''}` : ''}` : 'None asked'

const done = { arranged: 'Arranged', rearranged: 'Rearranged', cancelled: 'Cancelled', held: 'Held' } as const
export const changeWords = (change: MeetingChange): string =>
  `${done[change.what]}${change.to ? ` ${change.what === 'held' ? 'on' : 'for'} ${dayInWords(change.to)}` : ''}${change.what === 'rearranged' && change.from ? `, from ${dayInWords(change.from)}` : ''}${change.reason ? `: ${change.reason}` : ''}`
