import { daysBetween, shortDay, timeOf, type Instant, type PlainDate } from '../../kernel/dates.ts'
import { workingDaysBetween, type Calendar } from '../../kernel/workingDays.ts'
import type { Clock, Unit } from './model.ts'

const names: Readonly<Record<Unit, readonly [string, string]>> = { workingDays: ['working day', 'working days'], days: ['day', 'days'], hours: ['hour', 'hours'] }
const amount = (n: number, unit: Unit): string => `${n} ${names[unit][n === 1 ? 0 : 1]}`
const unitShown = (clock: Clock): Unit => clock.unit === 'hours' && !clock.dueAt ? 'days' : clock.unit

/** Time in words for a clock: "14 working days left", "In 2 working days", "Today", "By 19:10 today", "Late by 1 working day", "Done on time". */
export function clockWords(clock: Clock): string {
  const left = clock.daysLeft ?? 0
  const unit = unitShown(clock)
  const late = Math.max(1, -left)
  switch (clock.state) {
    case 'notStarted': return 'Not started'
    case 'met': return 'Done on time'
    case 'metLate': return `Done ${amount(late, unit)} late`
    case 'stopped': return 'Stopped'
    case 'paused': return clock.reason ? `Paused: ${clock.reason}` : 'Paused'
    case 'overdue': return `Late by ${amount(late, unit)}`
    case 'ended': return 'Has ended'
    case 'mayNow': return 'May be done now'
    case 'tooEarly': return 'Done too early'
    case 'dueToday': return clock.dueAt ? `By ${timeOf(clock.dueAt)} today` : 'Today'
    case 'dueSoon': case 'running': return left <= 5 ? `In ${amount(left, unit)}` : `${amount(left, unit)} left`
  }
}

/** The second line of a clock: "due Mon 8 Dec", "was due Mon 17 Nov". */
export function dueWords(clock: Clock, today: PlainDate): string {
  if (!clock.dueOn) return ''
  const day = shortDay(clock.dueOn, today)
  if (clock.state === 'running' || clock.state === 'dueSoon' || clock.state === 'dueToday' || clock.state === 'paused') return `due ${day}`
  if (clock.state === 'ended') return `ended ${day}`
  return clock.state === 'mayNow' ? `since ${day}` : `was due ${day}`
}

/** "Working day 31 of 45". */
export function placeWords(clock: Clock): string {
  if (clock.workingDay === undefined || clock.of === undefined) return ''
  const name = names[unitShown(clock)][0]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${clock.workingDay} of ${clock.of}`
}

/** How long something has been with somebody else: "Waiting since today", "Waiting 4 working days". */
export function waitingWords(since: PlainDate, today: PlainDate, calendar: Calendar = 'england'): string {
  const days = workingDaysBetween(since, today, calendar)
  return days <= 0 ? 'Waiting since today' : `Waiting ${amount(days, 'workingDays')}`
}

/** When something is agreed for: "Today at 15:45", "Tomorrow at 14:00", "In 3 working days", "Late by 1 working day". */
export function agreedWords(on: PlainDate, today: PlainDate, at?: Instant, calendar: Calendar = 'england'): string {
  const hour = at ? ` at ${timeOf(at)}` : ''
  const days = daysBetween(today, on)
  if (days === 0) return `Today${hour}`
  if (days === 1) return `Tomorrow${hour}`
  const working = workingDaysBetween(today, on, calendar)
  if (days > 0) return working === 0 ? `In ${amount(days, 'days')}` : `In ${amount(working, 'workingDays')}`
  return working === 0 ? `Late by ${amount(-days, 'days')}` : `Late by ${amount(-working, 'workingDays')}`
}
