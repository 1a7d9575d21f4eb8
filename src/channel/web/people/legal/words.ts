import { dayInWords, type PlainDate } from '../../../../kernel/dates.ts'
import type { LegalStatus } from '../../../../record/people/legal/model.ts'
import { holdingOn, lookedAfterSince, statusInWords } from '../../../../record/people/legal/rules.ts'

export const runsOut = (status: LegalStatus, today: PlainDate): string | undefined =>
  status.expiresOn === null ? undefined : status.expiresOn < today ? `was to run out on ${dayInWords(status.expiresOn)}` : `runs out on ${dayInWords(status.expiresOn)}`

export type LegalAnswer = Readonly<{
  /** What holds now, the first in the largest type; nothing when no order is recorded. */
  holding: readonly LegalStatus[]
  title: string
  second: string
  /** Its last day has passed and nobody has said what came after. */
  late: boolean
}>

/** The second of the six questions, for the bar, the card and the family view. */
export function legalAnswer(statuses: readonly LegalStatus[], today: PlainDate): LegalAnswer {
  const holding = holdingOn(statuses, today)
  const [first] = holding
  if (!first) return { holding, title: 'No order recorded', second: statuses.length > 0 ? 'Earlier orders have ended' : 'None now, none before', late: false }
  const since = lookedAfterSince(statuses, today)
  const late = holding.some((one) => one.expiresOn !== null && one.expiresOn < today)
  const more = holding.length > 1 ? `, and ${holding.length - 1} more` : ''
  return { holding, title: `${statusInWords(first.code)}${more}`, second: late ? 'Its last day has passed' : since ? `In our care since ${dayInWords(since)}` : `since ${dayInWords(first.from)}`, late }
}
