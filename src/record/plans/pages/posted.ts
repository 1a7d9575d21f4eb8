import type { PlainDate } from '../../../kernel/dates.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { given, idsIn, rowsOf, textOf } from '../../../platform/page/posted.ts'

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
