import { describe, expect, it } from 'vitest'
import { duties } from '../../../content/timescales/all.ts'
import { plain } from '../../kernel/dates.ts'
import { asSet, type Setting } from './council.ts'
import { evaluateById } from './evaluate.ts'
import type { Duty, Happening } from './model.ts'

const source = 'Practice standards of this council, 2025'
const set = (setting: Partial<Setting> & { duty: string }) => asSet(duties, [{ from: '2025-06-01', source, ...setting }])
const due = (all: typeof duties, duty: string, event: string, on: string) => {
  const history: Happening[] = [{ event, on: plain(on) }]
  return evaluateById(all, duty, history, { today: plain(on) })?.dueOn
}

describe('a council sets its own time', () => {
  const own = set({ duty: 'strategyDiscussion.held', within: { hours: 24 } })
  it('in another unit where it is shorter in every year', () => expect(due(set({ duty: 'assessment.completed', within: { days: 40 } }).duties, 'assessment.completed', 'referral.received', '2025-10-06')).toBe('2025-11-15'))
  it('from a day on, without a new version of the program', () => {
    expect(own.refused).toEqual([])
    expect(due(own.duties, 'strategyDiscussion.held', 'significantHarm.suspected', '2025-06-01')).toBe('2025-06-02')
  })
  it('and what began before keeps its time', () => expect(due(own.duties, 'strategyDiscussion.held', 'significantHarm.suspected', '2025-05-31')).toBe('2025-06-03'))
  it('as its own, not as the law', () => expect(own.duties.filter((duty) => duty.id === 'strategyDiscussion.held').map((duty) => [duty.status, duty.verified, duty.source.title])).toContainEqual(['local', false, source]))
  it('shorter than the law where it likes', () => expect(due(set({ duty: 'assessment.completed', within: { workingDays: 35 } }).duties, 'assessment.completed', 'referral.received', '2025-10-06')).toBe('2025-11-24'))
  it.each<[string, Partial<Setting> & { duty: string }]>([
    ['longer than the guidance', { duty: 'assessment.completed', within: { workingDays: 60 } }],
    ['in another unit than the guidance, where it could be longer', { duty: 'assessment.completed', within: { days: 50 } }],
    ['without a duty of the law', { duty: 'lookedAfterReview.first', off: true }],
    ['for a duty there is not', { duty: 'tea.made', within: { hours: 1 } }],
  ])('never %s', (_, setting) => { const { duties: after, refused } = set(setting); expect(refused).toHaveLength(1); expect(after).toEqual(duties) })
  it('and may do without a measure of another council', () => expect(due(set({ duty: 'contact.decidedInHours', off: true }).duties, 'contact.decidedInHours', 'contact.received', '2025-06-02')).toBeUndefined())

  const law: Duty = { id: 'a.done', duty: 'A', area: 'x', from: ['a.asked'], to: ['a.done'], manner: 'by', within: { days: 10 }, status: 'law', source: { title: 'An Act' }, verified: true, basis: 'read', reference: '1', inForce: { from: '2020-01-01', to: '2030-12-31' } }
  const one = (duty: Duty, setting: Partial<Setting>) => asSet([duty], [{ duty: 'a.done', from: '2025-06-01', source, ...setting }])
  it.each<[string, Partial<Duty>, Partial<Setting>, boolean]>([
    ['shorter', {}, { within: { days: 9 } }, true], ['as long', {}, { within: { days: 10 } }, true], ['longer', {}, { within: { days: 11 } }, false], ['off', {}, { off: true }, false],
    ['longer than guidance', { status: 'guidance' }, { within: { days: 11 } }, false], ['longer than a rule of court', { status: 'courtRule' }, { within: { days: 11 } }, false],
    ['longer than good practice', { status: 'goodPractice' }, { within: { days: 11 } }, true], ['in other units than good practice', { status: 'goodPractice' }, { within: { hours: 11 } }, true], ['off, of good practice', { status: 'goodPractice' }, { off: true }, true],
    ['longer, of what may not be before', { manner: 'notBefore' }, { within: { days: 11 } }, true], ['as long, of what may not be before', { manner: 'notBefore' }, { within: { days: 10 } }, true], ['shorter, of what may not be before', { manner: 'notBefore' }, { within: { days: 9 } }, false],
    ['longer ahead', { manner: 'ahead' }, { within: { days: 11 } }, true], ['shorter ahead', { manner: 'ahead' }, { within: { days: 9 } }, false],
    ['another calendar alone', {}, { calendar: 'school' }, true],
    ['from the day of the law on', {}, { from: '2020-01-01', within: { days: 9 } }, false], ['from the day after', {}, { from: '2020-01-02', within: { days: 9 } }, true],
    ['on the last day of the law', {}, { from: '2030-12-31', within: { days: 9 } }, true], ['after the law', {}, { from: '2031-01-01', within: { days: 9 } }, false],
    ['of a law without an end', { inForce: { from: '2020-01-01' } }, { from: '2031-01-01', within: { days: 9 } }, true], ['of a law of always', { inForce: undefined }, { within: { days: 9 } }, true],
    ['from no day', {}, { from: '2025-06-31', within: { days: 9 } }, false],
  ])('%s: taken or refused', (_, more, setting, taken) => {
    const { duties: after, refused } = one({ ...law, ...more }, setting)
    expect([refused.length, after.some((duty) => duty.status === 'local') || after[0]?.inForce?.to === '2025-05-31']).toEqual(taken ? [0, true] : [1, false])
  })
  it('ends the law the day before, and begins its own with what it sets and no more', () => {
    const { duties: [old, mine, ...rest] } = one(law, { within: { days: 5 } })
    expect([old, rest]).toEqual([{ ...law, inForce: { from: '2020-01-01', to: '2025-05-31' } }, []])
    expect(mine).toEqual({ id: 'a.done', duty: 'A', area: 'x', from: ['a.asked'], to: ['a.done'], manner: 'by', within: { days: 5 }, status: 'local', source: { title: source }, verified: false, basis: 'read', inForce: { from: '2025-06-01', to: '2030-12-31' } })
    expect(one(law, { calendar: 'school' }).duties[1]).toMatchObject({ within: { days: 10 }, calendar: 'school' })
    expect(one({ ...law, status: 'standard' }, { off: true }).duties).toHaveLength(1)
  })
  it('says why it was refused', () => {
    expect(one(law, { off: true }).refused).toEqual(['a.done: a council may be quicker than the law, not slower.'])
    expect(one(law, { duty: 'b.done' }).refused).toEqual(['b.done: there is no such duty on that day.'])
  })
  it('leaves the duties beside it alone', () => expect(asSet([{ ...law, id: 'b.done' }, law], [{ duty: 'a.done', from: '2025-06-01', source, within: { days: 5 } }]).duties.map((duty) => [duty.id, duty.status, duty.inForce?.to])).toEqual([['b.done', 'law', '2030-12-31'], ['a.done', 'law', '2025-05-31'], ['a.done', 'local', '2030-12-31']]))
})
