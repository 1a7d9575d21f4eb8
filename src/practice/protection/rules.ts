import { boundFacts } from '../../engine/forms/frozen.ts'
import type { About, Answers, FormDefinition } from '../../engine/forms/model.ts'
import { isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import { enquiryOutcomes, type EnquiryOutcome, type EnquiryPerson } from './model.ts'

type OnWork = Readonly<{ people: readonly Readonly<{ id: string; name: string; given: string; unborn: boolean }>[] }>
/** Whom an enquiry is about, as its form asks. */
export const aboutOf = (item: OnWork): About => ({ children: item.people.map((person) => ({ id: person.id, name: person.given || person.name, ...(person.unborn ? { unborn: true } : {}) })) })

const isOutcome = (value: unknown): value is EnquiryOutcome => enquiryOutcomes.some((one) => one === value)
const dayIn = (value: unknown): PlainDate | null => (typeof value === 'string' && isPlainDate(value) ? value : null)

/** What the enquiry says of each child, as typed facts, and what they say themselves. */
export function factsOf(form: FormDefinition, answers: Answers, about: About): Readonly<{ people: readonly EnquiryPerson[]; said: readonly Readonly<{ personId: string; words: string }>[] }> {
  const facts = boundFacts(form, answers, about)
  const of = (fact: string, childId: string) => facts.find((one) => one.fact === fact && one.childId === childId)?.value
  return {
    people: about.children.map((child): EnquiryPerson => {
      const outcome = of('section47.outcome', child.id)
      return { personId: child.id, outcome: isOutcome(outcome) ? outcome : null, seenOn: dayIn(of('child.seenOn', child.id)), seenAloneOn: dayIn(of('child.seenAloneOn', child.id)) }
    }),
    // Words written once for all are the words of none of them in particular.
    said: facts.flatMap((one) => (one.fact === 'child.ownWords' && one.childId && typeof one.value === 'string' && (about.children.length === 1 || answers['enquiryOwnWords']?.each?.[one.childId] !== undefined) ? [{ personId: one.childId, words: one.value }] : [])),
  }
}

/** Which conference: before birth where all of them are unborn. */
export const conferenceKind = (people: readonly Readonly<{ unborn: boolean }>[]): 'preBirthConference' | 'initialConference' => (people.length > 0 && people.every((person) => person.unborn) ? 'preBirthConference' : 'initialConference')
