import { addDays, addMonths, daysBetween, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'

type Days = Readonly<{ from: PlainDate; to: PlainDate | null }>

/** Somebody accommodated by agreement is looked after once that has lasted a continuous 24 hours (Children Act 1989, section 22(2)). */
export const lookedAfterFrom = (beganAt: Instant): Instant => moment(Date.parse(beganAt) + 24 * 3_600_000)

/** The days of a series of short breaks in the twelve months that end with this day. A day that begins in one place and ends in another counts once, as the day of the beginning. */
export const shortBreakDays = (breaks: readonly Days[], today: PlainDate): number => {
  const year = addDays(addMonths(today, -12), 1)
  const next = addDays(today, 1)
  return breaks.reduce((sum, one) => {
    const from = one.from > year ? one.from : year
    const to = one.to !== null && one.to < next ? one.to : next
    return sum + Math.max(0, daysBetween(from, to))
  }, 0)
}
const mostAtOnce = 17
const mostInAYear = 75
/** Whether the shorter rules of short breaks still hold: no stay over seventeen days, no more than seventy-five in a year (Care Planning Regulations 2010, regulation 48). Once broken, everything that stands for a child in care does. */
export const areShortBreaks = (breaks: readonly Days[], today: PlainDate): boolean =>
  breaks.every((one) => daysBetween(one.from, one.to ?? addDays(today, 1)) <= mostAtOnce && shortBreakDays(breaks, one.to !== null && one.to <= today ? addDays(one.to, -1) : today) <= mostInAYear)
