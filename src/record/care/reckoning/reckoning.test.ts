import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placementKinds } from '../../../../content/codes/placements.ts'
import { lookedAfterStatuses } from '../../../../content/codes/legalStatus.ts'
import { addDays, plain, type PlainDate } from '../../../kernel/dates.ts'
import type { KeepCareFact } from '../model.ts'
import type { Held, Lived, Looked } from '../returns/model.ts'
import { episodes, holds } from './episodes.ts'
import { fitOf, householdStands, problemOfStep } from './households.ts'
import { eligibleOn, leavingStatus } from './leaving.ts'
import { togetherOf } from './together.ts'
import { problemOfAway, problemsOfComing, problemsOfFact } from './typed.ts'

const period = (from: string, to: string | null = null, endReason: string | null = null): Looked => ({ from: plain(from), to: to ? plain(to) : null, need: 'abuseOrNeglect', endReason, homePostcode: 'ZV1 4QT' })
const under = (code: string, from: string, to: string | null = null): Held => ({ code, from: plain(from), to: to ? plain(to) : null })
const at = (placeName: string, kind: string, from: string, to: string | null = null, changeReason: string | null = null, householdId: string | null = null): Lived =>
  ({ placementId: `${placeName} ${kind}`, kind, provider: 'ownCouncil', placeName, householdId, urn: null, postcode: 'ZV2 1AA', changeReason, from: plain(from), to: to ? plain(to) : null })
const rows = (periods: Looked[], statuses: Held[], placements: Lived[]) => episodes(periods, statuses, placements).map((one) => `${one.DECOM} ${one.RNE} ${one.LS} ${one.PLACE} ${one.DEC ?? 'goes on'} ${one.REC ?? ''} ${one.REASON_PLACE_CHANGE ?? ''}`.trim())

