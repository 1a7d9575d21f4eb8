import { shortDay, dayOf, timeOf } from '../../../kernel/dates.ts'
import type { Frozen } from '../../../engine/forms/frozen.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { listed, numberInWords, sentence } from '../../../kernel/phrasing.ts'
import { assessmentOutcomes } from '../../../../content/codes/work.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import type { DecisionRead, DecisionTeller } from '../../../record/work/decisions/model.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { decideAssessment, undoDecision } from '../commands/deciding.ts'
import { whatChanged } from '../rules/changed.ts'
import { assessmentClock, familyWords } from './editing.ts'
import { finished, type Finished } from './finished.ts'

/** What the manager is asked for, in one sentence: the outcome, child by child where they differ. */
function askedInWords({ children, item }: Finished): string {
  const given = (id: string) => { const person = item.people.find((one) => one.id === id); return person?.given || person?.name || '' }
  const outcomes = [...new Set(children.flatMap((child) => child.outcome ?? []))]
  const label = (code: string) => labelOf(assessmentOutcomes, code).replace(/^./, (letter) => letter.toLowerCase())
  if (outcomes.length <= 1) return `${sentence(label(outcomes[0] ?? ''))} for ${listed(children.map((child) => given(child.personId)))}.`
  return `${sentence(outcomes.map((code) => `${label(code)} for ${listed(children.filter((child) => child.outcome === code).map((child) => given(child.personId)))}`).join('; '))}.`
}

/** ` Fifteen of its 19 sections have no answer.`, or nothing where each has one. */
export function unanswered({ sections }: Pick<Frozen, 'sections'>): string {
  const empty = sections.filter((section) => section.questions.every((question) => question.answers.length === 0)).length
  return empty === 0 ? '' : ` ${sentence(numberInWords(empty))} of its ${sections.length} sections ${empty === 1 ? 'has' : 'have'} no answer.`
}

/** The beginning of a long answer: the whole of it is one click away. */
const shortly = (words: string): string => (words.length > 900 ? `${words.slice(0, 900).trimEnd()}…` : words)

/** What the manager reads before the one sign-off: what is asked, what we worry about and what works well, the decision and the children's own words, what changed. */
export async function readSignOff(asking: Asking, item: WorkItem): Promise<DecisionRead> {
  const found = await finished(asking, item.id)
  const { assessment, frozen, item: work } = found
  const nameOf = (ids: readonly string[]) => listed(ids.flatMap((id) => work.people.find((one) => one.id === id)?.given ?? []))
  const answers = (question: string) => frozen.sections.flatMap((section) => section.questions).find((one) => one.id === question)?.answers ?? []
  const words = (question: string) => answers(question).map((answer) => (answer.about.length > 0 && answer.about.length < work.people.length ? `${nameOf(answer.about)}: ${answer.words}` : answer.words)).join('\n\n')
  const clock = assessmentClock(work, asking)
  return {
    title: `${familyWords(work.people)}, child and family assessment`,
    lede: `${listed(work.people.map((one) => `${one.given || one.name} ${ageInWords({ ...one, bornAbout: 'day', diedOn: null }, asking.today)}`))}. ${assessment.sentByName ?? ''}, sent ${assessment.sentAt ? `${shortDay(dayOf(assessment.sentAt), asking.today)} at ${timeOf(assessment.sentAt)}` : ''}. ${clock.place.split(',')[0] ?? ''}.${unanswered(frozen)}`,
    whole: { href: `/assessments/${work.id}/read`, words: 'Whole assessment' },
    asked: askedInWords(found),
    weighed: [{ title: 'What we are worried about', words: shortly(words('worries')) }, { title: 'What is working well', words: shortly(words('workingWell')) }].filter((one) => one.words),
    meaning: { title: 'What we decide, and why', words: words('decideAndWhy') },
    said: answers('inOwnWords').map((answer) => {
      const [only] = answer.about.length === 1 ? work.people.filter((one) => one.id === answer.about[0]) : []
      return { title: only ? `${only.given}, in ${only.sex === 'female' ? 'her' : only.sex === 'male' ? 'his' : 'their'} own words` : 'The children, in their own words', words: answer.words, hue: only ? markOf(only).hue : 'slate' as const }
    }),
    changed: { before: found.previousOn ? `In ${shortDay(dayOf(asking.now)).slice(-4) === found.previousOn.slice(0, 4) ? 'the last one' : found.previousOn.slice(0, 4)}` : 'Last time', rows: whatChanged(found.previous, frozen, ['whatThisMeans', 'whatShouldHappen', 'ownWords', 'whyAssessing'], nameOf).slice(0, 8) },
    giveBack: `Return to ${assessment.sentByName?.split(' ')[0] ?? 'the worker'}`,
    from: assessment.sentByName?.split(' ')[0] ?? 'the worker',
    remark: 'Agreeing finishes this work. Nobody else needs to sign.',
  }
}

/** The one sign-off of an assessment, as the manager's inbox reads and decides it. */
export const decisionTellers: readonly DecisionTeller[] = [{
  kind: 'assessmentSignOff', title: () => 'Child and family assessment', read: readSignOff,
  decide: (caller, { fields: _fields, ...input }, commandId) => decideAssessment.perform(caller, input, commandId),
  undo: (caller, input, commandId) => undoDecision.perform(caller, input, commandId),
}]
