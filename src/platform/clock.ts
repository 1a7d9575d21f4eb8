import { dayOf, moment, type Instant, type PlainDate } from '../kernel/dates.ts'

/** The one place where the time of day is read. Handed in everywhere else, so that any rule can be asked as at any day. */
export type Clock = Readonly<{ now: () => Instant; today: () => PlainDate }>

export const systemClock: Clock = { now: () => moment(Date.now()), today: () => dayOf(moment(Date.now())) }
/** A clock that stands at one moment: history is written, and tests are told, at a day of their choosing. */
export const clockAt = (at: Instant): Clock => ({ now: () => at, today: () => dayOf(at) })
/** Milliseconds that only go up, for measuring how long something took. */
export const ticks = (): number => performance.now()
