import { censusOf, headerRow, coveredCensusYears, type CensusChild } from '../../../../content/returns/cin/rows.ts'
import { cinRules } from '../../../../content/returns/cin/rules.ts'
import type { Finding } from '../../../engine/returns/model.ts'
import { checking, rulesOf } from '../../../engine/returns/run.ts'
import { plain, type PlainDate } from '../../../kernel/dates.ts'
import type { ReturnChild } from '../model.ts'
import type { FoundIn } from '../rules/check903.ts'
import { censusChildren, type Element } from './children.ts'
import type { Told } from './model.ts'

/** The told element as the rules read elements. */
export const elementOf = ([name, holds]: Told): Element => (typeof holds === 'string' ? { name, text: holds, within: [] } : { name, text: '', within: holds.map(elementOf) })
/** A year of which no rules were published is checked by those of the nearest that has some. */
export const ruleYear = (year: number): number => Math.min(Math.max(year, coveredCensusYears.first), coveredCensusYears.last)
/** The census of a year; of one that goes on, as told up to a day. */
export const censusIn = (year: number, authority: string, until?: PlainDate) => {
  const said: Readonly<Record<string, string>> = { Year: String(year), LEA: authority, ReferenceDate: `${year}-03-31` }
  return { ...censusOf(ruleYear(year), headerRow(1, (name) => said[name] ?? ''), plain), until }
}
export const rulesIn = (year: number) => rulesOf(cinRules, ruleYear(year)).run

/** What the department's rules of that year find in a census. Rows are counted through the whole of it, as in its file. A finding of the whole names no child. */
export function checkCin(year: number, authority: string, children: readonly ReturnChild[], until?: PlainDate): readonly FoundIn[] {
  const check = checking(rulesIn(year), censusIn(year, authority, until))
  const childOf = censusChildren()
  const whose = new Map(children.map((child) => [child.number, child.personId]))
  const found: FoundIn[] = []
  const add = (findings: Iterable<Finding>) => { for (const one of findings) found.push({ ...one, personId: whose.get(one.child) ?? '' }) }
  for (const { rows } of children) if (rows.Child) add(check.child(childOf(elementOf(rows.Child))))
  add(check.end())
  return found
}
/** One child as the rules read them. */
export const oneChild = (told: Told): CensusChild => censusChildren()(elementOf(told))