describe('the episodes of SSDA903', () => {
  const story: [string, Looked[], Held[], Lived[], string[]][] = [
    ['a child who stays where they are is one episode', [period('2026-03-01')], [under('accommodated', '2026-03-01')], [at('the Okafors', 'foster', '2026-03-01')], ['2026-03-01 S V2 U6 goes on']],
    ['an order is made: L, and the place stays', [period('2026-03-01')], [under('accommodated', '2026-03-01', '2026-04-02'), under('interimCareOrder', '2026-04-02')], [at('the Okafors', 'foster', '2026-03-01')],
      ['2026-03-01 S V2 U6 2026-04-02 X1', '2026-04-02 L C1 U6 goes on']],
    ['a move to other carers: P, with why the child moved', [period('2026-03-01')], [under('accommodated', '2026-03-01')], [at('the Okafors', 'foster', '2026-03-01', '2026-03-15', 'carePlan'), at('the Patels', 'foster', '2026-03-15')],
      ['2026-03-01 S V2 U6 2026-03-15 X1 CARPL', '2026-03-15 P V2 U6 goes on']],
    ['the same carers, now for the long term: T', [period('2025-03-01')], [under('careOrder', '2025-03-01')], [at('the Okafors', 'foster', '2025-03-01', '2026-01-10', 'statusOnly', 'h1'), at('Okafor household', 'fosterLongTerm', '2026-01-10', null, null, 'h1')],
      ['2025-03-01 S C2 U6 2026-01-10 X1 PLACE', '2026-01-10 T C2 U4 goes on']],
    ['an order and a move on one day: B', [period('2026-03-01')], [under('policeProtectionInCare', '2026-03-01', '2026-03-04'), under('emergencyProtectionInCare', '2026-03-04')], [at('the duty carers', 'foster', '2026-03-01', '2026-03-04', 'carePlan'), at('Aunt Rose', 'fosterRelative', '2026-03-04')],
      ['2026-03-01 S L1 U6 2026-03-04 X1 CARPL', '2026-03-04 B L2 U3 goes on']],
    ['an order and the same carers in another way on one day: U', [period('2025-01-01')], [under('careOrder', '2025-01-01', '2026-02-02'), under('placementOrder', '2026-02-02')], [at('the Lees', 'fosterAdopter', '2025-01-01', '2026-02-02', 'carePlan', 'h2'), at('the Lees', 'adoptionOrderCarer', '2026-02-02', null, null, 'h2')],
      ['2025-01-01 S C2 U5 2026-02-02 X1 CARPL', '2026-02-02 U E1 A5 goes on']],
    ['an interim order made again is one status', [period('2026-03-01')], [under('interimCareOrder', '2026-03-01', '2026-05-01'), under('interimCareOrder', '2026-05-01')], [at('the Okafors', 'foster', '2026-03-01')], ['2026-03-01 S C1 U6 goes on']],
    ['three days at home and back: a new period', [period('2026-03-01', '2026-03-20', 'homeNotPlanned'), period('2026-03-23')], [under('accommodated', '2026-03-01', '2026-03-20'), under('accommodated', '2026-03-23')], [at('the Okafors', 'foster', '2026-03-01', '2026-03-20'), at('the Okafors', 'foster', '2026-03-23')],
      ['2026-03-01 S V2 U6 2026-03-20 E4B', '2026-03-23 S V2 U6 goes on']],
    ['a month in hospital for a time, and back', [period('2026-03-01')], [under('careOrder', '2026-03-01')], [at('the Okafors', 'foster', '2026-03-01', '2026-04-01', 'other'), at('Ardenvale General', 'awayHospital', '2026-04-01', '2026-05-01', 'other'), { ...at('the Okafors', 'foster', '2026-05-01'), placementId: 'again' }],
      ['2026-03-01 S C2 U6 2026-04-01 X1 OTHER', '2026-04-01 P C2 T1 2026-05-01 X1 OTHER', '2026-05-01 P C2 U6 goes on']],
    ['an adoption', [period('2025-01-01', '2026-06-30', 'adoptedDispensed')], [under('placementOrder', '2025-01-01', '2026-06-30')], [at('the Lees', 'adoptionOrder', '2025-01-01', '2026-06-30')], ['2025-01-01 S E1 A6 2026-06-30 E12']],
  ]
  it.each(story)('%s', (_, periods, statuses, placements, expected) => expect(rows(periods, statuses, placements)).toEqual(expected))

  it('of short breaks tell no postcodes and no number of registration: the child lives at home', () => {
    const [row] = episodes([period('2026-03-01')], [under('shortBreaksSeries', '2026-03-01')], [{ ...at('Elm House', 'childrensHome', '2026-03-01'), urn: 'SC123456' }])
    expect(row).toMatchObject({ LS: 'V4', PLACE: 'K2', HOME_POST: null, PL_POST: null, URN: null })
  })

  const begin = plain('2020-01-01')
  /** A life in care of any shape: every day of each period has one status and one placement. */
  const life = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 30 }), parts: fc.array(fc.record({ days: fc.integer({ min: 1, max: 60 }), ls: fc.nat(11), place: fc.nat(9), what: fc.constantFrom('status', 'place', 'both') }), { minLength: 1, maxLength: 8 }) }), { minLength: 1, maxLength: 3 }).map((spans) => {
    const periods: Looked[] = []; const statuses: Held[] = []; const placements: Lived[] = []
    let day: PlainDate = begin
    for (const [n, span] of spans.entries()) {
      day = addDays(day, span.gap)
      const from = day
      let status: { code: string; from: PlainDate } | undefined; let placed: { n: string; place: number; from: PlainDate } | undefined
      const closeStatus = () => { if (status) statuses.push({ ...status, to: day }) }
      const closePlaced = () => { if (placed) placements.push({ ...at(`place ${placed.place}`, placementKinds.codes[placed.place]?.code ?? 'foster', placed.from, day, 'other'), placementId: placed.n }) }
      for (const [i, part] of span.parts.entries()) {
        if (!status || part.what !== 'place') { closeStatus(); status = { code: lookedAfterStatuses.codes[part.ls]?.code ?? 'careOrder', from: day } }
        if (!placed || part.what !== 'status') { closePlaced(); placed = { n: `${n}-${i}`, place: part.place, from: day } }
        day = addDays(day, part.days)
      }
      closeStatus(); closePlaced()
      periods.push({ ...period(from, day, 'other') })
    }
    return { periods, statuses, placements, until: day }
  })

  it('always say one thing of each day in care, and nothing of any other', () => fc.assert(fc.property(life, ({ periods, statuses, placements, until }) => {
    const cut = episodes(periods, statuses, placements)
    for (let day = begin; day <= until; day = addDays(day, 1)) {
      const there = cut.filter((row) => row.DECOM <= day && (row.DEC === null || row.DEC > day))
      const looked = periods.some((one) => holds(one, day))
      if (there.length !== (looked ? 1 : 0)) return false
      const [row] = there
      if (row && row.PLACE !== placementKinds.codes.find((kind) => kind.code === placements.find((one) => holds(one, day))?.kind)?.returnCode) return false
      if (row && row.LS !== lookedAfterStatuses.codes.find((kind) => kind.code === statuses.find((one) => holds(one, day))?.code)?.returnCode) return false
    }
    return true
  }), { numRuns: 60 }))
  it('always begin with S, end with X1 where another follows, and differ from the one before', () => fc.assert(fc.property(life, ({ periods, statuses, placements }) => {
    const cut = episodes(periods, statuses, placements)
    return cut.every((row, n) => {
      const next = cut[n + 1]
      const starts = periods.some((one) => one.from === row.DECOM)
      const goesOn = next !== undefined && next.DECOM === row.DEC && next.RNE !== 'S'
      return (row.RNE === 'S') === starts && (row.REC === 'X1') === goesOn && (row.REASON_PLACE_CHANGE !== null) === (goesOn && next.RNE !== 'L')
    })
  }), { numRuns: 100 }))
})

