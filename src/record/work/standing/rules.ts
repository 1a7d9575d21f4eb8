import { everyRun } from '../../../engine/timescales/evaluate.ts'
import type { Clock, Duty, Happening } from '../../../engine/timescales/model.ts'
import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { WorkItem } from '../model.ts'

/** What has to be open: one piece of work for all who share a duty, a day it began and a day it is due. */
export type Due = Readonly<{ key: string; duty: string; kind: string; section: string | undefined; subject: Readonly<{ kind: string; id: string }>; workerId: string | null; teamId: string | null; startedOn: PlainDate; startedAt?: Instant; dueOn: PlainDate; dueAt?: Instant; people: readonly string[] }>
type Stands = Readonly<{ duty: string; personId: string; kind: string; section?: string; meets?: string; subject: Readonly<{ kind: string; id: string }>; workerId: string | null; teamId: string | null }>
type Open = Pick<WorkItem, 'id' | 'kind' | 'duty' | 'dueOn' | 'subjectKind' | 'people' | 'paused'>

/** Every run of a duty for one person, by the law of the day each began. */
export const runsFor = (duties: readonly Duty[], duty: string, history: readonly Happening[], person: string, today: PlainDate): Clock[] =>
  duties.filter((one) => one.id === duty).flatMap((one) => everyRun(one, history.filter((happening) => !happening.people || happening.people.includes(person)), { today })).sort((a, b) => (a.startedOn ?? '').localeCompare(b.startedOn ?? ''))

/** What is due for whom: brothers and sisters whose clocks began together are one piece of work. What a meeting that is arranged will do is not asked again. */
export function dueNow(duties: readonly Duty[], standing: readonly Stands[], history: readonly Happening[], open: readonly Open[], today: PlainDate): Due[] {
  const found = new Map<string, Due>()
  for (const one of standing) {
    if (one.meets && open.some((item) => item.subjectKind === 'meeting' && item.kind === one.meets && item.people.some((person) => person.id === one.personId))) continue
    const clock = runsFor(duties, one.duty, history, one.personId, today).find((run) => run.endedOn === undefined && run.startedOn && run.dueOn)
    if (!clock?.startedOn || !clock.dueOn) continue
    const key = [one.kind, one.duty, one.subject.id, clock.startedOn, clock.dueOn].join('/')
    const before = found.get(key)
    found.set(key, { key, duty: one.duty, kind: one.kind, section: one.section, subject: one.subject, workerId: one.workerId, teamId: one.teamId, startedOn: clock.startedOn, dueOn: clock.dueOn, ...(clock.startedAt ? { startedAt: clock.startedAt } : {}), ...(clock.dueAt ? { dueAt: clock.dueAt } : {}), people: [...(before?.people ?? []), one.personId] })
  }
  return [...found.values()]
}

/** `done`: it was done for all of them, on that day. `parted`: for some, or their days part. `over`: it is not due any more. */
export type Ended = Readonly<{ item: Open; how: 'done'; on: PlainDate } | { item: Open; how: 'parted' | 'over' }>
export type Steps = Readonly<{ end: readonly Ended[]; begin: readonly Due[] }>

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one))

/** While a clock waits its day moves on with each day: it is the same piece of work all the same. */
const waits = (item: Open): boolean => item.paused !== undefined && item.paused.duty === item.duty

/** What to end and what to open, so that the open work is what is due. */
export function stepsTo(due: readonly Due[], open: readonly Open[], duties: readonly Duty[], history: readonly Happening[], today: PlainDate): Steps {
  const standing = open.filter((item) => item.subjectKind !== 'meeting')
  const kept = new Set<string>()
  const begin = due.filter((wanted) => {
    const there = standing.find((item) => item.duty === wanted.duty && item.kind === wanted.kind && (item.dueOn === wanted.dueOn || waits(item)) && same(item.people.map((person) => person.id), wanted.people))
    if (there) kept.add(there.id)
    return !there
  })
  const end = standing.filter((item) => !kept.has(item.id)).map((item): Ended => {
    const ends = item.people.map((person) => runsFor(duties, item.duty ?? '', history, person.id, today).find((run) => run.endedOn && (run.dueOn === item.dueOn || (item.paused && waits(item) && run.endedOn >= item.paused.on))))
    const last = ends.map((run) => (run && run.state !== 'stopped' ? run.endedOn : undefined)).sort((a, b) => (b ?? '').localeCompare(a ?? ''))[0]
    if (ends.length > 0 && last && ends.every((run) => run && run.state !== 'stopped')) return { item, how: 'done', on: last }
    return { item, how: due.some((wanted) => wanted.duty === item.duty && wanted.people.some((id) => item.people.some((person) => person.id === id))) ? 'parted' : 'over' }
  })
  return { end, begin }
}
