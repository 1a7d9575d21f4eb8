import { clockWords } from '../../../engine/timescales/words.ts'
import { evaluateById } from '../../../engine/timescales/evaluate.ts'
import type { Clock } from '../../../engine/timescales/model.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import type { ClockState } from '../../../platform/page/clock.tsx'
import type { Listed } from '../../../practice/legal/queries.ts'
import { happeningsFor, weekFor } from '../../../practice/legal/words.ts'

export type LegalClock = Readonly<{ state: ClockState; words: string; second: string; due: string }>
const faces: Readonly<Partial<Record<Clock['state'], ClockState>>> = { overdue: 'late', ended: 'late', metLate: 'late', dueToday: 'today', dueSoon: 'soon', met: 'done', stopped: 'done' }

/** The clock by which the matter as a whole is measured: 26 weeks from the issue, or what the court set; 16 weeks of pre-proceedings. */
export function clockOfMatter(matter: Listed, today: PlainDate): LegalClock | undefined {
  const going = matter.people.find((one) => one.endedOn === null)
  const person = going ?? matter.people[0]
  if (!person) return undefined
  const duty = matter.kind === 'preProceedings' ? 'preProceedings.concluded' : 'careProceedings.concluded'
  const clock = evaluateById(duties, duty, happeningsFor(matter, person.personId), { today })
  if (!clock?.dueOn || !clock.startedOn) return undefined
  const week = weekFor(clock.startedOn, clock.endedOn ?? today)
  return { state: faces[clock.state] ?? 'inTime', words: clock.endedOn ? `Ended in week ${week}` : `Week ${week}`, second: `${clock.endedOn ? clockWords(clock) : clock.state === 'overdue' ? 'was to end' : 'to end'} by ${dayInWords(clock.dueOn)}`, due: clock.dueOn }
}
