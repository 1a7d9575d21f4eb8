import { describe, expect, it } from 'vitest'
import { likelyDays, nearnessOf, slippedDays } from './dates.ts'

describe('a date of birth is near enough when it is an ordinary mistake away', () => {
  it.each([
    ['2018-03-04', '2018-03-04', 'same'], ['2018-04-03', '2018-03-04', 'swapped'], ['2017-03-04', '2018-03-04', 'yearOut'], ['2018-03-14', '2018-03-04', 'digit'], ['2081-03-04', '2018-03-04', 'digit'],
    ['2018-02-28', '2018-03-04', 'days'], ['2018-03-29', '2018-03-04', 'month'], ['2011-08-19', '2018-03-04', 'different'], ['2018-13-04', '2018-03-04', 'digit'], ['2018-13-04', '2018-04-13', 'swapped'],
  ])('%s is %s: %s', (wanted, known, kind) => expect(nearnessOf(wanted, known)).toBe(kind))

  it('an estimated date is near within two years', () => {
    expect(nearnessOf('2016-09-20', '2018-03-04', true)).toBe('estimated')
    expect(nearnessOf('2012-09-20', '2018-03-04', true)).toBe('different')
  })

  it('only real days are looked for', () => {
    expect(likelyDays('2020-02-29')).toEqual(['2020-02-29'])
    expect(likelyDays('2018-03-04')).toEqual(['2018-03-04', '2017-03-04', '2019-03-04', '2018-04-03'])
    expect(slippedDays('2018-03-04')).toContain('2018-03-14')
    expect(slippedDays('2018-03-04')).not.toContain('2018-93-04')
  })
})
