import { writeFileSync } from 'node:fs'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { checkCin } from './cinLine.ts'
import { rulesInWords } from './rulesInWords.ts'
import { checkSsda903 } from './ssda903Line.ts'
import { fromWhereTheyStand, said } from './words.ts'

/** Checks of returns given as files; nothing of the council's own record is opened. */
export const checkSsda903Line: LineCommand = {
  name: 'check ssda903',
  takes: 'FOLDER --year 2026 [--findings FILE.csv]',
  does: 'Checks a looked-after children return by the department’s rules of that year and writes each finding: rule, table, row (1 is the first below the header), child.',
  opens: 'nothing',
  run: (context) => checkSsda903(context, context.words.slice(1)),
}

export const checkCinLine: LineCommand = {
  name: 'check cin',
  takes: 'FILE.xml [--as-year 2026] [--findings FILE.csv]',
  does: 'Checks a children in need census by the rules of its year, or of another, and writes each finding: rule, table, row (of its module, counted from 1 through the file), child.',
  opens: 'nothing',
  run: (context) => checkCin(context, context.words.slice(1)),
}

/** The rules of both returns as the page `docs/returns.md`. */
export const checkRulesLine: LineCommand = {
  name: 'check rules',
  takes: '[--out FILE.md]',
  does: 'Lists every rule of both returns: years, error or query, what it reads, what it needs, and what the worker is told.',
  opens: 'nothing',
  async run({ words, print }) {
    const out = said(words.slice(1), ['out'], 'npm run kith -- check rules [--out FILE.md]').options.get('out')
    if (out) writeFileSync(fromWhereTheyStand(out), rulesInWords())
    else print(rulesInWords())
  },
}
