import { dayOfOrdinal, ordinalOf, plain, type PlainDate } from './dates.ts'
import { bankHolidays } from './bankHolidays.ts'

/**
 * Whose days do not count; a calendar belongs to a rule, because the instruments differ.
 * `england`: no Saturday, Sunday, Christmas Day, Good Friday or bank holiday of England and Wales (as SI 2011/1010 defines a working day).
 * `complaints`: the same with Boxing Day named (SI 2006/1738, the children's complaints regulations).
 * `unitedKingdom`: a bank holiday in any part of the United Kingdom does not count (Freedom of Information Act 2000 s10(6)).
 * `school`: `england` less the closures given, because schools close on other days in each authority.
 */
export type CalendarName = 'england' | 'complaints' | 'unitedKingdom' | 'school'
export type Closure = Readonly<{ from: PlainDate; to: PlainDate }>
/** A calendar with days of a place or a year that no rule foresees: a one-off holiday, school closures. */
export type Calendar = CalendarName | Readonly<{ name: CalendarName; extraHolidays?: readonly PlainDate[]; closures?: readonly Closure[] }>

const nameOf = (calendar: Calendar): CalendarName => typeof calendar === 'string' ? calendar : calendar.name

/** The holidays of a calendar as numbers of days, for years that were asked about: counting days is done thousands of times for one page. */
type Known = { from: number; to: number; days: Set<number> }
const known = new Map<CalendarName, Known>()
const firstDayOf = (year: number): number => ordinalOf(plain(`${year}-01-01`))

function addYear(days: Set<number>, year: number, name: CalendarName): void {
  for (const day of bankHolidays(year, name === 'unitedKingdom' ? 'unitedKingdom' : 'england')) days.add(ordinalOf(day))
  if (name === 'complaints') days.add(ordinalOf(plain(`${year}-12-26`)))
}

function holidaysAround(ordinal: number, name: CalendarName): Set<number> {
  const kept = known.get(name)
  if (kept && kept.from <= ordinal && ordinal < kept.to) return kept.days
  const year = Number(dayOfOrdinal(ordinal).slice(0, 4))
  const from = kept ? Math.min(kept.from, firstDayOf(year)) : firstDayOf(year)
  const to = kept ? Math.max(kept.to, firstDayOf(year + 1)) : firstDayOf(year + 1)
  const days = kept?.days ?? new Set<number>()
  for (let at = Number(dayOfOrdinal(from).slice(0, 4)); firstDayOf(at) < to; at += 1) addYear(days, at, name)
  known.set(name, { from, to, days })
  return days
}

const span = ({ from, to }: Closure): readonly [number, number] => [ordinalOf(from), ordinalOf(to)]

/** Asks of one calendar whether a day counts. */
function counting(calendar: Calendar): (ordinal: number) => boolean {
  const name = nameOf(calendar)
  const extra = typeof calendar === 'string' ? [] : (calendar.extraHolidays ?? []).map(ordinalOf)
  const closed = typeof calendar === 'string' ? [] : (calendar.closures ?? []).map(span)
  return (ordinal) => {
    const weekday = (((ordinal + 4) % 7) + 7) % 7
    if (weekday === 0 || weekday === 6 || holidaysAround(ordinal, name).has(ordinal)) return false
    return !extra.includes(ordinal) && !closed.some(([from, to]) => from <= ordinal && ordinal <= to)
  }
}

export const isWorkingDay = (day: PlainDate, calendar: Calendar = 'england'): boolean => counting(calendar)(ordinalOf(day))

/** The working day on or after the day; with `-1` the one on or before it. */
export function workingDayFrom(day: PlainDate, calendar: Calendar = 'england', step: 1 | -1 = 1): PlainDate {
  const counts = counting(calendar)
  let at = ordinalOf(day)
  while (!counts(at)) at += step
  return dayOfOrdinal(at)
}

/** The `n`th working day after the day (before it when `n` is negative); the day itself for 0. The day itself is day 0, working or not. */
export function addWorkingDays(day: PlainDate, n: number, calendar: Calendar = 'england'): PlainDate {
  const counts = counting(calendar)
  const step = n < 0 ? -1 : 1
  let at = ordinalOf(day)
  for (let left = Math.abs(n); left > 0;) {
    at += step
    if (counts(at)) left -= 1
  }
  return dayOfOrdinal(at)
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. 1 from a Friday to the Monday after. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: Calendar = 'england'): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  const counts = counting(calendar)
  const last = ordinalOf(to)
  let count = 0
  for (let at = ordinalOf(from) + 1; at <= last; at += 1) if (counts(at)) count += 1
  return count
}
