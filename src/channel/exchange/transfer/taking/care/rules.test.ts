import { describe, expect, it } from 'vitest'
import { offerFor, sourcesOf, type CamePiece } from './rules.ts'

const child = 'c'
const piece = (id: string, value: unknown, more: Partial<CamePiece> = {}): CamePiece => ({ id, kind: 'placement', about: [child], on: '2026-01-02', title: id, value, ...more })
const period = piece('period', { from: '2026-01-02', to: null, need: 'abuseOrNeglect', endReason: null })
const status = piece('status', { code: 'careOrder', kind: 'lookedAfter', court: 'Family Court', caseNumber: null, from: '2026-02-01', to: null, expiresOn: null })
const placed = (id: string, kind: string, from: string, to: string | null, provider: string | null = 'private') => piece(id, { kind, provider, from, to, ...(to === null ? { place: { name: 'Anna Fell', urn: 'SC123456', postcode: 'ZV3 8XX' } } : {}) })
const foster = placed('foster', 'foster', '2026-01-02', null)
const offer = (...pieces: CamePiece[]) => offerFor(child, [child], pieces)

describe('what a time in care here would begin with, from what came', () => {
  it('is offered of a child whom the other council looks after now, and of nobody else', () => {
    expect(offer(status, foster)).toBeUndefined()
    expect(offer({ ...period, about: ['another'] }, status)).toBeUndefined()
    expect(offer(piece('ended', { from: '2025-01-02', to: '2025-06-01', need: 'abuseOrNeglect', endReason: 'homePlanned' }), status)).toBeUndefined()
    expect(offer(period, status, foster)).toMatchObject({ since: '2026-01-02', need: { value: 'abuseOrNeglect', from: 'period' }, legalCode: { value: 'careOrder', from: 'status' }, court: { value: 'Family Court', from: 'status' }, caseNumber: { value: '', from: null }, kind: { value: 'foster', from: 'foster' }, provider: { value: 'private' }, placeName: { value: 'Anna Fell' }, earlier: 0 })
  })
  it.each([['ownCouncil', 'otherCouncil', true], ['otherCouncil', 'otherCouncil', true], ['private', 'private', false], ['parents', 'parents', false], ['somebody', '', true]])('%s there is provided by %s, seen from here', (there, here, remarked) => {
    const { provider } = offer(period, status, placed('p', 'foster', '2026-01-02', null, there)) ?? {}
    expect([provider?.value, provider?.remark !== undefined]).toEqual([here, remarked])
  })
  it('does not begin with a stay elsewhere for a time: the placement that the child is away from is offered, with a word', () => {
    const away = offer(period, status, placed('before', 'childrensHome', '2026-01-02', '2026-05-01'), placed('away', 'awayHospital', '2026-05-01', null, null))
    expect([away?.kind.value, away?.kind.from, away?.kind.remark?.startsWith('Away for a time')]).toEqual(['childrensHome', 'before', true])
  })
  it('asks where what came is no code of ours, and guesses nothing', () => {
    const strange = offer(period, { ...status, value: { ...Object(status.value), code: 'wardOfTheMoon' } }, placed('old', 'semiIndependent', '2026-01-02', null))
    expect([strange?.legalCode, strange?.kind].map((one) => [one?.value, one?.remark])).toEqual([['', 'What came is not on our list: choose.'], ['', 'What came is not on our list: choose.']])
    expect(offer(period)).toMatchObject({ legalCode: { value: '' }, kind: { value: '' }, placeName: { value: '' } })
  })
  it('leaves earlier times beside, takes other orders that hold with their day, and of facts those that go on to be true', () => {
    const all = offer(period, status, foster, placed('before', 'childrensHome', '2025-01-02', '2025-03-01'), piece('interim', { code: 'interimCareOrder', kind: 'lookedAfter', court: null, caseNumber: null, from: '2026-01-02', to: '2026-02-01', expiresOn: null }),
      piece('supervision', { code: 'prohibitedSteps', kind: 'order', court: null, caseNumber: null, from: '2025-12-01', to: null, expiresOn: null }), piece('over', { code: 'supervision', kind: 'order', court: null, caseNumber: null, from: '2024-12-01', to: '2025-12-01', expiresOn: null }),
      piece('teeth', { kind: 'dental', to: null, answers: {} }, { kind: 'careFact' }), piece('review', { kind: 'review', to: null, answers: {} }, { kind: 'careFact' }))
    expect([all?.earlier, all?.orders.map((one) => one.pieceId), all?.facts.map((one) => one.pieceId)]).toEqual([2, ['supervision'], ['teeth']])
    expect(all && [...sourcesOf(all)].toSorted()).toEqual(['foster', 'period', 'status'])
  })
})
