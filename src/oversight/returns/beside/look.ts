import { child903, coveredYears903, year903 } from '../../../../content/returns/ssda903/child.ts'
import type { BesideField, Need, RuledPage, Supposed } from '../../../engine/returns/model.ts'
import { checkChild } from '../../../engine/returns/run.ts'
import type { Asking } from '../../../record/access/model.ts'
import { lookUp } from '../../../record/access/register.ts'
import { wholeOf } from '../../../record/care/queries.ts'
import { careFacts } from '../../../record/care/returns/facts.ts'
import { censusIn } from '../cin/check.ts'
import { spanOf } from '../cin/telling.ts'
import { childrenOf } from '../cin/whole.ts'
import { hasIn } from '../lists/model.ts'
import { listsFor } from '../lists/used.ts'
import { unknownAuthority } from '../model.ts'
import { tablesOf } from '../rules/check903.ts'
import { rowsByChild } from '../rules/rows903.ts'
import { askedAhead, foundIn, someNumber } from './ahead.ts'
import { besideOf, rulesOfPage } from './rules.ts'

/** What may be there besides the record: whether it is, is asked where a rule of the page needs it. */
const everyList: ReadonlySet<Need> = new Set<Need>(['authority', 'provider list', 'postcode list'])
/** The year of returns that goes on. */
export const yearOn = (today: string): number => Number(today.slice(0, 4)) + (today.slice(5) >= '04-01' ? 1 : 0)

/**
 * What the rules of the census would ask of children if a form were agreed as it stands: beside its questions, about the year that goes on. What they ask of other rows of the
 * record is not said here.
 */
export async function besideForm(asking: Asking, form: RuledPage, supposed: readonly Supposed[]): Promise<readonly BesideField[]> {
  const year = yearOn(asking.today)
  const rules = rulesOfPage(form, Math.min(year, coveredYears903.last)).cin
  const people = [...new Set(supposed.map(({ personId }) => personId))]
  await lookUp(asking.db, people)
  const whole = await wholeOf(asking, people)
  const span = spanOf(year, asking.today)
  // As if the census ended today: what is late by the end of the year is not late yet.
  const census = { ...censusIn(year, unknownAuthority), closes: span.until }
  const children = await childrenOf(asking.db, span, [...whole.values()].flat())
  asking.saw(people)
  return children.flatMap((child) => people.filter((id) => id === child.personId || whole.get(child.personId)?.includes(id))
    .flatMap((personId) => askedAhead(child, supposed.filter((one) => one.personId === personId), { form, rules, span, census }).map((one) => ({ ...one, personId }))))
}

/**
 * What the rules that read a field of this page ask of some children, as the record stands in this transaction. As far as the reader may see, and about the year that goes on.
 * Each once a child: a rule that asks it of three rows asks it once here.
 */
export async function besideFields(asking: Asking, people: readonly string[], page: RuledPage): Promise<readonly BesideField[]> {
  const year = yearOn(asking.today)
  const rules = rulesOfPage(page, Math.min(year, coveredYears903.last), everyList)
  await lookUp(asking.db, people)
  const whole = await wholeOf(asking, people)
  const found = new Map<string, BesideField>()
  const keep = (one: BesideField | undefined) => { if (one) found.set(`${one.personId} ${one.of} ${one.rule}`, one) }
  if (rules.cin.length > 0) {
    const span = spanOf(year, asking.today)
    const census = censusIn(year, unknownAuthority, span.until)
    for (const child of await childrenOf(asking.db, span, [...whole.values()].flat())) {
      for (const one of foundIn(child, rules.cin, span, census)) keep(besideOf(page, 'cin', rules.cin, one, child.personId))
    }
  }
  if (rules.ssda903.length > 0) {
    const facts = await careFacts(asking, Math.min(year, coveredYears903.last), undefined, whole)
    const children = rowsByChild(facts, () => someNumber)
    const lists = rules.ssda903.some(({ needs }) => needs.length > 0) ? await listsFor(asking.db, [...children.values()]) : {}
    const about = year903(facts.year, { ...lists, closes: facts.to })
    const run = rulesOfPage(page, about.year, hasIn(lists)).ssda903
    for (const [personId, rows] of children) {
      for (const one of checkChild(run, child903(someNumber, tablesOf(rows, new Map())), about)) keep(besideOf(page, 'ssda903', run, one, personId))
    }
  }
  if (found.size > 0) asking.saw([...new Set([...found.values()].map(({ personId }) => personId))])
  return [...found.values()]
}
