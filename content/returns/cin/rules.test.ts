import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checking, fieldsOf } from '../../../src/engine/returns/run.ts'
import { allCases } from './cases/all.fixture.ts'
import { censusChild, censusFor, type Case } from './cases/reading.fixture.ts'
import { censusElements } from './elements.ts'
import { publishedCensusNumbers } from './numbers.ts'
import { coveredCensusYears } from './rows.ts'
import { cinRules } from './rules.ts'

const ruleOf = (number: string) => cinRules.find((rule) => rule.number === number)!
const foundBy = (number: string, lines: readonly string[], year?: number, wrap?: <R extends object>(row: R) => R) => {
  const census = censusFor(lines, year)
  const check = checking([ruleOf(number)], wrap ? { ...census, header: wrap(census.header) } : census)
  const children = lines.join('\n').split('\n---\n').map((some) => censusChild(some.split('\n'), wrap))
  return [...children.flatMap((child) => [...check.child(child)]), ...check.end()]
}

describe('every rule of the census has both its sides', () => {
  it.each(allCases.map((one) => [one[0], one] as const))('%s', (number, [, breaks, keeps, year]) => {
    expect(ruleOf(number), `rule ${number}`).toBeDefined()
    expect(foundBy(number, breaks, year).length, 'a record that breaks it').toBeGreaterThan(0)
    expect(foundBy(number, keeps, year), 'its neighbour that keeps it').toEqual([])
  })

  it('none is without', () => {
    const told = new Set(allCases.map(([number]) => number))
    expect(cinRules.map(({ number }) => number).filter((number) => !told.has(number))).toEqual([])
  })
})

describe('every rule of the census says truly what it reads', () => {
  const byRule = Map.groupBy(allCases, ([number]) => number)
  it.each([...byRule].map(([number, cases]) => [number, cases] as const))('%s', (number, cases: readonly Case[]) => {
    const seen = new Set<string>()
    let reading = false
    /** Notes which fields of a row are looked at while the rule runs; the rows within a row have names of their own. */
    const wrap = <R extends object>(row: R): R => new Proxy(row, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name)
        if (name === 'raw' && typeof value === 'object' && value !== null) return new Proxy(value, { get(texts, field) { if (reading) seen.add(`${String(Reflect.get(of, 'table'))}.${String(field)}`); return Reflect.get(texts, field) } })
        if (reading && typeof name === 'string' && /^[A-Z]/.test(name)) seen.add(`${String(Reflect.get(of, 'table'))}.${name}`)
        return value
      },
    })
    for (const [, breaks, keeps, year] of cases) {
      for (const lines of [breaks, keeps]) {
        const census = censusFor(lines, year)
        const children = lines.join('\n').split('\n---\n').map((some) => censusChild(some.split('\n'), wrap))
        reading = true
        const check = checking([ruleOf(number)], { ...census, header: wrap(census.header) })
        for (const child of children) Array.from(check.child(child))
        Array.from(check.end())
        reading = false
      }
    }
    const said = new Set([...fieldsOf(ruleOf(number))].flatMap(([table, fields]) => fields.map((field) => `${table}.${field}`)))
    expect([...seen].filter((field) => !said.has(field))).toEqual([])
  })

  it('and names only elements that there are', () => {
    const known = new Set(Object.keys(censusElements).map((path) => path.split('/').at(-1)))
    for (const rule of cinRules) for (const [, fields] of fieldsOf(rule)) expect(fields.filter((field) => !known.has(field)), rule.number).toEqual([])
  })
})

describe('no rule of the census is missing', () => {
  const ours = (year: number) => cinRules.filter(({ years }) => years[0] <= year && year <= years[1]).map(({ number }) => number).sort()
  const published = resolve(process.env.KITH_SHARED ?? resolve(import.meta.dirname, '../../../../shared'), 'reference/cin/rules.csv')
  const years = Array.from({ length: coveredCensusYears.last - coveredCensusYears.first + 1 }, (_, at) => coveredCensusYears.first + at)

  it.each(years)('of %i, by our own list of numbers', (year) => {
    expect(ours(year)).toEqual(publishedCensusNumbers.filter(({ from, until }) => from <= year && year <= until).flatMap(({ numbers }) => numbers.split(' ')).sort())
  })

  it.skipIf(!existsSync(published))('of any year, by the published table (skipped where the given folder is absent)', () => {
    const rows = readFileSync(published, 'utf8').trim().split('\n').slice(1).map((line) => ({ code: line.split(',')[0]!, type: line.split(',')[1]!, flags: line.trim().split(',').slice(-years.length) }))
    for (const [at, year] of years.entries()) expect(ours(year), String(year)).toEqual(rows.filter(({ flags }) => flags[at] === '1').map(({ code }) => code).sort())
    expect(cinRules.filter(({ number, severity }) => (severity === 'query') !== (rows.find(({ code }) => code === number)?.type === 'QUERY'))).toEqual([])
  })

  it('has one number twice, or words that say nothing', () => {
    expect(new Set(cinRules.map(({ number }) => number)).size).toBe(cinRules.length)
    expect(cinRules.filter(({ words }) => words.length < 20 || !words.endsWith('.')).map(({ number, words }) => [number, words])).toEqual([])
  })
})

describe('a dirty census', () => {
  it('never stops a rule, and says the same each time', () => {
    const value = fc.constantFrom('', '2026-03-31', '2025-05-03', '2025-05-05', '2026-13-01', '1', '0', 'true', 'XX', 'NONE', 'RC8', 'NEG', '21', '21,21,18A', 'A', 'X801000000000', 'UN7')
    const fieldsByModule = Map.groupBy(cinRules.flatMap((rule) => [...fieldsOf(rule)].flatMap(([table, fields]) => fields.map((field) => ({ table, field })))), ({ table }) => table)
    const line = fc.constantFrom(...[...fieldsByModule.keys()].filter((table) => table !== 'Header' && table !== 'Reviews')).chain((table) => {
      const fields = [...new Set(fieldsByModule.get(table)!.map(({ field }) => field))]
      return fc.array(value, { minLength: fields.length, maxLength: fields.length }).map((values) => `${table} ${fields.map((field, at) => `${field}=${values[at]}`).join(' ')}`)
    })
    fc.assert(fc.property(fc.array(line, { maxLength: 10 }), fc.integer({ min: coveredCensusYears.first, max: coveredCensusYears.last }), (lines, year) => {
      const found = () => { const check = checking(cinRules.filter(({ years }) => years[0] <= year && year <= years[1]), censusFor([], year)); return [...check.child(censusChild(lines)), ...check.end()] }
      expect(found()).toEqual(found())
    }), { numRuns: 100 })
  })
})
