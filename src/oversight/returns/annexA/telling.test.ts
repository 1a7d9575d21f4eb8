import { describe, expect, it } from 'vitest'
import { listNamed, type ListName } from '../../../../content/returns/annexA/lists.ts'
import { plain } from '../../../kernel/dates.ts'
import { checkAnnexA } from './check.ts'
import { around } from './gather.ts'
import type { AdopterHousehold, AnnexChild } from './model.ts'
import { adopterRows, childRows } from './telling.ts'

const when = around(plain('2026-03-31'))
const council = { name: 'Ardenvale', districts: ['ZV1', 'ZV2'] }
const personId = 'leo'
const day = plain
const of = <T extends object>(one: T) => ({ personId, ...one })
const referral = (receivedOn: string, more: object = {}) => of({ id: receivedOn, receivedOn: day(receivedOn), source: 'school', need: 'abuseOrNeglect', noFurtherAction: false, closedOn: null, closeReason: null, byContact: false, ...more })
const plan = (kind: string, startedOn: string, endedOn: string | null = null) => of({ kind, startedOn: day(startedOn), endedOn: endedOn === null ? null : day(endedOn), firstCategory: 'neglect', category: 'emotional' })
const fact = (kind: string, on: string, answers: Record<string, string> = {}, to: string | null = null) => of({ id: kind + on, factId: kind + on, kind, on: day(on), to: to ? day(to) : null, answers, words: null, recordedAt: '' })
const period = (from: string, to: string | null = null, endReason: string | null = null) => of({ id: from, periodId: from, admissionId: from, from: day(from), beganAt: null, to: to ? day(to) : null, planned: true, need: 'acuteStress', why: null, apartWhy: null, endReason, endWords: null, homePostcode: null, recordedAt: '' })
const placement = (kind: string, from: string, to: string | null, postcode: string, provider: string | null = 'ownCouncil') => of({ id: kind + from, placementId: kind + from, kind, provider, placeName: 'Okafor', householdId: null, urn: 'SC1', postcode, hidden: true, changeReason: null, from: day(from), to: to ? day(to) : null, recordedAt: '' })
const status = (code: string, from: string, to: string | null = null) => of({ id: code, orderId: code, kind: 'lookedAfter' as const, code, court: null, caseNumber: null, details: null, expiresOn: null, from: day(from), to: to ? day(to) : null, fromAt: null, recordedAt: '', by: null })
type Parts = Partial<Omit<AnnexChild, 'need'>> & { need?: Partial<AnnexChild['need']> }
const leo = ({ need, ...more }: Parts = {}): AnnexChild => ({
  personId, contacts: [], worked: [of({ from: day('2025-12-01'), to: null, team: 'Family Support 1', worker: 'Priya Nair' })], seen: [], assessed: [], protectedOn: [], periods: [], placements: [], statuses: [], facts: [], ...more,
  need: { personId, referrals: [], assessments: [], plans: [], conferences: [], enquiries: [], beside: [], known: [of({ kind: 'bornOn', value: '2018-10-05' }), of({ kind: 'sex', value: 'male' }), of({ kind: 'ethnicity', value: 'whiteIrish' })], ...need },
})
/** A row with the headings of its list; what every list asks of who the child is left out. */
function rowsOf(list: ListName, child: AnnexChild): Record<string, string>[] {
  const { columns } = listNamed(list)
  return (childRows(child, 'C1', when, council)?.[list] ?? []).map((cells) => Object.fromEntries(columns.flatMap(({ name }, at) => (cells[at] === '' || ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)', 'Allocated Team', 'Allocated Worker'].includes(name) ? [] : [[name, cells[at] ?? '']]))))
}
const one = (list: ListName, child: AnnexChild) => { const rows = rowsOf(list, child); expect(rows).toHaveLength(1); return rows[0] ?? {} }
const faults = (child: AnnexChild) => checkAnnexA([{ personId, number: 'C1', rows: childRows(child, 'C1', when, council) ?? {} }]).map(({ table, fields }) => `${table}: ${fields[0]}`)

describe('Annex A tells of a child', () => {
  it('who they are on the day, in every list', () => {
    expect(childRows(leo({ contacts: [of({ on: day('2026-03-01'), source: 'police' })] }), 'C1', when, council)).toEqual({ 'List 1': [['C1', 'a) Male', 'a) White', '2018-10-05', '7', '2026-03-01', 'g) Police']] })
    expect(childRows(leo(), 'C1', when, council)).toBeUndefined()
    expect(childRows(leo({ contacts: [of({ on: day('2026-03-01'), source: null })], need: { known: [] } }), 'C1', when, council)?.['List 1']).toEqual([['C1', 'c) Not stated/recorded', 'f) Not stated', '', '', '2026-03-01', 'k) Unknown']])
  })

  it('referrals of six months, counted over twelve', () => {
    const child = leo({ need: { referrals: [referral('2025-05-01', { closedOn: day('2025-06-01'), closeReason: 'noLongerInNeed' }), referral('2026-01-10')] } })
    expect(rowsOf('List 3', child)).toEqual([{ 'Date of referral': '2026-01-10', 'Referral Source': 'b) Schools', 'Referral NFA?': 'False', 'Number of Referrals in Last 12 Months': '2' }])
    expect(one('List 6', child)).toMatchObject({ 'CIN Start Date': '2026-01-10', 'Case Status': 'd) Open assessment' })
  })

  it.each<[string, Parts, string | undefined]>([
    ['is in care', { periods: [period('2026-02-01')], need: { plans: [plan('protectionPlan', '2026-01-01')] } }, 'a) Looked after child'],
    ['has a protection plan', { need: { plans: [plan('protectionPlan', '2026-01-01')], referrals: [referral('2025-11-01')] } }, 'b) Child Protection plan'],
    ['has a plan of need', { need: { plans: [plan('childInNeedPlan', '2026-01-01')], referrals: [referral('2025-11-01')] } }, 'c) Child in need plan'],
    ['was assessed and is still open', { need: { referrals: [referral('2025-11-01')], assessments: [of({ id: 'a', referralId: null, startedOn: day('2025-11-02'), authorisedOn: day('2025-12-20'), factors: [] })] } }, 'c) Child in need plan'],
    ['was closed in the six months', { need: { referrals: [referral('2025-06-01', { closedOn: day('2025-12-01'), closeReason: 'assessedNoFurtherAction' })] } }, 'e) Closed episode'],
    ['was closed before them', { need: { referrals: [referral('2025-04-05', { closedOn: day('2025-09-29'), closeReason: 'noLongerInNeed' })] } }, undefined],
    ['was referred and nothing was to follow', { need: { referrals: [referral('2026-01-10', { noFurtherAction: true })] } }, undefined],
  ])('who %s', (_, parts, expected) => {
    expect(rowsOf('List 6', leo(parts))[0]?.['Case Status']).toBe(expected)
  })

  it('an enquiry with its conference, and whether a plan came of it', () => {
    const enquiry = (on: string, outcome: string | null, finished: boolean) => of({ id: on, on: day(on), outcome, finished })
    const child = leo({ need: {
      enquiries: [enquiry('2025-05-01', 'noFurtherAction', true), enquiry('2026-01-12', 'conference', true), enquiry('2026-03-20', null, false)], conferences: [of({ kind: 'initialConference', on: day('2026-01-28'), enquiryId: '2026-01-12' }), of({ kind: 'reviewConference', on: day('2026-03-20'), enquiryId: null })],
      plans: [plan('protectionPlan', '2026-01-28')],
    }, seen: [of({ on: day('2026-03-25'), alone: true }), of({ on: day('2026-01-10'), alone: false })] })
    const counts = { 'Number of Section 47 Enquiries in the last 12 months': '3', 'Number of ICPCs in the last 12 months': '1', 'Does the Child have a Disability': 'Unknown' }
    expect(rowsOf('List 5', child)).toEqual([
      { ...counts, 'Strategy discussion initiating Section 47 Enquiry Start Date': '2026-01-12', 'Was an Initial Child Protection Conference deemed unnecessary?': 'False', 'Date of Initial Child Protection Conference': '2026-01-28', 'Did the Initial Child Protection Conference Result in a Child Protection Plan': 'True' },
      { ...counts, 'Strategy discussion initiating Section 47 Enquiry Start Date': '2026-03-20' },
    ])
    expect(one('List 7', child)).toEqual({
      'Does the Child have a Disability': 'Unknown', 'Child Protection Plan Start Date': '2026-01-28', 'Initial Category of Abuse': 'a) Neglect', 'Latest Category of Abuse': 'd) Emotional Abuse', 'Date of the Last Statutory Visit': '2026-03-25', 'Was the Child Seen Alone?': 'True',
      'Date of latest review conference': '2026-03-20', 'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)': 'False', 'Number of Previous Child Protection Plans': '0',
    })
    expect(faults(child)).toEqual([])
  })

  it('a time in care with the present status, placement and what was last seen to', () => {
    const child = leo({
      periods: [period('2024-01-01', '2025-06-01', 'homePlanned'), period('2025-09-01')], statuses: [status('accommodated', '2025-09-01', '2025-12-01'), status('careOrder', '2025-12-01')],
      placements: [placement('foster', '2025-09-01', '2026-02-01', 'ZV1 1AA'), placement('childrensHome', '2026-02-01', '2026-03-20', 'W12 8QT', 'private'), placement('awayHospital', '2026-03-20', null, 'ZV9 1AA', null)],
      facts: [fact('health', '2025-10-01'), fact('dental', '2025-02-01'), fact('review', '2026-01-20'), fact('carePlan', '2026-01-20', { permanence: 'longTermFoster' }), fact('missing', '2026-03-01', { how: 'missing' }), fact('missing', '2026-03-05', { how: 'away' }), fact('returnInterview', '2026-03-03', { offered: 'yes', accepted: 'no' })],
    })
    expect(one('List 8', child)).toMatchObject({
      'Date Started to be Looked After': '2025-09-01', 'Child\'s Category of Need': 'd) Family in acute stress', 'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)': 'True', 'Start date of current legal status': '2025-12-01',
      'Child\'s Legal Status': 'b) Full care orders', 'Date of Latest Statutory Review': '2026-01-20', 'What is the permanence plan for this child?': 'f) Long-term fostering', 'Date of Last Health Assessment': '2025-10-01', 'Number of Placements in the Last 12 months': '2',
      'Start Date of Most Recent Placement': '2026-02-01', 'Placement Type': 'h) Children’s Homes', 'Placement Provider': 'b) Private', 'Placement postcode': 'W12 8QT', 'Placement Location': 'b) Out', 'LA of Placement': 'Not recorded',
      'Number of Episodes the Child has been \'Missing\' from their Placement in the last 12 months': '1', 'Was the child offered a Return Interview after their last missing episode (Y/N)?': 'True', 'Did the child accept a Return Interview after their last missing episode (Y/N)?': 'False',
    })
    expect(one('List 8', child)['Date of Last Dental Check']).toBeUndefined()
    expect(faults(child)).toEqual([])
  })

  it('a time in care that ended, as it was on its last day; longer than six months ago it is no longer told', () => {
    const left = (to: string) => leo({ periods: [period('2025-01-01', to, 'homePlanned')], statuses: [status('accommodated', '2025-01-01', to)], placements: [placement('foster', '2025-01-01', to, 'ZV2 1AA')] })
    expect(one('List 8', left('2026-01-15'))).toMatchObject({ 'Date Ceased to be Looked After': '2026-01-15', 'Reason Ceased to be Looked After': 'd) Returned home to live with parents or relatives', 'Child\'s Legal Status': 'e) Accommodated under S20', 'Placement Location': 'a) In', 'LA of Placement': 'Ardenvale' })
    expect(rowsOf('List 8', left('2025-09-29'))).toEqual([])
  })

  it('is not made to look whole: what the record does not hold is an empty cell, and found', () => {
    expect(faults(leo({ periods: [period('2025-09-01')] }))).toEqual(['Start date of current legal status', 'Child\'s Legal Status', 'Start Date of Most Recent Placement', 'Placement Type', 'Placement Provider', 'Placement postcode', 'Placement Location', 'LA of Placement'].map((column) => `List 8: ${column}`))
  })

  it('who left care and what they are owed; who is to be adopted, to the order', () => {
    const grown = leo({ need: { known: [of({ kind: 'bornOn', value: '2007-05-01' })] }, periods: [period('2020-01-01', '2025-05-01', 'independentSupported')], facts: [fact('adviser', '2024-01-01', { name: 'Callum Priest' }), fact('leaverContact', '2026-02-01', { inTouch: 'yes', home: 'independent', suitable: 'yes', activity: 'apprenticeFull' })] })
    expect(one('List 9', grown)).toMatchObject({ 'Allocated Personal Advisor': 'Callum Priest', 'Eligibility Category': 'b) Former relevant', 'LA in Touch': 'a) In touch', 'Latest Date of Contact': '2026-02-01', 'Type of Accommodation': 'k) Independent living', 'Suitability of Accommodation': 'a) Suitable', 'Activity Status': 'F4: Young person engaged full time in an apprenticeship' })
    const adopted = leo({ periods: [period('2024-01-01', '2026-02-01', 'adoptedConsent')], statuses: [status('placementOrder', '2024-09-01')], placements: [placement('fosterAdopter', '2024-01-01', '2025-03-01', 'ZV1 1AA'), placement('adoptionOrder', '2025-03-01', '2026-02-01', 'ZV1 1AA')], facts: [fact('permanenceDecision', '2024-06-01', { step: 'decisionMaker', plan: 'adoption' }), fact('match', '2025-02-01')] })
    expect(one('List 10', adopted)).toEqual({
      'Does the Child have a Disability': 'Unknown', 'Date the Child Entered Care': '2024-01-01', 'Date of Decision that Child Should be Placed for Adoption': '2024-06-01', 'Date of Placement Order': '2024-09-01', 'Date of Matching Child and Prospective Adopters': '2025-02-01', 'Date Placed for Adoption': '2025-03-01',
      'Date of Adoption Order': '2026-02-01', 'Date the child was placed for fostering in FFA or concurrent planning placement': '2024-01-01',
    })
  })

  it('and of adopters by their household, until twelve months after they left', () => {
    const household = (...steps: [string, string][]): AdopterHousehold => ({ id: '0192aaaa-bbbb-7ccc-8ddd-001122334455', kind: 'fosterAdopters', members: [], steps: steps.map(([step, on]) => ({ step, on: day(on) })), placed: [] })
    expect(adopterRows(household(['enquiry', '2025-06-01'], ['stageOne', '2025-07-01'], ['withdrew', '2025-12-01']), when)?.['List 11']?.[0]?.filter((cell) => cell !== '')).toEqual([
      'A1122334455', 'A1122334455', 'c) Not stated/recorded', 'f) Not stated', 'Unknown', 'True', '2025-06-01', '2025-07-01', '2025-12-01', 'a) Withdrew'])
    expect(adopterRows(household(['enquiry', '2024-06-01'], ['withdrew', '2025-03-30']), when)).toBeUndefined()
    const member = (id: string, gender: string | null, ethnicity: string | null, disabled: string | null) => ({ id: `0192aaaa-bbbb-7ccc-8ddd-0000000000${id}`, gender, ethnicity, disabled })
    const two = adopterRows({ ...household(['enquiry', '2025-06-01']), members: [member('a1', 'female', 'indian', 'no'), member('a2', 'other', null, null)] }, when)?.['List 11']
    expect(two?.map((row) => row.slice(0, 5))).toEqual([['A00000000A1', 'A1122334455', 'b) Female', 'c) Asian or Asian British', 'False'], ['A00000000A2', 'A1122334455', 'd) Neither', 'f) Not stated', 'Unknown']])
  })
})
