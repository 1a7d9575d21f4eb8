import { addDays, addMonths, dayOf, daysBetween, moment, type Instant, type PlainDate } from '../../kernel/dates.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween, type Calendar } from '../../kernel/workingDays.ts'
import type { Duty, Span, Unit } from './model.ts'
import type { Run } from './runs.ts'

export const unitOf = (span: Span): Unit => 'workingDays' in span ? 'workingDays' : 'hours' in span ? 'hours' : 'days'

/** The span that holds for this run: an extension counts from the original beginning. */
export const spanOf = (duty: Duty, run: Run): Span =>
  duty.extended?.filter((extension) => run.extendedBy.includes(extension.by)).at(-1)?.within ?? duty.within

/** The last day of a span that begins with a day. `back` counts the other way. */
export function lastDay(start: PlainDate, span: Span, calendar: Calendar, counting: Duty['count'], back = false): PlainDate {
  const sign = back ? -1 : 1
  if ('workingDays' in span) {
    const already = counting === 'firstDay' && isWorkingDay(start, calendar) ? 1 : 0
    return addWorkingDays(start, sign * (span.workingDays - already), calendar)
  }
  const end = 'days' in span ? addDays(start, sign * span.days)
    : 'weeks' in span ? addDays(start, sign * span.weeks * 7)
    : 'months' in span ? addMonths(start, sign * span.months)
    : 'years' in span ? addMonths(start, sign * span.years * 12)
    // Its last day comes with its beginning.
    : 'terms' in span ? start
    : addDays(start, sign * Math.ceil(span.hours / 24))
  return counting === 'firstDay' ? addDays(end, -sign) : end
}

/** Days of the run's pauses that push the due day: those after the day a pause began, up to the day it ended. An open pause runs to `today`. */
function pausedDays(run: Run, unit: Unit, calendar: Calendar, today: PlainDate): number {
  return run.pauses.reduce((sum, pause) => {
    const to = pause.to ?? today
    return sum + (unit === 'workingDays' ? workingDaysBetween(pause.from, to, calendar) : daysBetween(pause.from, to))
  }, 0)
}

export type Due = Readonly<{ on: PlainDate; at?: Instant }>

/** When the run is due. Hours are counted by the clock of the world, so that a night on which the clocks change has them all. */
export function dueOf(duty: Duty, run: Run, calendar: Calendar, today: PlainDate): Due {
  if (run.until) return { on: run.until }
  const span = spanOf(duty, run)
  if ('hours' in span && run.startedAt) {
    const at = moment(Date.parse(run.startedAt) + (span.hours + 24 * pausedDays(run, 'days', calendar, today)) * 3_600_000)
    return { on: dayOf(at), at }
  }
  const unit = unitOf(span)
  const last = lastDay(run.startedOn, span, calendar, duty.count, duty.manner === 'ahead')
  const pushed = pausedDays(run, unit, calendar, today)
  const on = pushed === 0 ? last : unit === 'workingDays' ? addWorkingDays(last, pushed, calendar) : addDays(last, pushed)
  const known = run.knownOn !== undefined && run.knownOn > on ? run.knownOn : on
  return { on: duty.rolls ? workingDayFrom(known, calendar) : known }
}
