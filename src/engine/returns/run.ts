import type { Finding, Need, ReturnRow, ReturnRule, Runnable } from './model.ts'

type Child = Readonly<{ id: string }>

/** The rules of that year whose needs are met; the others with the reason. */
export function rulesOf<C extends Child, Y>(rules: Runnable<C, Y>, year: number, has: (need: Need) => boolean = () => true, tables?: ReadonlySet<string>): Readonly<{ run: Runnable<C, Y>; left: readonly Readonly<{ rule: ReturnRule<C, Y>; why: string }>[] }> {
  const run: ReturnRule<C, Y>[] = []
  const left: { rule: ReturnRule<C, Y>; why: string }[] = []
  for (const rule of rules) {
    if (year < rule.years[0] || year > rule.years[1]) continue
    const need = rule.needs.find((each) => !has(each))
    const table = Object.keys(rule.reads).find((each) => tables && !tables.has(each))
    if (need) left.push({ rule, why: need })
    else if (table) left.push({ rule, why: `table ${table}` })
    else run.push(rule)
  }
  return { run, left }
}

const fieldsIn = new WeakMap<ReturnRule<never, never>, ReadonlyMap<string, readonly string[]>>()
/** The fields that the rule reads, by table. */
export function fieldsOf<C, Y>(rule: ReturnRule<C, Y>): ReadonlyMap<string, readonly string[]> {
  const known = fieldsIn.get(rule)
  if (known) return known
  const fields = new Map(Object.entries(rule.reads).map(([table, names]) => [table, names.split(' ')]))
  fieldsIn.set(rule, fields)
  return fields
}

const finding = <C, Y>(rule: ReturnRule<C, Y>, row: ReturnRow, child: string): Finding => ({
  rule: rule.number, severity: rule.severity, table: row.table, row: row.at, child, fields: fieldsOf(rule).get(row.table) ?? [],
})

/** What one child's rows show, each row once a rule. */
export function* checkChild<C extends Child, Y>(rules: Runnable<C, Y>, child: C, year: Y): Generator<Finding> {
  for (const rule of rules) {
    const seen: ReturnRow[] = []
    for (const row of rule.find(child, year)) {
      if (seen.includes(row)) continue
      seen.push(row)
      yield finding(rule, row, child.id)
    }
  }
}

/** A whole return, child by child as they come; what only all of them show comes at the end. */
export function checking<C extends Child, Y>(rules: Runnable<C, Y>, year: Y) {
  const whole = rules.flatMap((rule) => (rule.whole ? [{ rule, over: rule.whole(year) }] : []))
  return {
    *child(child: C): Generator<Finding> {
      yield* checkChild(rules, child, year)
      for (const { over } of whole) over.see(child)
    },
    *end(): Generator<Finding> {
      for (const { rule, over } of whole) for (const [child, row] of over.found()) yield finding(rule, row, child)
    },
  }
}

/** By `table.field`, the rules that read it: what is run while that field is being saved. */
export function rulesByField<C, Y>(rules: Runnable<C, Y>): ReadonlyMap<string, Runnable<C, Y>> {
  const found = new Map<string, ReturnRule<C, Y>[]>()
  for (const rule of rules) {
    for (const [table, fields] of fieldsOf(rule)) {
      for (const field of fields) {
        const key = `${table}.${field}`
        const there = found.get(key)
        if (there) there.push(rule)
        else found.set(key, [rule])
      }
    }
  }
  return found
}
