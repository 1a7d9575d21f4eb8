import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankHolidays, easterOf } from './bankHolidays.ts'
import { addDays, plain, weekdayOf, type PlainDate } from './dates.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween, yearsKnown, type CalendarName } from './workingDays.ts'

/** As GOV.UK lists them for England and Wales, weekends left out. */
const listed: Record<number, string> = {
  2010: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}
const weekday = (day: PlainDate) => weekdayOf(day) !== 0 && weekdayOf(day) !== 6

describe('the bank holidays of England', () => {
  for (const [year, days] of Object.entries(listed)) {
    it(`are those that were proclaimed for ${year}`, () =>
      expect(bankHolidays(Number(year), 'england').filter(weekday).map((day) => day.slice(5)).join(' ')).toBe(days))
  }
  it.each([
    [2022, '01-01 01-02 01-03 01-04 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-01 08-29 09-19 11-30 12-25 12-26 12-27'],
    [2024, '01-01 01-02 03-17 03-18 03-29 04-01 05-06 05-27 07-12 08-05 08-26 11-30 12-02 12-25 12-26'],
    [2025, '01-01 01-02 03-17 04-18 04-21 05-05 05-26 07-12 07-14 08-04 08-25 11-30 12-01 12-25 12-26'],
    [2026, '01-01 01-02 03-17 04-03 04-06 05-04 05-25 06-15 07-12 07-13 08-03 08-31 11-30 12-25 12-26 12-28'],
  ])('of any part of the United Kingdom are these in %i', (year, days) => expect(bankHolidays(year, 'unitedKingdom').map((day) => day.slice(5)).join(' ')).toBe(days))
  // Gauss's rule with its table of centuries, another way to the same Sunday.
  it('always have the Easter that Gauss found', () => {
    const tables: readonly (readonly [until: number, m: number, n: number])[] = [[1700, 22, 2], [1800, 23, 3], [1900, 23, 4], [2100, 24, 5], [2200, 24, 6], [2300, 25, 0]]
    for (let year = 1583; year < 2300; year += 1) {
      const [, m = 0, n = 0] = tables.find(([until]) => year < until) ?? []
      const d = (19 * (year % 19) + m) % 30
      const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
      const after = d + e - ((d === 29 && e === 6) || (d === 28 && e === 6 && year % 19 > 10) ? 7 : 0)
      if (easterOf(year) !== addDays(plain(`${year}-03-22`), after)) expect(`${year}: ${easterOf(year)}`).toBe(addDays(plain(`${year}-03-22`), after))
    }
  })
  it('always are eight days off from Monday to Friday when nothing was proclaimed', () => {
    for (const year of [2024, 2025, 2026, 2027, 2028, 2029, 2030]) expect(bankHolidays(year, 'england').filter(weekday), String(year)).toHaveLength(8)
  })
  it('always have Easter on a Sunday from 22 March to 25 April', () => fc.assert(fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
    const easter = easterOf(year)
    return weekdayOf(easter) === 0 && easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25'
  })))
})

