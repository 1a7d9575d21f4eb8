import { describe, expect, it } from 'vitest'
import { overdueReasons } from '../../../../content/codes/work.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { dutyOn } from '../../../engine/timescales/evaluate.ts'
import { plain } from '../../../kernel/dates.ts'
import type { OwnCode } from './model.ts'
import { labelThen, measureOf, offeredOn, unitFor, wholeList, withMeasures } from './rules.ts'

const own = (codes: Record<string, OwnCode>) => new Map(Object.entries(codes))
const codes = (list: { codes: readonly { code: string }[] }) => list.codes.map((one) => one.code)

describe('a council’s own list', () => {
  it('is the national one where nothing was set', () => expect(offeredOn(overdueReasons, own({}), plain('2026-11-22'))).toEqual(overdueReasons))
  it('has its own words, its own order and its own values, and no longer offers what was retired', () => {
    const mine = own({ familyAway: { label: 'Family on holiday', place: 3 }, capacity: { retiredFrom: plain('2026-12-01') }, ownFlood: { added: true, label: 'The flood', place: 1 } })
    expect(codes(offeredOn(overdueReasons, mine, plain('2026-12-01')))).toEqual(['ownFlood', 'familyNeedsTime', 'familyAway', 'childUnwell', 'waitingForAgency', 'newInformation', 'changeOfWorker', 'recordedLate', 'other'])
    expect(codes(offeredOn(overdueReasons, mine, plain('2026-11-30')))).toContain('capacity')
    expect(wholeList(overdueReasons, mine).map((one) => one.code)).toEqual(expect.arrayContaining(codes(overdueReasons)))
  })
  it('says of an old record what it said then', () => {
    const change = (label: string | undefined, at: string) => ({ key: 'own.code.overdueReasons.familyAway', value: label ? { label } : {}, at, by: null, why: null })
    const changes = [change('On holiday', '2026-03-01T00:00:00.000Z'), change('Away together', '2026-06-01T00:00:00.000Z'), change(undefined, '2026-09-01T00:00:00.000Z')]
    const then = (at: string) => labelThen(overdueReasons, 'familyAway', changes, at)
    expect(['2026-02-01', '2026-04-01', '2026-07-01', '2026-10-01'].map((day) => then(`${day}T00:00:00.000Z`))).toEqual(['The family was away', 'On holiday', 'Away together', 'The family was away'])
  })
})

describe('a council’s own measure', () => {
  const set = (from: string, value: unknown) => measureOf({ key: `own.measure.contact.decided@${from}`, value })!
  const all = withMeasures(duties, [set('2027-01-01', { within: { hours: 4 } }), set('2026-12-01', { within: { workingDays: 1 } }), set('2027-06-01', {})])
  it('stands beside the duty of the law, which stays as it is', () => expect(all.slice(0, duties.length)).toEqual(duties))
  it.each([['lookedAfterReview.later', 'months'], ['lookedAfterVisit.later', 'weeks'], ['contact.decided', 'workingDays'], ['adviserVisit.first', 'days'], ['personalEducationPlan.reviewed', 'days']] as const)('of %s is counted in %s first, as the duty is', (id, unit) =>
    expect(unitFor(duties.find((duty) => duty.id === id)!)).toBe(unit))
  it.each([[{ weeks: 4 }], [{ months: 5 }], [{ years: 1 }]])('is kept as it was set: %o', (within) => expect(set('2027-01-01', { within }).within).toEqual(within))
  it.each([['2026-11-30', undefined], ['2026-12-01', { workingDays: 1 }], ['2026-12-31', { workingDays: 1 }], ['2027-01-01', { hours: 4 }], ['2027-05-31', { hours: 4 }], ['2027-06-01', undefined]])('of what begins on %s is %o', (on, within) =>
    expect(dutyOn(all, 'contact.decided.own', plain(on))?.within).toEqual(within))
})
