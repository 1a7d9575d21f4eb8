import type { PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { given, idsIn, rowsOf, textOf } from '../../../platform/page/posted.ts'

const anyTyped = (action: Record<string, unknown>): boolean => ['words', 'owner', 'dueOn', 'evidence'].some((name) => textOf(action[name]).trim() !== '')
/** What is done by somebody, as far as anything of it was typed. */
export const actionsTyped = (row: Record<string, unknown>): Record<string, unknown>[] => rowsOf(row.actions).filter(anyTyped)

/** A name or a day without what is done would be left out: it is asked about instead. */
export const actionsWithoutWords = (value: unknown): Problem[] => rowsOf(value).flatMap((row, i) => rowsOf(row.actions).flatMap((action, n) =>
  anyTyped(action) && !textOf(action.words).trim() ? [{ question: `needs.${i}.actions.${n}.words`, problem: 'Say what is done, beside who does it and by when.' }] : []))

/** What is wrong in a line of a plan, said as what to write. */
export const lineProblem = (problem: Problem): Problem =>
  ({ ...problem, problem: problem.question.endsWith('.dueOn') ? 'Write by when as a day, as in 3/10/2025.' : 'A line of the plan is not finished: say what has to change, what it will be like then, and who does what.' })

/** The lines of a plan as a form sent them; an empty line is none. */
export function needsIn(value: unknown, today: PlainDate): Record<string, unknown>[] {
  return rowsOf(value).filter((row) => textOf(row.words).trim() || textOf(row.wanted).trim() || rowsOf(row.actions).some((action) => textOf(action.words).trim())).map((row) => ({
    ...given('line', row.line), about: idsIn(row.about), words: textOf(row.words).trim(), wanted: textOf(row.wanted).trim(),
    actions: rowsOf(row.actions).filter((action) => textOf(action.words).trim()).map((action) => ({
      ...given('line', action.line), words: textOf(action.words).trim(), owner: textOf(action.owner).trim(),
      ...(textOf(action.dueOn).trim() ? { dueOn: typedDay(textOf(action.dueOn), today) ?? textOf(action.dueOn) } : {}), ...given('evidence', action.evidence),
    })),
  }))
}