describe('leaving care, worked out by rule', () => {
  const stretch = (from: string, to: string | null, shortBreaks = false, ended?: 'home' | 'guardianship') => ({ from: plain(from), to: to ? plain(to) : null, shortBreaks, ...(ended ? { ended } : {}) })
  const born = plain('2009-06-01')
  it.each<[string, ReturnType<typeof stretch>[], string, string, string]>([
    ['in care for years, on the sixteenth birthday', [stretch('2020-01-01', null)], '2025-06-01', 'eligible', '2025-06-01'],
    ['the day before that birthday', [stretch('2020-01-01', null)], '2025-05-31', 'none', 'not yet'],
    ['sixteen, in care for twelve weeks and six days', [stretch('2025-07-01', null)], '2025-09-29', 'none', 'not yet'],
    ['sixteen, in care for thirteen weeks', [stretch('2025-07-01', null)], '2025-09-30', 'eligible', '2025-09-30'],
    ['several periods that make thirteen weeks together', [stretch('2024-01-01', '2024-03-01'), stretch('2025-07-01', null)], '2025-08-15', 'eligible', '2025-08-01'],
    ['only on short breaks', [stretch('2023-07-01', null, true)], '2026-01-01', 'none', 'not yet'],
    ['left at seventeen', [stretch('2020-01-01', '2026-07-01')], '2026-08-01', 'relevant', '2025-06-01'],
    ['eighteen', [stretch('2020-01-01', '2027-06-01')], '2027-06-01', 'formerRelevant', '2025-06-01'],
    ['left before sixteen', [stretch('2020-01-01', '2025-05-01')], '2025-08-01', 'none', 'not yet'],
    ['a month in care at sixteen, then home', [stretch('2025-07-01', '2025-08-01')], '2025-09-01', 'qualifying', 'not yet'],
    ['went home at sixteen, five months ago', [stretch('2020-01-01', '2025-09-01', false, 'home')], '2026-02-01', 'relevant', '2025-06-01'],
    ['went home at sixteen, six months ago', [stretch('2020-01-01', '2025-09-01', false, 'home')], '2026-03-01', 'qualifying', '2025-06-01'],
    ['went home and came back before six months were full', [stretch('2020-01-01', '2025-09-01', false, 'home'), stretch('2026-01-10', null)], '2026-03-01', 'eligible', '2025-06-01'],
    ['at home for six months when eighteen', [stretch('2020-01-01', '2026-09-01', false, 'home')], '2027-07-01', 'qualifying', '2025-06-01'],
    ['went home four months before eighteen: owed until twenty-five', [stretch('2020-01-01', '2027-02-01', false, 'home')], '2028-01-01', 'formerRelevant', '2025-06-01'],
    ['special guardianship at twelve, now sixteen', [stretch('2020-01-01', '2021-09-01', false, 'guardianship')], '2025-07-01', 'qualifying', 'not yet'],
    ['qualifying, the day of the twenty-first birthday', [stretch('2025-07-01', '2025-08-01')], '2030-06-01', 'none', 'not yet'],
    ['former relevant, the day before twenty-five', [stretch('2020-01-01', '2027-06-01')], '2034-05-31', 'formerRelevant', '2025-06-01'],
    ['twenty-five', [stretch('2020-01-01', '2027-06-01')], '2034-06-01', 'none', '2025-06-01'],
    ['fifteen', [stretch('2020-01-01', null)], '2025-01-01', 'none', 'not yet'],
  ])('%s', (_, stretches, today, status, since) => {
    expect(leavingStatus(born, stretches, plain(today))).toBe(status)
    expect(eligibleOn(born, stretches, plain(today)) ?? 'not yet').toBe(since)
  })
})

