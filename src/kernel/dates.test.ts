import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, ageOn, dayInWords, dayOf, dayOfOrdinal, daysBetween, isInstant, isPlainDate, longDay, moment, momentOf, ordinalOf, plain, shortDay, timeOf, weekdayOf } from './dates.ts'

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

describe('every day there is, and none besides', () => {
  const two = (n: number) => String(n).padStart(2, '0')
  const years = [1600, 1700, 1800, 1895, 1896, 1900, 1903, 1904, 1970, 1999, 2000, 2001, 2004, 2023, 2024, 2025, 2026, 2096, 2100, 2104, 2200, 2300, 2400]
  it('is a day of the calendar, in leap years and others', () => {
    for (const year of years) {
      for (let month = 0; month <= 14; month += 1) {
        for (let date = 0; date <= 33; date += 1) {
          const text = `${year}-${two(month)}-${two(date)}`
          const is = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10) === text
          if (isPlainDate(text) !== is) expect(text).toBe(is ? 'a day' : 'no day')
        }
      }
    }
  })
  it.each(['2026-11-2', '2026-1-22', '02026-11-22', ' 2026-11-22', '2026-11-22 ', '+002026-11-22', '2026/11/22', 'x2026-11-22'])('%s is none', (text) => expect(isPlainDate(text)).toBe(false))
  it('is the same when it is read again, and as a number', () => {
    expect(plain('2026-11-22')).toBe('2026-11-22')
    expect(plain('2026-11-22')).toBe('2026-11-22')
    expect([ordinalOf(plain('1970-01-01')), ordinalOf(plain('1969-12-31')), ordinalOf(plain('2026-11-22'))]).toEqual([0, -1, 20_779])
    expect([dayOfOrdinal(0), dayOfOrdinal(-1), dayOfOrdinal(20_779)]).toEqual(['1970-01-01', '1969-12-31', '2026-11-22'])
    expect([daysBetween(plain('2026-11-22'), plain('2026-11-23')), daysBetween(plain('2024-02-28'), plain('2024-03-01')), daysBetween(plain('2026-11-22'), plain('2026-11-21'))]).toEqual([1, 2, -1])
    expect([addDays(plain('2024-02-28'), 1), addDays(plain('2024-02-28'), 1), addDays(plain('2024-01-01'), -1)]).toEqual(['2024-02-29', '2024-02-29', '2023-12-31'])
  })
  it('has its words', () => {
    const days = Array.from({ length: 12 }, (_, i) => plain(`2025-${two(i + 1)}-${two(i + 8)}`))
    expect(days.map((one) => shortDay(one)).join(', ')).toBe('Wed 8 Jan 2025, Sun 9 Feb 2025, Mon 10 Mar 2025, Fri 11 Apr 2025, Mon 12 May 2025, Fri 13 Jun 2025, Mon 14 Jul 2025, Fri 15 Aug 2025, Tue 16 Sep 2025, Fri 17 Oct 2025, Tue 18 Nov 2025, Fri 19 Dec 2025')
    expect(days.map(dayInWords).join(', ')).toBe('8 Jan 2025, 9 Feb 2025, 10 Mar 2025, 11 Apr 2025, 12 May 2025, 13 Jun 2025, 14 Jul 2025, 15 Aug 2025, 16 Sep 2025, 17 Oct 2025, 18 Nov 2025, 19 Dec 2025')
    expect(days.map(longDay).join(', ')).toBe('Wednesday 8 January 2025, Sunday 9 February 2025, Monday 10 March 2025, Friday 11 April 2025, Monday 12 May 2025, Friday 13 June 2025, Monday 14 July 2025, Friday 15 August 2025, Tuesday 16 September 2025, Friday 17 October 2025, Tuesday 18 November 2025, Friday 19 December 2025')
    expect([longDay(plain('2025-01-02')), longDay(plain('2025-01-04')), weekdayOf(plain('2025-01-05')), weekdayOf(plain('2025-01-04'))]).toEqual(['Thursday 2 January 2025', 'Saturday 4 January 2025', 0, 6])
  })
  const day = fc.integer({ min: -20000, max: 40000 }).map((n) => addDays(plain('2000-01-01'), n))
  it('some months on is the same date, or the last of a month that has it not', () => fc.assert(fc.property(day, fc.integer({ min: -60, max: 60 }), (from, months) => {
    const to = addMonths(from, months)
    const [monthsOf, wanted] = [(text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)), Number(from.slice(8))]
    return monthsOf(to) - monthsOf(from) === months && (to.slice(8) === from.slice(8) || (Number(to.slice(8)) < wanted && addDays(to, 1).endsWith('-01')))
  })))
  it('makes somebody as old as they have had birthdays', () => fc.assert(fc.property(day, day, (born, on) => {
    const birthday = (age: number) => `${Number(born.slice(0, 4)) + age}${born.slice(4)}`
    return birthday(ageOn(born, on)) <= on && on < birthday(ageOn(born, on) + 1)
  })))
})

