import { householdSteps } from '../../../../content/codes/households.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { addMonths, dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { Household, HouseholdStep } from '../model.ts'

export type Stage = 'enquiry' | 'assessing' | 'panel' | 'approved' | 'onHold' | 'over'
export type Terms = Readonly<{ places: number; ageFrom: number; ageTo: number; sexes: string; kinds: readonly string[] }>
/** Where a household stands: its stage, the terms that hold, and when the approval is looked at again. */
export type Stands = Readonly<{ household: Household; stage: Stage; since: PlainDate | null; terms: Terms | undefined; reviewDueOn: PlainDate | null; children: number; vacancies: number; /** Whose household it is. */ worker: Readonly<{ id: string | null; name: string | null }> | undefined; steps: readonly HouseholdStep[] }>

const stages: Readonly<Record<string, Stage>> = { enquiry: 'enquiry', stageOne: 'assessing', stageOneDecided: 'assessing', stageTwo: 'assessing', paused: 'assessing', resumed: 'assessing', extended: 'approved', panel: 'panel', approved: 'approved', temporarilyApproved: 'approved', reviewed: 'approved', back: 'approved', onHold: 'onHold', refused: 'over', withdrew: 'over', ended: 'over' }

/** Oldest first; of what was written down in one go the enquiry comes first, as with a relative who takes a child tonight. */
export const inOrder = (a: HouseholdStep, b: HouseholdStep): number =>
  a.on.localeCompare(b.on) || a.recordedAt.localeCompare(b.recordedAt) || Number(b.step === 'enquiry') - Number(a.step === 'enquiry')

/** The steps by which an approval, or the way to one, is over. */
export const overSteps = ['refused', 'withdrew', 'ended'] as const
/** What changes nothing about whether they are approved. */
const beside: readonly string[] = ['givenTo', 'reviewed', 'paused', 'resumed']
/** The step by which a household is approved or not, of those up to a day. */
export const stepThatStands = (steps: readonly HouseholdStep[]): HouseholdStep | undefined =>
  steps.filter((one) => !beside.includes(one.step)).toSorted(inOrder).at(-1)

/** The step by which they stand. A review looks at the approval and changes nothing about taking no children for now. */
function lastOf(sorted: readonly HouseholdStep[]): HouseholdStep | undefined {
  const last = sorted.findLast((one) => one.step !== 'givenTo')
  const before = last?.step === 'reviewed' ? sorted.findLast((one) => one.step !== 'givenTo' && one.step !== 'reviewed') : undefined
  return before?.step === 'onHold' ? before : last
}

/** An assessment goes on that waits, and waits that does not. `sorted`: oldest first. */
function problemOfWait(step: string, on: PlainDate, sorted: readonly HouseholdStep[]): Problem | undefined {
  if (step !== 'paused' && step !== 'resumed') return undefined
  const all = sorted.filter((one) => one.step === 'paused' || one.step === 'resumed')
  const before = all.findLast((one) => one.on <= on)
  if (step === 'paused') return before?.step === 'paused' ? { question: 'on', problem: `It waits already, since ${dayInWords(before.on)}. Let it go on first, or check the day.` } : undefined
  if (before?.step === 'paused') return undefined
  const later = all.find((one) => one.on > on && one.step === 'paused')
  return { question: 'on', problem: later ? `It began to wait on ${dayInWords(later.on)}. Give that day or a later one.` : 'It does not wait on this day: there is nothing to let go on.' }
}