describe('a carer household', () => {
  const step = (one: string, on: string, places: number | null = null) => ({ id: one + on, householdId: 'h', step: one, on: plain(on), words: null, places, ageFrom: places === null ? null : 3, ageTo: places === null ? null : 11, sexes: places === null ? null : 'any', kinds: null, recordedAt: on, by: null, byId: null, workerId: null, worker: null })
  const household = { id: 'h', name: 'The Okafors', kind: 'foster', agency: null, urn: null, area: null }
  it.each<[string, ReturnType<typeof step>[], number, string]>([
    ['that asked', [step('enquiry', '2026-01-01')], 0, 'enquiry 0 '],
    ['in stage two', [step('enquiry', '2026-01-01'), step('stageOne', '2026-02-01'), step('stageTwo', '2026-04-01')], 0, 'assessing 0 '],
    ['approved for two, with one child', [step('enquiry', '2025-01-01'), step('approved', '2025-08-01', 2)], 1, 'approved 1 2026-08-01'],
    ['reviewed: the terms go on, and the year begins anew', [step('approved', '2025-08-01', 2), step('reviewed', '2026-07-20')], 0, 'approved 2 2027-07-20'],
    ['that takes nobody for now', [step('approved', '2025-08-01', 2), step('onHold', '2026-07-20')], 0, 'onHold 0 2026-08-01'],
    ['whose approval ended', [step('approved', '2025-08-01', 2), step('ended', '2026-07-20')], 0, 'over 0 '],
  ])('%s', (_, steps, children, expected) => { const stands = householdStands(household, steps, children); expect(`${stands.stage} ${stands.vacancies} ${stands.reviewDueOn ?? ''}`).toBe(expected) })
  it('fits or not by room and approval, with the reasons', () => {
    const stands = householdStands(household, [step('approved', '2025-08-01', 2)], 1)
    expect(fitOf(stands, [{ name: 'Isla', age: 9, sex: 'female' }])).toEqual({ fits: ['Has room', 'Approved for 3 to 11'], against: [] })
    expect(fitOf(stands, [{ name: 'Isla', age: 9, sex: 'female' }, { name: 'Amelia', age: 14, sex: 'female' }]).against).toEqual(['Room for 1 of 2', 'Approved for 3 to 11: Amelia is 14'])
  })
})

