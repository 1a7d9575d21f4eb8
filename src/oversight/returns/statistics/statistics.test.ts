import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columns, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { measureFamilies, measureOf, measures, neighbourFile } from '../../../../content/returns/statistics/measures.ts'
import type { Told } from '../cin/model.ts'
import type { ReturnChild } from '../model.ts'
import { countedLookedAfter } from './lookedAfter.ts'
import { countedInNeed } from './need.ts'
import { publishedFiles, readNeighbours, readPublished } from './published.ts'
import { groupsOf } from './counting.ts'
import { beside, median, oursInWords, shareOf, valueOf } from './rules.ts'

const e = (name: string, holds: string | readonly Told[]): Told => [name, holds]
const inNeed = (personId: string, ...cases: readonly (readonly Told[])[]): ReturnChild => ({ personId, number: personId, rows: { Child: e('Child', cases.map((holds) => e('CINdetails', holds))) } })
const referred = (on: string, more: readonly Told[] = [], nfa = '0') => [e('CINreferralDate', on), ...more, e('ReferralNFA', nfa)]
const plan = (from: string, to: string | undefined, category: string, before = '0') => e('ChildProtectionPlans', [e('CPPstartDate', from), ...(to ? [e('CPPendDate', to)] : []), e('InitialCategoryOfAbuse', category), e('LatestCategoryOfAbuse', category), e('NumberOfPreviousCPP', before)])

describe('the year of a children in need census', () => {
  const counted = countedInNeed(2026, [
    inNeed('ava', referred('2025-05-01', [e('CINclosureDate', '2026-03-31')])),
    inNeed('ben', referred('2025-06-01', [e('Assessments', [e('AssessmentActualStartDate', '2025-06-02'), e('AssessmentAuthorisationDate', '2025-08-05')]), plan('2024-03-31', undefined, 'NEG', '1')])),
    inNeed('cal', referred('2025-05-10', [e('CINclosureDate', '2025-07-01')]), referred('2026-02-10', [], '1')),
    inNeed('dee', referred('2024-11-01', [e('Section47', [e('S47ActualStartDate', '2025-09-01'), e('DateOfInitialCPC', '2025-09-22')]), plan('2025-09-22', undefined, 'EMO')])),
    inNeed('eve', referred('2025-04-02')),
  ], [inNeed('eve', referred('2024-04-02'), referred('2023-04-01'))])
  it.each([
    ['need.at31', ['ben', 'dee', 'eve'], 'closed on the last day is closed'], ['need.during', ['ava', 'ben', 'cal', 'dee', 'eve'], 'no further action is no episode'], ['need.ended', ['ava', 'cal'], ''],
    ['referral.count', ['ava', 'ben', 'cal', 'cal', 'eve'], 'one of the year before is not of this year'], ['referral.again', ['cal', 'eve'], 'twelve months to the day count, the census before is read'], ['referral.nfa', ['cal'], ''],
    ['assessment.done', ['ben'], ''], ['assessment.in45', [], '46 working days are too many'], ['section47.count', ['dee'], ''], ['conference.in15', ['dee'], 'the fifteenth working day is in time'],
    ['plan.started', ['dee'], ''], ['plan.at31', ['ben', 'dee'], ''], ['plan.neglect', ['ben'], ''], ['plan.emotional', ['dee'], ''], ['plan.long', ['ben'], 'two years to the day'], ['plan.year', [], ''],
  ])('%s: %j %s', (id, people) => expect([...(counted[id]?.people ?? [])].sort()).toEqual(people))
})

const row = (table: TableName, values: Readonly<Record<string, string>>): string[] => columns[table].map((column) => values[column] ?? '')
const lookedAfter = (personId: string, dob: string, episodes: readonly Readonly<Record<string, string>>[], more: ReturnChild['rows'] = {}): ReturnChild => ({ personId, number: personId, rows: { Header: [row('Header', { DOB: dob })], Episodes: episodes.map((one) => row('Episodes', { LS: 'C2', PLACE: 'U4', ...one })), ...more } })

