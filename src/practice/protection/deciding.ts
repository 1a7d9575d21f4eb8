import { enquiryOutcomes } from '../../../content/codes/protection.ts'
import { dayOf, shortDay, timeOf } from '../../kernel/dates.ts'
import { labelOf } from '../../kernel/codes.ts'
import { listed, sentence } from '../../kernel/phrasing.ts'
import type { Asking } from '../../record/access/model.ts'
import { frozenForm } from '../../record/answers/register.ts'
import { ageInWords, markOf } from '../../record/people/marks.ts'
import type { DecisionRead, DecisionTeller } from '../../record/work/decisions/model.ts'
import type { WorkItem } from '../../record/work/model.ts'
import { decideEnquiry, enquiryOf } from './commands/enquiring.ts'

async function read(asking: Asking, item: WorkItem): Promise<DecisionRead> {
  const { enquiry } = await enquiryOf(asking, item.id)
  const frozen = enquiry.formId ? await frozenForm(asking, enquiry.formId) : undefined
  const given = (id: string) => item.people.find((one) => one.id === id)?.given ?? ''
  const answers = (question: string) => frozen?.sections.flatMap((section) => section.questions).find((one) => one.id === question)?.answers ?? []
  const words = (question: string) => answers(question).map((answer) => (answer.about.length > 0 && answer.about.length < item.people.length ? `${listed(answer.about.map(given))}: ${answer.words}` : answer.words)).join('\n\n')
  const outcomes = [...new Set(enquiry.people.flatMap((one) => one.outcome ?? []))]
  const label = (code: string) => labelOf(enquiryOutcomes, code).replace(/^./, (letter) => letter.toLowerCase())
  const from = enquiry.sentByName?.split(' ')[0] ?? 'the worker'
  return {
    title: 'Section 47 enquiry',
    lede: `${listed(item.people.map((one) => `${one.given || one.name} ${ageInWords({ ...one, bornAbout: 'day', diedOn: null }, asking.today)}`))}. ${enquiry.joint ? 'Jointly with the police' : 'Social care alone'}, since ${shortDay(enquiry.initiatedOn, asking.today)}. ${enquiry.sentByName ?? ''}${enquiry.sentAt ? `, sent ${shortDay(dayOf(enquiry.sentAt), asking.today)} at ${timeOf(enquiry.sentAt)}` : ''}.`,
    whole: { href: `/protection/enquiries/${enquiry.itemId ?? item.id}`, words: 'Whole enquiry' },
    asked: `${sentence(outcomes.map((code) => `${label(code)} for ${listed(enquiry.people.filter((one) => one.outcome === code).map((one) => given(one.personId)))}`).join('; '))}.`,
    meaning: { title: 'What harm has happened or is likely, and why this', words: [words('enquiryHarm'), words('enquiryWhy')].filter(Boolean).join('\n\n') },
    said: answers('enquiryOwnWords').map((answer) => {
      const only = answer.about.length === 1 ? item.people.find((one) => one.id === answer.about[0]) : undefined
      return { title: only ? `${only.given}, in ${only.sex === 'female' ? 'her' : only.sex === 'male' ? 'his' : 'their'} own words` : 'The children, in their own words', words: answer.words, hue: only ? markOf(only).hue : 'slate' as const }
    }),
    giveBack: `Return to ${from}`, from, remark: 'Agreeing finishes this work and opens what follows. Nobody else needs to sign.',
  }
}

/** The one sign-off of an enquiry, as the manager’s inbox reads and decides it. */
export const decisionTellers: readonly DecisionTeller[] = [{
  kind: 'section47SignOff', title: () => 'Section 47 enquiry', read,
  decide: (caller, { itemId, decision, comment }, commandId) => decideEnquiry.perform(caller, { itemId, decision, ...(comment ? { comment } : {}) }, commandId),
}]
