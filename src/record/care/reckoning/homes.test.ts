import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import { homeHappenings, homeInQuestion } from './homes.ts'

const steps = (text: string) => text.split(', ').filter(Boolean).map((one) => { const [step = '', on = ''] = one.split(' '); return { id: one, householdId: 'h', step, on: plain(on), words: null, places: null, ageFrom: null, ageTo: null, sexes: null, kinds: null, recordedAt: on, by: null, byId: null, workerId: null, worker: null } })
const fact = (kind: string, on: string, answers: Record<string, string> = {}, to: string | null = null) => ({ id: `${kind}${on}`, factId: kind, personId: 'c', kind, on: plain(on), to: to ? plain(to) : null, answers, words: null, recordedAt: on })
const lived = (from: string, to: string | null = null) => ({ id: from, placementId: from, personId: 'c', kind: 'fosterRelative', provider: 'ownCouncil', placeName: 'Jean', householdId: 'h', urn: null, postcode: null, hidden: false, changeReason: null, from: plain(from), to: to ? plain(to) : null, recordedAt: from })
const forATime = fact('temporaryApproval', '2026-01-05', { carer: 'Jean' })

describe('where a child lives is in question when nobody approves the carers any more', () => {
  it.each([
    ['approved for a time, and it runs', 'temporarilyApproved 2026-01-05', [forATime], '2026-03-01', undefined],
    ['on its last day', 'temporarilyApproved 2026-01-05', [forATime], '2026-04-27', undefined],
    ['it ran out', 'temporarilyApproved 2026-01-05', [forATime], '2026-04-28', '2026-04-28 ranOut'],
    ['it ran out while the panel recommends', 'temporarilyApproved 2026-01-05, panel 2026-04-20', [forATime], '2026-05-28', '2026-04-28 ranOut'],
    ['extended, as the child’s record says', 'temporarilyApproved 2026-01-05', [fact('temporaryApproval', '2026-01-05', { extendedOn: '2026-04-20' })], '2026-05-28', undefined],
    ['extended, as the household says', 'temporarilyApproved 2026-01-05, extended 2026-04-20', [forATime], '2026-05-28', undefined],
    ['extended, and that ran out too', 'temporarilyApproved 2026-01-05, extended 2026-04-20', [forATime], '2026-06-23', '2026-06-23 ranOut'],
    ['refused after it', 'temporarilyApproved 2026-01-05, refused 2026-03-02', [forATime], '2026-03-02', '2026-03-02 refused'],
    ['refused, and the review lets it go on', 'temporarilyApproved 2026-01-05, refused 2026-03-02, extended 2026-03-20', [forATime], '2026-04-02', undefined],
    ['they withdrew', 'temporarilyApproved 2026-01-05, withdrew 2026-03-02', [forATime], '2026-03-05', '2026-03-02 withdrew'],
    ['over with the child, and never approved', 'temporarilyApproved 2026-01-05', [fact('temporaryApproval', '2026-01-05', {}, '2026-03-02')], '2026-03-05', '2026-03-02 noLonger'],
    ['approved as foster carers', 'temporarilyApproved 2026-01-05, approved 2026-04-01', [forATime], '2026-06-01', undefined],
    ['foster carers whose approval ended', 'approved 2024-04-01, reviewed 2025-03-01, ended 2026-05-01', [], '2026-06-01', '2026-05-01 ended'],
    ['it had ended before the child came', 'approved 2019-04-01, ended 2020-05-01', [], '2026-06-01', '2026-01-05 ended'],
    ['taking no children for now', 'approved 2024-04-01, onHold 2026-05-01', [], '2026-06-01', undefined],
    ['a household that never came further than asking', 'enquiry 2026-01-05', [], '2026-06-01', undefined],
  ] as const)('%s', (_, of, facts, today, expected) => {
    const found = homeInQuestion({ placements: [lived('2026-01-05')], facts: [...facts], steps: steps(of) }, plain(today))
    expect(found && `${found.since} ${found.why}`).toBe(expected)
  })

  it('until it is decided that the child stays; that they are to move is no answer before they have moved', () => {
    const asked = (facts: ReturnType<typeof fact>[]) => homeInQuestion({ placements: [lived('2026-01-05')], facts: [forATime, ...facts], steps: steps('temporarilyApproved 2026-01-05, refused 2026-03-02') }, plain('2026-03-10'))?.decided?.on
    expect([asked([fact('homeDecided', '2026-03-04', { decided: 'review' })]), asked([fact('homeDecided', '2026-03-04', { decided: 'moves' })]), asked([fact('homeDecided', '2026-02-04', { decided: 'review' })])]).toEqual(['2026-03-04', undefined, undefined])
  })
  it('a child who moved is not in question, and the move answers what was asked', () => {
    const care = { placements: [{ ...lived('2026-03-06'), householdId: null }, lived('2026-01-05', '2026-03-06')], facts: [forATime], steps: steps('temporarilyApproved 2026-01-05, refused 2026-03-02') }
    expect(homeInQuestion(care, plain('2026-03-10'))).toBeUndefined()
    expect(homeHappenings(care, plain('2026-03-10'))).toEqual([{ event: 'carerApproval.over', on: '2026-03-02' }])
  })
})
