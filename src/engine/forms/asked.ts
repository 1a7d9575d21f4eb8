import { holds, type Reading } from '../conditions/holds.ts'
import { valueFor, valuesOf } from './answers.ts'
import type { About, Answers, Child, FormDefinition, Question, Section } from './model.ts'

const factsOf = (about: About): Readonly<Record<string, string | number | string[]>> => ({
  'children.count': about.children.length,
  'children.unborn': about.children.some((child) => child.unborn) ? 'yes' : 'no',
  'children.born': about.children.some((child) => !child.unborn) ? 'yes' : 'no',
  ...about.facts,
})

/** What conditions read: for one child their own answers before the shared ones, without a child everything that was said. */
export function readingOf(answers: Answers, about: About, childId?: string): Reading {
  const facts = factsOf(about)
  return {
    question(id) {
      if (childId === undefined) return valuesOf(answers[id])
      const value = valueFor(answers[id], childId)
      return value === undefined ? [] : [value]
    },
    fact: (id) => { const value = facts[id]; return value === undefined ? [] : [value] },
  }
}

/** Whether a child may have a separate answer to this question. */
export const mayDiffer = (section: Section, question: Question): boolean => question.perChild ?? section.about === 'eachChild'

/** The children a question is about. Questions about each child are about those born, unless they say otherwise. */
export function childrenAsked(section: Section, question: Question, about: About): Child[] {
  const whom = question.whom ?? section.whom ?? (section.about === 'eachChild' ? 'born' : 'everyone')
  return about.children.filter((child) => whom === 'everyone' || (child.unborn === true) === (whom === 'unborn'))
}

/** The children for whom the question is asked under its condition. */
export function childrenShown(section: Section, question: Question, answers: Answers, about: About): Child[] {
  const children = childrenAsked(section, question, about)
  const when = question.when
  return when ? children.filter((child) => holds(when, readingOf(answers, about, child.id))) : children
}

/** The questions of a section that are asked now. A question about the children needs at least one child for whom it is asked. */
export function questionsShown(section: Section, answers: Answers, about: About): Question[] {
  return section.questions.filter((question) => {
    if (mayDiffer(section, question) || question.whom) return childrenShown(section, question, answers, about).length > 0
    return !question.when || holds(question.when, readingOf(answers, about))
  })
}

/** The sections that are asked now, in the order of writing. */
export const sectionsShown = (form: FormDefinition, answers: Answers, about: About): Section[] =>
  form.sections.filter((section) => (!section.when || holds(section.when, readingOf(answers, about))) && questionsShown(section, answers, about).length > 0)

/** The sections in the order in which a finished form is read: what we think and decide first. */
export function sectionsToRead(form: FormDefinition, answers: Answers, about: About): Section[] {
  const shown = sectionsShown(form, answers, about)
  const first = form.readFirst.flatMap((id) => shown.filter((section) => section.id === id))
  return [...first, ...shown.filter((section) => !form.readFirst.includes(section.id))]
}
