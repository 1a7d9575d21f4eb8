declare const plainDate: unique symbol
declare const instant: unique symbol

/** A day in the calendar of England, as `2026-11-22`. Never compared with an `Instant`. */
export type PlainDate = string & { readonly [plainDate]: true }
/** A moment, in UTC with milliseconds, as `2026-11-22T09:30:00.000Z`. */
export type Instant = string & { readonly [instant]: true }

const dayMs = 86_400_000
const dayShape = /^\d{4}-\d{2}-\d{2}$/

// Arithmetic of days is half of the work of clocks and calendars, and a chronology reads the same few thousand again and again: a day once made or read is remembered.
const most = 50_000
const [made, read, counted] = [new Map<number, PlainDate>(), new Map<string, PlainDate>(), new Map<PlainDate, number>()]
function remembered<By, Of>(days: Map<By, Of>, by: By, of: Of): Of {
  if (days.size < most) days.set(by, of)
  return of
}
/** Milliseconds of the day's UTC midnight. */
const msOf = (day: PlainDate): number => counted.get(day) ?? remembered(counted, day, Date.parse(`${day}T00:00:00Z`))
const dayOfMs = (ms: number): PlainDate => made.get(ms) ?? remembered(made, ms, plain(new Date(ms).toISOString().slice(0, 10)))

export function isPlainDate(text: string): text is PlainDate {
  if (!dayShape.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day > 0 && day <= (month === 2 && leap ? 29 : Number(daysIn[month]))
}
const daysIn = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isInstant(text: string): text is Instant {
  // Four digits of the year: what no database keeps is no moment.
  return /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text
}

/** The day that the text names. @throws RangeError when it is no day of the calendar */
export function plain(text: string): PlainDate {
  const known = read.get(text)
  if (known) return known
  if (!isPlainDate(text)) throw new RangeError('That is not a day of the calendar, as in 2026-11-22.')
  return remembered(read, text, text)
}

/** The moment that the text or the milliseconds name. @throws RangeError when it is none */
export function moment(of: string | number | Date): Instant {
  const text = new Date(of).toISOString()
  if (!isInstant(text)) throw new RangeError('That is not a moment.')
  return text
}

/** The day as a number: days since 1 January 1970, for counting. */
export const ordinalOf = (day: PlainDate): number => msOf(day) / dayMs
/** The day of that number. */
export const dayOfOrdinal = (ordinal: number): PlainDate => dayOfMs(ordinal * dayMs)

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })
const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The day on the clock of England at that moment: never behind UTC, and never more than an hour ahead of it. */
export const dayOf = (at: Instant): PlainDate => plain(at.includes('T23') ? londonDay.format(new Date(at)) : at.slice(0, 10))
/** The time on the clock of England at that moment, as `09:30`. */
export const timeOf = (at: Instant): string => londonTime.format(new Date(at))

export const addDays = (day: PlainDate, days: number): PlainDate => dayOfMs(msOf(day) + days * dayMs)
/** Days from `from` to `to`: 1 for tomorrow, negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => (msOf(to) - msOf(from)) / dayMs
/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: PlainDate): number => new Date(msOf(day)).getUTCDay()

/** The same day of a later (or earlier) month; a day the month has not becomes its last: 31 August + 6 months is the last of February. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const at = new Date(msOf(day))
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dayOfMs(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(at.getUTCDate(), last)))
}

/** Whole years from birth to the day; negative before birth. A child born on 29 February is a year older on 1 March. */
export function ageOn(bornOn: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const longWeekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const longMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const partsOf = (day: PlainDate) => ({ year: day.slice(0, 4), month: Number(day.slice(5, 7)) - 1, date: Number(day.slice(8)) })

/** `Mon 8 Dec`; with the year (`Mon 8 Dec 2025`) when it is another than that of `near`. */
export function shortDay(day: PlainDate, near?: PlainDate): string {
  const { year, month, date } = partsOf(day)
  const text = `${weekdays[weekdayOf(day)]} ${date} ${months[month]}`
  return near && near.slice(0, 4) === year ? text : `${text} ${year}`
}
/** `8 Dec 2025`. */
export function dayInWords(day: PlainDate): string {
  const { year, month, date } = partsOf(day)
  return `${date} ${months[month]} ${year}`
}
/** `Monday 8 December 2025`. */
export function longDay(day: PlainDate): string {
  const { year, month, date } = partsOf(day)
  return `${longWeekdays[weekdayOf(day)]} ${date} ${longMonths[month]} ${year}`
}

/** The moment that the clock of England shows that time on that day, as `09:30`. Of the hour that comes twice in October the first; a time that a night in March has not is taken an hour later. */
export function momentOf(day: PlainDate, time: string): Instant {
  const ms = Date.parse(`${day}T${time}:00Z`)
  const summer = moment(ms - 3_600_000)
  return dayOf(summer) === day && timeOf(summer) === time ? summer : moment(ms)
}
