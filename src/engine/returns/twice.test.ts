import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twiceOver } from './twice.ts'

const seen = fc.array(fc.record({ value: fc.oneof(fc.constantFrom('', 'A', 'B', 'é'), fc.string({ unit: 'binary', maxLength: 6 })), child: fc.string({ maxLength: 8 }) }), { maxLength: 60 })

describe('values that stand with two children', () => {
  it('are found, each row once, the first of them too', () => {
    fc.assert(fc.property(seen, (all) => {
      const twice = twiceOver()
      all.forEach(({ value, child }, at) => twice.see(value, child, { table: at % 2 === 0 ? 'Header' : 'Identifiers', at: at + 1 }))
      const wanted = all.map((one, at) => [one.child, { table: at % 2 === 0 ? 'Header' : 'Identifiers', at: at + 1 }] as const).filter((_row, at) => all[at]?.value !== '' && all.filter(({ value }) => value === all[at]?.value).length > 1)
      expect([...twice.found()].toSorted(([, a], [, b]) => a.at - b.at)).toEqual(wanted)
    }))
  })

  it('are found among thousands', () => {
    const twice = twiceOver()
    for (let at = 1; at <= 5_000; at++) twice.see(`A${at % 4_999}`, `child ${at}`, { table: 'Header', at })
    expect(twice.found().map(([child, { at }]) => [child, at])).toEqual([['child 1', 1], ['child 5000', 5_000]])
  })
})
