import { daysBetween, type PlainDate } from '../../kernel/dates.ts'
import { workingDaysBetween, type Calendar } from '../../kernel/workingDays.ts'
import { dueOf, spanOf, unitOf, type Due } from './due.ts'
import type { AsAt, Clock, ClockState, Duty, Happening, Span, Unit } from './model.ts'
import { runsOf, type Run } from './runs.ts'

export type Settings = Readonly<{ calendar?: Calendar; soon?: number }>

const between = (from: PlainDate, to: PlainDate, unit: Unit, calendar: Calendar): number =>
  unit === 'workingDays' ? workingDaysBetween(from, to, calendar) : daysBetween(from, to)

const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000

/** Time left until it is due, whole hours rounded towards lateness. */
function leftAt(due: Due, day: PlainDate, at: string | undefined, unit: Unit, calendar: Calendar): number {
  if (due.at && at) return Math.floor(hoursBetween(at, due.at))
  return between(day, due.on, unit, calendar)
}

/** Whether the moment (or day) lies after what is due. On the last day it does not; of two moments the later is. */
const isAfter = (due: Due, day: PlainDate, at: string | undefined): boolean => due.at && at ? at > due.at : day > due.on

function stateWhile(duty: Duty, due: Due, asAt: AsAt, left: number, soon: number): ClockState {
  const late = isAfter(due, asAt.today, asAt.now)
  if (duty.manner === 'notBefore') return asAt.today >= due.on ? 'mayNow' : 'running'
  if (late) return duty.manner === 'lasts' ? 'ended' : 'overdue'
  if (due.on === asAt.today) return 'dueToday'
  return (due.at ? left / 24 : left) <= soon ? 'dueSoon' : 'running'
}

const sizeOf = (span: Span, run: Run, due: Due): number =>
  'workingDays' in span ? span.workingDays : 'days' in span ? span.days : 'hours' in span ? span.hours : Math.abs(daysBetween(run.startedOn, due.on))

function clockOf(duty: Duty, run: Run, asAt: AsAt, settings: Settings): Clock {
  const calendar = settings.calendar ?? duty.calendar ?? 'england'
  const unit = unitOf(duty.within)
  const due = dueOf(duty, run, calendar, run.end?.on ?? asAt.today)
  const span = spanOf(duty, run)
  const known = {
    duty: duty.id, unit, startedOn: run.startedOn, ...(run.startedAt ? { startedAt: run.startedAt } : {}),
    dueOn: due.on, ...(due.at ? { dueAt: due.at } : {}), of: sizeOf(span, run, due),
  }
  if (run.end) {
    const daysLeft = leftAt(due, run.end.on, run.end.at, unit, calendar)
    const late = isAfter(due, run.end.on, run.end.at)
    const done: ClockState = duty.manner === 'notBefore' ? (run.end.on < due.on ? 'tooEarly' : 'met') : late ? 'metLate' : 'met'
    return { ...known, state: run.end.how === 'stopped' ? 'stopped' : done, endedOn: run.end.on, daysLeft }
  }
  const daysLeft = leftAt(due, asAt.today, asAt.now, unit, calendar)
  const workingDay = run.startedAt && asAt.now && unit === 'hours' ? Math.floor(hoursBetween(run.startedAt, asAt.now))
    : between(run.startedOn, asAt.today, unit, calendar) + (duty.count === 'firstDay' ? 1 : 0)
  const pause = run.pauses.find((one) => one.to === undefined)
  if (pause) return { ...known, state: 'paused', daysLeft, workingDay, reason: pause.reason }
  return { ...known, state: stateWhile(duty, due, asAt, daysLeft, settings.soon ?? 2), daysLeft, workingDay }
}

const isInForce = (duty: Duty, day: PlainDate): boolean =>
  (duty.inForce?.from ?? '') <= day && day <= (duty.inForce?.to ?? '9999-12-31')

/**
 * The duty as it stood at that day: what runs (the most urgent of several), else what ended last. `settings.calendar` hands in
 * holidays that were proclaimed later or school closures; `settings.soon` is how many days before the due day it counts as soon (2).
 * A run that began when the rule was not in force is none.
 */
export function evaluate(duty: Duty, history: readonly Happening[], asAt: AsAt, settings: Settings = {}): Clock {
  const clocks = everyRun(duty, history, asAt, settings)
  return mostUrgent(clocks.filter((clock) => clock.endedOn === undefined)) ?? clocks.at(-1) ?? { duty: duty.id, state: 'notStarted', unit: unitOf(duty.within) }
}

/** Every run of the duty, oldest first: for visits and reviews that come again. */
export const everyRun = (duty: Duty, history: readonly Happening[], asAt: AsAt, settings: Settings = {}): Clock[] =>
  runsOf(duty, history, asAt.today).filter((run) => isInForce(duty, run.startedOn)).map((run) => clockOf(duty, run, asAt, settings))

/** One clock a person: what happened to some of them only (`people`) counts for those; anything else for all. */
export function evaluateEach(duty: Duty, history: readonly Happening[], people: readonly string[], asAt: AsAt, settings: Settings = {}): ReadonlyMap<string, Clock> {
  return new Map(people.map((person) =>
    [person, evaluate(duty, history.filter((one) => !one.people || one.people.includes(person)), asAt, settings)] as const))
}

/** The law of a duty at a time: of several entries with one id, the one that was in force when it began. */
export const dutyOn = (duties: readonly Duty[], id: string, startedOn: PlainDate): Duty | undefined =>
  duties.find((duty) => duty.id === id && isInForce(duty, startedOn))

/** The clocks that have this day, the earliest first. */
const inOrder = (clocks: readonly Clock[], dayOf: (clock: Clock) => PlainDate | undefined): readonly Clock[] =>
  clocks.flatMap((clock) => [dayOf(clock)].flatMap((day) => (day ? [{ clock, day }] : []))).sort((a, b) => a.day.localeCompare(b.day)).map(({ clock }) => clock)

/** A duty whose law changed: each run is judged by the law of the day it began. */
export function evaluateById(duties: readonly Duty[], id: string, history: readonly Happening[], asAt: AsAt, settings: Settings = {}): Clock | undefined {
  const clocks = duties.filter((duty) => duty.id === id).map((duty) => evaluate(duty, history, asAt, settings))
  return inOrder(clocks, (clock) => clock.startedOn).at(-1) ?? clocks[0]
}

const urgency: readonly ClockState[] = ['overdue', 'dueToday', 'dueSoon', 'running', 'paused', 'ended', 'tooEarly', 'mayNow', 'metLate', 'met', 'stopped', 'notStarted']

/** The clock that a page shows first when several run: the latest, then the soonest due. */
export const mostUrgent = (clocks: readonly Clock[]): Clock | undefined => [...clocks].sort((a, b) =>
  urgency.indexOf(a.state) - urgency.indexOf(b.state) || (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))[0]

/** Duties that stand in for each other (`sooner`): the one due first among those that have begun. */
export function soonerOf(duty: Duty, duties: readonly Duty[], history: readonly Happening[], asAt: AsAt, settings: Settings = {}): Clock {
  const both = duties.filter((one) => one.id === duty.id || one.id === duty.sooner).map((one) => evaluate(one, history, asAt, settings))
  return inOrder(both, (clock) => clock.dueOn)[0] ?? evaluate(duty, history, asAt, settings)
}
