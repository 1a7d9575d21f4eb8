import type { CensusOf } from '../../../../content/returns/cin/rows.ts'
import type { CensusRule } from '../../../../content/returns/cin/rule.ts'
import type { BesideField, Finding, RuledPage, Supposed } from '../../../engine/returns/model.ts'
import { checkChild } from '../../../engine/returns/run.ts'
import { oneChild } from '../cin/check.ts'
import type { InNeed, Span } from '../cin/model.ts'
import { supposing, without } from '../cin/supposing.ts'
import { childTold } from '../cin/telling.ts'
import { besideOf } from './rules.ts'

/** Stands in the place of a number where a child has none yet: no rule finds fault with it. */
export const someNumber = 'C1'

/** What these rules find in one child as the census tells of them. */
export function foundIn(child: InNeed, rules: readonly CensusRule[], span: Span, census: CensusOf): readonly Finding[] {
  const told = childTold(child, span, child.known.find(({ kind }) => kind === 'localChildId')?.value ?? someNumber)
  return told ? [...checkChild(rules, oneChild(told), census)] : []
}

type Looked = Readonly<{ form: RuledPage; rules: readonly CensusRule[]; span: Span; census: CensusOf }>
/** What the rules would ask of one child if what is being written were agreed as it stands, beside its questions; of other rows of the record nothing. */
export function askedAhead(child: InNeed, supposed: readonly Supposed[], { form, rules, span, census }: Looked): readonly BesideField[] {
  const besides = foundIn(without(child, supposed), rules, span, census)
  const then = foundIn(supposing(child, supposed, span), rules, span, census)
  const times = (findings: readonly Finding[], rule: string) => findings.filter((one) => one.rule === rule).length
  return [...new Map(then.map((one) => [one.rule, one])).values()].filter(({ rule }) => times(then, rule) > times(besides, rule)).flatMap((one) => besideOf(form, 'cin', rules, one, child.personId) ?? [])
}
