import { daysBetween, type PlainDate } from '../../kernel/dates.ts'
import { lastDay } from './due.ts'
import type { Duty, Span } from './model.ts'

/** A clock that began in the past: when it was due, and when it ended, if it has. */
export type PastClock = Readonly<{ startedOn: PlainDate; dueOn: PlainDate; endedOn: PlainDate | null; team: string | null }>
export type Tried = PastClock & Readonly<{ newDueOn: PlainDate; late: boolean; newLate: boolean }>
export type Trial = Readonly<{ pieces: number; late: number; newLate: number; becomesLate: number; becomesInTime: number; earlier: number; later: number; middleDays: number | null; rows: readonly Tried[] }>

/** What another span would have meant for clocks of the past: each is counted again from the day it began. What becomes late, or in time, stands first. */
export function trialOf(duty: Pick<Duty, 'calendar' | 'count' | 'manner'>, within: Span, past: readonly PastClock[], today: PlainDate): Trial {
  const rows = past.map((one): Tried => {
    const newDueOn = lastDay(one.startedOn, within, duty.calendar ?? 'england', duty.count, duty.manner === 'ahead')
    const ended = one.endedOn ?? today
    return { ...one, newDueOn, late: ended > one.dueOn, newLate: ended > newDueOn }
  })
  const took = rows.flatMap((one) => (one.endedOn ? [daysBetween(one.startedOn, one.endedOn)] : [])).toSorted((a, b) => a - b)
  const count = (of: (one: Tried) => boolean) => rows.filter(of).length
  return {
    pieces: rows.length, late: count((one) => one.late), newLate: count((one) => one.newLate), becomesLate: count((one) => one.newLate && !one.late), becomesInTime: count((one) => one.late && !one.newLate),
    earlier: count((one) => one.newDueOn < one.dueOn), later: count((one) => one.newDueOn > one.dueOn), middleDays: took[Math.floor((took.length - 1) / 2)] ?? null,
    rows: rows.toSorted((a, b) => Number(b.newLate !== b.late) - Number(a.newLate !== a.late) || b.startedOn.localeCompare(a.startedOn)),
  }
}
