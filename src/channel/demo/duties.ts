import { frontDoor } from '../../../content/pathways/frontDoor.ts'
import { duties } from '../../../content/timescales/all.ts'
import { stepOf } from '../../engine/pathways/follow.ts'
import { dueOf } from '../../engine/timescales/due.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'

export type StartedDuty = Readonly<{ duty: string; startedOn: PlainDate; startedAt: Instant | null; dueOn: PlainDate | null; dueAt: Instant | null }>

const inForce = new Map<string, typeof duties[number] | undefined>()
const dutyOn = (id: string, day: PlainDate) => {
  const key = `${id} ${day.slice(0, 7)}`
  if (!inForce.has(key)) inForce.set(key, duties.find((one) => one.id === id && (one.inForce?.from ?? '') <= day && day <= (one.inForce?.to ?? '9999-12-31')) ?? duties.find((one) => one.id === id))
  return inForce.get(key)
}

/** The clocks that a step of the front door starts, as due by the rule in force on that day. */
export function dutiesOf(step: string, startedOn: PlainDate, today: PlainDate, startedAt?: Instant): StartedDuty[] {
  return (stepOf(frontDoor, step)?.duties ?? []).flatMap((id) => {
    const duty = dutyOn(id, startedOn)
    if (!duty) return []
    const due = dueOf(duty, { startedOn, ...(startedAt ? { startedAt } : {}), pauses: [], extendedBy: [] }, duty.calendar ?? 'england', today)
    return [{ duty: id, startedOn, startedAt: startedAt ?? null, dueOn: due.on, dueAt: due.at ?? null }]
  })
}
