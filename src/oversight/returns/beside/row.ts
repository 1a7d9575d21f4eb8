import { child903, coveredYears903, year903 } from '../../../../content/returns/ssda903/child.ts'
import { cinRules } from '../../../../content/returns/cin/rules.ts'
import { ssda903Rules } from '../../../../content/returns/ssda903/rules.ts'
import type { ReturnRow } from '../../../engine/returns/model.ts'
import { rulesOf } from '../../../engine/returns/run.ts'
import type { Asking } from '../../../record/access/model.ts'
import { lookUp } from '../../../record/access/register.ts'
import { wholeOf } from '../../../record/care/queries.ts'
import { careFacts } from '../../../record/care/returns/facts.ts'
import { censusIn, oneChild, ruleYear } from '../cin/check.ts'
import { childTold, spanOf } from '../cin/telling.ts'
import { childrenOf } from '../cin/whole.ts'
import { hasIn } from '../lists/model.ts'
import { listsFor } from '../lists/used.ts'
import { unknownAuthority, type RuledKind } from '../model.ts'
import { tablesOf } from '../rules/check903.ts'
import { rowsByChild } from '../rules/rows903.ts'
import { someNumber } from './ahead.ts'
import { yearOn } from './look.ts'

/** What stands in a row, by column, as far as it is text. */
export type RowRead = ReadonlyMap<string, string>
const readRow = (row: ReturnRow | undefined): RowRead | undefined => (row ? new Map(Object.entries(row).flatMap(([column, value]) => ((typeof value === 'string' && value !== '') || typeof value === 'number' ? [[column, String(value)] as const] : []))) : undefined)
const rowsIn = (table: string, found: Iterable<ReturnRow>): readonly ReturnRow[] => [...new Set(found)].filter((row) => row.table === table)
type Pointed = Readonly<{ kind: RuledKind; rule: string; table: string; nth: number }>

/** The row of a child that a rule points to in a table, as the record stands, in the year that goes on. Nothing: the rule does not find it any more, or looks at more than one child. */
export async function rowPointedTo(asking: Asking, personId: string, { kind, rule, table, nth }: Pointed): Promise<RowRead | undefined> {
  const year = yearOn(asking.today)
  await lookUp(asking.db, [personId])
  const whole = await wholeOf(asking, [personId])
  asking.saw([personId])
  const pick = (rows: readonly ReturnRow[]) => readRow(rows[nth] ?? rows[0])
  if (kind === 'cin') {
    const span = spanOf(year, asking.today)
    const [child] = await childrenOf(asking.db, span, [...whole.values()].flat())
    const told = child ? childTold(child, span, someNumber) : undefined
    const asked = rulesOf(cinRules, ruleYear(year)).run.find(({ number }) => number === rule)
    return told && asked ? pick(rowsIn(table, asked.find(oneChild(told), censusIn(year, unknownAuthority, span.until)))) : undefined
  }
  const facts = await careFacts(asking, Math.min(year, coveredYears903.last), undefined, whole)
  const [rows] = rowsByChild(facts, () => someNumber).values()
  const lists = rows ? await listsFor(asking.db, [rows]) : {}
  const asked = rulesOf(ssda903Rules, facts.year, (need) => hasIn(lists).has(need)).run.find(({ number }) => number === rule)
  return rows && asked ? pick(rowsIn(table, asked.find(child903(someNumber, tablesOf(rows, new Map())), year903(facts.year, { ...lists, closes: facts.to })))) : undefined
}
