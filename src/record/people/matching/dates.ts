import { addDays, isPlainDate } from '../../../kernel/dates.ts'

/** How near two dates of birth are, nearest first. */
export type DateNearness = 'same' | 'swapped' | 'yearOut' | 'digit' | 'days' | 'estimated' | 'month' | 'different'

const dayMs = 86_400_000
const parts = (day: string) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) })
const differing = (a: string, b: string): number => [...a].filter((figure, i) => figure !== b[i]).length
const swapOf = (day: string): string => `${day.slice(0, 5)}${day.slice(8, 10)}-${day.slice(5, 7)}`

function neighboursSwapped(a: string, b: string): boolean {
  const x = a.replaceAll('-', '')
  const y = b.replaceAll('-', '')
  for (let i = 0; i < 7; i++) {
    if (x[i] !== y[i]) return x[i] === y[i + 1] && x[i + 1] === y[i] && x.slice(i + 2) === y.slice(i + 2)
  }
  return false
}

/**
 * How near two dates of birth are. Dates are `2026-11-22` texts; the wanted one may be no day of the calendar (`2018-13-04`), because it is what somebody typed.
 * An estimated date is near when it is within two years.
 */
export function nearnessOf(wanted: string, known: string, estimated = false): DateNearness {
  if (wanted === known) return 'same'
  const a = parts(wanted)
  const b = parts(known)
  if (swapOf(wanted) === known) return 'swapped'
  if (Math.abs(a.year - b.year) === 1 && a.month === b.month && a.date === b.date) return 'yearOut'
  if (differing(wanted, known) === 1 || neighboursSwapped(wanted, known)) return 'digit'
  const apart = Math.abs(Date.UTC(a.year, a.month - 1, a.date) - Date.UTC(b.year, b.month - 1, b.date)) / dayMs
  if (apart <= 7) return 'days'
  if (estimated && apart <= 731) return 'estimated'
  if (a.year === b.year && a.month === b.month) return 'month'
  return 'different'
}

/** Days worth looking for when this one was typed: itself, day and month swapped, a year out. Real days only. */
export function likelyDays(day: string): string[] {
  const year = Number(day.slice(0, 4))
  const rest = day.slice(4)
  const years = [day, `${year - 1}${rest}`, `${year + 1}${rest}`]
  return realDays([...years, ...years.slice(0, 1).map(swapOf)])
}

/** Days one typing slip away: one figure wrong, two neighbours swapped, or up to seven days apart. Real days only. */
export function slippedDays(day: string): string[] {
  const figures = day.replaceAll('-', '')
  const shaped = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  const found: string[] = []
  for (let i = 2; i < 8; i++) {
    for (let figure = 0; figure < 10; figure++) found.push(shaped(figures.slice(0, i) + figure + figures.slice(i + 1)))
    if (i < 7) found.push(shaped(figures.slice(0, i) + figures.charAt(i + 1) + figures.charAt(i) + figures.slice(i + 2)))
  }
  if (isPlainDate(day)) for (let away = -7; away <= 7; away++) found.push(addDays(day, away))
  return realDays(found)
}

const realDays = (days: readonly string[]): string[] => [...new Set(days)].filter(isPlainDate)
