import { child903, coveredYears903, year903 } from '../../../../content/returns/ssda903/child.ts'
import type { BesideField, RuledPage } from '../../../engine/returns/model.ts'
import { checkChild } from '../../../engine/returns/run.ts'
import type { Asking } from '../../../record/access/model.ts'
import { lookUp } from '../../../record/access/register.ts'
import { wholeOf } from '../../../record/care/queries.ts'
import { careFacts } from '../../../record/care/returns/facts.ts'
import { censusIn, oneChild } from '../cin/check.ts'
import { childTold, spanOf } from '../cin/telling.ts'
import { childrenOf } from '../cin/whole.ts'
import { unknownAuthority } from '../model.ts'
import { tablesOf } from '../rules/check903.ts'
import { rowsByChild } from '../rules/rows903.ts'
import { besideOf, rulesOfPage } from './rules.ts'

/** Stands in the place of a number where a child has none yet: no rule finds fault with it. */
const someNumber = 'C1'
/** The year of returns that goes on. */
export const yearOn = (today: string): number => Number(today.slice(0, 4)) + (today.slice(5) >= '04-01' ? 1 : 0)

/**
 * What the rules that read a field of this page ask of some children, as the record stands in this transaction. As far as the reader may see, and about the year that goes on.
 * Each once a child: a rule that asks it of three rows asks it once here.
 */
export async function besideFields(asking: Asking, people: readonly string[], page: RuledPage): Promise<readonly BesideField[]> {
  const year = yearOn(asking.today)
  const rules = rulesOfPage(page, Math.min(year, coveredYears903.last))
  await lookUp(asking.db, people)
  const whole = await wholeOf(asking, people)
  const found = new Map<string, BesideField>()
  const keep = (one: BesideField | undefined) => { if (one) found.set(`${one.personId} ${one.of} ${one.rule}`, one) }
  if (rules.cin.length > 0) {
    const span = spanOf(year, asking.today)
    const census = censusIn(year, unknownAuthority, span.until)
    for (const child of await childrenOf(asking.db, span, [...whole.values()].flat())) {
      const told = childTold(child, span, child.known.find(({ kind }) => kind === 'localChildId')?.value ?? someNumber)
      if (told) for (const one of checkChild(rules.cin, oneChild(told), census)) keep(besideOf(page, 'cin', rules.cin, one, child.personId))
    }
  }
  if (rules.ssda903.length > 0) {
    const about = year903(Math.min(year, coveredYears903.last))
    for (const [personId, rows] of rowsByChild(await careFacts(asking, about.year, undefined, whole), () => someNumber)) {
      for (const one of checkChild(rules.ssda903, child903(someNumber, tablesOf(rows, new Map())), about)) keep(besideOf(page, 'ssda903', rules.ssda903, one, personId))
    }
  }
  if (found.size > 0) asking.saw([...new Set([...found.values()].map(({ personId }) => personId))])
  return [...found.values()]
}
