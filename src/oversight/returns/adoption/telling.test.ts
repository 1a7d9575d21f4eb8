import { describe, expect, it } from 'vitest'
import { meantFor, type Scorecard, type ScorecardYear } from '../../../record/care/reckoning/scorecard.ts'
import { daysInWords, toldYears, waitingInWords } from './telling.ts'

const card = (a1: number | undefined, a1Of: number): Scorecard => ({ a1, a1Of, a2: a1 === undefined ? undefined : 122, a2Of: a1Of, a3: a1 === undefined ? undefined : 43, a3Of: a1Of })
const year = (of: number, kind: ScorecardYear['kind'], three: Scorecard, alone: Scorecard): ScorecardYear => ({ year: of, kind, meant: meantFor(of), three, alone })

describe('the adoption scorecard as its reader is told of it', () => {
  it.each([
    ['whoever makes the returns reads it to the day', true, card(613, 17), { a1Words: '613', of: '17', a2: '122', a3: '43 %' }],
    ['few, too', true, card(613, 2), { a1Words: '613', of: '2', a2: '122', a3: '43 %' }],
    ['of all others an average of six or more is rounded to five', false, card(613, 17), { a1Words: 'about 615', of: 'about 15', a2: 'about 120', a3: 'about 45 %' }],
    ['six is enough', false, card(613, 6), { a1Words: 'about 615', of: 'about 5', a2: 'about 120', a3: 'about 45 %' }],
    ['of five there is no average', false, card(613, 5), { a1: undefined, a1Words: 'few', of: 'fewer than six', a2: 'few', a3: 'few' }],
    ['that there is none is told as few', false, card(undefined, 0), { a1: undefined, a1Words: 'few', of: 'fewer than six', a2: 'few', a3: 'few' }],
  ] as const)('%s', (_, whole, three, told) => expect(toldYears([year(2026, 'past', three, three)], whole)[0]?.three).toMatchObject(told))

  it.each([
    ['each year has six or more: each is told alone', [20, 6, 9], true],
    ['one year has five: no year is told alone, or it would be what is left of three', [20, 5, 9], false],
    ['one year has none: the same', [20, 0, 9], false],
  ] as const)('%s', (_, orders, apart) => {
    const years = orders.map((of, at) => year(2024 + at, 'past', card(500, 30), card(500, of)))
    expect(toldYears(years, false).map((one) => one.alone !== undefined)).toEqual(orders.map(() => apart))
    expect(toldYears(years, true).every((one) => one.alone)).toBe(true)
  })

  it('a year that has not ended keeps no year back: it is supposed', () => {
    expect(toldYears([year(2026, 'past', card(500, 30), card(500, 9)), year(2027, 'supposed', card(500, 30), card(500, 2))], false).map((one) => one.alone?.a1Words)).toEqual(['about 500', 'few'])
  })

  it('says averages and who waits in words', () => {
    const [exact, rounded] = [true, false].map((whole) => toldYears([year(2026, 'past', card(613, 17), card(613, 3))], whole)[0])
    expect([exact && daysInWords(exact.three), rounded && daysInWords(rounded.three), waitingInWords(1, true), waitingInWords(5, false), waitingInWords(53, false)]).toEqual(['613 days', 'about 615 days', 'one child waits', 'fewer than six children wait', 'about 55 children wait'])
  })
})
