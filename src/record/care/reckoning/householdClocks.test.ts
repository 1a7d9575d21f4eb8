import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import { householdClocks, nextOfHousehold } from './householdClocks.ts'

const steps = (text: string) => text.split(', ').map((one) => { const [step = '', on = ''] = one.split(' '); return { id: one, householdId: 'h', step, on: plain(on), words: step === 'paused' ? 'Illness in the family' : null, places: null, ageFrom: null, ageTo: null, sexes: null, kinds: null, recordedAt: on, by: null, byId: null, workerId: null, worker: null } })
const told = (kind: string, of: string, today: string) => householdClocks(kind, steps(of), plain(today)).map((one) => `${one.duty} ${one.clock.state} ${one.clock.dueOn}`)

describe('the clocks of a carer household', () => {
  it.each([
    ['adopters in stage one: two months', 'adopters', 'enquiry 2026-01-01, stageOne 2026-02-01', '2026-02-10', ['adopterAssessment.stageOne running 2026-04-01']],
    ['stage one decided in time, stage two not asked for yet: six months', 'adopters', 'stageOne 2026-02-01, stageOneDecided 2026-03-20', '2026-04-01', ['adopterAssessment.stageOne met 2026-04-01', 'adopterAssessment.between running 2026-09-20']],
    ['stage two: four months', 'adopters', 'stageOne 2026-02-01, stageOneDecided 2026-03-20, stageTwo 2026-05-01', '2026-05-02', ['adopterAssessment.stageOne met 2026-04-01', 'adopterAssessment.between met 2026-09-20', 'adopterAssessment.stageTwo running 2026-09-01']],
    ['approved after the four months: met late', 'adopters', 'stageOne 2026-02-01, stageTwo 2026-04-01, approved 2026-08-20', '2026-09-02', ['adopterAssessment.stageOne met 2026-04-01', 'adopterAssessment.between met 2026-10-01', 'adopterAssessment.stageTwo metLate 2026-08-01']],
    ['the assessment pauses at their wish: it waits, and its day moves with each day', 'adopters', 'stageOne 2026-02-01, paused 2026-02-20', '2026-03-02', ['adopterAssessment.stageOne paused 2026-04-11']],
    ['and goes on: ten days later than without', 'adopters', 'stageOne 2026-02-01, paused 2026-02-20, resumed 2026-03-02', '2026-03-03', ['adopterAssessment.stageOne running 2026-04-11']],
    ['stage two waits too, where they ask for more time', 'adopters', 'stageOne 2026-02-01, stageTwo 2026-04-01, paused 2026-05-01, resumed 2026-05-11', '2026-05-12', ['adopterAssessment.stageOne met 2026-04-01', 'adopterAssessment.between met 2026-10-01', 'adopterAssessment.stageTwo running 2026-08-11']],
    ['they withdrew: nothing is asked any more', 'adopters', 'stageOne 2026-02-01, withdrew 2026-03-01', '2026-05-02', ['adopterAssessment.stageOne stopped 2026-04-01']],
    ['foster carers approved: reviewed within a year', 'foster', 'approved 2025-08-01', '2026-05-01', ['fosterCarerReview.first running 2026-08-01']],
    ['reviewed: each year from there', 'foster', 'approved 2025-08-01, reviewed 2026-07-20', '2026-08-10', ['fosterCarerReview.first met 2026-08-01', 'fosterCarerReview.later running 2027-07-20']],
    ['a relative approved for a time: sixteen weeks', 'connected', 'enquiry 2026-01-05, temporarilyApproved 2026-01-05', '2026-01-20', ['temporaryApproval.lasts running 2026-04-27']],
    ['the relative is approved: the year begins', 'connected', 'temporarilyApproved 2026-01-05, approved 2026-04-01', '2026-04-02', ['temporaryApproval.lasts stopped 2026-04-27', 'fosterCarerReview.first running 2027-04-01']],
    ['the approval for a time extended: eight weeks more', 'connected', 'temporarilyApproved 2026-01-05, extended 2026-04-20', '2026-04-28', ['temporaryApproval.lasts running 2026-06-22']],
    ['not approved after all: its clock ends that day and does not go on for ever', 'connected', 'temporarilyApproved 2026-01-05, refused 2026-04-01', '2026-09-02', ['temporaryApproval.lasts stopped 2026-04-27']],
    ['refused, and approved when it was looked at again: the year begins', 'connected', 'temporarilyApproved 2026-01-05, refused 2026-04-01, approved 2026-06-01', '2026-06-02', ['temporaryApproval.lasts stopped 2026-04-27', 'fosterCarerReview.first running 2027-06-01']],
    ['they withdrew and come again years later: the new way has its clock', 'adopters', 'stageOne 2024-02-01, withdrew 2024-03-01, enquiry 2026-01-10, stageOne 2026-02-01', '2026-02-10', ['adopterAssessment.stageOne running 2026-04-01']],
  ] as const)('%s', (_, kind, of, today, expected) => expect(told(kind, of, today)).toEqual(expected))

  it('the one that is due first is named in lists', () => expect(nextOfHousehold(householdClocks('adopters', steps('stageOne 2026-02-01'), plain('2026-05-02')))?.clock).toMatchObject({ state: 'overdue', dueOn: '2026-04-01' }))
})