const ofApproved: readonly string[] = ['reviewed', 'onHold', 'back', 'ended']
const afresh: readonly string[] = ['enquiry', 'approved', 'temporarilyApproved', 'givenTo']
/** What to put right in a step, by how they stood on its day: an approval that ended is not taken up again by a word, and nobody is reviewed who is not approved. */
export function problemOfStep(step: string, on: PlainDate, steps: readonly HouseholdStep[]): Problem | undefined {
  const sorted = steps.toSorted(inOrder)
  const asked = sorted.find((one) => one.step === 'enquiry')
  if (asked && step !== 'enquiry' && on < asked.on) return { question: 'on', problem: `They asked on ${dayInWords(asked.on)}. Give that day or a later one.` }
  const waits = problemOfWait(step, on, sorted)
  if (waits) return waits
  const last = lastOf(sorted.filter((one) => one.on <= on))
  const stage = last ? stages[last.step] ?? 'enquiry' : 'enquiry'
  // A refusal that is looked at again lets an approval for a time go on (Care Planning Regulations 2010, regulation 25(1)(b)).
  const again = step === 'extended' && last?.step === 'refused'
  if (last && stage === 'over' && !again && !afresh.includes(step)) return { question: 'step', problem: `It was over by then: ${labelOf(householdSteps, last.step).toLowerCase()}, ${dayInWords(last.on)}. If they come again, begin with the enquiry.` }
  if (step === 'extended' && !sorted.some((one) => one.on <= on && one.step === 'temporarilyApproved')) return { question: 'step', problem: 'They are not approved for a time on this day. Record that first, or check the day.' }
  return ofApproved.includes(step) && stage !== 'approved' && stage !== 'onHold' ? { question: 'step', problem: 'They are not approved on this day. Record the approval first, or check the day.' } : undefined
}

/** By its steps, oldest to newest. The review of an approval is due a year after it (Fostering Services Regulations 2011, regulation 28(2)); adopters who are not matched, too. */
export function householdStands(household: Household, steps: readonly HouseholdStep[], children: number): Stands {
  const sorted = steps.toSorted(inOrder)
  const last = lastOf(sorted)
  const given = sorted.findLast((one) => one.workerId !== null) ?? sorted.find((one) => one.step === 'enquiry')
  const worker = given ? { id: given.workerId ?? given.byId, name: given.workerId ? given.worker : given.by } : undefined
  const stage = last ? stages[last.step] ?? 'enquiry' : 'enquiry'
  const withTerms = sorted.findLast((one) => one.places !== null)
  const terms = withTerms?.places === undefined || withTerms.places === null ? undefined : { places: withTerms.places, ageFrom: withTerms.ageFrom ?? 0, ageTo: withTerms.ageTo ?? 17, sexes: withTerms.sexes ?? 'any', kinds: withTerms.kinds ?? [] }
  const looked = sorted.findLast((one) => one.step === 'approved' || one.step === 'reviewed')
  const open = stage === 'approved' || stage === 'onHold'
  return { household, stage, since: last?.on ?? null, terms, reviewDueOn: open && looked ? addMonths(looked.on, 12) : null, children, vacancies: stage === 'approved' && terms ? Math.max(0, terms.places - children) : 0, worker, steps: sorted }
}

export type Wanted = Readonly<{ name: string; age: number | null; sex: string }>
/** How a household fits children: what speaks for it, and what against. None against is a match of the approval; whether it is right for the children is the worker's to say. */
export function fitOf(stands: Stands, children: readonly Wanted[]): Readonly<{ fits: readonly string[]; against: readonly string[] }> {
  const { terms } = stands
  const fits: string[] = []
  const against: string[] = []
  if (stands.stage !== 'approved' || !terms) return { fits, against: [stands.stage === 'onHold' ? 'Not taking children for now' : 'Not approved'] }
  if (stands.vacancies >= children.length) fits.push(children.length > 1 ? `Room for all ${children.length} together` : 'Has room')
  else against.push(stands.vacancies === 0 ? 'No room' : `Room for ${stands.vacancies} of ${children.length}`)
  const outside = children.filter((one) => one.age !== null && (one.age < terms.ageFrom || one.age > terms.ageTo))
  if (outside.length > 0) against.push(`Approved for ${terms.ageFrom} to ${terms.ageTo}: ${outside.map((one) => `${one.name} is ${one.age}`).join(', ')}`)
  else fits.push(`Approved for ${terms.ageFrom} to ${terms.ageTo}`)
  const others = children.filter((one) => terms.sexes !== 'any' && (one.sex === 'female' || one.sex === 'male') && one.sex !== terms.sexes)
  if (others.length > 0) against.push(`Approved for ${terms.sexes === 'female' ? 'girls' : 'boys'}`)
  return { fits, against }
}
