import { adoptionNotPursued, careEndings, leaverActivity, leaverHomes, leaverInTouch } from '../../../../content/codes/care.ts'
import { lookedAfterStatuses } from '../../../../content/codes/legalStatus.ts'
import { earlierPlacements, placementKinds, placementProviders } from '../../../../content/codes/placements.ts'
import { primaryNeeds } from '../../../../content/codes/work.ts'
import { activityOf, ceasedOf, homeOf, legalOf, needOf, notPlacedOf, placementOf, providerOf, suitableOf, touchOf } from '../../../../content/returns/annexA/codes.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { dayInWords, plain } from '../../../kernel/dates.ts'
import { idOf } from '../cin/identity.ts'
import type { TypedFact, TypedPeriod, TypedPlacement, TypedStatus } from '../ssda903/model.ts'
import type { Reading } from './model.ts'
import { codeIn } from './words.ts'

/** Words for several of our codes that have a plain one: it says no more than the list does. */
const plainKinds: Readonly<Record<string, string>> = { 'a) foster placement': 'foster', 'n) other placements': 'otherPlacement', 'f) residential accommodation': 'supportedAccommodation' }
const plainStatuses: Readonly<Record<string, string>> = { 'e) accommodated under s20': 'accommodated' }
type Care = Readonly<{ periods: readonly TypedPeriod[]; placements: readonly TypedPlacement[]; statuses: readonly TypedStatus[] }>
const none: Care = { periods: [], placements: [], statuses: [] }
const [began, statusOn, placedOn, endedOn] = ['Date Started to be Looked After', 'Start date of current legal status', 'Start Date of Most Recent Placement', 'Date Ceased to be Looked After'] as const
/** The columns that tell a time in care. */
export const ofCare = [began, 'Child\'s Category of Need', statusOn, 'Child\'s Legal Status', endedOn, 'Reason Ceased to be Looked After', placedOn, 'Placement Type', 'Placement Provider', 'Placement postcode', 'URN of Placement'] as const

/** A time in care, where the list tells all of it: with the placement and the legal status that it began with. Of an earlier placement or status the list says nothing, and none is made up. */
export function careOf(number: string, rows: readonly Reading[]): Care {
  const [row, ...more] = rows
  for (const other of more) other.keep('the child stands in this list already', ...ofCare)
  if (!row) return none
  const [from, status, placed] = [row.day(began), row.day(statusOn), row.day(placedOn)]
  const to = row.said(endedOn) === '' ? undefined : row.day(endedOn)
  const aside = (why: string): Care => { row.keep(why, ...ofCare); return none }
  if (!from || !status || !placed || (row.said(endedOn) !== '' && !to)) return aside('a day of the time in care cannot be read')
  if (status !== from || placed !== from) return aside('the list does not tell where the child lived, or under which legal status, from the first day')
  if (to && to <= from) return aside('it ended on or before the day on which it began')
  const [need, code, kind, provider] = [codeIn(row.said('Child\'s Category of Need'), needOf, primaryNeeds), codeIn(row.said('Child\'s Legal Status'), legalOf, lookedAfterStatuses) ?? plainStatuses[row.said('Child\'s Legal Status').toLowerCase()], codeIn(row.said('Placement Type'), placementOf, placementKinds, earlierPlacements) ?? plainKinds[row.said('Placement Type').toLowerCase()], codeIn(row.said('Placement Provider'), providerOf, placementProviders)]
  const ending = to ? codeIn(row.said('Reason Ceased to be Looked After'), ceasedOf, careEndings) : undefined
  if (!need || !code || !kind || (to && !ending)) return aside('its need, legal status, placement or ending is a word for several of our codes')
  if (!provider) row.keep('its word stands for several of our codes', 'Placement Provider')
  const id = (what: string) => idOf('annexA', what, number, from)
  const until = to ?? null
  return {
    periods: [{ id: id('period'), from, to: until, need, endReason: ending ?? null, homePostcode: null }], statuses: [{ id: id('status'), code, from, to: until }],
    placements: [{ id: id('placement'), kind, provider: provider ?? null, placeName: `${labelOf(placementKinds, kind)}, from ${dayInWords(plain(from))}`, urn: row.said('URN of Placement').toUpperCase().slice(0, 20) || null, postcode: row.said('Placement postcode').slice(0, 10) || null, changeReason: null, from, to: until }],
  }
}

