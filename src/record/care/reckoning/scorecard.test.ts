import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plain, type PlainDate } from '../../../kernel/dates.ts'
import type { AdoptionPath } from './adoption.ts'
import { crossesIn, endOf, meantFor, scorecardAt, scorecardYears, suggested, supposedPaths, yearOf, type Supposed } from './scorecard.ts'

type Steps = Readonly<{ in: string; decided?: string; authority?: string; matched?: string; moved?: string; placed?: string; order?: string; ended?: string }>
const day = (text: string | undefined): PlainDate | undefined => (text === undefined ? undefined : plain(text))
const path = (of: Steps): AdoptionPath => ({
  enteredOn: plain(of.in), decidedOn: day(of.decided ?? of.authority), authorityOn: day(of.authority), searchedOn: undefined, linkedOn: undefined, matchedOn: day(of.matched),
  placedOn: day(of.placed ?? of.moved), movedInOn: day(of.moved), orderOn: day(of.order), endedOn: day(of.ended), brokeOn: undefined,
})
const none = { a1: undefined, a1Of: 0, a2: undefined, a2Of: 0, a3: undefined, a3Of: 0 }
const quick = path({ in: '2024-06-01', authority: '2024-10-01', matched: '2024-12-01', moved: '2025-01-07', order: '2025-08-01' })
const slow = path({ in: '2022-01-01', authority: '2022-09-01', matched: '2023-06-01', moved: '2023-08-01', order: '2024-02-01' })

describe('the adoption scorecard of three years', () => {
  it.each([
    ['nobody on the way: nothing to average', [], '2026-03-31', none],
    ['one adopted in the three years, matched after 61 days, moved in after 220', [quick], '2026-03-31', { a1: 220, a1Of: 1, a2: 61, a2Of: 1, a3: 100, a3Of: 1 }],
    ['two adopted: the average of both, and only one of them within fourteen months', [quick, slow], '2026-03-31', { a1: 399, a1Of: 2, a2: 167, a2Of: 2, a3: 50, a3Of: 2 }],
    ['an order of 31 March counts in the three years that end that day', [path({ in: '2025-01-01', moved: '2025-06-01', order: '2026-03-31' })], '2026-03-31', { ...none, a1: 151, a1Of: 1, a3: 100, a3Of: 1 }],
    ['an order of 1 April does not; that child has moved in all the same', [path({ in: '2025-01-01', moved: '2025-06-01', order: '2026-04-01' })], '2026-03-31', { ...none, a3: 100, a3Of: 1 }],
    ['an order of three years ago to the day is over', [path({ in: '2022-01-01', moved: '2022-06-01', order: '2023-03-31' })], '2026-03-31', none],
    ['matched before the court gave authority: no day of waiting', [path({ in: '2025-01-01', authority: '2025-07-01', matched: '2025-06-20', moved: '2025-08-01' })], '2026-03-31', { ...none, a2: 0, a2Of: 1, a3: 100, a3Of: 1 }],
    ['matched and not placed yet: not in A2, and still waiting for A3', [path({ in: '2025-06-01', authority: '2025-12-01', matched: '2026-02-01' })], '2026-03-31', { ...none, a3: 100, a3Of: 1 }],
    ['still waiting after fourteen months: in A3, against it', [path({ in: '2024-06-01', decided: '2024-12-01' })], '2026-03-31', { ...none, a3: 0, a3Of: 1 }],
    ['decided after the day: not yet known on it', [path({ in: '2024-06-01', decided: '2026-05-01' })], '2026-03-31', none],
    ['adoption is no longer the plan: waits for nobody', [path({ in: '2024-06-01', decided: '2024-12-01', ended: '2025-06-01' })], '2026-03-31', none],
  ] as const)('%s', (_, paths, on, told) => expect(scorecardAt(paths, plain(on))).toEqual(told))

  it('a year alone counts that year’s orders only, which is why three years hide it', () => {
    expect([scorecardAt([quick, slow], plain('2026-03-31')).a1, scorecardAt([quick, slow], plain('2026-03-31'), 1).a1]).toEqual([399, 220])
  })

  it.each([['2026-03-31', 2026], ['2026-04-01', 2027], ['2026-12-31', 2027]] as const)('%s lies in the year to March %i', (on, year) => expect(yearOf(plain(on))).toBe(year))

  it.each([[2010, 639], [2012, 639], [2013, 608], [2014, 547], [2015, 487], [2016, 426], [2030, 426]] as const)('the three years to %i are meant to take %i days', (year, a1) => expect(meantFor(year).a1).toBe(a1))
})

const today = plain('2026-11-23')
const supposed: Supposed = { movesIn: 426, overdue: 60, match: 121, order: 200, ordersAYear: 2 }

