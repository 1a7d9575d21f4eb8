import { duties } from '../../../../content/timescales/all.ts'
import { evaluateById } from '../../../engine/timescales/evaluate.ts'
import type { Clock, Happening } from '../../../engine/timescales/model.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { ownDue } from '../../work/ownMeasure.ts'
import type { HouseholdStep } from '../model.ts'
import { inOrder, overSteps, stepThatStands } from './households.ts'

const adopting: readonly string[] = ['adopters', 'fosterAdopters']
const fostering: readonly string[] = ['foster', 'connected', 'fosterAdopters', 'lodgings']

const events: Readonly<Record<string, readonly string[]>> = {
  stageOne: ['adopterInterest.accepted'], stageOneDecided: ['adopterStageOne.decided'], stageTwo: ['adopterStageOne.decided', 'adopterStageTwo.requested'], approved: ['adopterStageTwo.decided', 'fosterCarer.approved'],
  refused: ['adopterStageTwo.decided', 'case.closed'], withdrew: ['adopter.withdrew', 'case.closed'], ended: ['case.closed'], onHold: ['adopter.paused'], back: ['adopter.resumed'], paused: ['adopter.paused'], resumed: ['adopter.resumed'], reviewed: ['fosterCarer.reviewed'], temporarilyApproved: ['connectedPerson.temporarilyApproved'], extended: ['temporaryApproval.extended'],
}
const asked: readonly Readonly<{ duty: string; kinds: readonly string[] }>[] = [
  { duty: 'adopterAssessment.stageOne', kinds: adopting }, { duty: 'adopterAssessment.between', kinds: adopting }, { duty: 'adopterAssessment.stageTwo', kinds: adopting },
  { duty: 'temporaryApproval.lasts', kinds: fostering }, { duty: 'fosterCarerReview.first', kinds: fostering }, { duty: 'fosterCarerReview.later', kinds: fostering },
]
/** `ownOn`: the day of the council’s own measure beside it; `mayWait`: its content lets time stand still, with a reason. */
export type HouseholdClock = Readonly<{ duty: string; words: string; clock: Clock; ownOn?: PlainDate; mayWait: boolean }>

/** The clocks of a carer household on its way, oldest first: the stages of an assessment, a temporary approval, the yearly review (Adoption Agencies Regulations 2005 part 4; Fostering Services Regulations 2011, regulation 28). */
export function householdClocks(kind: string, steps: readonly HouseholdStep[], today: PlainDate): HouseholdClock[] {
  const sorted = steps.toSorted(inOrder)
  const over = overSteps.some((one) => one === stepThatStands(sorted)?.step)
  const first = sorted.find((one) => one.step === 'reviewed')
  const history = sorted.flatMap((one): Happening[] => (events[one.step] ?? []).filter((event) => event !== 'adopterStageOne.decided' || one.step === 'stageOneDecided' || !sorted.some((other) => other.step === 'stageOneDecided'))
    .map((event): Happening => ({ event, on: one.on, ...(event === 'adopter.paused' ? { reason: one.words ?? 'They asked for a break' } : {}) })))
  return asked.filter((one) => one.kinds.includes(kind)).flatMap(({ duty }): HouseholdClock[] => {
    const clock = evaluateById(duties, duty, history, { today })
    if (!clock?.startedOn || (over && clock.endedOn === undefined)) return []
    if (duty === 'fosterCarerReview.first' && first && clock.endedOn === undefined) return []
    const rule = duties.find((each) => each.id === duty)
    const own = clock.endedOn === undefined ? ownDue(duty, clock.startedOn)?.on : undefined
    return [{ duty, words: rule?.duty ?? duty, clock, mayWait: (rule?.pauses?.length ?? 0) > 0, ...(own ? { ownOn: own } : {}) }]
  }).sort((a, b) => (a.clock.startedOn ?? '').localeCompare(b.clock.startedOn ?? ''))
}

/** What is due next of them, or is late. */
export const nextOfHousehold = (clocks: readonly HouseholdClock[]): HouseholdClock | undefined =>
  clocks.filter((one) => one.clock.endedOn === undefined && one.clock.dueOn).sort((a, b) => (a.clock.dueOn ?? '').localeCompare(b.clock.dueOn ?? ''))[0]
