import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChild, checking, fieldsOf } from '../../../src/engine/returns/run.ts'
import { allCases } from './cases/all.fixture.ts'
import { childOf, yearOf, type Case } from './cases/reading.fixture.ts'
import { coveredYears903, type Child903 } from './child.ts'
import { ssda903Rules } from './rules.ts'
import { columns, tableNames, type TableName, type Tables } from './tables.ts'

const ruleOf = (number: string) => ssda903Rules.find((rule) => rule.number === number)!
const foundBy = (number: string, lines: readonly string[], year?: number, watch: (child: Child903) => Child903 = (child) => child) => {
  const check = checking([ruleOf(number)], yearOf(year))
  // several children stand one after another, divided by a line of dashes
  const children = lines.join('\n').split('\n---\n').map((some, at) => watch(childOf(some.split('\n'), String(at + 1))))
  return [...children.flatMap((child) => [...check.child(child)]), ...check.end()]
}

describe('every rule has both its sides', () => {
  it.each(allCases.map((one) => [one[0], one] as const))('%s', (number, [, breaks, keeps, year]) => {
    expect(ruleOf(number), `rule ${number}`).toBeDefined()
    expect(foundBy(number, breaks, year).length, 'a record that breaks it').toBeGreaterThan(0)
    expect(foundBy(number, keeps, year), 'its neighbour that keeps it').toEqual([])
  })

  it('none is without', () => {
    const told = new Set(allCases.map(([number]) => number))
    expect(ssda903Rules.map(({ number }) => number).filter((number) => !told.has(number))).toEqual([])
  })
})

/** Hands on a child whose rows note which of their fields are looked at. */
function watched(child: Child903, seen: Set<string>): Child903 {
  const watchRow = <R extends { table: string }>(row: R): R => new Proxy(row, {
    get(of, name) {
      const raw: unknown = Reflect.get(of, 'raw')
      if (name === 'raw' && typeof raw === 'object' && raw !== null) return new Proxy(raw, { get(texts, field) { seen.add(`${row.table}.${String(field)}`); return Reflect.get(texts, field) } })
      if (typeof name === 'string' && !['table', 'at', 'CHILD'].includes(name)) seen.add(`${row.table}.${name}`)
      return Reflect.get(of, name)
    },
  })
  const tables = Object.fromEntries(tableNames.map((table: TableName) => [table, (child as Tables)[table].map(watchRow)])) as unknown as Tables
  return { ...child, ...tables, get born() { seen.add('DOB'); return child.born } }
}

describe('every rule says truly what it reads', () => {
  const byRule = Map.groupBy(allCases, ([number]) => number)
  it.each([...byRule].map(([number, cases]) => [number, cases] as const))('%s', (number, cases: readonly Case[]) => {
    const seen = new Set<string>()
    for (const [, breaks, keeps, year] of cases) for (const lines of [breaks, keeps]) foundBy(number, lines, year, (child) => watched(child, seen))
    const said = new Set([...fieldsOf(ruleOf(number))].flatMap(([table, fields]) => fields.map((field) => `${table}.${field}`)))
    const anyBirth = [...said].some((field) => field.endsWith('.DOB'))
    expect([...seen].filter((field) => !said.has(field) && !(field === 'DOB' && anyBirth))).toEqual([])
  })

  it('and names only tables and columns that there are', () => {
    for (const rule of ssda903Rules) {
      for (const [table, fields] of fieldsOf(rule)) {
        expect(tableNames, rule.number).toContain(table)
        const known: readonly string[] = [...columns[table as TableName], 'UASC', 'PL_LA', 'PL_DISTANCE', 'PL_LOCATION']
        expect(fields.filter((field) => !known.includes(field)), `${rule.number} ${table}`).toEqual([])
      }
    }
  })
})

describe('dirty rows', () => {
  it('never stop a rule, whatever stands in them', () => {
    const cell = fc.constantFrom('', '', 'X', '1', '31/03/2026', '01/04/2025', '15/02/2026', '29/02/2012', '31/02/2020', 'S', 'X1', 'E11', 'C2', 'V3', 'E1', 'A3', 'T0', 'U1', 'DIED', 'ZZ/ZZ/2010', '￿')
    const row = fc.constantFrom(...tableNames).chain((table) => fc.tuple(fc.constantFrom('', 'last.'), fc.array(cell, { minLength: columns[table].length, maxLength: columns[table].length }))
      .map(([last, cells]) => `${last}${table} ${columns[table].map((column, at) => `${column}=${cells[at]}`).join(' ')}`))
    fc.assert(fc.property(fc.array(row, { maxLength: 8 }), fc.integer({ min: coveredYears903.first, max: coveredYears903.last }), (lines, year) => {
      const child = childOf(lines)
      const once = [...checkChild(ssda903Rules, child, yearOf(year))]
      // the same rows give the same findings
      expect([...checkChild(ssda903Rules, childOf(lines), yearOf(year))]).toEqual(once)
    }), { numRuns: 100 })
  })
})
