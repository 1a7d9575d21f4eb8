import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moment, timeOf, type Instant } from '../../kernel/dates.ts'
import { faultOf, nextTurn, pauseAfter } from './rules.ts'

const at = (text: string): Instant => moment(text)

describe('The next turn of a recurring job', () => {
  it.each([
    ['before its time', { at: '02:30' }, '2026-11-22T01:00:00.000Z', '2026-11-22T02:30:00.000Z'],
    ['after its time', { at: '02:30' }, '2026-11-22T02:30:00.000Z', '2026-11-23T02:30:00.000Z'],
    ['in summer, by the clock on the wall', { at: '02:30' }, '2026-07-01T12:00:00.000Z', '2026-07-02T01:30:00.000Z'],
    ['every hour', { everyMinutes: 60 }, '2026-11-22T01:00:00.000Z', '2026-11-22T02:00:00.000Z'],
    ['every ten minutes', { everyMinutes: 10 }, '2026-11-22T01:09:59.000Z', '2026-11-22T01:10:00.000Z'],
  ])('%s', (_, when, now, next) => { expect(nextTurn(when, at(now))).toBe(next) })

  it('is always to come, and within two days, also when the clocks change', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), (date) => {
      const turn = nextTurn({ at: '03:10' }, moment(date))!
      expect(Date.parse(turn) - date.getTime()).toBeGreaterThan(0)
      expect(Date.parse(turn) - date.getTime()).toBeLessThanOrEqual(25 * 3_600_000)
      expect(timeOf(turn)).toBe('03:10')
    }))
  })
})

describe('What failed', () => {
  it('is tried again after pauses that grow, up to six hours', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(pauseAfter)).toEqual([30, 90, 270, 810, 2430, 7290, 21_600, 21_600])
  })
  it('is named by its kind, and never quotes what the record holds', () => {
    expect(faultOf(Object.assign(new Error('duplicate key (name)=(Kelly Smith)'), { code: '23505', constraint: 'name_pkey' }))).toBe('The database refused it: 23505 (name_pkey)')
    expect(faultOf(new TypeError('Kelly Smith is not a function'))).toBe('TypeError')
    expect(faultOf('Kelly Smith')).toBe('A fault without a name')
  })
})
