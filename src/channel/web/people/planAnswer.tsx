import { shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { sentence } from '../../../kernel/phrasing.ts'
import { AnswerCard } from '../../../platform/page/card.tsx'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import type { PersonNotice } from '../../../record/people/notices.ts'
import type { Plan } from '../../../record/plans/model.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { clockOf, tellerOf } from '../../../record/work/trayRows.ts'
import { planInWords } from './plans.tsx'

/** The plan and its date, with what it asks for next; where there is none, what is on the way to one. */
export function PlanAnswer({ card, plans, toCome, assessing, mine, today, elsewhere }: { card: PersonCard; plans: readonly Plan[]; toCome: boolean; assessing: WorkItem | undefined; mine: readonly WorkItem[]; today: PlainDate; elsewhere?: PersonNotice['plan'] }) {
  const [first, ...others] = plans.map((plan) => ({ plan, ...planInWords(plan, card.id) }))
  const enquiring = mine.find((item) => item.kind === 'section47Enquiry' || item.kind === 'section47SignOff')
  if (first) {
    const next = mine.find((item) => item.dueOn !== null && (item.subjectId === first.plan.id || item.subjectKind === 'meeting'))
    return (
      <AnswerCard question="What is the plan?" answer={first.name} source={<a href={`/plans/${first.plan.id}`}>Read the {first.name.split(',')[0]?.toLowerCase()}</a>}>
        <p>{sentence(first.days)}{first.plan.lead ? `, led by ${first.plan.lead}` : ''}.{others.map((one) => ` ${one.name}, ${one.days}.`).join('')}</p>
        {next?.dueOn ? <p class="second">Next: {tellerOf(next).title(next).replace(/^./, (letter) => letter.toLowerCase())}, {shortDay(next.dueOn, today)}. {clockOf(next, false, today).words}.</p> : null}
      </AnswerCard>
    )
  }
  if (elsewhere) {
    const next = mine.find((item) => item.dueOn !== null && item.section === 'transferInConference')
    return (
      <AnswerCard question="What is the plan?" answer={elsewhere.name} source={<a href={elsewhere.href}>Read what they wrote</a>}>
        <p>{elsewhere.words}</p>
        {next?.dueOn ? <p class="second">Next: {tellerOf(next).title(next).replace(/^./, (letter) => letter.toLowerCase())}, {shortDay(next.dueOn, today)}. {clockOf(next, false, today).words}.</p> : null}
      </AnswerCard>
    )
  }
  const at = enquiring ?? assessing
  return (
    <AnswerCard question="What is the plan?" answer={enquiring ? 'Being enquired about' : toCome ? 'Child in need plan to come' : assessing ? 'Being assessed' : 'No plan'} source={at ? <a href={tellerOf(at).read?.(at) ?? tellerOf(at).open(at).href}>Open the {enquiring ? 'enquiry' : 'assessment'}</a> : <a href={`/people/${card.id}/plans`}>Plans and meetings</a>}>
      <p>{at?.dueOn ? `${enquiring ? 'Section 47 enquiry, conference' : 'Child and family assessment,'} due ${shortDay(at.dueOn, today)}. ${clockOf(at, false, today).words}.` : toCome ? 'Decided, and to be made at the first meeting.' : 'Nothing is agreed at the moment.'}</p>
    </AnswerCard>
  )
}
