import { everyRun } from '../../engine/timescales/evaluate.ts'
import type { Clock, Duty, Happening } from '../../engine/timescales/model.ts'
import { addDays, shortDay, type PlainDate } from '../../kernel/dates.ts'
import { addWorkingDays } from '../../kernel/workingDays.ts'
import type { Problem } from '../../kernel/errors.ts'
import { listed } from '../../kernel/phrasing.ts'
import { isPlainDate } from '../../kernel/dates.ts'
import type { OnIt, WorkItem } from '../../record/work/model.ts'
import { pointKinds, type Discuss, type Entry, type Family, type Led, type Point, type PointKind } from './model.ts'

const supervisionDuty = 'supervision.held'

/** When somebody is next to be supervised: by the duty, or by the council’s own measure beside it. */
export function nextFor(led: Pick<Led, 'since' | 'heldOn'>, duties: readonly Duty[], today: PlainDate): Clock | undefined {
  const history: Happening[] = [{ event: 'supervision.began', on: led.since }, ...led.heldOn.map((on) => ({ event: 'supervision.held', on }))]
  const running = (id: string) => duties.filter((duty) => duty.id === id).flatMap((duty) => everyRun(duty, history, { today })).filter((clock) => clock.endedOn === undefined && clock.dueOn)
  return running(`${supervisionDuty}.own`).at(-1) ?? running(supervisionDuty).at(-1)
}

/** Whom the caseload is about, family by family: who shares a piece of work belongs together. */
export function familiesIn(items: readonly Pick<WorkItem, 'people'>[]): OnIt[][] {
  const groups: Map<string, OnIt>[] = []
  for (const { people } of items) {
    if (people.length === 0) continue
    const touched = groups.filter((group) => people.some((one) => group.has(one.id)))
    const whole = new Map([...touched.flatMap((group) => [...group]), ...people.map((one) => [one.id, one] as const)])
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(whole)
  }
  return groups.map((group) => [...group.values()].sort((a, b) => (a.bornOn ?? a.dueOn ?? '9999').localeCompare(b.bornOn ?? b.dueOn ?? '9999')))
}

export type Caseload = Readonly<{
  items: readonly WorkItem[]
  /** What the worker sent and nobody has agreed yet. */
  sent: readonly WorkItem[]
  /** What was decided at an earlier supervision and is not done. */
  decided: ReadonlySet<string>
  still: ReadonlySet<string>
  drifting: readonly Readonly<{ planId: string; name: string; people: readonly string[] }>[]
  warnings: readonly Readonly<{ personId: string; words: string; reviewOn: PlainDate }>[]
  spoken: ReadonlyMap<string, PlainDate>
  title: (item: WorkItem) => string
  href: (item: WorkItem) => string
}>

function kindOf(item: WorkItem, load: Caseload, today: PlainDate): PointKind | undefined {
  if (load.decided.has(item.id)) return 'decision'
  if (item.dueOn && item.dueOn < today) return item.duty && (item.kind === 'visit' || item.kind === 'careVisit') ? 'notSeen' : 'late'
  if (load.still.has(item.id)) return 'still'
  return item.dueOn && item.dueOn <= addWorkingDays(today, 5) ? 'soon' : undefined
}

const secondOf = (kind: PointKind, item: WorkItem, today: PlainDate): string =>
  kind === 'still' ? `nothing saved for a while; begun ${shortDay(item.openedOn, today)}` : item.dueOn ? `${item.dueOn < today ? 'was due' : 'due'} ${shortDay(item.dueOn, today)}` : `since ${shortDay(item.openedOn, today)}`

/** The agenda: every family of the caseload, with what is late, not seen, drifting, not signed, not finished, decided before and not done. The most pressing first. */
export function agendaOf(load: Caseload, today: PlainDate): Family[] {
  const families = familiesIn([...load.items, ...load.sent]).map((people): Family => {
    const here = new Set(people.map((one) => one.id))
    const about = (ids: readonly string[]) => ids.some((id) => here.has(id))
    const points: Point[] = [
      ...load.items.filter((item) => about(item.people.map((one) => one.id))).flatMap((item): Point[] => {
        const kind = kindOf(item, load, today)
        return kind ? [{ kind, words: load.title(item), second: secondOf(kind, item, today), href: load.href(item) }] : []
      }),
      ...load.sent.filter((item) => about(item.people.map((one) => one.id))).map((item): Point => ({ kind: 'unsigned', words: load.title(item), second: `sent ${shortDay(item.openedOn, today)}`, href: load.href(item) })),
      ...load.drifting.filter((plan) => about(plan.people)).map((plan): Point => ({ kind: 'drifting', words: plan.name, second: 'nothing better at the last two reviews', href: `/plans/${plan.planId}` })),
      ...load.warnings.filter((one) => here.has(one.personId) && one.reviewOn <= addDays(today, 14)).map((one): Point => ({ kind: 'warning', words: one.words, second: `to be looked at again ${one.reviewOn < today ? 'since' : 'by'} ${shortDay(one.reviewOn, today)}`, href: `/people/${one.personId}/details#warnings` })),
    ]
    points.sort((a, b) => pointKinds.indexOf(a.kind) - pointKinds.indexOf(b.kind))
    const spokenOn = people.flatMap((one) => load.spoken.get(one.id) ?? []).sort().at(-1) ?? null
    return { key: people[0]?.id ?? '', people, points, spokenOn }
  })
  const weight = (family: Family) => family.points.reduce((sum, one) => sum + (one.kind === 'soon' ? 1 : one.kind === 'unsigned' || one.kind === 'warning' ? 3 : 10), 0)
  return families.sort((a, b) => weight(b) - weight(a) || (a.spokenOn ?? '').localeCompare(b.spokenOn ?? '') || a.key.localeCompare(b.key))
}

/** What to put right in what was written down about a family. */
export function problemsOfDiscussion(input: Discuss, today: PlainDate): Problem[] {
  return (input.actions ?? []).flatMap((action, i): Problem[] => {
    if (!isPlainDate(action.dueOn)) return [{ question: `actions.${i}.dueOn`, problem: 'Write by when, as day, month and year.' }]
    return action.dueOn < today ? [{ question: `actions.${i}.dueOn`, problem: 'This day has passed. Give a day to come.' }] : []
  })
}

/** Which family an entry of this session is about. */
export const entriesOf = (entries: readonly Entry[], family: Pick<Family, 'people'>): Entry[] => entries.filter((entry) => entry.people.some((id) => family.people.some((one) => one.id === id)))

/** Who else took part, colleagues first: `Sam Price, Mei Chan and the health visitor`. */
export const besideInWords = (entry: Pick<Entry, 'with' | 'beside'>): string => listed([...entry.with, ...(entry.beside ? [entry.beside] : [])])
