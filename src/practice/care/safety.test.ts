import { describe, expect, it } from 'vitest'
import { duties } from '../../../content/timescales/all.ts'
import { evaluateById } from '../../engine/timescales/evaluate.ts'
import { plain } from '../../kernel/dates.ts'
import type { CareFact } from '../../record/care/model.ts'
import { harmAsWarnings, patternInWords, patternOf, safetyHappenings, safetyStands } from './safety.ts'
import { happeningsOf } from './standing.ts'

const fact = (kind: string, on: string, answers: Record<string, string> = {}, to?: string): CareFact => ({ id: `${kind}${on}`, factId: `${kind}${on}`, personId: 'p', kind, on: plain(on), to: to ? plain(to) : null, answers, words: null, recordedAt: '' })
const stateOf = (duty: string, facts: readonly CareFact[], today: string) => {
  const found = evaluateById(duties, duty, happeningsOf('p', { periods: [], placements: [], statuses: [], facts }, plain('2012-05-01'), plain(today)), { today: plain(today) })
  return `${found?.state ?? ''} ${found?.dueOn ?? ''}`
}

describe('a child’s safety, in our care or not', () => {
  it.each<[string, string, CareFact[], string, string]>([
    ['back on Friday night: a talk by Monday night', 'returnInterview.held', [fact('missing', '2026-03-12', { how: 'missing', backAt: '23:10' }, '2026-03-13')], '2026-03-14', 'dueSoon 2026-03-16'],
    ['the talk on the third day is in time', 'returnInterview.held', [fact('missing', '2026-03-12', { how: 'missing' }, '2026-03-13'), fact('returnInterview', '2026-03-16', { offered: 'yes', accepted: 'yes' })], '2026-04-01', 'met 2026-03-16'],
    ['the child did not want it: offered, and nothing missed', 'returnInterview.held', [fact('missing', '2026-03-12', { how: 'missing' }, '2026-03-13'), fact('returnInterview', '2026-03-14', { offered: 'yes', accepted: 'no' })], '2026-04-01', 'stopped 2026-03-16'],
    ['exploitation is looked at again on the day that was set', 'exploitation.reviewed', [fact('exploitation', '2026-03-02', { kind: 'criminal', risk: 'moderate', reviewOn: '2026-03-30' })], '2026-03-10', 'running 2026-03-30'],
    ['and after a review on the next one', 'exploitation.reviewed', [fact('exploitation', '2026-03-02', { reviewOn: '2026-03-30' }), fact('exploitationReview', '2026-03-27', { risk: 'emerging', reviewOn: '2026-05-29' })], '2026-04-02', 'running 2026-05-29'],
    ['until it is over', 'exploitation.reviewed', [fact('exploitation', '2026-03-02', { reviewOn: '2026-03-30' }, '2026-03-20')], '2026-04-02', 'stopped 2026-03-30'],
    ['a private arrangement is visited within seven working days of being told', 'privateFostering.firstVisit', [fact('privateFostering', '2026-02-20', { carer: 'Aunt May', notifiedOn: '2026-03-02' })], '2026-03-03', 'running 2026-03-11'],
    ['then every six weeks in the year from being told', 'privateFostering.firstYear', [fact('privateFostering', '2026-02-20', { notifiedOn: '2026-03-02' }), fact('privateFosteringVisit', '2026-03-10', { alone: 'yes' })], '2026-03-12', 'running 2026-04-21'],
    ['then every twelve', 'privateFostering.later', [fact('privateFostering', '2025-02-20', { notifiedOn: '2025-03-03' }), fact('privateFosteringVisit', '2026-03-10', { alone: 'yes' })], '2026-03-12', 'running 2026-06-02'],
    ['and no longer when it has ended', 'privateFostering.firstYear', [fact('privateFostering', '2026-02-20', { notifiedOn: '2026-03-02' }, '2026-03-20')], '2026-04-20', 'stopped 2026-04-13'],
  ])('%s', (_, duty, facts, today, expected) => expect(stateOf(duty, facts, today)).toBe(expected))

  it('tells how often a child was missing, and whether somebody spoke with them', () => {
    const facts = [fact('missing', '2025-09-01', { how: 'missing' }, '2025-09-03'), fact('missing', '2026-02-10', { how: 'missing' }, '2026-02-11'), fact('returnInterview', '2026-02-13', { offered: 'yes', accepted: 'yes' }), fact('missing', '2026-03-01', { how: 'away' }, '2026-03-02')]
    expect(patternOf(facts, plain('2026-03-10'))).toEqual({ inNinetyDays: 2, inYear: 3, nights: 4, returned: 3, notSpoken: 1, refused: 0, inTime: 1 })
  })
  it.each([
    ['a talk that the child did not want is no talk', { offered: 'yes', accepted: 'no' }, 'once in the last 90 days, once in a year, 1 night in all. After 1 of 1 return a talk was offered and not wanted.'],
    ['nor is one that nobody offered', { offered: 'no' }, 'once in the last 90 days, once in a year, 1 night in all. After 1 of 1 return nobody has spoken with the child.'],
    ['one that was held is', { offered: 'yes', accepted: 'yes' }, 'once in the last 90 days, once in a year, 1 night in all. Spoken with within 72 hours after 1 of 1 return.'],
  ])('%s', (_, answers, words) => expect(patternInWords(patternOf([fact('missing', '2026-03-01', { how: 'missing' }, '2026-03-02'), fact('returnInterview', '2026-03-03', answers)], plain('2026-03-10')))).toBe(words))

  it('warns of harm outside the home, with the risk as it was last judged, until it is over', () => {
    const harm = fact('exploitation', '2026-03-02', { kind: 'countyLines', risk: 'significant', reviewOn: '2026-03-30' })
    const warnings = (facts: readonly CareFact[], today: string) => harmAsWarnings(facts, plain(today)).map((one) => `${one.words}, again by ${one.reviewOn}`)
    expect(warnings([harm], '2026-03-10')).toEqual(['County lines: significant risk, again by 2026-03-30'])
    expect(warnings([fact('exploitationReview', '2026-03-27', { risk: 'emerging', reviewOn: '2026-05-29' }), harm], '2026-04-02')).toEqual(['County lines: emerging risk, again by 2026-05-29'])
    expect(warnings([{ ...harm, to: plain('2026-04-01') }], '2026-04-02')).toEqual([])
  })
  it('stands while it lasts', () => {
    const stands = (facts: readonly CareFact[], today: string) => safetyStands(facts, plain(today)).map((one) => one.duty)
    expect(stands([fact('exploitation', '2026-03-02', {})], '2026-03-10')).toEqual(['exploitation.reviewed'])
    expect(stands([fact('exploitation', '2026-03-02', {}, '2026-03-09')], '2026-03-10')).toEqual([])
    expect(stands([fact('privateFostering', '2026-03-02', { notifiedOn: '2026-03-02' }), fact('privateFosteringVisit', '2026-03-05')], '2026-03-10')).toEqual(['privateFostering.firstYear'])
    expect(safetyHappenings(fact('missing', '2026-03-12', { backAt: '7.05' }, '2026-03-13'))[0]?.at).toBe('2026-03-13T07:05:00.000Z')
  })
})
