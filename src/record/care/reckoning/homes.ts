import { duties } from '../../../../content/timescales/all.ts'
import { evaluateById } from '../../../engine/timescales/evaluate.ts'
import type { Happening } from '../../../engine/timescales/model.ts'
import { addDays, plain, type PlainDate } from '../../../kernel/dates.ts'
import type { CareFact, HouseholdStep, Placement } from '../model.ts'
import { holds } from './episodes.ts'
import { overSteps, stepThatStands } from './households.ts'

/** Why nobody has approved the carers with whom a child lives: a step of the household, or time. */
export type WhyOver = 'refused' | 'withdrew' | 'ended' | 'ranOut' | 'noLonger'
/** Where a child lives is in question since a day. `decided`: it was decided that they stay for now. `temporary`: the carers were approved for a time. */
export type HomeQuestion = Readonly<{ since: PlainDate; why: WhyOver; temporary: boolean; decided: CareFact | undefined }>

type Care = Readonly<{ placements: readonly Placement[]; facts: readonly CareFact[]; steps?: readonly HouseholdStep[] }>

/** Answers of the fact `homeDecided` by which a child stays where they are. */
const stays: readonly string[] = ['review', 'arranged', 'otherOrder']
const approved: readonly string[] = ['approved', 'onHold', 'back']
export const staysThere = (fact: CareFact): boolean => fact.kind === 'homeDecided' && stays.includes(fact.answers['decided'] ?? '')

/** What happened to an approval for a time, as its clock counts it; an extension counts wherever it was written down, with the child or with the household. */
export function temporaryHappenings(fact: CareFact, steps: readonly HouseholdStep[]): Happening[] {
  const extended = fact.answers['extendedOn'] ? plain(fact.answers['extendedOn']) : steps.filter((one) => one.step === 'extended' && one.on >= fact.on).map((one) => one.on).sort()[0]
  return [{ event: 'connectedPerson.temporarilyApproved', on: fact.on }, ...(extended ? [{ event: 'temporaryApproval.extended', on: extended }] : []), ...(fact.to ? [{ event: 'fosterCarer.approved', on: fact.to }] : [])]
}

const lasting = (placement: Placement, facts: readonly CareFact[]): CareFact | undefined => facts.find((one) => one.kind === 'temporaryApproval' && one.on >= placement.from && (placement.to === null || one.on < placement.to))

/** Since when, and why, nobody approves the carers of one placement. */
function overIn(placement: Placement, care: Care, day: PlainDate): Readonly<{ since: PlainDate; why: WhyOver; temporary: boolean }> | undefined {
  const steps = (care.steps ?? []).filter((one) => one.householdId === placement.householdId && one.on <= day)
  const stands = stepThatStands(steps)
  const fact = lasting(placement, care.facts)
  const later = (on: PlainDate): PlainDate => (on > placement.from ? on : placement.from)
  const why = overSteps.find((one) => one === stands?.step)
  if (stands && why) return { since: later(stands.on), why, temporary: fact !== undefined }
  if (!fact || (stands && approved.includes(stands.step))) return undefined
  if (fact.to !== null) return steps.length > 0 && fact.to <= day ? { since: fact.to, why: 'noLonger', temporary: true } : undefined
  const clock = evaluateById(duties, 'temporaryApproval.lasts', temporaryHappenings(fact, steps), { today: day })
  return clock?.state === 'ended' && clock.dueOn ? { since: addDays(clock.dueOn, 1), why: 'ranOut', temporary: true } : undefined
}

/** Whether the home of one child is in question on a day: their carers were refused, withdrew, are no longer approved, or their approval for a time ran out (Care Planning Regulations 2010, regulations 24 and 25). The placement itself is ended by people. */
export function homeInQuestion(care: Care, today: PlainDate): HomeQuestion | undefined {
  const placement = care.placements.find((one) => holds(one, today))
  const over = placement ? overIn(placement, care, today) : undefined
  return over ? { ...over, decided: care.facts.filter((one) => staysThere(one) && one.on >= over.since).sort((a, b) => b.on.localeCompare(a.on))[0] } : undefined
}

/** The same as what happened, for the clock: of every placement, so that a move ends what was asked. */
export const homeHappenings = (care: Care, today: PlainDate): Happening[] => [
  ...care.placements.flatMap((placement) => {
    const over = overIn(placement, care, placement.to ?? today)
    return over && (placement.to === null || over.since < placement.to) ? [{ event: 'carerApproval.over', on: over.since }] : []
  }),
  ...care.facts.filter(staysThere).map((one) => ({ event: 'home.decided', on: one.on })),
]