describe('brothers and sisters in our care', () => {
  const lives = (personId: string, placeName: string, householdId: string | null = null, hidden = false) => ({ ...at(placeName, 'foster', '2026-03-01', null, null, householdId), placementId: `${personId} ${placeName}`, id: personId, personId, hidden, recordedAt: '', authority: null })
  const apart = (personId: string, why: string, on: string, to: string | null = null) => ({ id: why, factId: why, personId, kind: 'siblingsApart', on: plain(on), to: to ? plain(to) : null, answers: { why }, words: null, recordedAt: '' })
  const table: [string, Parameters<typeof togetherOf>[2], string][] = [
    ['with the same household live together', { periods: [], facts: [], placements: [lives('a', 'Okafor', 'h'), lives('b', 'The Okafors', 'h')] }, 'here b; elsewhere ; '],
    ['at a home of the same name and number live together', { periods: [], facts: [], placements: [lives('a', 'Elm House'), lives('b', 'elm house')] }, 'here b; elsewhere ; '],
    ['at two places that are hidden from the reader are not said to be together', { periods: [], facts: [], placements: [lives('a', 'hidden', null, true), lives('b', 'hidden', null, true)] }, 'here ; elsewhere b; '],
    ['apart keep the newest reason, written down with any of them', { periods: [], facts: [apart('a', 'first', '2026-03-01'), apart('b', 'newer', '2026-05-01')], placements: [lives('a', 'Okafor'), lives('b', 'Verma')] }, 'here ; elsewhere b; newer'],
    ['have no reason any more that has ended', { periods: [], facts: [apart('a', 'first', '2026-03-01', '2026-04-01')], placements: [lives('a', 'Okafor'), lives('b', 'Verma')] }, 'here ; elsewhere b; '],
    ['who are not in our care are neither', { periods: [], facts: [], placements: [lives('a', 'Okafor')] }, 'here ; elsewhere ; '],
  ]
  it.each(table)('%s', (_, care, said) => {
    const { here, elsewhere, why } = togetherOf('a', ['a', 'b'], care, plain('2026-06-01'))
    expect(`here ${here.join()}; elsewhere ${elsewhere.map((one) => one.personId).join()}; ${why?.words ?? ''}`).toBe(said)
  })
})

describe('what is written down of a child in our care', () => {
  const born = [{ given: 'Isla', name: 'Isla Begum', bornOn: plain('2016-01-14'), bornAbout: 'day' }]
  const fact = (kind: KeepCareFact['kind'], on: string, answers: Record<string, string> = {}) => problemsOfFact({ id: 'x', people: ['isla'], kind, on, answers }, plain('2026-11-23'), born).map((one) => `${one.question}: ${one.problem}`)
  const wrong: [string, readonly string[], string][] = [
    ['a personal adviser for a child of eight', fact('adviser', '2024-06-01', { name: 'Ann Reed' }), 'on: Isla was 8 on this day. A personal adviser is for young people from sixteen, named in the year before at the earliest: check the day and the child.'],
    ['a pathway plan at ten', fact('pathwayPlan', '2026-06-01'), 'on: Isla was 10 on this day. A pathway plan is for'], ['in touch after care at ten', fact('leaverContact', '2026-06-01', { inTouch: 'no' }), 'on: Isla was 10'],
    ['a day before the birth', fact('dental', '2015-12-31'), 'on: Isla was not born yet'], ['a conviction under ten', fact('conviction', '2025-06-01'), 'on: Isla was under ten'],
    ['a score and why there is none', fact('strengths', '2026-01-01', { score: '17', notScored: 'other' }), 'notScored: There is a score'], ['help for no problem', fact('substanceMisuse', '2026-01-01', { problem: 'no', received: 'yes' }), 'problem: Help is given or offered for a problem'],
    ['coming into care before the birth', problemsOfComing(plain('2015-01-01'), born).map((one) => `${one.question}: ${one.problem}`), 'on: Isla was not born yet'], ['coming into care at eighteen', problemsOfComing(plain('2034-01-14'), born).map((one) => `${one.question}: ${one.problem}`), 'on: Isla was eighteen or over'],
  ]
  it.each(wrong)('%s is refused in a sentence', (_, problems, says) => {
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(says)
  })
  it('the hour of coming back is one that a clock can read, and nobody is missing twice at once', () => {
    expect(['half eight', '25:10', '20.30', '7:05', ''].map((backAt) => fact('missing', '2026-03-01', { how: 'missing', backAt }).length)).toEqual([1, 1, 0, 0, 0])
    const away = (on: string, to: string | null) => ({ id: on, factId: on, personId: 'isla', kind: 'missing', on: plain(on), to: to ? plain(to) : null, answers: {}, words: null, recordedAt: '' })
    const again = (on: string, to: string | undefined, stood: ReturnType<typeof away>) => problemOfAway({ id: 'x', people: ['isla'], kind: 'missing', on, ...(to ? { to } : {}), answers: {} }, 'Isla', [stood])?.problem.slice(0, 34)
    expect([again('2026-03-05', undefined, away('2026-03-01', null)), again('2026-03-01', '2026-03-04', away('2026-03-02', '2026-03-03')), again('2026-03-03', undefined, away('2026-03-01', '2026-03-03')), again('2026-02-01', '2026-02-03', away('2026-03-01', null))]).toEqual(['Isla is away since 1 Mar 2026 alre', 'Isla was away from 2 Mar 2026 to 3', undefined, undefined])
  })
  it('what is possible is not', () => {
    expect([fact('dental', '2016-01-14'), fact('conviction', '2026-01-14'), fact('strengths', '2026-01-01', { score: '17' }), fact('substanceMisuse', '2026-01-01', { problem: 'yes', received: 'no', offered: 'yes' }), problemsOfComing(plain('2034-01-13'), born), problemsOfFact({ id: 'x', people: ['isla'], kind: 'dental', on: '2015-12-31', answers: {} }, plain('2026-11-23'), [{ ...born[0]!, bornAbout: 'year' }])]).toEqual([[], [], [], [], [], []])
  })
})

