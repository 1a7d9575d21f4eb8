import { isAnswered } from '../conditions/holds.ts'
import type { Value } from '../conditions/model.ts'
import { dayInWords, isPlainDate } from '../../kernel/dates.ts'
import { childrenShown, mayDiffer, questionsShown, sectionsToRead } from './asked.ts'
import { sharedBy } from './answers.ts'
import type { About, Answer, Answers, FormDefinition, Question } from './model.ts'
import { numberInWords, numbersIn } from './scale.ts'

/** One answer in a finished form. `about` holds the ids of the children it is about (`[]`: the family as one); ids, so that names can change or be disposed of. */
export type FrozenAnswer = Readonly<{ about: readonly string[]; value: Value; words: string }>
export type FrozenQuestion = Readonly<{ id: string; asked: string; hint?: string; kind: Question['kind']; answers: readonly FrozenAnswer[] }>
export type FrozenSection = Readonly<{ id: string; title: string; questions: readonly FrozenQuestion[] }>
/** A finished form with the words as they were asked. It reads without its definition. */
export type Frozen = Readonly<{ form: string; version: number; title: string; sections: readonly FrozenSection[] }>

/** A value in words, as a reader sees it. People stay ids: their names are kept in one place. */
export function inWords(question: Question, value: Value): string {
  const label = (code: string) => question.options?.find((option) => option.code === code)?.label ?? code
  if (question.kind === 'scale') return numbersIn(value).map((one) => numberInWords(question, one)).join('; ')
  if (Array.isArray(value)) return question.kind === 'choices' ? value.map(label).join('; ') : value.join('; ')
  if (question.kind === 'choice' && typeof value === 'string') return label(value)
  if (question.kind === 'yesNo') return value === 'yes' ? 'Yes' : 'No'
  if (question.kind === 'date' && typeof value === 'string' && isPlainDate(value)) return dayInWords(value)
  return String(value)
}

function frozenAnswers(question: Question, answer: Answer | undefined, split: boolean, children: About['children']): FrozenAnswer[] {
  const shown = (value: Value | undefined, about: readonly string[]): FrozenAnswer[] =>
    value !== undefined && isAnswered(value) ? [{ about, value, words: inWords(question, value) }] : []
  if (!split) return shown(answer?.all, [])
  const shared = sharedBy(answer, children).map((child) => child.id)
  return [...(shared.length > 0 ? shown(answer?.all, shared) : []), ...children.flatMap((child) => shown(answer?.each?.[child.id], [child.id]))]
}

/** The finished form as it is kept: sections in reading order, only what was asked, with its answers. */
export function asAsked(form: FormDefinition, answers: Answers, about: About): Frozen {
  const sections = sectionsToRead(form, answers, about).map((section) => ({
    id: section.id, title: section.title,
    questions: questionsShown(section, answers, about).map((question) => ({
      id: question.id, asked: question.ask, ...(question.hint ? { hint: question.hint } : {}), kind: question.kind,
      answers: frozenAnswers(question, answers[question.id], mayDiffer(section, question), childrenShown(section, question, answers, about)),
    })),
  }))
  return { form: form.id, version: form.version, title: form.title, sections }
}

/** A typed fact that an answer becomes: about one child, or about the piece of work as one (`childId` absent). */
export type BoundFact = Readonly<{ fact: string; childId?: string; value: Value }>

/** The facts that this form's answers are bound to. */
export function boundFacts(form: FormDefinition, answers: Answers, about: About): BoundFact[] {
  return sectionsToRead(form, answers, about).flatMap((section) => questionsShown(section, answers, about).flatMap((question): BoundFact[] => {
    const fact = question.binds
    if (!fact) return []
    const children = childrenShown(section, question, answers, about)
    return frozenAnswers(question, answers[question.id], mayDiffer(section, question), children).flatMap(({ about: ids, value }) =>
      ids.length === 0 ? [{ fact, value }] : ids.map((childId) => ({ fact, childId, value })))
  }))
}

/** The same finished form for one child's own record: what is about a brother or sister only is left out. */
export function frozenFor(frozen: Frozen, childId: string): Frozen {
  const mine = (answer: FrozenAnswer) => answer.about.length === 0 || answer.about.includes(childId)
  const sections = frozen.sections.map((section) => ({
    ...section, questions: section.questions.map((question) => ({ ...question, answers: question.answers.filter(mine) })),
  }))
  return { ...frozen, sections }
}
