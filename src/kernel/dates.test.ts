import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, ageOn, dayOf, daysBetween, isInstant, isPlainDate, moment, plain, shortDay, timeOf } from './dates.ts'

describe('a day of the calendar', () => {
  it.each([['2024-02-29', true], ['2023-02-29', false], ['2025-13-01', false], ['22/11/2026', false], ['2026-11-22T00:00:00.000Z', false]])('%s is one: %s', (text, is) => expect(isPlainDate(text)).toBe(is))
  it('is refused with a sentence when it is none', () => expect(() => plain('30 Feb')).toThrow('not a day of the calendar'))
  it.each([
    ['30 November + 3 months is the last day of February', '2025-11-30', 3, '2026-02-28'],
    ['31 August + 6 months', '2025-08-31', 6, '2026-02-28'],
    ['29 February + 12 months', '2024-02-29', 12, '2025-02-28'],
    ['31 March - 1 month', '2025-03-31', -1, '2025-02-28'],
    ['over the end of a year', '2025-12-15', 1, '2026-01-15'],
  ])('%s', (_, from, months, to) => expect(addMonths(plain(from), months)).toBe(to))
  it.each([
    ['the day before a birthday', '2012-11-23', '2026-11-22', 13], ['on the birthday', '2012-11-22', '2026-11-22', 14],
    ['born on 29 February, on 28 February', '2012-02-29', '2026-02-28', 13], ['and on 1 March', '2012-02-29', '2026-03-01', 14], ['not yet born', '2027-03-12', '2026-11-22', -1],
  ])('age %s', (_, born, on, age) => expect(ageOn(plain(born), plain(on))).toBe(age))
  it('says the year only where it is another', () => {
    expect(shortDay(plain('2025-12-08'), plain('2025-11-18'))).toBe('Mon 8 Dec')
    expect(shortDay(plain('2026-01-08'), plain('2025-11-18'))).toBe('Thu 8 Jan 2026')
  })
  const day = fc.integer({ min: -20000, max: 40000 }).map((n) => addDays(plain('2000-01-01'), n))
  it('always comes back', () => fc.assert(fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, n) => daysBetween(from, addDays(from, n)) === n && addDays(addDays(from, n), -n) === from)))
  it('never leaves the month it was sent to', () => fc.assert(fc.property(day, fc.integer({ min: -60, max: 60 }), (from, months) => {
    const wanted = ((Number(from.slice(5, 7)) - 1 + months) % 12 + 12) % 12 + 1
    return Number(addMonths(from, months).slice(5, 7)) === wanted
  })))
})

describe('a moment', () => {
  it('belongs to the day on the clock of England, also in summer', () => {
    expect(dayOf(moment('2025-07-01T23:30:00Z'))).toBe('2025-07-02')
    expect(timeOf(moment('2025-07-01T23:30:00Z'))).toBe('00:30')
    expect(dayOf(moment('2025-12-01T23:30:00Z'))).toBe('2025-12-01')
  })
  it('is never a day', () => { expect(isInstant('2025-07-01')).toBe(false); expect(isInstant('2025-07-01T23:30:00.000Z')).toBe(true) })
})
