import { shortDay, timeOf, type PlainDate } from '../../kernel/dates.ts'
import { listed } from '../../kernel/phrasing.ts'
import { workingDaysBetween } from '../../kernel/workingDays.ts'
import { agreedWords, waitingWords } from '../../engine/timescales/words.ts'
import type { ClockState } from '../../platform/page/clock.tsx'
import type { TrayWork } from '../../platform/page/tray.tsx'
import { ageInWords, markOf } from '../people/marks.ts'
import { overdueReasons } from '../../../content/codes/work.ts'
import { dutiesNow, labelNow } from '../access/own/now.ts'
import { ownDueBefore } from './ownMeasure.ts'
import { mayWait } from './pauses/rules.ts'
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

/** Whether the clock of the law waits, and not only the council’s own beside it. */
const waitsByLaw = (item: Pick<WorkItem, 'paused' | 'duty'>): boolean => item.paused !== undefined && item.paused.duty === item.duty

export function groupOf(item: WorkItem, me: string, today: PlainDate): Group {
  if (waitsByLaw(item)) return 'waiting'
  if (item.workerId !== me && item.askedBy === me) return 'waiting'
  if (item.state === 'waiting') return 'waiting'
  if (!item.dueOn) return item.state === 'returned' ? 'today' : 'later'
  if (item.dueOn < today || item.hourIsOver) return 'overdue'
  if (item.dueOn === today) return 'today'
  return workingDaysBetween(today, item.dueOn) <= 5 ? 'week' : 'later'
}

function lawsClock(item: WorkItem, waiting: boolean, today: PlainDate): ShownClock {
  if (item.paused && waitsByLaw(item)) return { state: 'waiting', words: `Paused since ${shortDay(item.paused.on, today)}`, second: item.paused.why }
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

/** Why it is late, as it was said. */
export const lateInWords = (late: NonNullable<WorkItem['late']>): string => [late.why === 'other' && late.words ? '' : labelNow(overdueReasons, late.why).replace(/^./, (letter) => letter.toLowerCase()), late.words ?? ''].filter(Boolean).join(': ')
/** Late by a rule: a reason can be said. */
export const isLate = (item: Pick<WorkItem, 'dueOn' | 'duty' | 'hourIsOver' | 'paused'>, today: PlainDate): boolean => item.duty !== null && !waitsByLaw(item) && item.dueOn !== null && (item.dueOn < today || item.hourIsOver !== undefined)

type ShownClock = Readonly<{ state: ClockState; words: string; second?: string }>
/** How the clock of a piece of work reads wherever it is shown, with the day of the council’s own measure where it has one beside the law’s. */
export function clockOf(item: WorkItem, waiting: boolean, today: PlainDate): ShownClock {
  const laws = lawsClock(item, waiting, today)
  const clock = laws.state === 'late' && item.late ? { ...laws, second: `${laws.second ?? ''}; ${lateInWords(item.late)}` } : laws
  if (item.paused && !waitsByLaw(item)) return { ...clock, second: `${clock.second ?? ''}; our own measure waits since ${shortDay(item.paused.on, today)}: ${item.paused.why}` }
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

/** Whether the time of this work may stand still, by its rule or by the council’s own measure. */
const clockMayWait = (item: Pick<WorkItem, 'duty' | 'openedOn'>, today: PlainDate): boolean => mayWait(dutiesNow(), item.duty, item.openedOn > today ? today : item.openedOn).length > 0

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
    clock: clockOf(item, waiting, today),
    ...(isLate(item, today) ? { clockHref: `/work/${item.id}/clock#late`, ...(!item.late && item.workerId === me && !item.paused && !clockMayWait(item, today) ? { clockWords: 'Say why' } : {}) } : item.paused || clockMayWait(item, today) ? { clockHref: `/work/${item.id}/clock` } : {}),
    open: waiting ? { href: teller.read?.(item) ?? teller.open(item).href, words: 'View' } : teller.open(item),
  }
}
