import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plain } from '../../../kernel/dates.ts'
import type { LegalStatus } from './model.ts'
import { holdingOn, lookedAfterSince, outlived, overlaps, problemsOfStatus } from './rules.ts'

const today = plain('2026-11-23')
const status = (code: string, from: string, to: string | null = null, kind: LegalStatus['kind'] = 'lookedAfter'): LegalStatus =>
  ({ id: code + from, orderId: code + from, personId: 'p', kind, code, court: null, caseNumber: null, details: null, expiresOn: null, from: plain(from), to: to ? plain(to) : null, recordedAt: '' })

describe('an order as it is typed', () => {
  it.each([
    ['a code that is none', { code: 'oral', from: '2026-01-01' }, 'code'],
    ['a day of no calendar', { code: 'careOrder', from: '2026-02-30' }, 'from'],
    ['a day to come', { code: 'careOrder', from: '2026-11-24' }, 'from'],
    ['an end before the beginning', { code: 'careOrder', from: '2026-11-01', to: '2026-10-31' }, 'to'],
    ['an end to come', { code: 'careOrder', from: '2026-11-01', to: '2026-12-01' }, 'to'],
    ['running out before the beginning', { code: 'supervision', from: '2026-11-01', expiresOn: '2026-10-01' }, 'expiresOn'],
    ['freeing after the law had changed', { code: 'freedForAdoption', from: '2006-01-01' }, 'from'],
    ['a placement order before there were any', { code: 'placementOrder', from: '2005-12-29' }, 'from'],
  ])('is sent back with %s', (_, said, question) => expect(problemsOfStatus(said, today).map((p) => p.question)).toEqual([question]))
  it('may run out in days to come', () => expect(problemsOfStatus({ code: 'supervision', from: '2026-11-01', expiresOn: '2027-11-01' }, today)).toEqual([]))
})

describe('statuses in time', () => {
  it('meet without overlapping: the day one ends is the other’s', () => {
    expect(overlaps({ from: '2026-01-01', to: '2026-03-01' }, { from: '2026-03-01' })).toBe(false)
    expect(overlaps({ from: '2026-01-01', to: '2026-03-02' }, { from: '2026-03-01' })).toBe(true)
    expect(overlaps({ from: '2026-01-01' }, { from: '2026-03-01' })).toBe(true)
  })
  it('overlap alike, whichever is asked first', () => fc.assert(fc.property(fc.nat(40), fc.option(fc.nat(40)), fc.nat(40), fc.option(fc.nat(40)), (a, al, b, bl) => {
    const span = (from: number, length: number | null) => ({ from: addDays(today, from), to: length === null ? null : addDays(today, from + length) })
    expect(overlaps(span(a, al), span(b, bl))).toBe(overlaps(span(b, bl), span(a, al)))
  })))
  it('say what holds: care first, then the newest order', () =>
    expect(holdingOn([status('nonMolestation', '2026-05-01', null, 'order'), status('supervision', '2026-06-01', null, 'order'), status('careOrder', '2024-01-01'), status('interimCareOrder', '2023-01-01', '2024-01-01')], today).map((one) => one.code)).toEqual(['careOrder', 'supervision', 'nonMolestation']))
  it('say since when a child has been looked after, over changes of status, not over a gap', () => {
    const years = [status('accommodated', '2019-01-01', '2019-06-01'), status('accommodated', '2022-03-01', '2022-04-10'), status('interimCareOrder', '2022-04-10', '2023-01-15'), status('careOrder', '2023-01-15')]
    expect(lookedAfterSince(years, today)).toBe('2022-03-01')
    expect(lookedAfterSince(years.slice(0, 3), today)).toBeUndefined()
    expect(lookedAfterSince([status('supervision', '2022-01-01', null, 'order')], today)).toBeUndefined()
  })
})

describe('a care order that a later order ended and that still stands is said', () => {
  const interim = status('interimCareOrder', '2026-05-01')
  it.each([
    ['a supervision order at the final hearing', [interim, status('supervision', '2026-10-01', null, 'order')], 'interimCareOrder by supervision'],
    ['a special guardianship order after a care order', [status('careOrder', '2024-05-01'), status('specialGuardianship', '2026-10-01', null, 'order')], 'careOrder by specialGuardianship'],
    ['an interim supervision order for a brother’s sake ends nothing', [interim, status('interimSupervision', '2026-10-01', null, 'order')], undefined],
    ['the supervision order was there before', [interim, status('supervision', '2026-03-01', null, 'order')], undefined],
    ['accommodated by agreement beside a supervision order', [status('accommodated', '2026-05-01'), status('supervision', '2026-10-01', null, 'order')], undefined],
    ['the care order ended that day', [status('interimCareOrder', '2026-05-01', '2026-10-01'), status('supervision', '2026-10-01', null, 'order')], undefined],
  ] as const)('%s', (_, of, expected) => { const found = outlived([...of], today); expect(found && `${found.care.code} by ${found.by.code}`).toBe(expected) })
})
