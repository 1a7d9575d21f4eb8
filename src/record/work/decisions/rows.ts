import { isPlainDate, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { workingDaysBetween } from '../../../kernel/workingDays.ts'
import { agreedWords, waitingWords } from '../../../engine/timescales/words.ts'
import type { ClockState } from '../../../platform/page/clock.tsx'
import type { DecisionInList } from '../../../platform/page/decision-card.tsx'
import type { WorkItem } from '../model.ts'
import { whoOf } from '../trayRows.ts'
import type { WaitingRow } from './model.ts'
import { decisionTellerOf, type Inbox } from './queries.ts'

export const titleOf = (item: WorkItem): string => decisionTellerOf(item.kind)?.title(item) ?? 'A decision'
export const linkOf = (item: WorkItem): string => {
  const teller = decisionTellerOf(item.kind)
  return teller && 'href' in teller ? teller.href(item) : `/decisions?item=${item.id}`
}

type InClock = Readonly<{ state: ClockState; words: string }>
function waited(since: PlainDate | undefined, today: PlainDate): InClock {
  const days = since && isPlainDate(since) ? workingDaysBetween(since, today) : 0
  return { state: days > 2 ? 'late' : days > 0 ? 'today' : 'inTime', words: days === 0 || !since ? 'Came today' : waitingWords(since, today) }
}

/** When it is due by its own clock; without one, how long it has waited. */
function clockOf(due: PlainDate | null | undefined, since: PlainDate | undefined, today: PlainDate): InClock {
  if (!due) return waited(since, today)
  const days = workingDaysBetween(today, due)
  const words = due < today || days <= 5 ? agreedWords(due, today) : `${days} working days left`
  return { state: due < today ? 'late' : due === today ? 'today' : days <= 2 ? 'soon' : 'inTime', words: due === today ? 'Today' : words }
}
export const isLate = (item: WorkItem, today: PlainDate): boolean => item.state !== 'waiting' && clockOf(item.dueOn, item.openedOn, today).state === 'late'

const fromRow = (row: WaitingRow, today: PlainDate): DecisionInList & Readonly<{ due: string }> =>
  ({ id: row.id, title: row.title, who: row.who, href: row.href, here: false, clock: clockOf(row.dueOn, row.since, today), due: row.dueOn ?? '9999' })

/** The one list, the soonest due first; what waits for an answer stands last. */
export function listOf(inbox: Inbox, here: string | undefined, today: PlainDate, name: string): DecisionInList[] {
  const items = inbox.items.map((item) => ({
    id: item.id, title: titleOf(item), who: `${whoOf(item.people, today)}${item.askedByName ? `, by ${item.askedByName}` : ''}`, here: item.id === here, href: linkOf(item), due: item.state === 'waiting' ? '9999-99' : (item.dueOn ?? '9999'),
    clock: item.state === 'waiting' ? { state: 'waiting' as const, words: `A question is asked, due ${item.dueOn ? shortDay(item.dueOn, today) : 'when answered'}` } : clockOf(item.dueOn, item.openedOn, today),
    ...(inbox.routine.has(item.id) ? { routine: { name, chosen: false } } : {}),
  }))
  return [...items, ...inbox.others.map((row) => fromRow(row, today))].sort((a, b) => a.due.localeCompare(b.due))
}