const undated = 'the list does not tell on which day'
/** What the lists of children in care, care leavers and adoption tell with its day. */
export function factsOf(number: string, rows: readonly Reading[]): readonly TypedFact[] {
  const facts = new Map<string, TypedFact>()
  const add = (kind: string, on: string | undefined, answers: Readonly<Record<string, string>> = {}) => { if (on) facts.set(`${kind} ${on} ${answers['step'] ?? ''}`, { id: idOf('annexA', 'fact', number, kind, on, answers['step'] ?? ''), kind, on, to: null, answers, words: null }) }
  const dayOf = (row: Reading, column: string) => (row.said(column) === '' ? undefined : row.day(column))
  for (const row of rows) {
    if (row.list === 'List 8') {
      add('review', dayOf(row, 'Date of Latest Statutory Review'))
      add('health', dayOf(row, 'Date of Last Health Assessment'))
      add('dental', dayOf(row, 'Date of Last Dental Check'))
      add('reviewerVisit', dayOf(row, 'Date of Last IRO Visit / Contact to the Child'))
      row.keep(undated, 'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)', 'What is the permanence plan for this child?', 'Was the child offered a Return Interview after their last missing episode (Y/N)?', 'Did the child accept a Return Interview after their last missing episode (Y/N)?',
        'Number of Episodes the Child has been \'Missing\' from their Placement in the last 12 months', 'Number of Episodes the Child has been \'Absent\' from their Placement in the last 12 months')
      row.keep('visits are written with what was seen, which the list does not tell', 'Date of Last Social Work Visit')
      row.keep('worked out from the other rows', 'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)', 'Number of Placements in the Last 12 months', 'Placement Location', 'LA of Placement')
    } else if (row.list === 'List 9') {
      add('pathwayPlan', dayOf(row, 'Latest Pathway Plan Review Date'))
      const on = dayOf(row, 'Latest Date of Contact')
      const asked = ['LA in Touch', 'Type of Accommodation', 'Suitability of Accommodation', 'Activity Status'] as const
      const inTouch = codeIn(row.said('LA in Touch'), touchOf, leaverInTouch)
      if (on && inTouch) {
        const read = { inTouch, home: codeIn(row.said('Type of Accommodation'), homeOf, leaverHomes), suitable: codeIn(row.said('Suitability of Accommodation'), suitableOf), activity: codeIn(row.said('Activity Status'), activityOf, leaverActivity) }
        add('leaverContact', on, Object.fromEntries(Object.entries(read).flatMap(([key, value]) => (value ? [[key, value] as const] : []))))
        ;(['home', 'suitable', 'activity'] as const).forEach((key, at) => { if (!read[key]) row.keep('no word of the list, or one for several of our codes', asked[at + 1] ?? '') })
      } else row.keep(undated, ...asked, ...(on ? ['Latest Date of Contact'] : []))
      row.keep('the list does not tell since when', 'Allocated Personal Advisor', 'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)')
      row.keep('worked out from the time in care', 'Eligibility Category')
    } else {
      const [decided, ended] = [dayOf(row, 'Date of Decision that Child Should be Placed for Adoption'), dayOf(row, 'Date of Decision that Child Should No Longer be Placed for Adoption')]
      add('permanenceDecision', decided, { step: 'decisionMaker', plan: 'adoption' })
      const why = codeIn(row.said('Reason Why Child No Longer Placed for Adoption'), notPlacedOf, adoptionNotPursued)
      if (ended && why && (!decided || ended >= decided)) add('permanenceDecision', ended, { step: 'ended', ended: why })
      else row.keep('an end needs its day and its reason', 'Date of Decision that Child Should No Longer be Placed for Adoption', 'Reason Why Child No Longer Placed for Adoption')
      row.keep('the list does not tell who adopts, nor all placements of the child', 'Family identifier', 'Date the Child Entered Care', 'Date of Placement Order', 'Date of Matching Child and Prospective Adopters', 'Date Placed for Adoption', 'Date of Adoption Order', 'Date the child was placed for fostering in FFA or concurrent planning placement')
    }
  }
  return [...facts.values()]
}
