import type { CensusRule } from '../../../../content/returns/cin/rule.ts'
import { cinRules } from '../../../../content/returns/cin/rules.ts'
import type { Rule903 } from '../../../../content/returns/ssda903/rule.ts'
import { ssda903Rules } from '../../../../content/returns/ssda903/rules.ts'
import type { BesideField, Finding, Need, ReturnRule, RuledPage } from '../../../engine/returns/model.ts'
import { fieldsOf, rulesByField, rulesOf } from '../../../engine/returns/run.ts'
import { ruleYear } from '../cin/check.ts'
import type { RuledKind } from '../model.ts'
import { wordsOfRule } from '../words.ts'

const columnsIn = (page: RuledPage, kind: RuledKind): readonly string[] => [...new Set(Object.values(page.fields).flatMap((of) => of[kind]?.split(' ') ?? []))]

function reading<C extends { id: string }, Y>(rules: readonly ReturnRule<C, Y>[], columns: readonly string[]): readonly ReturnRule<C, Y>[] {
  const byField = rulesByField(rules)
  return [...new Set(columns.flatMap((column) => byField.get(column) ?? []))]
}

export type RulesOfPage = Readonly<{ ssda903: readonly Rule903[]; cin: readonly CensusRule[] }>
const known = new Map<string, RulesOfPage>()
/** The rules of the year that read what this page writes, and that one child's rows of one year are enough for, with what `has` says is there besides. */
export function rulesOfPage(page: RuledPage, year: number, has: ReadonlySet<Need> = new Set()): RulesOfPage {
  const key = `${page.key} ${year} ${[...has].join(' ')}`
  const found = known.get(key) ?? { ssda903: reading(rulesOf(ssda903Rules, year, (need) => has.has(need)).run, columnsIn(page, 'ssda903')), cin: reading(rulesOf(cinRules, ruleYear(year), () => false).run, columnsIn(page, 'cin')) }
  known.set(key, found)
  return found
}

/** The field of the page that a finding stands beside: one that writes a column it points to, else one that writes any column that the rule reads. */
export function besideOf<C, Y>(page: RuledPage, kind: RuledKind, rules: readonly ReturnRule<C, Y>[], finding: Finding, personId: string): BesideField | undefined {
  const rule = rules.find(({ number }) => number === finding.rule)
  if (!rule) return undefined
  const reads = new Set([...fieldsOf(rule)].flatMap(([table, names]) => names.map((name) => `${table}.${name}`)))
  const here = new Set(finding.fields.map((name) => `${finding.table}.${name}`))
  const fields = Object.entries(page.fields).map(([field, of]) => ({ field, columns: of[kind]?.split(' ') ?? [] }))
  const field = (fields.find(({ columns }) => columns.some((column) => here.has(column) && reads.has(column))) ?? fields.find(({ columns }) => columns.some((column) => reads.has(column))))?.field
  return field === undefined ? undefined : { field, words: wordsOfRule(kind, finding.rule), rule: finding.rule, of: kind, severity: finding.severity, personId }
}
