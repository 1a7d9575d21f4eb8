import { holds, isAnswered } from '../conditions/holds.ts'
import type { Value } from '../conditions/model.ts'
import { isPlainDate } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import { hasAnswer, valueFor, valuesOf } from './answers.ts'
import { childrenAsked, childrenShown, mayDiffer, questionsShown, readingOf, sectionsShown } from './asked.ts'
import type { About, Answers, FormDefinition, Proposal, Question, Section } from './model.ts'
import { numbersIn } from './scale.ts'

const forChild = (sentence: string, name: string): string => `${sentence.replace(/\.$/, '')} for ${name}.`
/** The key of a child's own answer, as pages name its field: `schoolProgress.<child's id>`. */
export const fieldOf = (question: string, childId?: string): string => childId === undefined ? question : `${question}.${childId}`

function missing(section: Section, question: Question, answers: Answers, about: About): Problem[] {
  if (!question.required) return []
  const { problem, when } = question.required
  if (!mayDiffer(section, question)) return hasAnswer(answers[question.id]) || (when && !holds(when, readingOf(answers, about))) ? [] : [{ question: question.id, problem }]
  const children = childrenShown(section, question, answers, about).filter((child) => !when || holds(when, readingOf(answers, about, child.id)))
  const without = children.filter((child) => !isAnswered(valueFor(answers[question.id], child.id)))
  if (without.length === childrenAsked(section, question, about).length) return without.length === 0 ? [] : [{ question: question.id, problem }]
  return without.map((child) => ({ question: fieldOf(question.id, child.id), problem: forChild(problem, child.name) }))
}

function fits(question: Question, value: Value): string | undefined {
  if (!isAnswered(value)) return undefined
  const known = (code: string) => question.options?.some((option) => option.code === code) ?? false
  switch (question.kind) {
    case 'words': case 'line': case 'person': return typeof value === 'string' ? undefined : 'Write this in words.'
    case 'people': return Array.isArray(value) ? undefined : 'Choose one person or several.'
    case 'number': return typeof value === 'number' || (typeof value === 'string' && Number.isFinite(Number(value))) ? undefined : 'Give a number, as in 3.'
    case 'date': return typeof value === 'string' && isPlainDate(value) ? undefined : 'Give a day of the calendar, as in 22/11/2026.'
    case 'scale': return Array.isArray(value) && numbersIn(value).length === value.length && numbersIn(value).every((one) => known(one.by)) ? undefined : 'Give numbers from 0 to 10, each with who gave it and the day.'
    case 'yesNo': return value === 'yes' || value === 'no' ? undefined : 'Choose yes or no.'
    case 'choice': return typeof value === 'string' && known(value) ? undefined : 'Choose one of the answers listed.'
    case 'choices': {
      if (!Array.isArray(value) || !value.every(known)) return 'Choose from the answers listed.'
      const alone = question.options?.find((option) => option.alone && value.includes(option.code))
      return alone && value.length > 1 ? `Choose “${alone.label}” alone, or leave it out.` : undefined
    }
  }
}

/** Answers that are not of the kind asked for, whether or not the form is being finished. What nobody asked is told too. */
export function wrongAnswers(form: FormDefinition, answers: Answers): Problem[] {
  const questions = new Map(form.sections.flatMap((section) => section.questions.map((question) => [question.id, question] as const)))
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.get(id)
    if (!question) return valuesOf(answer).some(isAnswered) ? [{ question: id, problem: 'This form does not ask that.' }] : []
    const shared = answer.all === undefined ? undefined : fits(question, answer.all)
    const own = Object.entries(answer.each ?? {}).flatMap(([childId, value]) => {
      const problem = fits(question, value)
      return problem ? [{ question: fieldOf(id, childId), problem }] : []
    })
    return shared ? [{ question: id, problem: shared }, ...own] : own
  })
}

/** What a section still needs before the form can be finished. */
export const problemsOfSection = (section: Section, answers: Answers, about: About): Problem[] =>
  questionsShown(section, answers, about).flatMap((question) => missing(section, question, answers, about))

/** All that stands between this form and finishing it, in the order of writing: answers missing, not of their kind, or brought forward and not yet checked. */
export function problemsOnFinish(form: FormDefinition, answers: Answers, proposals: readonly Proposal[], about: About): Problem[] {
  const wrong = wrongAnswers(form, answers)
  return sectionsShown(form, answers, about).flatMap((section) => questionsShown(section, answers, about).flatMap((question) => [
    ...missing(section, question, answers, about),
    ...wrong.filter((problem) => problem.question === question.id || problem.question.startsWith(`${question.id}.`)),
    ...proposals.filter((proposal) => proposal.question === question.id)
      .map(() => ({ question: question.id, problem: `Check what was said last time: “${question.ask}”` })),
  ]))
}
