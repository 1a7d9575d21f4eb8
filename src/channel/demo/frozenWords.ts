import { childAndFamilyAssessment } from '../../../content/forms/childAndFamilyAssessment.ts'
import { asAsked, type Frozen, type FrozenQuestion } from '../../engine/forms/frozen.ts'
import type { Answer, Answers } from '../../engine/forms/model.ts'
import type { Assessment } from './story.ts'

/** A value as the engine takes it: nothing that cannot change. */
const plainValue = (value: string | readonly string[]): string | string[] => (typeof value === 'string' ? value : [...value])

function answersIn(assessment: Assessment): Answers {
  const answers: Record<string, Answer> = {}
  for (const section of assessment.sections) {
    for (const [question, answer] of Object.entries(section.answers)) {
      const each = Object.fromEntries(Object.entries(answer.each ?? {}).map(([child, own]) => [child, plainValue(own)]))
      answers[question] = { ...(answer.all === undefined ? {} : { all: plainValue(answer.all) }), ...(Object.keys(each).length > 0 ? { each } : {}) }
    }
  }
  return answers
}

/**
 * The words as they were asked of an assessment that was sent: what is about all with the form, what is about one child only with that child's own answers.
 * `own`: keys are `section/childId`.
 */
export function frozenWords(assessment: Assessment, unborn: ReadonlySet<string>): Readonly<{ shared: Frozen; own: ReadonlyMap<string, readonly FrozenQuestion[]> }> {
  const answers = answersIn(assessment)
  const children = assessment.children.map((child) => ({ id: child.personId, name: '', ...(unborn.has(child.personId) ? { unborn: true } : {}) }))
  const frozen = asAsked(childAndFamilyAssessment, answers, { children })
  const own = new Map<string, FrozenQuestion[]>()
  const ofOne = (question: string, about: readonly string[]) => {
    const [only] = about
    return only !== undefined && about.length === 1 && answers[question]?.each?.[only] !== undefined ? only : undefined
  }
  const sections = frozen.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => {
      for (const answer of question.answers) {
        const child = ofOne(question.id, answer.about)
        if (child === undefined) continue
        const key = `${section.id}/${child}`
        own.set(key, [...(own.get(key) ?? []), { ...question, answers: [answer] }])
      }
      return { ...question, answers: question.answers.filter((answer) => ofOne(question.id, answer.about) === undefined) }
    }),
  }))
  return { shared: { ...frozen, sections }, own }
}