describe('the year of a looked-after return', () => {
  const counted = countedLookedAfter(2026, [
    lookedAfter('ava', '01/01/2014', [{ DECOM: '01/01/2023', RNE: 'S' }], { OC2: [row('OC2', { TEETH_CHECK: '1', HEALTH_ASSESSMENT: '0' })] }),
    lookedAfter('ben', '01/01/2012', [{ DECOM: '01/05/2025', RNE: 'S', DEC: '01/06/2025', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'P', DEC: '01/08/2025', REC: 'X1', PLACE: 'K2' }, { DECOM: '01/08/2025', RNE: 'P', LS: 'V2', PLACE: 'U1' }]),
    lookedAfter('cal', '01/01/2020', [{ DECOM: '01/05/2024', RNE: 'S', DEC: '31/03/2026', REC: 'E11' }]),
    lookedAfter('dee', '01/01/2020', [{ DECOM: '01/05/2025', RNE: 'S', LS: 'V4' }]),
    lookedAfter('eve', '10/02/2008', [], { OC3: [row('OC3', { IN_TOUCH: 'YES', ACTIV: 'F4', ACCOM: 'U1' })] }),
    lookedAfter('fay', '10/02/2005', [], { OC3: [row('OC3', { IN_TOUCH: 'NO', ACTIV: '0', ACCOM: 'V2' })] }),
  ])
  it.each([
    ['care.at31', ['ava', 'ben'], 'who left on the last day is not there; short breaks are not counted'], ['care.started', ['ben'], ''], ['care.ceased', ['cal'], ''], ['care.adopted', ['cal'], ''],
    ['care.order', ['ava'], ''], ['care.agreed', ['ben'], ''], ['care.kin', ['ben'], ''], ['care.fostered', ['ava', 'ben'], ''], ['care.homes', [], 'as on the last day'],
    ['care.moves', ['ben'], 'three placements'], ['care.steady', ['ava'], ''], ['health.teeth', ['ava'], ''], ['health.checked', [], ''],
    ['leaving.inTouch', ['eve'], ''], ['leaving.suitable18', ['eve'], ''], ['leaving.suitable21', [], ''], ['leaving.active', ['eve'], ''],
  ])('%s: %j %s', (id, people) => expect([...(counted[id]?.people ?? [])].sort()).toEqual(people))
  it('counts every group that a share is a share of, and every one of which families are told', () => {
    const groups = new Set([...groupsOf(counted).keys(), ...groupsOf(countedInNeed(2026, [])).keys()])
    expect([...measures.flatMap(({ of }) => of ?? []), ...measureFamilies.flatMap(({ whole, parts }) => [whole, ...parts])].filter((group) => !groups.has(group))).toEqual([])
    expect(measures.filter((one) => (one.kind === 'percent') !== (one.of !== undefined))).toEqual([])
  })
  it('counts every number that the list names, of one return or the other', () => expect(measures.filter((one) => !(one.id in counted) && !(one.id in countedInNeed(2026, [])))).toEqual([]))
})

describe('told to somebody who may not see everybody', () => {
  const [count, share] = [measureOf('plan.at31'), measureOf('plan.neglect')]
  if (!count || !share) throw new Error('The measures are gone.')
  it.each([
    [{ seen: 12, others: { about: 40 } }, '12 and about 40 others'], [{ seen: 0, others: { about: 1_005 } }, 'about 1,005'], [{ seen: 3, others: { few: true } }, '3 and fewer than 6 others'], [{ seen: 0, others: { few: true } }, 'fewer than 6'],
    [{ seen: 2, others: { hidden: true } }, '2 and others'], [{ seen: 0, others: { hidden: true } }, 'not told'],
  ] as const)('%j reads: %s', (ours, words) => expect(oursInWords(count, ours)).toBe(words))
  it('a share is told as far as the masked counts leave it, and not at all where one of them is not told', () => {
    expect(shareOf({ seen: 10, others: { about: 40 } }, { seen: 20, others: { about: 80 } })).toEqual({ from: 47, to: 54 })
    expect(shareOf({ seen: 10, others: { few: true } }, { seen: 900, others: { few: true } })).toEqual({ from: 1, to: 2 })
    expect(shareOf({ seen: 10, others: { hidden: true } }, { seen: 20, others: { about: 80 } })).toBeUndefined()
    expect(oursInWords(share, { seen: 0, others: { few: true }, share: { from: 0, to: 80 } })).toBe('not told')
  })
})

describe('beside what was published', () => {
  const again = measureOf('referral.again')
  it('a share has a neighbour in the middle, a count has none, and nobody is no share', () => {
    if (!again) throw new Error('The measure is gone.')
    const at = (area: string, value: number) => ({ measure: again.id, year: 2025, area, name: area, value })
    expect(beside(again, [at('ENG', 22.6), at('E12000008', 24), at('890', 20), at('891', 30), at('892', 21)], { area: '999', region: 'E12000008', neighbours: ['890', '891', '892'] })).toMatchObject({ neighbours: 21, region: 24, england: 22.6, neighboursCounted: 3 })
    expect([valueOf(again, 1, 3), valueOf(again, 0, 0)]).toEqual([33.3, undefined])
    expect([median([]), median([1, 2]), median([3, 1, 2])]).toEqual([undefined, 1.5, 2])
  })

  const folder = resolve(process.env['KITH_SHARED'] ?? resolve(import.meta.dirname, '../../../../../shared'), 'inputs/dfe_statistics')
  it.skipIf(!existsSync(folder))('every file that was published is read: England and the authorities, suppressed numbers left out', () => {
    const rows = publishedFiles.filter((name) => name !== neighbourFile).flatMap((name) => readPublished(name, readFileSync(resolve(folder, name), 'utf8')))
    for (const measure of measures.filter((one) => one.published)) expect([measure.id, rows.some((one) => one.measure === measure.id && one.area === 'ENG' && one.year === 2025)]).toEqual([measure.id, true])
    expect(rows.find((one) => one.measure === 'referral.again' && one.area === 'ENG' && one.year === 2025)?.value).toBe(22.6)
    expect(rows.some((one) => one.measure === 'plan.year' && one.area === '840' && one.year === 2025)).toBe(false)
    expect(readNeighbours(readFileSync(resolve(folder, neighbourFile), 'utf8')).filter((one) => one.area === '301').slice(0, 2)).toEqual([{ area: '301', neighbour: '308', place: 1 }, { area: '301', neighbour: '821', place: 2 }])
  })
})
