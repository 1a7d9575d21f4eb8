import { boundFacts, type BoundFact } from '../../../engine/forms/frozen.ts'
import type { About, Answers, FormDefinition } from '../../../engine/forms/model.ts'
import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { outcomes, type ChildFacts, type OutcomeCode } from '../model/stored.ts'

/** What the assessment says of each child, as typed facts; why it was late; what the children say. */
export type Facts = Readonly<{ children: readonly ChildFacts[]; lateReason: string | null; said: readonly Readonly<{ personId: string; words: string }>[]; outcome: OutcomeCode }>

const isOutcome = (value: unknown): value is OutcomeCode => outcomes.some((one) => one === value)
const dayIn = (value: BoundFact['value'] | undefined): PlainDate | null => (typeof value === 'string' && isPlainDate(value) ? value : null)

/** The gravest outcome stands for the family as one: it decides how soon something has to happen. */
const gravest = (of: readonly OutcomeCode[]): OutcomeCode => [...of].sort((a, b) => outcomes.indexOf(b) - outcomes.indexOf(a))[0] ?? 'noFurtherAction'

/** Reads the facts that the form's answers are bound to. */
export function factsOf(form: FormDefinition, answers: Answers, about: About): Facts {
  const facts = boundFacts(form, answers, about)
  const of = (fact: string, childId: string) => facts.find((one) => one.fact === fact && one.childId === childId)?.value
  const children = about.children.map((child): ChildFacts => {
    const factors = of('assessment.factors', child.id)
    const outcome = of('assessment.outcome', child.id)
    return {
      personId: child.id, seenOn: dayIn(of('child.seenOn', child.id)), seenAloneOn: dayIn(of('child.seenAloneOn', child.id)), outcome: isOutcome(outcome) ? outcome : null,
      factors: Array.isArray(factors) ? factors : typeof factors === 'string' ? [factors] : [],
    }
  })
  const late = facts.find((one) => one.fact === 'assessment.lateReason')?.value
  return {
    children,
    lateReason: typeof late === 'string' ? late : null,
    said: facts.flatMap((one) => (one.fact === 'child.ownWords' && one.childId && typeof one.value === 'string' ? [{ personId: one.childId, words: one.value }] : [])),
    outcome: gravest(children.flatMap((child) => child.outcome ?? [])),
  }
}

/** Children for whom the council's part ends with this outcome, with the reason as the census knows it. */
export const closing = (children: readonly ChildFacts[]): { personId: string; reason: string }[] => children.flatMap((child) =>
  child.outcome === 'noFurtherAction' ? [{ personId: child.personId, reason: 'assessedNoFurtherAction' }] : child.outcome === 'stepDown' ? [{ personId: child.personId, reason: 'assessedEarlyHelp' }] : [])
