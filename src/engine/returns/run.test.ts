import { describe, expect, it } from 'vitest'
import type { ReturnRule } from './model.ts'
import { checkChild, checking, rulesByField, rulesOf } from './run.ts'

type Row = Readonly<{ table: string; at: number; day: string; why: string }>
type Child = Readonly<{ id: string; rows: readonly Row[] }>
type Rule = ReturnRule<Child, number>

const rule = (number: string, said: Partial<Rule>): Rule => ({ number, years: [2023, 2027], severity: 'error', reads: { Stays: 'day why' }, needs: [], words: 'See the day.', find: () => [], ...said })
const row = (at: number, said: Partial<Row> = {}): Row => ({ table: 'Stays', at, day: '', why: '', ...said })

describe('the rules that are run', () => {
  const rules = [rule('1', {}), rule('2', { years: [2023, 2024] }), rule('3', { needs: ['last year'] }), rule('4', { reads: { Stays: 'day', Visits: 'day' } })]

  it('are those of the year, with what they need', () => {
    const { run, left } = rulesOf(rules, 2026, () => true)
    expect(run.map(({ number }) => number)).toEqual(['1', '3', '4'])
    expect(left).toEqual([])
  })

  it('leave out what lacks something, and say what', () => {
    const { run, left } = rulesOf(rules, 2024, (need) => need !== 'last year', new Set(['Stays']))
    expect(run.map(({ number }) => number)).toEqual(['1', '2'])
    expect(left.map(({ rule: { number }, why }) => [number, why])).toEqual([['3', 'last year'], ['4', 'table Visits']])
  })

  it('are found by the field that is being saved', () => {
    const byField = rulesByField([rule('1', { reads: { Stays: 'day' } }), rule('2', { reads: { Stays: 'why day', Visits: 'day' } })])
    expect(byField.get('Stays.day')?.map(({ number }) => number)).toEqual(['1', '2'])
    expect(byField.get('Stays.why')?.map(({ number }) => number)).toEqual(['2'])
    expect(byField.get('Visits.why')).toBeUndefined()
  })
})

describe('a finding', () => {
  const child: Child = { id: 'A', rows: [row(1), row(2, { day: '2026-01-01' })] }

  it('names the rule, the row once, the child and the fields that the rule reads there', () => {
    const twice = rule('7', { severity: 'query', find: ({ rows }) => [...rows, ...rows] })
    expect([...checkChild([twice], child, 2026)]).toEqual([
      { rule: '7', severity: 'query', table: 'Stays', row: 1, child: 'A', fields: ['day', 'why'] },
      { rule: '7', severity: 'query', table: 'Stays', row: 2, child: 'A', fields: ['day', 'why'] },
    ])
  })

  it('of what no child shows alone comes at the end', () => {
    const same = rule('8', {
      whole: () => {
        const seen = new Map<string, readonly [string, Row]>()
        const found: (readonly [string, Row])[] = []
        return { see({ id, rows }) { for (const each of rows) { const other = seen.get(each.day); if (other) found.push(other, [id, each]); else seen.set(each.day, [id, each]) } }, found: () => found }
      },
    })
    const check = checking([same], 2026)
    expect([...check.child({ id: 'A', rows: [row(1, { day: 'x' })] }), ...check.child({ id: 'B', rows: [row(2, { day: 'x' })] })]).toEqual([])
    expect([...check.end()].map(({ child: id, row: at }) => [id, at])).toEqual([['A', 1], ['B', 2]])
  })
})
