import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import { dueOf } from '../../../engine/timescales/due.ts'
import { dutiesNow } from '../../../record/access/own/now.ts'

export type StartedDuty = Readonly<{ duty: string; startedOn: PlainDate; startedAt?: Instant; dueOn: PlainDate; dueAt?: Instant }>

/** When duties that begin on a day are due, by the rule in force on that day. Unknown ids are left out. */
export function dutiesFrom(ids: readonly string[], startedOn: PlainDate, today: PlainDate, startedAt?: Instant): StartedDuty[] {
  const duties = dutiesNow()
  // A council's own measure runs beside the duty it measures, while one is in force.
  const own = ids.map((id) => `${id}.own`).filter((id) => duties.some((one) => one.id === id && (one.inForce?.from ?? '') <= startedOn && startedOn <= (one.inForce?.to ?? '9999-12-31')))
  return [...ids, ...own].flatMap((id) => {
    const duty = duties.find((one) => one.id === id && (one.inForce?.from ?? '') <= startedOn && startedOn <= (one.inForce?.to ?? '9999-12-31'))
      ?? duties.find((one) => one.id === id)
    if (!duty) return []
    const due = dueOf(duty, { startedOn, ...(startedAt ? { startedAt } : {}), pauses: [], extendedBy: [] }, duty.calendar ?? 'england', today)
    return [{ duty: id, startedOn, ...(startedAt ? { startedAt } : {}), dueOn: due.on, ...(due.at ? { dueAt: due.at } : {}) }]
  })
}
