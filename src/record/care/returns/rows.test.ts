import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import type { CareFact } from '../model.ts'
import { tablesOf, type Child } from './rows.ts'

const fact = (kind: string, on: string, answers: Record<string, string> = {}, to: string | null = null): CareFact => ({ id: kind + on, factId: kind + on, personId: 'ava', kind, on: plain(on), to: to ? plain(to) : null, answers, words: null, recordedAt: '' })
const ava = (more: Partial<Child> = {}): Child => ({
  personId: 'ava', localId: '4711', bornOn: plain('2009-02-10'), sex: 'female', ethnicity: null, upn: null,
  periods: [{ id: 'p', periodId: 'p', personId: 'ava', admissionId: 'p', from: plain('2024-09-01'), beganAt: null, to: null, planned: true, need: 'abuseOrNeglect', why: null, apartWhy: null, endReason: null, endWords: null, homePostcode: 'ZV1 4QT', recordedAt: '' }],
  statuses: [{ code: 'careOrder', from: plain('2024-09-01'), to: null }],
  placements: [{ placementId: 'a', kind: 'foster', provider: 'ownCouncil', placeName: 'Okafor', householdId: null, urn: 'SC123456', postcode: 'ZV2 1AA', changeReason: 'carePlan', from: plain('2024-09-01'), to: plain('2026-04-10') }, { placementId: 'b', kind: 'foster', provider: 'private', placeName: 'Lee', householdId: null, urn: null, postcode: null, changeReason: null, from: plain('2026-04-10'), to: null }],
  facts: [], workers: [{ number: null, from: plain('2024-08-01'), to: plain('2025-06-01') }, { number: null, from: plain('2025-06-01'), to: null }], ...more,
})
const of = (more: Partial<Child> = {}, year = 2026) => tablesOf(year, [ava(more)])