describe('the clock of England', () => {
  it.each([
    ['2025-07-01T22:59:59.999Z', '2025-07-01', '23:59'], ['2025-07-01T23:00:00.000Z', '2025-07-02', '00:00'], ['2025-07-01T00:00:00.000Z', '2025-07-01', '01:00'], ['2025-12-31T23:59:59.999Z', '2025-12-31', '23:59'],
    ['2025-12-01T00:30:00.000Z', '2025-12-01', '00:30'], ['2025-03-30T00:59:00.000Z', '2025-03-30', '00:59'], ['2025-03-30T01:00:00.000Z', '2025-03-30', '02:00'], ['2025-10-26T00:30:00.000Z', '2025-10-26', '01:30'], ['2025-10-26T01:30:00.000Z', '2025-10-26', '01:30'],
  ])('%s is %s, %s', (at, on, time) => expect([dayOf(moment(at)), timeOf(moment(at))]).toEqual([on, time]))
  const ms = fc.integer({ min: Date.UTC(1972, 0, 1) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 }).map((minutes) => minutes * 60_000)
  it('always says a day that its time belongs to: the moment is found again, the earlier of two', () => fc.assert(fc.property(ms, (at) => {
    const [said, found] = [moment(at), momentOf(dayOf(moment(at)), timeOf(moment(at)))]
    return dayOf(found) === dayOf(said) && timeOf(found) === timeOf(said) && (found === said || found === moment(at - 3_600_000))
  }), { numRuns: 300 }))
  it.each([
    ['2025-07-01', '09:30', '2025-07-01T08:30:00.000Z'], ['2025-07-02', '00:30', '2025-07-01T23:30:00.000Z'], ['2025-12-01', '09:30', '2025-12-01T09:30:00.000Z'], ['2025-12-01', '00:10', '2025-12-01T00:10:00.000Z'],
    ['2025-10-26', '01:30', '2025-10-26T00:30:00.000Z'], ['2025-03-30', '01:30', '2025-03-30T01:30:00.000Z'],
  ])('%s at %s is %s', (on, time, at) => expect(momentOf(plain(on), time)).toBe(at))
  it.each(['2025-07-01', '', 'yesterday', '2025-07-01T23:30:00Z', '+012025-07-01T23:30:00.000Z', '2025-02-30T00:00:00.000Z', '2025-07-01T25:00:00.000Z', '2025-xx-01T00:00:00.000Z'])('%s is no moment', (text) => expect(isInstant(text)).toBe(false))
  it('refuses a year of five figures with a sentence', () => expect(() => moment('+012025-07-01T23:30:00.000Z')).toThrow('not a moment'))
  it('takes a moment as text, number or date', () => expect([moment('2025-07-01T23:30:00Z'), moment(0), moment(new Date(1))]).toEqual(['2025-07-01T23:30:00.000Z', '1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.001Z']))
})
