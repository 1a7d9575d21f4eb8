import { addDays, daysBetween, type PlainDate } from '../../../kernel/dates.ts'
import type { Stretch } from '../model.ts'

/** So many nights stand beside each other. */
const mostNights = 8
const week = 7

/** The nights of which numbers are told, the earliest first: weeks apart once so much is known, else days. `since`: the first night of which what went is known. */
export function nightsTold(since: PlainDate | null, today: PlainDate): readonly PlainDate[] {
  const known = since === null ? 0 : Math.max(0, daysBetween(since, today))
  const apart = Math.min(week, Math.max(1, Math.floor(known / week)))
  return Array.from({ length: mostNights }, (_, n) => (mostNights - 1 - n) * apart).filter((back) => back <= known).map((back) => addDays(today, -back))
}

/** How it stands with some children: how many, how old, what came and went in seven nights, and how many there were on each night. */
export type Standing = Readonly<{ children: number; errors: number; queries: number; oldest: number; came: number; went: number; nights: readonly number[] }>
export function standingOf(found: readonly Stretch[], nights: readonly PlainDate[], today: PlainDate): Standing {
  const now = found.filter(({ gone }) => gone === null)
  const since = addDays(today, -week)
  return {
    children: new Set(now.map(({ personId }) => personId)).size,
    errors: now.filter(({ severity }) => severity === 'error').length, queries: now.filter(({ severity }) => severity === 'query').length,
    oldest: Math.max(0, ...now.map(({ from }) => daysBetween(from, today))),
    came: now.filter(({ from }) => from > since).length, went: found.filter(({ gone }) => gone !== null && gone > since).length,
    nights: nights.map((night) => found.filter(({ from, gone }) => from <= night && (gone === null || gone > night)).length),
  }
}

/** The findings of one worker's children, or of children with whom nobody works. */
export type Group = Readonly<{ name: string; team: string; found: readonly Stretch[] }>
export const withoutWorker = 'Nobody allocated'
/** By worker, one's own first, then team by team, most first. */
export function groupsOf(found: readonly Stretch[], workers: ReadonlyMap<string, Readonly<{ worker: string; team: string | null }>>, me: string): readonly Group[] {
  const many = (group: Group) => group.found.filter(({ gone }) => gone === null).length
  return [...Map.groupBy(found, (one) => workers.get(one.personId)?.worker ?? withoutWorker)]
    .map(([name, of]): Group => ({ name, team: workers.get(of[0]?.personId ?? '')?.team ?? '', found: of }))
    .sort((a, b) => Number(b.name === me) - Number(a.name === me) || a.team.localeCompare(b.team) || many(b) - many(a))
}
/** Whose rows are shown in full: those of the worker who is asked for; else one's own, and everybody's where there are few. */
export const shownInFull = (groups: readonly Group[], worker: string | undefined, me: string): readonly Group[] => groups.filter(({ name }, at) => (worker === undefined ? name === me || groups.length <= 4 || (at === 0 && groups.length === 1) : name === worker))
