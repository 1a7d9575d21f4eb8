import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { checkSsda903 } from './ssda903Line.ts'

/** Checks of returns given as files; nothing of the council's own record is opened. */
export const checkSsda903Line: LineCommand = {
  name: 'check ssda903',
  takes: 'FOLDER --year 2026 [--findings FILE.csv]',
  does: 'Checks a looked-after children return by the department’s rules of that year and writes each finding: rule, table, row (1 is the first below the header), child.',
  opens: 'nothing',
  async run(context) {
    const [, ...words] = context.words
    return checkSsda903(context, words)
  },
}
