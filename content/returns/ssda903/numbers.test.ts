import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coveredYears903 } from './child.ts'
import { publishedNumbers } from './numbers.ts'
import { ssda903Rules } from './rules.ts'

describe('no rule is missing', () => {
  const ours = (year: number) => ssda903Rules.filter(({ years }) => years[0] <= year && year <= years[1]).map(({ number }) => number).sort()
  const shared = resolve(process.env.KITH_SHARED ?? resolve(import.meta.dirname, '../../../../shared'), 'reference/ssda903/rules.csv')
  const years = Array.from({ length: coveredYears903.last - coveredYears903.first + 1 }, (_, at) => coveredYears903.first + at)

  it.each(years)('of %i, by our own list of numbers', (year) => {
    expect(ours(year)).toEqual(publishedNumbers.filter(({ from, until }) => from <= year && year <= until).flatMap(({ numbers }) => numbers.split(' ')).sort())
  })

  it.skipIf(!existsSync(shared))('of any year, by the published table (skipped where the given folder is absent)', () => {
    const published = readFileSync(shared, 'utf8').trim().split('\n').slice(1).map((line) => ({ code: line.split(',')[0]!, flags: line.trim().split(',').slice(-years.length) }))
    for (const [at, year] of years.entries()) expect(ours(year), String(year)).toEqual(published.filter(({ flags }) => flags[at] === '1').map(({ code }) => code).sort())
  })

  it('has one number twice, or words that say nothing', () => {
    expect(new Set(ssda903Rules.map(({ number }) => number)).size).toBe(ssda903Rules.length)
    expect(ssda903Rules.filter(({ words }) => words.length < 20 || !words.endsWith('.')).map(({ number }) => number)).toEqual([])
  })
})