describe('the tables of SSDA903', () => {
  it('tell the year as its last day knew it: a move in April is not told in March’s return', () => {
    expect(of().Episodes).toEqual([{ personId: 'ava', DECOM: '2024-09-01', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: null, REC: null, REASON_PLACE_CHANGE: null, HOME_POST: 'ZV1 4QT', PL_POST: 'ZV2 1AA', URN: 'SC123456' }])
    expect(of({}, 2027).Episodes.map((row) => `${row.DECOM} ${row.RNE} ${row.REC}`)).toEqual(['2024-09-01 S X1', '2026-04-10 P null'])
    expect(of({}, 2024).Header).toEqual([])
  })
  it('say who the child is', () => expect(of({ facts: [fact('motherhood', '2025-12-24')] }).Header).toEqual([{ personId: 'ava', CHILD: '4711', SEX: 'F', DOB: '2009-02-10', ETHNIC: null, UPN: null, MOTHER: 1, MC_DOB: '2025-12-24' }]))
  it('take the reviews, the missing days and the workers of the year', () => {
    const tables = of({ facts: [fact('review', '2025-03-31', { participation: 'spoke' }), fact('review', '2025-04-01', { participation: 'spoke' }), fact('missing', '2025-03-30', { how: 'missing' }, '2025-04-02'), fact('missing', '2026-03-30', { how: 'away' }, '2026-04-02')] })
    expect(tables.Reviews.map((row) => `${row.REVIEW} ${row.REVIEW_CODE}`)).toEqual(['2025-04-01 PN1'])
    expect(tables.Missing.map((row) => `${row.MISSING} ${row.MIS_START} ${row.MIS_END}`)).toEqual(['M 2025-03-30 2025-04-02', 'A 2026-03-30 null'])
    expect(tables.SWEpisodes.map((row) => `${row.SW_DECOM} ${row.SW_DEC} ${row.SW_REASON}`)).toEqual(['2024-09-01 2025-06-01 FCONTA', '2025-06-01 null null'])
  })
  it('take of two workers who came on one day the one who stayed', () => {
    const workers = [{ number: 'SW2', from: plain('2024-08-01'), to: null }, { number: 'SW1', from: plain('2024-08-01'), to: plain('2024-08-02') }]
    expect(of({ workers }).SWEpisodes.map((row) => `${row.SW_ID} ${row.SW_DECOM} ${row.SW_DEC}`)).toEqual(['SW2 2024-09-01 null'])
  })
  it('say why there is no pupil number where the record knows it: below school age, or come in the last week', () => {
    expect(of({ bornOn: plain('2022-05-01') }).Header[0]?.UPN).toBe('UN1')
    expect(of().Header[0]?.UPN).toBe(null)
    expect(of({ periods: ava().periods.map((one) => ({ ...one, from: plain('2026-03-24') })) }).Header[0]?.UPN).toBe('UN4')
    expect(of({ periods: ava().periods.map((one) => ({ ...one, from: plain('2026-03-23') })) }).Header[0]?.UPN).toBe(null)
  })
  it('end with today in a year that goes on: a birthday to come is not asked for, and who is in care today is asked as if the year ended', () => {
    const left = { periods: ava().periods.map((one) => ({ ...one, to: plain('2026-12-01'), endReason: 'independentSupported' })) }
    expect(tablesOf(2027, [ava(left)], plain('2027-02-09')).OC3).toEqual([])
    expect(tablesOf(2027, [ava(left)], plain('2027-02-10')).OC3).toHaveLength(1)
    expect(tablesOf(2026, [ava()], plain('2025-12-24')).to).toBe('2025-12-24')
    expect(tablesOf(2026, [ava()], plain('2025-12-24')).OC2).toHaveLength(1)
  })
  it('give the eighteenth birthday as the end of seeking asylum until it has ended', () => expect(of({ facts: [fact('asylum', '2024-09-01')] }).UASC.map((row) => row.DUC)).toEqual(['2027-02-10']))
  it('ask about health of those in care the whole year only', () => {
    const facts = [fact('strengths', '2025-10-01', { score: '14' }), fact('dental', '2025-11-01'), fact('immunisations', '2025-11-01', { upToDate: 'no' }), fact('substanceMisuse', '2025-11-01', { problem: 'yes', received: 'no', offered: 'yes' })]
    expect(of({ facts }).OC2).toEqual([{ personId: 'ava', DOB: '2009-02-10', SDQ_SCORE: 14, SDQ_REASON: null, CONVICTED: 0, HEALTH_CHECK: null, IMMUNISATIONS: 0, TEETH_CHECK: 1, HEALTH_ASSESSMENT: 0, SUBSTANCE_MISUSE: 1, INTERVENTION_RECEIVED: 0, INTERVENTION_OFFERED: 1 }])
    expect(of({ facts }, 2025).OC2).toEqual([])
  })
  it('ask care leavers around their birthday from 17 to 21', () => {
    const left = { periods: ava().periods.map((one) => ({ ...one, to: plain('2026-12-01'), endReason: 'independentSupported' })), facts: [fact('leaverContact', '2027-02-20', { inTouch: 'yes', activity: 'apprenticeFull', home: 'independent', suitable: 'yes' }), fact('leaverContact', '2027-08-01', { inTouch: 'no' })] }
    expect(of(left, 2026).OC3).toEqual([])
    expect(of(left, 2027).OC3).toEqual([{ personId: 'ava', DOB: '2009-02-10', IN_TOUCH: 'YES', ACTIV: 'F4', ACCOM: 'U1' }])
    expect(of(left, 2028).OC3).toEqual([{ personId: 'ava', DOB: '2009-02-10', IN_TOUCH: null, ACTIV: null, ACCOM: null }])
  })
  it('follow a decision for adoption to the order', () => {
    const adopted = { periods: ava().periods.map((one) => ({ ...one, to: plain('2026-02-01'), endReason: 'adoptedConsent' })), facts: [fact('permanenceDecision', '2025-01-10', { step: 'decisionMaker', plan: 'adoption' }), fact('match', '2025-06-10', { fosterCarer: 'no', adopters: '2', sexes: 'manAndWoman', status: 'married' })] }
    expect(of(adopted).AD1).toEqual([{ personId: 'ava', DOB: '2009-02-10', DATE_INT: '2025-01-10', DATE_MATCH: '2025-06-10', FOSTER_CARE: 0, NB_ADOPTR: 2, SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }])
    expect(of({ facts: [fact('permanenceDecision', '2025-01-10', { step: 'decisionMaker', plan: 'adoption' }), fact('permanenceDecision', '2025-09-01', { step: 'ended', plan: 'longTermFoster', ended: 'noAdopters' })] }).PlacedAdoption).toEqual([{ personId: 'ava', DOB: '2009-02-10', DATE_PLACED: '2025-01-10', DATE_PLACED_CEASED: '2025-09-01', REASON_PLACED_CEASED: 'RD3' }])
  })
})