describe('a working day depends on the rule that counts it', () => {
  it.each<[string, string, CalendarName, boolean]>([
    ['12 July counts in England', '2024-07-12', 'england', true],
    ['12 July is a holiday in Northern Ireland, so freedom of information does not count it', '2024-07-12', 'unitedKingdom', false],
    ['30 November is a holiday in Scotland', '2023-11-30', 'unitedKingdom', false],
    ['St Andrew on a Saturday is taken on the Monday', '2024-12-02', 'unitedKingdom', false],
    ['a day proclaimed for Scotland alone', '2026-06-15', 'unitedKingdom', false],
    ['which England worked', '2026-06-15', 'england', true],
    ['2 January is a holiday in Scotland', '2024-01-02', 'unitedKingdom', false],
    ['and a working day in England', '2024-01-02', 'england', true],
    ['Good Friday never counts', '2025-04-18', 'complaints', false],
    ['a Saturday never counts', '2025-11-22', 'england', false],
  ])('%s', (_, day, calendar, expected) => expect(isWorkingDay(plain(day), calendar)).toBe(expected))
  it('knows a holiday proclaimed after the rule was written', () => {
    const day = plain('2026-06-15')
    expect(isWorkingDay(day)).toBe(true)
    expect(isWorkingDay(day, { name: 'england', extraHolidays: [day] })).toBe(false)
  })
  it('leaves out the days on which schools are closed, the first and the last of them too', () => {
    const school = { name: 'school', closures: [{ from: plain('2025-10-27'), to: plain('2025-10-30') }, { from: plain('2025-11-12'), to: plain('2025-11-12') }] } as const
    const works = ['2025-10-24', '2025-10-27', '2025-10-28', '2025-10-30', '2025-10-31', '2025-11-11', '2025-11-12', '2025-11-13'].filter((day) => isWorkingDay(plain(day), school))
    expect(works).toEqual(['2025-10-24', '2025-10-31', '2025-11-11', '2025-11-13'])
    expect(addWorkingDays(plain('2025-10-24'), 1, school)).toBe('2025-10-31')
  })
  it.each<CalendarName>(['england', 'complaints', 'unitedKingdom', 'school'])('%s: a day is worked unless it is a weekend or a holiday, in the first and last years that are known too', (name) => {
    for (const year of [yearsKnown.first, 1969, 1970, 2022, 2023, 2024, 2027, 2028, yearsKnown.last]) {
      const holidays = new Set<string>(bankHolidays(year, name === 'unitedKingdom' ? 'unitedKingdom' : 'england'))
      for (let day = plain(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) {
        const is = weekday(day) && !holidays.has(day)
        if (isWorkingDay(day, name) !== is) expect(`${day} ${name}`).toBe(is ? 'worked' : 'not worked')
      }
    }
    expect([yearsKnown.first, yearsKnown.last]).toEqual([1900, 2199])
  })
  it('is the one on or after a day, or on or before it', () => {
    expect([workingDayFrom(plain('2025-11-22')), workingDayFrom(plain('2025-11-22'), 'england', -1), workingDayFrom(plain('2025-11-21')), workingDayFrom(plain('2025-11-21'), 'england', -1), workingDayFrom(plain('2024-07-12'), 'unitedKingdom')])
      .toEqual(['2025-11-24', '2025-11-21', '2025-11-21', '2025-11-21', '2024-07-15'])
  })
})

describe('counting working days', () => {
  it.each([
    ['Friday to Monday is one', '2025-10-03', 1, '2025-10-06'],
    ['a contact on Saturday is day 0 as well', '2025-10-04', 1, '2025-10-06'],
    ['45 days from the referral on 6 October', '2025-10-06', 45, '2025-12-08'],
    ['over Easter', '2025-04-17', 1, '2025-04-22'],
    ['over Christmas and New Year', '2025-12-23', 5, '2026-01-02'],
    ['two days before a conference on a Tuesday', '2025-11-18', -2, '2025-11-14'],
    ['no days', '2025-11-22', 0, '2025-11-22'],
  ])('%s', (_, from, n, to) => expect(addWorkingDays(plain(from), n)).toBe(to))
  it('says that 18 November is working day 31 of an assessment referred on 6 October, with 14 left', () => {
    expect(workingDaysBetween(plain('2025-10-06'), plain('2025-11-18'))).toBe(31)
    expect(workingDaysBetween(plain('2025-11-18'), plain('2025-12-08'))).toBe(14)
    expect([workingDaysBetween(plain('2025-12-08'), plain('2025-11-18')), workingDaysBetween(plain('2025-11-18'), plain('2025-11-18')), workingDaysBetween(plain('2025-11-21'), plain('2025-11-23')), workingDaysBetween(plain('2024-07-11'), plain('2024-07-15'), 'unitedKingdom')]).toEqual([-14, 0, 0, 1])
  })

  const day = fc.integer({ min: 0, max: 7300 }).map((n) => addDays(plain('2010-06-01'), n))
  const calendar = fc.constantFrom<CalendarName>('england', 'complaints', 'unitedKingdom')
  it('never lands on a day that is none', () => fc.assert(fc.property(day, fc.integer({ min: -60, max: 60 }).filter((n) => n !== 0), calendar, (from, n, name) =>
    isWorkingDay(addWorkingDays(from, n, name), name))))
  it('always finds as many working days between as were added', () => fc.assert(fc.property(day, fc.integer({ min: 0, max: 60 }), calendar, (from, n, name) =>
    workingDaysBetween(from, addWorkingDays(from, n, name), name) === n)))
  it('are as many reckoned as gone through one by one, over any years', () => fc.assert(fc.property(fc.integer({ min: 0, max: 109_000 }), fc.integer({ min: -5000, max: 5000 }), calendar, (n, days, name) => {
    const from = addDays(plain('1900-01-01'), n)
    return workingDaysBetween(from, addDays(from, days), name) === workingDaysBetween(from, addDays(from, days), { name })
  })))
  it('always comes back when as many are taken away from a working day', () => fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) =>
    !isWorkingDay(from) || addWorkingDays(addWorkingDays(from, n), -n) === from)))
  it('never gets sooner by an extra holiday', () => fc.assert(fc.property(day, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 40 }), (from, n, ahead) =>
    addWorkingDays(from, n, { name: 'england', extraHolidays: [addDays(from, ahead)] }) >= addWorkingDays(from, n))))
})
