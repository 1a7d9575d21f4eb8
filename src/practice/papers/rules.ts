import type { FormDefinition } from '../../engine/forms/model.ts'
import { fieldOf, wrongAnswers } from '../../engine/forms/problems.ts'
import { numbersIn } from '../../engine/forms/scale.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import type { Change } from '../../record/answers/model.ts'

/** What is wrong with numbers on scales among these changes: no number from 0 to 10, nobody the form knows, a day to come. */
export function problemsOfNumbers(form: FormDefinition, changes: readonly Change[], today: PlainDate): Problem[] {
  const scales = new Set(form.sections.flatMap((section) => section.questions).filter((question) => question.kind === 'scale').map((question) => question.id))
  return changes.filter((change) => scales.has(change.question) && change.value !== null).flatMap(({ question, childId, value }): Problem[] => {
    const field = fieldOf(question, childId)
    const [wrong] = wrongAnswers(form, value === null ? {} : { [question]: { all: value } })
    if (wrong) return [{ ...wrong, question: field }]
    return numbersIn(value ?? undefined).some((one) => one.on > today) ? [{ question: field, problem: 'A number is of a day that is still to come. Give today or a day before.' }] : []
  })
}
