import { dutyOn } from '../../engine/timescales/evaluate.ts'
import type { Duty } from '../../engine/timescales/model.ts'
import type { Instant } from '../../kernel/dates.ts'
import { dutiesNow } from '../access/own/now.ts'
import type { WorkItem } from './model.ts'

/** Whether the hour by which the law wants it, or to which it lasts, is over. What is agreed for an hour (a visit, a meeting) is not late by it. */
function overOf({ duty, dueOn, dueAt }: WorkItem, now: Instant, duties: readonly Duty[]): WorkItem['hourIsOver'] {
  const law = duty && dueOn && dueAt && dueAt <= now ? dutyOn(duties, duty, dueOn) : undefined
  return law && 'hours' in law.within ? (law.manner === 'lasts' ? 'ended' : 'late') : undefined
}

/** The same pieces of work; those that are counted in hours say when theirs are over. */
export const toldByTheHour = (items: readonly WorkItem[], now: Instant, duties: readonly Duty[] = dutiesNow()): WorkItem[] =>
  items.map((item) => {
    const hourIsOver = overOf(item, now, duties)
    return hourIsOver ? { ...item, hourIsOver } : item
  })
