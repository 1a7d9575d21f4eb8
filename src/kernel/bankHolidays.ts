import { addDays, plain, weekdayOf, type PlainDate } from './dates.ts'

export type Nation = 'england' | 'unitedKingdom'

const two = (n: number) => String(n).padStart(2, '0')
const dayAt = (year: number, month: number, date: number): PlainDate => plain(`${year}-${two(month)}-${two(date)}`)

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
export function easterOf(year: number): PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayAt(year, Math.floor(n / 31), (n % 31) + 1)
}

const firstMonday = (year: number, month: number): PlainDate => {
  const first = dayAt(year, month, 1)
  return addDays(first, (8 - weekdayOf(first)) % 7)
}
const lastMonday = (year: number, month: number): PlainDate => addDays(firstMonday(year, month + 1), -7)

/** Proclaimed for one year only. `instead` is the day that was moved. GOV.UK bank holidays; royal proclamations of those years. */
const oneOffs: Readonly<Record<number, readonly Readonly<{ on: string; instead?: string }>[]>> = {
  2011: [{ on: '2011-04-29' }],
  2012: [{ on: '2012-06-04', instead: '2012-05-28' }, { on: '2012-06-05' }],
  2020: [{ on: '2020-05-08', instead: '2020-05-04' }],
  2022: [{ on: '2022-06-02', instead: '2022-05-30' }, { on: '2022-06-03' }, { on: '2022-09-19' }],
  2023: [{ on: '2023-05-08' }],
}

/** Proclaimed for Scotland alone: 15 June 2026, for the football World Cup (royal proclamation of 4 February 2026). */
const oneOffsElsewhere: Readonly<Record<number, readonly string[]>> = { 2026: ['2026-06-15'] }

/** Days off in Scotland or Northern Ireland but not in England: 2 January, St Patrick, 12 July, the Scottish summer holiday, St Andrew. */
const elsewhere = (year: number): PlainDate[] => [
  dayAt(year, 1, 2), dayAt(year, 3, 17), dayAt(year, 7, 12), firstMonday(year, 8), dayAt(year, 11, 30), ...(oneOffsElsewhere[year] ?? []).map(plain),
]

/** A holiday on a weekend is taken on the next weekday that is none already; the day itself stays a holiday too. */
function withSubstitutes(days: readonly PlainDate[]): PlainDate[] {
  const taken = new Set(days)
  for (const day of [...days].sort()) {
    const weekday = weekdayOf(day)
    if (weekday !== 0 && weekday !== 6) continue
    let at = addDays(day, 1)
    while (weekdayOf(at) === 0 || weekdayOf(at) === 6 || taken.has(at)) at = addDays(at, 1)
    taken.add(at)
  }
  return [...taken].sort()
}

/** The bank holidays, Good Friday and Christmas Day of a year, with substitute days: of England and Wales, or of any part of the United Kingdom. */
export function bankHolidays(year: number, nation: Nation): PlainDate[] {
  const easter = easterOf(year)
  const extra = oneOffs[year] ?? []
  const yearly = [
    dayAt(year, 1, 1), addDays(easter, -2), addDays(easter, 1), firstMonday(year, 5), lastMonday(year, 5), lastMonday(year, 8),
    dayAt(year, 12, 25), dayAt(year, 12, 26),
  ].filter((day) => !extra.some((one) => one.instead === day))
  return withSubstitutes([...yearly, ...extra.map((one) => plain(one.on)), ...(nation === 'unitedKingdom' ? elsewhere(year) : [])])
}
