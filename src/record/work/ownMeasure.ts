import { dueOf, type Due } from '../../engine/timescales/due.ts'
import { dutyOn } from '../../engine/timescales/evaluate.ts'
import type { Duty } from '../../engine/timescales/model.ts'
import { addDays, addMonths, type Instant, type PlainDate } from '../../kernel/dates.ts'
import { addWorkingDays } from '../../kernel/workingDays.ts'
import { dutiesNow } from '../access/own/now.ts'

/** When something is due by the council’s own measure beside a duty, where one is in force on the day it begins. */
export function ownDue(id: string, startedOn: PlainDate, startedAt?: Instant, duties: readonly Duty[] = dutiesNow()): Due | undefined {
  const own = dutyOn(duties, `${id}.own`, startedOn)
  return own && dueOf(own, { startedOn, ...(startedAt ? { startedAt } : {}), pauses: [], extendedBy: [] }, own.calendar ?? 'england', startedOn)
}

/** The same from the day by which the law wants it: for a list, where the day it began is not at hand. A duty whose span is in hours or years tells no day here. */
export function ownDueBefore(id: string | null, dueOn: PlainDate | null, duties: readonly Duty[] = dutiesNow()): PlainDate | undefined {
  if (!id || !dueOn || !duties.some((one) => one.id === `${id}.own`)) return undefined
  const law = dutyOn(duties, id, dueOn)
  if (!law) return undefined
  const began = 'workingDays' in law.within ? addWorkingDays(dueOn, -law.within.workingDays, law.calendar ?? 'england') : 'days' in law.within ? addDays(dueOn, -law.within.days)
    : 'weeks' in law.within ? addDays(dueOn, -law.within.weeks * 7) : 'months' in law.within ? addMonths(dueOn, -law.within.months) : undefined
  return began && ownDue(id, began, undefined, duties)?.on
}