describe('what is supposed of the years to come', () => {
  it.each([
    ['waits in time: moves in after the days that are supposed, the order so many days later', { in: '2026-06-01', authority: '2026-10-01' }, { movedInOn: '2027-08-01', matchedOn: '2027-01-30', orderOn: '2028-02-17' }],
    ['has waited longer than that: moves in within the days for those overdue', { in: '2024-01-01', authority: '2024-06-01' }, { movedInOn: '2027-01-22', matchedOn: '2026-11-23', orderOn: '2027-08-10' }],
    ['has moved in: only the order is still to come', { in: '2025-01-01', authority: '2025-06-01', matched: '2025-09-01', moved: '2026-10-01' }, { movedInOn: '2026-10-01', matchedOn: '2025-09-01', orderOn: '2027-04-19' }],
    ['moved in long ago: the order is made at the soonest tomorrow', { in: '2024-01-01', authority: '2024-06-01', matched: '2024-09-01', moved: '2024-10-01' }, { movedInOn: '2024-10-01', matchedOn: '2024-09-01', orderOn: '2026-11-24' }],
    ['adopted: stays as it was', { in: '2024-06-01', authority: '2024-10-01', matched: '2024-12-01', moved: '2025-01-07', order: '2025-08-01' }, { movedInOn: '2025-01-07', matchedOn: '2024-12-01', orderOn: '2025-08-01' }],
  ] as const)('%s', (_, steps, told) => expect(supposedPaths([path(steps)], today, 2027, { ...supposed, ordersAYear: 0 })[0]).toMatchObject(told))

  it('children who are not on the way yet make up the orders of each later year, each in time', () => {
    const later = supposedPaths([], today, 2029, supposed)
    expect(later.map((one) => yearOf(one.orderOn ?? today))).toEqual([2028, 2028, 2029, 2029])
    expect(scorecardAt(later, endOf(2029))).toMatchObject({ a1: 426, a1Of: 4, a2: 121 })
  })

  it('three slow years are seen for three years, though every child from today on is in time', () => {
    const slowly = [2024, 2025, 2026].flatMap((year) => [1, 2].map(() => path({ in: `${year - 3}-01-10`, authority: `${year - 2}-01-10`, matched: `${year - 2}-09-10`, moved: `${year - 1}-05-10`, order: `${year}-02-01` })))
    const years = scorecardYears(slowly, today, { back: 2, ahead: 5 }, supposed)
    expect(years.map((one) => [one.year, one.kind, one.three.a1, one.alone.a1])).toEqual([
      [2025, 'past', 851, 851], [2026, 'past', 851, 851], [2027, 'supposed', 851, undefined], [2028, 'supposed', 639, 426], [2029, 'supposed', 426, 426], [2030, 'supposed', 426, 426], [2031, 'supposed', 426, 426], [2032, 'supposed', 426, 426],
    ])
    expect(crossesIn(years)).toBe(2029)
  })

  it('the record suggests the middle of the days to the order, and the orders of a year', () => {
    const adopted = [100, 200, 400].map((days) => path({ in: '2023-01-01', moved: '2024-06-01', order: addDays(plain('2024-06-01'), days) }))
    expect(suggested(adopted, today)).toEqual({ movesIn: 420, overdue: 60, match: 121, order: 200, ordersAYear: 1 })
    expect(suggested([], today)).toMatchObject({ order: 270, ordersAYear: 0 })
  })

  const anyWay = fc.record({ in: fc.integer({ min: -3000, max: -1 }), steps: fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 0, maxLength: 4 }) }).map(({ in: before, steps }) => {
    const from = addDays(today, before)
    const reached = steps.reduce<PlainDate[]>((days, more) => [...days, addDays(days.at(-1) ?? from, more)], []).filter((on) => on <= today)
    const [authority, matched, moved, order] = reached
    return path({ in: from, ...(authority ? { authority } : { decided: from }), ...(matched ? { matched } : {}), ...(moved ? { moved } : {}), ...(order ? { order } : {}) })
  })
  it('never changes what has happened, never moves a step into the past, and ends every way', () => {
    fc.assert(fc.property(fc.array(anyWay, { maxLength: 8 }), fc.record({ movesIn: fc.integer({ min: 1, max: 900 }), overdue: fc.integer({ min: 1, max: 400 }), match: fc.integer({ min: 0, max: 400 }), order: fc.integer({ min: 1, max: 600 }), ordersAYear: fc.integer({ min: 0, max: 5 }) }), (paths, wish) => {
      const to = supposedPaths(paths, today, 2030, wish)
      for (const [at, was] of paths.entries()) {
        const is = to[at]
        for (const step of ['movedInOn', 'placedOn', 'matchedOn', 'orderOn'] as const) {
          if (was[step]) expect(is?.[step]).toBe(was[step])
        }
        expect((is?.orderOn ?? '') > today || is?.orderOn === was.orderOn).toBe(true)
        expect((is?.movedInOn ?? '') > today || is?.movedInOn === was.movedInOn).toBe(true)
        expect((is?.movedInOn ?? '') <= (is?.orderOn ?? '')).toBe(true)
      }
    }))
  })
})