describe('the steps of a carer household', () => {
  const step = (one: string, on: string) => ({ id: one, householdId: 'h', step: one, on: plain(on), words: null, places: one === 'approved' ? 2 : null, ageFrom: null, ageTo: null, sexes: null, kinds: null, recordedAt: on, by: null, byId: null, workerId: null, worker: null })
  const [asked, approved, ended, onHold] = [step('enquiry', '2026-02-01'), step('approved', '2026-10-01'), step('ended', '2026-11-20'), step('onHold', '2026-10-20')]
  const table: [string, string, string, ReturnType<typeof step>[], string | undefined][] = [
    ['a day before they asked', 'panel', '2026-01-01', [asked], 'They asked on 1 Feb 2026'], ['a review before the approval', 'reviewed', '2026-09-01', [asked, approved], 'They are not approved on this day'],
    ['going on before it began to wait', 'resumed', '2026-03-01', [asked, step('paused', '2026-03-10')], 'It began to wait on 10 Mar 2026'], ['going on where nothing waits', 'resumed', '2026-03-01', [asked], 'It does not wait on this day'], ['waiting twice', 'paused', '2026-03-12', [asked, step('paused', '2026-03-10')], 'It waits already, since 10 Mar 2026'], ['waiting again', 'paused', '2026-04-12', [asked, step('paused', '2026-03-10'), step('resumed', '2026-03-20')], undefined], ['going on', 'resumed', '2026-03-20', [asked, step('paused', '2026-03-10')], undefined],
    ['taking children again after it ended', 'back', '2026-11-21', [asked, approved, ended], 'It was over by then: approval ended, 20 Nov 2026'], ['an end of what never was', 'ended', '2026-11-21', [asked], 'They are not approved on this day'],
    ['a review of an approval', 'reviewed', '2026-11-01', [asked, approved], undefined], ['a new enquiry after the end', 'enquiry', '2026-11-21', [asked, approved, ended], undefined], ['an approval that is written down late', 'stageTwo', '2026-05-01', [asked, approved], undefined],
  ]
  it.each(table)('%s', (_, one, on, steps, says) => {
    expect(problemOfStep(one, plain(on), steps)?.problem.slice(0, says?.length)).toBe(says)
  })
  it('a relative who takes a child tonight is approved for a time, whichever of the two steps of that moment is read first', () => {
    const tonight = [step('temporarilyApproved', '2026-02-01'), asked]
    expect([tonight, tonight.toReversed()].map((steps) => householdStands({ id: 'h', name: 'x', kind: 'connected', agency: null, urn: null, area: null }, steps, 1).stage)).toEqual(['approved', 'approved'])
    expect(problemOfStep('ended', plain('2026-03-01'), tonight)).toBeUndefined()
  })
  it('a review does not end that they take no children for now', () => {
    expect(householdStands({ id: 'h', name: 'x', kind: 'foster', agency: null, urn: null, area: null }, [asked, approved, onHold, step('reviewed', '2026-11-01')], 0)).toMatchObject({ stage: 'onHold', vacancies: 0 })
  })
})
