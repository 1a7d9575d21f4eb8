import { duties } from '../../../../content/timescales/all.ts'
import type { Asking } from '../../access/model.ts'
import { idsOf } from '../../people/queries.ts'
import type { WorkItem } from '../model.ts'
import { openWorkAbout } from '../queries.ts'
import { cancelWork, finishWork, openWork, startClocks } from '../register.ts'
import { anyOpenOf } from '../store.ts'
import { dueNow, stepsTo } from './rules.ts'
import { historyOf, standingOf } from './sources.ts'

/** Duties that come again while something lasts, as the modules name them. Their work is opened and ended by what happens, never by hand. */
const standingDuties = new Set<string>()
export function plugStandingDuties(names: readonly string[]): void {
  standingDuties.clear()
  for (const name of names) standingDuties.add(name)
}
export const isStanding = (item: Pick<WorkItem, 'duty' | 'subjectKind'>): boolean => item.duty !== null && item.subjectKind !== 'meeting' && standingDuties.has(item.duty)

/** Whether any open work of a standing duty is about one of these people: asked first where most people have none. */
export const hasStanding = (asking: Asking, people: readonly string[]): Promise<boolean> =>
  standingDuties.size === 0 ? Promise.resolve(false) : anyOpenOf(asking.db, people, [...standingDuties])

/** The open work of these people and of everybody with whom some of it is shared: what one of those has alone is theirs already, and is not opened again. */
async function openOfThem(asking: Asking, people: readonly string[]): Promise<{ open: readonly WorkItem[]; all: readonly string[] }> {
  const open = (await openWorkAbout(asking, await idsOf(asking, people))).filter((item) => item.duty !== null && (item.subjectKind === 'meeting' || standingDuties.has(item.duty)))
  const all = [...new Set([...people, ...open.filter(isStanding).flatMap((item) => item.people.map((person) => person.id))])]
  return all.length === new Set(people).size ? { open, all } : openOfThem(asking, all)
}

/**
 * Brings the open work of some people (survivors) in step with what is due by their plans: what was done ends on its day, in time or late, and the next is opened.
 * Inside the command that changed something. Brothers and sisters whose days part have pieces of their own.
 */
export async function keepInStep(asking: Asking, people: readonly string[]): Promise<void> {
  const { open, all } = await openOfThem(asking, people)
  const standing = await standingOf(asking, all)
  if (standing.length === 0 && open.every((item) => !isStanding(item))) return
  const history = await historyOf(asking, all)
  const due = dueNow(duties, standing, history, open, asking.today)
  const { end, begin } = stepsTo(due, open.filter((item) => item.subjectKind === 'meeting' || isStanding(item)), duties, history, asking.today)
  for (const one of end) {
    if (one.how === 'done') await finishWork(asking, one.item.id, { outcome: 'done', on: one.on })
    else if (one.how === 'parted') await finishWork(asking, one.item.id, { outcome: 'parted', reason: 'It goes on for some of them, with days of their own.', clocks: 'stopped' })
    else await cancelWork(asking, one.item.id, 'It is not due any more.')
  }
  for (const one of begin) {
    const itemId = await openWork(asking, {
      kind: one.kind, section: one.section, domain: 'children', people: one.people, subject: one.subject, workerId: one.workerId, teamId: one.teamId, dueOn: one.dueOn, dueAt: one.dueAt, duty: one.duty, involves: false,
    })
    await startClocks(asking, { itemId, subject: one.subject, duty: one.duty, startedOn: one.startedOn, dueOn: one.dueOn, ...(one.startedAt ? { startedAt: one.startedAt } : {}), ...(one.dueAt ? { dueAt: one.dueAt } : {}) })
  }
}
