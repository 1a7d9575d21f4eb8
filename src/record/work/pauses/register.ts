import type { PlainDate } from '../../../kernel/dates.ts'
import { dutiesNow } from '../../access/own/now.ts'
import type { Asking } from '../../access/model.ts'
import type { WorkItem } from '../model.ts'
import { setDue } from '../register.ts'
import type { ClockSource } from '../standing/sources.ts'
import { peopleOf } from '../store.ts'
import { dueAfter, mayWait, pauseHappenings, type MayWait } from './rules.ts'
import * as store from './store.ts'

/** The waits of clocks, for all clocks that are counted from what happened. */
export const pauseClocks: ClockSource = async (asking, _people, ids) => pauseHappenings(dutiesNow(), await store.about(asking.db, ids))

/** Which clocks of a piece of work may wait, by the rule of the day each began. */
export async function waitsOf(asking: Asking, item: Pick<WorkItem, 'id' | 'duty'>): Promise<readonly MayWait[]> {
  const running = await store.clocksOfItem(asking.db, item.id)
  return running.flatMap((clock) => mayWait(dutiesNow(), clock.duty.replace(/\.own$/, ''), clock.startedOn).filter((one) => one.duty === clock.duty))
}

/** The days of its clocks as they are now that time stood, or stands, still; and with the law’s clock the day of the work itself. */
export async function keepDays(asking: Asking, item: Pick<WorkItem, 'id' | 'duty' | 'dueOn' | 'paused'>): Promise<void> {
  const pauses = await store.ofItem(asking.db, item.id)
  for (const clock of await store.clocksOfItem(asking.db, item.id)) {
    if (!pauses.some((one) => one.duty === clock.duty)) continue
    const due = dueAfter(dutiesNow(), clock, pauses, asking.today)
    if (!due) continue
    const open = pauses.find((one) => one.duty === clock.duty && one.to === null)
    await store.setClock(asking.db, clock.id, { state: open ? 'paused' : 'running', reason: open?.reason ?? null, dueOn: due.on, dueAt: due.at ?? null })
    if (clock.duty === item.duty && due.on !== item.dueOn) await setDue(asking, item.id, due.on, due.at ?? null)
  }
}

/** The clocks of a piece of work that may wait do so from a day on. */
export async function pauseWork(asking: Asking, item: WorkItem, waits: readonly MayWait[], on: PlainDate, reason: string): Promise<void> {
  const [first] = waits
  if (!first) return
  const people = await peopleOf(asking.db, item.id)
  for (const one of waits) await store.begin(asking.db, { at: asking.now, by: asking.actor.id }, { itemId: item.id, people, duty: one.duty, on, reason })
  await store.setPaused(asking.db, item.id, { on, why: reason, duty: waits.some((one) => one.duty === item.duty) ? item.duty ?? first.duty : first.duty })
  await keepDays(asking, item)
}

/** It goes on: the days between did not count. */
export async function resumeWork(asking: Asking, item: WorkItem, on: PlainDate, words: string | null): Promise<void> {
  await store.end(asking.db, { at: asking.now, by: asking.actor.id }, item.id, on, words)
  await store.setPaused(asking.db, item.id, null)
  await keepDays(asking, item)
}
