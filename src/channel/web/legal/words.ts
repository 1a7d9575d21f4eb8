import { clockWords } from '../../../engine/timescales/words.ts'
import { evaluateById } from '../../../engine/timescales/evaluate.ts'
import type { Clock } from '../../../engine/timescales/model.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import type { ClockState } from '../../../platform/page/clock.tsx'
import type { Going } from '../../../practice/legal/queries.ts'
import { happeningsFor, weekFor } from '../../../practice/legal/words.ts'

export type LegalClock = Readonly<{ state: ClockState; words: string; second: string; due: string }>
const faces: Readonly<Partial<Record<Clock['state'], ClockState>>> = { overdue: 'late', ended: 'late', metLate: 'late', dueToday: 'today', dueSoon: 'soon', met: 'done', stopped: 'done' }

/** What of legal work its clock asks for. */
type Clocked = Pick<Going, 'kind' | 'decidedOn' | 'people' | 'facts'>

/** The clock by which the matter as a whole is measured, as it runs today: 26 weeks from the issue, or what the court set; 16 weeks of pre-proceedings. */
export function runningClock(matter: Clocked, today: PlainDate): Clock | undefined {
  const person = matter.people.find((one) => one.endedOn === null) ?? matter.people[0]
  return person && evaluateById(duties, matter.kind === 'preProceedings' ? 'preProceedings.concluded' : 'careProceedings.concluded', happeningsFor(matter, person.personId), { today })
}
/** The same in words. */
export const clockOfMatter = (matter: Clocked, today: PlainDate): LegalClock | undefined => wordsOfClock(runningClock(matter, today), today)
/** A clock of legal work as it is shown; nothing where none runs yet. */
export function wordsOfClock(clock: Clock | undefined, today: PlainDate): LegalClock | undefined {
  if (!clock?.dueOn || !clock.startedOn) return undefined
  const week = weekFor(clock.startedOn, clock.endedOn ?? today)
  return { state: faces[clock.state] ?? 'inTime', words: clock.endedOn ? `Ended in week ${week}` : `Week ${week}`, second: `${clock.endedOn ? clockWords(clock) : clock.state === 'overdue' ? 'was to end' : 'to end'} by ${dayInWords(clock.dueOn)}`, due: clock.dueOn }
}
