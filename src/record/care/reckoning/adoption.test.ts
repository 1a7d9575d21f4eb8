import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import type { LegalStatus } from '../../people/legal/model.ts'
import type { CareFact, Period, Placement } from '../model.ts'
import { adoptionPath, mayBePlaced, stageOf, waitsOf } from './adoption.ts'

const on = plain
const period = (from: string, to: string | null = null, endReason: string | null = null): Period => ({ id: from, periodId: from, personId: 'c', admissionId: from, from: on(from), beganAt: null, to: to === null ? null : on(to), planned: true, need: 'abuseOrNeglect', why: null, apartWhy: null, endReason, endWords: null, homePostcode: null, recordedAt: '' })
const placed = (kind: string, from: string, to: string | null = null): Placement => ({ id: from, placementId: from, personId: 'c', kind, provider: 'ownCouncil', placeName: kind, householdId: null, urn: null, postcode: null, hidden: false, changeReason: null, from: on(from), to: to === null ? null : on(to), recordedAt: '' })
const order = (code: string, from: string, to: string | null = null): LegalStatus => ({ id: from, orderId: from, personId: 'c', kind: 'lookedAfter', code, court: null, caseNumber: null, details: null, expiresOn: null, from: on(from), to: to === null ? null : on(to), recordedAt: '' })
const fact = (kind: string, day: string, answers: Record<string, string> = {}): CareFact => ({ id: `${kind}${day}`, factId: `${kind}${day}`, personId: 'c', kind, on: on(day), to: null, answers, words: null, recordedAt: '' })
const decided = (day: string, step = 'decisionMaker', plan = 'adoption') => fact('permanenceDecision', day, { step, plan })
const life = (more: Partial<{ periods: Period[]; placements: Placement[]; statuses: LegalStatus[]; facts: CareFact[] }> = {}) => ({ periods: [period('2025-01-10')], placements: [placed('foster', '2025-01-10')], statuses: [order('interimCareOrder', '2025-01-10')], facts: [], ...more })

describe('on the way to adoption', () => {
  it.each([
    ['in care, and nobody has decided on adoption: no way yet', life(), undefined],
    ['the panel has recommended it, the decision maker not yet: no way yet', life({ facts: [decided('2025-06-01', 'panel')] }), undefined],
    ['the decision maker has decided: decided', life({ facts: [decided('2025-06-20')] }), 'decided'],
    ['a placement order is made: may be placed', life({ facts: [decided('2025-06-20')], statuses: [order('interimCareOrder', '2025-01-10', '2025-08-01'), order('placementOrder', '2025-08-01')] }), 'authority'],
    ['a family is looked for', life({ facts: [decided('2025-06-20'), fact('familyFinding', '2025-07-01')] }), 'searching'],
    ['adopters are thought of', life({ facts: [decided('2025-06-20'), fact('familyFinding', '2025-07-01'), fact('link', '2025-08-05')] }), 'linked'],
    ['matched by decision', life({ facts: [decided('2025-06-20'), fact('match', '2025-10-01')] }), 'matched'],
    ['placed with adopters', life({ facts: [decided('2025-06-20'), fact('match', '2025-10-01')], placements: [placed('foster', '2025-01-10', '2025-11-01'), placed('adoptionOrder', '2025-11-01')] }), 'placed'],
    ['adopted: care has ended by the order', life({ periods: [period('2025-01-10', '2026-05-02', 'adoptedDispensed')], facts: [decided('2025-06-20')], placements: [placed('foster', '2025-01-10', '2025-11-01'), placed('adoptionOrder', '2025-11-01', '2026-05-02')] }), 'adopted'],
    ['the placement broke down, and the plan is still adoption: that match is over', life({ facts: [decided('2025-06-20'), fact('match', '2025-10-01')], placements: [placed('foster', '2025-01-10', '2025-11-01'), placed('adoptionOrder', '2025-11-01', '2026-02-01'), placed('foster', '2026-02-01')] }), 'decided'],
    ['matched anew after it broke down', life({ facts: [decided('2025-06-20'), fact('match', '2025-10-01'), fact('match', '2026-04-01')], placements: [placed('foster', '2025-01-10', '2025-11-01'), placed('adoptionOrder', '2025-11-01', '2026-02-01'), placed('foster', '2026-02-01')] }), 'matched'],
    ['decided that adoption is no longer the plan: no way any more', life({ facts: [decided('2025-06-20'), decided('2026-03-01', 'ended', 'longTermFoster')] }), undefined],
    ['decided anew after that: the way begins again from there', life({ facts: [decided('2025-06-20'), decided('2025-09-01', 'ended', 'longTermFoster'), decided('2026-01-10')] }), 'decided'],
  ] as const)('%s', (_, care, stage) => {
    const path = adoptionPath(care)
    expect(path && stageOf(path)).toBe(stage)
  })

  it('authority to place holds while the placement order does', () => {
    const care = life({ statuses: [order('interimCareOrder', '2025-01-10', '2025-08-01'), order('placementOrder', '2025-08-01', '2026-01-01'), order('careOrder', '2026-01-01')] })
    expect([mayBePlaced(care, on('2025-07-31')), mayBePlaced(care, on('2025-08-01')), mayBePlaced(care, on('2026-01-01'))]).toEqual([false, true, false])
  })
})

describe('the days of the scorecard', () => {
  const order1 = [order('interimCareOrder', '2025-01-10', '2025-08-01'), order('placementOrder', '2025-08-01')]
  it.each([
    ['from coming into care to moving in, and from the placement order to the match', life({ statuses: order1, facts: [decided('2025-06-20'), fact('match', '2025-10-01')], placements: [placed('foster', '2025-01-10', '2025-11-01'), placed('adoptionOrder', '2025-11-01')] }), { a1: 295, a2: 61 }],
    ['the foster carers adopt: moved in when they began to foster', life({ statuses: order1, facts: [decided('2025-06-20'), fact('match', '2025-10-01')], placements: [placed('foster', '2025-01-10', '2025-03-01'), placed('foster', '2025-03-01', '2025-11-01'), placed('adoptionOrderCarer', '2025-11-01')] }), { a1: 50, a2: 61 }],
    ['fostering for adoption: moved in when the child came to them', life({ statuses: order1, facts: [decided('2025-06-20'), fact('match', '2025-10-01')], placements: [placed('foster', '2025-01-10', '2025-02-09'), placed('fosterAdopter', '2025-02-09', '2025-11-01'), placed('adoptionOrder', '2025-11-01')] }), { a1: 30, a2: 61 }],
    ['matched before the court had decided: no day of waiting', life({ statuses: order1, facts: [decided('2025-06-20'), fact('match', '2025-07-15')] }), { a1: undefined, a2: 0 }],
    ['still waiting: neither', life({ statuses: order1, facts: [decided('2025-06-20')] }), { a1: undefined, a2: undefined }],
  ] as const)('%s', (_, care, waits) => { const path = adoptionPath(care); expect(path && waitsOf(path)).toEqual(waits) })
})
