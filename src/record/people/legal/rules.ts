import { lookedAfterStatuses, orderKinds, statusBegins } from '../../../../content/codes/legalStatus.ts'
import { dayInWords, isPlainDate, plain, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { labelNow } from '../../access/own/now.ts'
import type { LegalKind, LegalStatus } from './model.ts'

/** Whether a code is a status of being looked after or another order; undefined when it is neither. */
export const kindOfStatus = (code: string): LegalKind | undefined =>
  lookedAfterStatuses.codes.some((one) => one.code === code) ? 'lookedAfter' : orderKinds.codes.some((one) => one.code === code) ? 'order' : undefined

export const statusInWords = (code: string): string => labelNow(kindOfStatus(code) === 'order' ? orderKinds : lookedAfterStatuses, code)
/** The law that a status or order rests on. */
export const lawOf = (code: string): string | undefined => [...lookedAfterStatuses.codes, ...orderKinds.codes].find((one) => one.code === code)?.help

type Said = Readonly<{ code: string; from: string; to?: string | undefined; expiresOn?: string | undefined }>

const day = (question: string, text: string | undefined, words: string): Problem[] => (text === undefined || isPlainDate(text) ? [] : [{ question, problem: words }])

/** What to put right in what was typed, before the record is asked. */
export function problemsOfStatus(said: Said, today: PlainDate): Problem[] {
  const problems: Problem[] = [
    ...(kindOfStatus(said.code) ? [] : [{ question: 'code', problem: 'Choose which order or status.' }]),
    ...day('from', said.from, 'Give the day it began, as in 3/10/2025.'),
    ...day('to', said.to, 'Give the day it ended, as in 3/10/2025.'),
    ...day('expiresOn', said.expiresOn, 'Give the day it runs out, as in 3/10/2026.'),
  ]
  if (problems.length > 0) return problems
  const begins = statusBegins[said.code]
  if (said.from > today) problems.push({ question: 'from', problem: 'This day has not come yet. Record an order when it has been made.' })
  else if (begins?.until && said.from > begins.until) problems.push({ question: 'from', problem: `No child could come under this after ${dayInWords(plain(begins.until))}. Check the day, or choose another status.` })
  else if (begins?.from && said.from < begins.from) problems.push({ question: 'from', problem: `There was no such order before ${dayInWords(plain(begins.from))}. Check the day, or choose another status.` })
  if (said.to && said.to < said.from) problems.push({ question: 'to', problem: 'It ended before it began. Check both days.' })
  if (said.to && said.to > today) problems.push({ question: 'to', problem: 'This day has not come yet. Leave it empty while it holds; say below when it runs out.' })
  if (said.expiresOn && said.expiresOn < said.from) problems.push({ question: 'expiresOn', problem: 'It runs out before it began. Check both days.' })
  return problems
}

const last = '9999-12-31'
/** Whether two statuses hold on one same day. The day on which one ends is the other's. */
export const overlaps = (a: Readonly<{ from: string; to?: string | null | undefined }>, b: Readonly<{ from: string; to?: string | null | undefined }>): boolean =>
  a.from < (b.to ?? last) && b.from < (a.to ?? last)

/** Whether it holds on a day. */
export const holdsOn = (status: Readonly<{ from: string; to: string | null }>, on: PlainDate): boolean => status.from <= on && (status.to === null || status.to > on)

/** What holds now, the looked-after status first, then the newest. */
export const holdingOn = (statuses: readonly LegalStatus[], on: PlainDate): LegalStatus[] =>
  statuses.filter((one) => holdsOn(one, on)).sort((a, b) => Number(a.kind === 'order') - Number(b.kind === 'order') || b.from.localeCompare(a.from) || a.code.localeCompare(b.code))

/** Orders that bring a care order, or an interim one, to an end (Children Act 1989, section 91 and schedule 3 paragraph 10; Adoption and Children Act 2002, section 46: remembered, not read). */
const endCareOrders: readonly string[] = ['supervision', 'livesWith', 'specialGuardianship', 'adoptionOrder']
/** A care order that is still written down as holding beside a later order that ended it. The record ends nothing by itself: whether the child leaves our care or stays by agreement is for people to say. */
export function outlived(statuses: readonly LegalStatus[], on: PlainDate): Readonly<{ care: LegalStatus; by: LegalStatus }> | undefined {
  const holding = holdingOn(statuses, on)
  const care = holding.find((one) => one.kind === 'lookedAfter' && (one.code === 'interimCareOrder' || one.code === 'careOrder'))
  const by = care ? holding.find((one) => endCareOrders.includes(one.code) && one.from >= care.from) : undefined
  return care && by ? { care, by } : undefined
}

/** The day since which a child has been looked after without a break; undefined when they are not. */
export function lookedAfterSince(statuses: readonly LegalStatus[], on: PlainDate): PlainDate | undefined {
  const care = statuses.filter((one) => one.kind === 'lookedAfter' && one.from <= on).sort((a, b) => b.from.localeCompare(a.from))
  let since: PlainDate | undefined
  for (const one of care) {
    if (since === undefined ? holdsOn(one, on) : one.to !== null && one.to >= since) since = since === undefined || one.from < since ? one.from : since
    else if (since !== undefined) break
  }
  return since
}
