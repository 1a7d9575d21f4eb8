import { describe, expect, it } from 'vitest'
import { duties } from '../../../content/timescales/all.ts'
import { plain } from '../../kernel/dates.ts'
import { withMeasures } from '../access/own/rules.ts'
import { ownDue, ownDueBefore } from './ownMeasure.ts'

describe('a council’s own measure beside any clock', () => {
  const mine = withMeasures(duties, [{ duty: 'childProtectionVisit.made', from: plain('2026-03-01'), within: { workingDays: 5 } }, { duty: 'coreGroup.first', from: plain('2026-03-01'), within: { workingDays: 7 } }, { duty: 'pathwayPlan.reviewed', from: plain('2026-03-01'), within: { days: 90 } }, { duty: 'adviserVisit.first', from: plain('2026-03-01'), within: { days: 3 } }])
  it.each([
    ['runs from the same day', 'childProtectionVisit.made', '2026-03-02', '2026-03-09'], ['counts what it counts', 'coreGroup.first', '2026-04-01', '2026-04-14'], ['in days of the calendar', 'adviserVisit.first', '2026-03-02', '2026-03-05'],
    ['not for what began before its day', 'childProtectionVisit.made', '2026-02-27', undefined], ['not beside another duty', 'reviewConference.first', '2026-03-02', undefined],
  ])('%s', (_, duty, from, due) => expect(ownDue(duty, plain(from), undefined, mine)?.on).toBe(due))
  it.each([
    ['found back from the law’s day', 'childProtectionVisit.made', '2026-03-16', '2026-03-09'], ['over a weekend', 'adviserVisit.first', '2026-03-09', '2026-03-05'],
    ['none where it began before', 'childProtectionVisit.made', '2026-03-12', undefined], ['where the law counts months, from the same date', 'pathwayPlan.reviewed', '2026-09-02', '2026-05-31'], ['none where none is set', 'reviewConference.first', '2026-06-02', undefined],
  ])('%s', (_, duty, due, own) => expect(ownDueBefore(duty, plain(due), mine)).toBe(own))
  it('is nothing where a council set none', () => expect(ownDueBefore('childProtectionVisit.made', plain('2026-03-16'), duties)).toBeUndefined())
})
