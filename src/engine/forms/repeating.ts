import type { Condition } from '../conditions/model.ts'
import type { FormDefinition, Question, Section } from './model.ts'

/** The same condition for one row: what looks at a question of the section looks at that of the row. */
function inRow(condition: Condition, own: ReadonlySet<string>, number: number): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => inRow(one, own, number)) }
  if ('any' in condition) return { any: condition.any.map((one) => inRow(one, own, number)) }
  if ('not' in condition) return { not: inRow(condition.not, own, number) }
  return 'question' in condition && own.has(condition.question) ? { ...condition, question: `${condition.question}${number}` } : condition
}

function rowOf(section: Section, number: number): Section {
  const own = new Set(section.questions.map((question) => question.id))
  const say = (words: string): string => words.replaceAll('{row}', String(number))
  const { repeats: _repeats, ...once } = section
  const when = (condition: Condition | undefined) => (condition ? { when: inRow(condition, own, number) } : {})
  return {
    ...once, id: `${section.id}${number}`, title: say(section.title), row: { of: section.id, number },
    questions: section.questions.map((question): Question => ({
      ...question, id: `${question.id}${number}`, ask: say(question.ask), ...when(question.when),
      ...(question.hint ? { hint: say(question.hint) } : {}),
      ...(question.required ? { required: { ...question.required, problem: say(question.required.problem), ...when(question.required.when) } } : {}),
    })),
  }
}

/**
 * The form with every repeated section as so many rows: sections of their own, whose questions have the number of the row after their id (`goal2`). Everything that reads a
 * form reads it so; ids are as permanent as the number of a row, which nobody changes.
 */
export const repeated = (form: FormDefinition): FormDefinition => ({
  ...form,
  sections: form.sections.flatMap((section) => (section.repeats === undefined ? [section] : Array.from({ length: section.repeats }, (_, at) => rowOf(section, at + 1)))),
})
