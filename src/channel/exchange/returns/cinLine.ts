import { createReadStream } from 'node:fs'
import { censusOf, coveredCensusYears } from '../../../../content/returns/cin/rows.ts'
import { cinRules } from '../../../../content/returns/cin/rules.ts'
import { checking, rulesOf } from '../../../engine/returns/run.ts'
import { dayInWords, plain } from '../../../kernel/dates.ts'
import { systemClock } from '../../../platform/clock.ts'
import type { CommandContext } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { readCensus } from '../cin/reader.ts'
import { censusChildren, censusHeader } from '../../../oversight/returns/cin/children.ts'
import { tally } from './tally.ts'
import { coveredYear, fromWhereTheyStand, said, thatExists } from './words.ts'

const usage = 'Say what to check: npm run kith -- check cin FILE.xml [--as-year 2026] [--findings FILE.csv].'
const clamped = (year: number): number => Math.min(Math.max(year, coveredCensusYears.first), coveredCensusYears.last)

/** Checks a children in need census, child by child as the file is read, by the rules of its own year or of another. */
export async function checkCin(context: CommandContext, words: readonly string[]): Promise<void> {
  const { words: [named, ...more], options } = said(words, ['as-year', 'findings'], usage)
  if (!named || more.length > 0) throw new StartFault(usage)
  const { path } = thatExists(named, 'file')
  const asked = options.get('as-year')
  const asYear = asked === undefined ? undefined : coveredYear(asked, coveredCensusYears, '--as-year')
  const findings = options.get('findings')
  const counted = tally(findings ? fromWhereTheyStand(findings) : undefined)
  const childOf = censusChildren()
  let check: ReturnType<typeof opened> | undefined
  let children = 0

  for await (const part of readCensus(createReadStream(path), systemClock.today())) {
    if (part.kind === 'refused') throw new StartFault(`The file was refused at line ${part.line}. ${part.sentence}`)
    if (part.kind === 'header') {
      const year = asYear ?? clamped(part.header.year.year)
      const census = censusOf(year, censusHeader(part.element), plain)
      context.print(`The census of ${part.header.year.year}, from ${dayInWords(census.opens)} to ${dayInWords(census.closes)}, checked by the rules of ${year}.`)
      check = opened(census)
    } else if (part.kind === 'child' && check) {
      children++
      await counted.add(check.child(childOf(part.element)))
    }
  }
  if (check) await counted.add(check.end())
  context.print(`${children.toLocaleString('en-GB')} children were checked.`)
  for (const line of await counted.end()) context.print(line)
}

const opened = (census: ReturnType<typeof censusOf>) => checking(rulesOf(cinRules, census.year).run, census)
