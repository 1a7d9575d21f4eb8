import { shortDay, timeOf, type PlainDate } from '../../kernel/dates.ts'
import { listed } from '../../kernel/phrasing.ts'
import { workingDaysBetween } from '../../kernel/workingDays.ts'
import { agreedWords, waitingWords } from '../../engine/timescales/words.ts'
import type { ClockState } from '../../platform/page/clock.tsx'
import type { TrayWork } from '../../platform/page/tray.tsx'
import { ageInWords, markOf } from '../people/marks.ts'
import { ownDueBefore } from './ownMeasure.ts'
import type { OnIt, TrayTeller, WorkItem } from './model.ts'

/** What is asked of whoever looks, by what time does: late, today, this week, later, with somebody else. */
export type Group = 'overdue' | 'today' | 'week' | 'later' | 'waiting'

const tellers = new Map<string, TrayTeller>()

/** Plugs in how the work of the modules reads. Called once, when the house is put together. */
export function plugTrayTellers(contributed: readonly TrayTeller[]): void {
  tellers.clear()
  for (const teller of contributed) tellers.set(teller.kind, teller)
}

const fallback: TrayTeller = {
  kind: 'task',
  title: (item) => item.words ?? 'Something to do',
  open: (item) => ({ href: item.subjectKind === 'person' ? `/people/${item.subjectId}` : `/work/${item.id}`, words: 'Open' }),
}

/** How a piece of work reads, by the module that does it. */
export const tellerOf = (item: WorkItem): TrayTeller => tellers.get(item.kind) ?? fallback

export function groupOf(item: WorkItem, me: string, today: PlainDate): Group {
  if (item.workerId !== me && item.askedBy === me) return 'waiting'
  if (item.state === 'waiting') return 'waiting'
  if (!item.dueOn) return item.state === 'returned' ? 'today' : 'later'
  if (item.dueOn < today || item.hourIsOver) return 'overdue'
  if (item.dueOn === today) return 'today'
  return workingDaysBetween(today, item.dueOn) <= 5 ? 'week' : 'later'
}

export function clockOf(item: WorkItem, waiting: boolean, today: PlainDate): { state: ClockState; words: string; second?: string } {
  if (waiting) return { state: 'waiting', words: waitingWords(item.openedOn, today), second: `asked ${shortDay(item.openedOn, today)}` }
  if (!item.dueOn) return item.state === 'returned' ? { state: 'today', words: 'Returned to you' } : { state: 'inTime', words: 'No date set', second: `since ${shortDay(item.openedOn, today)}` }
  const days = workingDaysBetween(today, item.dueOn)
  if (item.dueOn === today && item.dueAt && item.hourIsOver) return { state: 'late', words: `${item.hourIsOver === 'ended' ? 'Over' : 'Late'} since ${timeOf(item.dueAt)}`, second: `was due ${shortDay(item.dueOn, today)}` }
  const words = agreedWords(item.dueOn, today, item.dueAt ?? undefined)
  const second = item.dueOn < today ? `was due ${shortDay(item.dueOn, today)}` : `due ${shortDay(item.dueOn, today)}`
  if (item.dueOn < today) return { state: 'late', words, second }
  if (item.dueOn === today) return { state: 'today', words, second }
  return { state: days <= 2 ? 'soon' : 'inTime', words: days > 5 ? `${days} working days left` : words, second }
}

/** With the day of the council’s own measure, where it has one beside the law’s. */
function withOwn(item: WorkItem, clock: ReturnType<typeof clockOf>, waiting: boolean, today: PlainDate): ReturnType<typeof clockOf> {
  const own = waiting ? undefined : ownDueBefore(item.duty, item.dueOn)
  return own ? { ...clock, second: `${clock.second ?? ''}; our own measure ${own < today ? 'was' : 'is'} ${shortDay(own, today)}` } : clock
}

/** `Isla and Leo`; `Ruby Lawson, 4` for one; the family for more than three. */
export function whoOf(people: readonly OnIt[], today: PlainDate): string {
  const [first] = people
  if (!first) return 'Nobody named'
  if (people.length === 1) return `${first.name}, ${ageInWords({ ...first, bornAbout: 'day', diedOn: null }, today)}`
  if (people.length <= 3) return listed(people.map((person) => person.given || person.name))
  const families = [...new Set(people.map((person) => person.family).filter(Boolean))]
  return families.length > 0 && families.length <= 3 ? listed(families) : `${people.length} people`
}

/** One row of a tray. */
export function rowOf(item: WorkItem, me: string, today: PlainDate): TrayWork {
  const teller = tellerOf(item)
  const waiting = groupOf(item, me, today) === 'waiting'
  const also = waiting && item.workerName && item.workerId !== me ? `with ${item.workerName}` : teller.also?.(item)
  return {
    title: teller.title(item),
    about: item.people.map(markOf),
    who: whoOf(item.people, today),
    ...(also ? { also } : {}),
    clock: withOwn(item, clockOf(item, waiting, today), waiting, today),
    open: waiting ? { href: teller.read?.(item) ?? teller.open(item).href, words: 'View' } : teller.open(item),
  }
}
