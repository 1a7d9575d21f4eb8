import { describe, expect, it } from 'vitest'
import { duties } from '../../../content/timescales/all.ts'
import { plain } from '../../kernel/dates.ts'
import { asSet, type Setting } from './council.ts'
import { evaluateById } from './evaluate.ts'
import type { Happening } from './model.ts'

const source = 'Practice standards of this council, 2025'
const set = (setting: Partial<Setting> & { duty: string }) => asSet(duties, [{ from: '2025-06-01', source, ...setting }])
const due = (all: typeof duties, duty: string, event: string, on: string) => {
  const history: Happening[] = [{ event, on: plain(on) }]
  return evaluateById(all, duty, history, { today: plain(on) })?.dueOn
}

describe('a council sets its own time', () => {
  const own = set({ duty: 'strategyDiscussion.held', within: { hours: 24 } })
  it('from a day on, without a new version of the program', () => {
    expect(own.refused).toEqual([])
    expect(due(own.duties, 'strategyDiscussion.held', 'significantHarm.suspected', '2025-06-01')).toBe('2025-06-02')
  })
  it('and what began before keeps its time', () => expect(due(own.duties, 'strategyDiscussion.held', 'significantHarm.suspected', '2025-05-31')).toBe('2025-06-03'))
  it('as its own, not as the law', () => expect(own.duties.filter((duty) => duty.id === 'strategyDiscussion.held').map((duty) => [duty.status, duty.verified, duty.source.title])).toContainEqual(['local', false, source]))
  it('shorter than the law where it likes', () => expect(due(set({ duty: 'assessment.completed', within: { workingDays: 35 } }).duties, 'assessment.completed', 'referral.received', '2025-10-06')).toBe('2025-11-24'))
  it.each<[string, Partial<Setting> & { duty: string }]>([
    ['longer than the guidance', { duty: 'assessment.completed', within: { workingDays: 60 } }],
    ['in another unit than the guidance', { duty: 'assessment.completed', within: { days: 40 } }],
    ['without a duty of the law', { duty: 'lookedAfterReview.first', off: true }],
    ['for a duty there is not', { duty: 'tea.made', within: { hours: 1 } }],
  ])('never %s', (_, setting) => { const { duties: after, refused } = set(setting); expect(refused).toHaveLength(1); expect(after).toEqual(duties) })
  it('and may do without a measure of another council', () => expect(due(set({ duty: 'contact.decidedInHours', off: true }).duties, 'contact.decidedInHours', 'contact.received', '2025-06-02')).toBeUndefined())
})
