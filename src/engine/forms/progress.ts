import { hasAnswer } from './answers.ts'
import { questionsShown, sectionsShown } from './asked.ts'
import type { About, Answers, FormDefinition, Proposal } from './model.ts'
import { problemsOfSection } from './problems.ts'

/** `toCheck`: something brought forward waits for a choice. `started`: something is written, something is not. */
export type SectionState = 'done' | 'started' | 'toCheck' | 'empty'
export type SectionProgress = Readonly<{ id: string; title: string; group: string; state: SectionState; toCheck: number; missing: number }>
export type Progress = Readonly<{ sections: readonly SectionProgress[]; done: number; of: number; toCheck: number }>

/**
 * Where a person is in a form. A section is done when nothing required is missing, nothing waits to be checked, and either
 * every question has an answer or the writer has gone on from it (`left`: the ids of sections left by "Next") with something written.
 */
export function progress(form: FormDefinition, answers: Answers, proposals: readonly Proposal[], about: About, left: readonly string[] = []): Progress {
  const sections = sectionsShown(form, answers, about).map((section): SectionProgress => {
    const questions = questionsShown(section, answers, about)
    const answered = questions.filter((question) => hasAnswer(answers[question.id])).length
    const toCheck = proposals.filter((proposal) => questions.some((question) => question.id === proposal.question)).length
    const missing = problemsOfSection(section, answers, about).length
    const complete = missing === 0 && answered > 0 && (answered === questions.length || left.includes(section.id))
    const state = toCheck > 0 ? 'toCheck' : complete ? 'done' : answered > 0 ? 'started' : 'empty'
    return { id: section.id, title: section.title, group: section.group, state, toCheck, missing }
  })
  return {
    sections, done: sections.filter((section) => section.state === 'done').length, of: sections.length,
    toCheck: sections.reduce((sum, section) => sum + section.toCheck, 0),
  }
}
