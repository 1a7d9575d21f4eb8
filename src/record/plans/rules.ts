import type { PlainDate } from '../../kernel/dates.ts'
import type { Need, NeedLine, Progress, WholePlan } from './model.ts'

/** A review, as drifting is reckoned: the day, and whether anything had come further. */
export type Reviewed = Readonly<{ on: PlainDate; further: boolean }>

/** Reviews of a plan with whether anything was better or achieved at each, oldest first. A review at which nobody said how far it had come is no progress. */
export function reviewsOf(progress: readonly Progress[], held: readonly Readonly<{ id: string; on: PlainDate }>[]): Reviewed[] {
  return [...held].sort((a, b) => a.on.localeCompare(b.on)).map((review) => ({
    on: review.on, further: progress.some((one) => one.meetingId === review.id && (one.progress === 'better' || one.progress === 'achieved')),
  }))
}

/** A plan drifts when nothing had come further at the last two reviews running. */
export const isDrifting = (reviews: readonly Reviewed[]): boolean => reviews.length >= 2 && reviews.slice(-2).every((review) => !review.further)

/** The plan as it stood at a version. */
export function asOfVersion<Line extends Readonly<{ from: number; to: number | null }>>(lines: readonly Line[], version: number): Line[] {
  return lines.filter((line) => line.from <= version && (line.to === null || line.to >= version))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const people = (about: readonly string[] | undefined): string[] => [...(about ?? [])].sort()

export type Lines = Readonly<{ endNeeds: readonly string[]; endActions: readonly string[]; needs: readonly Readonly<{ line: string | undefined; place: number; words: NeedLine; fresh: boolean; actions: readonly Readonly<{ line: string | undefined; fresh: boolean; action: NeedLine['actions'][number] }>[] }>[] }>

/** What a change ends and what it begins: a line that says the same stays as it is. */
export function changesOf(plan: Pick<WholePlan, 'needs' | 'actions'>, wanted: readonly NeedLine[]): Lines {
  const needs = plan.needs.filter((need) => need.to === null)
  const actions = plan.actions.filter((action) => action.to === null)
  const kept = new Set<string>()
  const keptActions = new Set<string>()
  const begun = wanted.map((line, place) => {
    const before = needs.find((need) => need.line === line.line)
    const fresh = !before || !same([before.words, before.wanted, people(before.about)], [line.words.trim(), line.wanted.trim(), people(line.about)])
    if (before && !fresh) kept.add(before.id)
    return {
      line: before?.line, place, words: line, fresh,
      actions: line.actions.map((action) => {
        const was = actions.find((one) => one.line === action.line)
        const isFresh = !was || !same([was.words, was.owner, was.dueOn, was.evidence ?? '', people(was.about)], [action.words.trim(), action.owner.trim(), action.dueOn ?? null, action.evidence?.trim() ?? '', people(action.about)])
        if (was && !isFresh) keptActions.add(was.id)
        return { line: was?.line, fresh: isFresh, action }
      }),
    }
  })
  return { endNeeds: needs.filter((need) => !kept.has(need.id)).map((need) => need.id), endActions: actions.filter((action) => !keptActions.has(action.id)).map((action) => action.id), needs: begun }
}

/** How far a need has come for the people it is about, newest first. */
export const progressOf = (progress: readonly Progress[], need: Pick<Need, 'line'>): Progress[] =>
  progress.filter((one) => one.needLine === need.line).sort((a, b) => b.on.localeCompare(a.on))
