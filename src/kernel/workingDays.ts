import { addDays, plain, weekdayOf, type PlainDate } from './dates.ts'
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

const years = new Map<string, ReadonlySet<PlainDate>>()
function holidaysOf(year: number, name: CalendarName): ReadonlySet<PlainDate> {
  const key = `${year} ${name}`
  const known = years.get(key)
  if (known) return known
  const days = new Set(bankHolidays(year, name === 'unitedKingdom' ? 'unitedKingdom' : 'england'))
  if (name === 'complaints') days.add(plain(`${year}-12-26`))
  years.set(key, days)
  return days
}

export function isWorkingDay(day: PlainDate, calendar: Calendar = 'england'): boolean {
  const weekday = weekdayOf(day)
  if (weekday === 0 || weekday === 6) return false
  if (holidaysOf(Number(day.slice(0, 4)), nameOf(calendar)).has(day)) return false
  if (typeof calendar === 'string') return true
  return !calendar.extraHolidays?.includes(day) && !calendar.closures?.some(({ from, to }) => from <= day && day <= to)
}

/** The working day on or after the day; with `-1` the one on or before it. */
export function workingDayFrom(day: PlainDate, calendar: Calendar = 'england', step: 1 | -1 = 1): PlainDate {
  let at = day
  while (!isWorkingDay(at, calendar)) at = addDays(at, step)
  return at
}

/** The `n`th working day after the day (before it when `n` is negative); the day itself for 0. The day itself is day 0, working or not. */
export function addWorkingDays(day: PlainDate, n: number, calendar: Calendar = 'england'): PlainDate {
  const step = n < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(n); left > 0; left -= 1) at = workingDayFrom(addDays(at, step), calendar, step)
  return at
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. 1 from a Friday to the Monday after. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: Calendar = 'england'): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) count += 1
  return count
}
