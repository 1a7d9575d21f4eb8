import { dayOfOrdinal, ordinalOf, type PlainDate } from './dates.ts'
import { bankHolidays } from './bankHolidays.ts'

/**
 * Whose days do not count; a calendar belongs to a rule, because the instruments differ.
 * `england`: no Saturday, Sunday, Christmas Day, Good Friday or bank holiday of England and Wales (as SI 2011/1010 defines a working day).
 * `complaints`: the same days; SI 2006/1738, the children's complaints regulations, names Boxing Day, which is a bank holiday or a weekend.
 * `unitedKingdom`: a bank holiday in any part of the United Kingdom does not count (Freedom of Information Act 2000 s10(6)).
 * `school`: `england` less the closures given, because schools close on other days in each authority.
 */
export type CalendarName = 'england' | 'complaints' | 'unitedKingdom' | 'school'
export type Closure = Readonly<{ from: PlainDate; to: PlainDate }>
/** A calendar with days of a place or a year that no rule foresees: a one-off holiday, school closures. */
export type Calendar = CalendarName | Readonly<{ name: CalendarName; extraHolidays?: readonly PlainDate[]; closures?: readonly Closure[] }>

const nameOf = (calendar: Calendar): CalendarName => typeof calendar === 'string' ? calendar : calendar.name

/** The years whose holidays are known: from the oldest record to what is kept a hundred years from a birth now. */
export const yearsKnown = { first: 1900, last: 2199 } as const

/** The holidays of a calendar as numbers of days, worked out once: counting days is done thousands of times for one page. */
const known = new Map<CalendarName, ReadonlySet<number>>()
function holidaysOf(name: CalendarName): ReadonlySet<number> {
  const kept = known.get(name)
  if (kept) return kept
  const days = new Set<number>()
  for (let year: number = yearsKnown.first; year <= yearsKnown.last; year += 1) {
    for (const day of bankHolidays(year, name === 'unitedKingdom' ? 'unitedKingdom' : 'england')) days.add(ordinalOf(day))
  }
  known.set(name, days)
  return days
}

const weekdayOf = (ordinal: number): number => (((ordinal + 4) % 7) + 7) % 7
/** Mondays to Fridays up to a day, counted from the Sunday of the first week of all. */
const weekdaysUpTo = (ordinal: number): number => Math.floor((ordinal + 4) / 7) * 5 + Math.min(weekdayOf(ordinal), 5)
/** The holidays that fall on a Monday to Friday, in their order. */
const inWeek = new Map<CalendarName, readonly number[]>()
/** How many of them there are up to a day. */
function holidaysUpTo(name: CalendarName, ordinal: number): number {
  const days = inWeek.get(name) ?? [...holidaysOf(name)].filter((day) => weekdayOf(day) !== 0 && weekdayOf(day) !== 6).sort((a, b) => a - b)
  inWeek.set(name, days)
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? Infinity) <= ordinal) low = middle + 1
    else high = middle
  }
  return low
}

const span = ({ from, to }: Closure): readonly [number, number] => [ordinalOf(from), ordinalOf(to)]

/** Asks of one calendar whether a day counts. */
function counting(calendar: Calendar): (ordinal: number) => boolean {
  const holidays = holidaysOf(nameOf(calendar))
  const extra = typeof calendar === 'string' ? [] : (calendar.extraHolidays ?? []).map(ordinalOf)
  const closed = typeof calendar === 'string' ? [] : (calendar.closures ?? []).map(span)
  return (ordinal) => {
    const weekday = weekdayOf(ordinal)
    if (weekday === 0 || weekday === 6 || holidays.has(ordinal)) return false
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
  const step = Math.sign(n)
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
  const last = ordinalOf(to)
  // Work that is years late is told by its working days: they are reckoned, not gone through.
  if (typeof calendar === 'string') return weekdaysUpTo(last) - weekdaysUpTo(ordinalOf(from)) - holidaysUpTo(calendar, last) + holidaysUpTo(calendar, ordinalOf(from))
  const counts = counting(calendar)
  let count = 0
  for (let at = ordinalOf(from) + 1; at <= last; at += 1) if (counts(at)) count += 1
  return count
}
