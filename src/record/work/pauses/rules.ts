import { dueOf, type Due } from '../../../engine/timescales/due.ts'
import { dutyOn } from '../../../engine/timescales/evaluate.ts'
import type { Duty, Happening } from '../../../engine/timescales/model.ts'
import type { Instant, PlainDate } from '../../../kernel/dates.ts'

/** One wait of one clock. `people`: whose it is. */
export type Pause = Readonly<{ pauseId: string; duty: string; from: PlainDate; to: PlainDate | null; reason: string; back: string | null; by: string | null; people: readonly string[] }>
/** When a clock may wait, and who says so. */
export type MayWait = Readonly<{ duty: string; words: string; source: string; read: boolean }>

/** Which clocks of a duty may wait: the law’s where its content says so, and the council’s own measure where the council has said so. */
export function mayWait(duties: readonly Duty[], id: string | null, on: PlainDate): readonly MayWait[] {
  return id === null ? [] : [id, `${id}.own`].flatMap((one): MayWait[] => {
    const duty = dutyOn(duties, one, on)
    const pause = duty?.pauses?.[0]
    return duty && pause ? [{ duty: one, words: pause.words ?? '', source: pause.source ?? [duty.source.title, duty.source.provision].filter(Boolean).join(', '), read: (pause.basis ?? duty.basis) === 'read' }] : []
  })
}

/** Waits as the clocks count them: the time between does not count. */
export const pauseHappenings = (duties: readonly Duty[], pauses: readonly Pause[]): Happening[] => pauses.flatMap((one): Happening[] => {
  const rule = dutyOn(duties, one.duty, one.from)?.pauses?.[0]
  return rule ? [{ event: rule.from, on: one.from, reason: one.reason, people: one.people }, ...(one.to ? [{ event: rule.to, on: one.to, people: one.people }] : [])] : []
})

/** When a clock is due whose time stood still: an open wait moves its day on with each day. */
export function dueAfter(duties: readonly Duty[], clock: Readonly<{ duty: string; startedOn: PlainDate; startedAt: Instant | null }>, pauses: readonly Pick<Pause, 'duty' | 'from' | 'to' | 'reason'>[], today: PlainDate): Due | undefined {
  const duty = dutyOn(duties, clock.duty, clock.startedOn)
  const mine = pauses.filter((one) => one.duty === clock.duty && (one.to === null || one.to >= clock.startedOn)).map((one) => ({ from: one.from > clock.startedOn ? one.from : clock.startedOn, ...(one.to ? { to: one.to } : {}), reason: one.reason }))
  return duty && dueOf(duty, { startedOn: clock.startedOn, ...(clock.startedAt ? { startedAt: clock.startedAt } : {}), pauses: mine, extendedBy: [] }, duty.calendar ?? 'england', today)
}
