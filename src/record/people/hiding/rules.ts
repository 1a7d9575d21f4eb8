import { addDays, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { Hidable, Hide, Hiding } from './model.ts'

export const hidableWords: Readonly<Record<Hidable, string>> = { home: 'Where they live', placement: 'Their placement, and who cares for them there', school: 'School', gp: 'GP practice', phone: 'Phone', email: 'E-mail' }

/** What to put right before something is hidden. */
export function problemsOfHiding(hide: Hide, today: PlainDate): Problem[] {
  return [
    ...(!hide.fromEverybody && (hide.fromPeople ?? []).length + (hide.fromAgencies ?? []).length === 0 ? [{ question: 'fromPeople', problem: 'Say from whom it is hidden.' }] : []),
    ...((hide.fromPeople ?? []).includes(hide.personId) ? [{ question: 'fromPeople', problem: 'It cannot be hidden from the person it is about.' }] : []),
    ...(hide.to !== undefined && hide.to <= hide.from ? [{ question: 'to', problem: 'Give a day after the first one, or leave it empty.' }] : []),
    ...(hide.from > addDays(today, 31) ? [{ question: 'from', problem: 'Give a day at most a month away.' }] : []),
  ]
}

export const holdsNow = (hiding: Pick<Hiding, 'from' | 'to' | 'endedAt'>, today: PlainDate): boolean => hiding.endedAt === null && hiding.from <= today && (hiding.to === null || hiding.to > today)
