import type { ReturnKind } from '../../../oversight/returns/model.ts'
import { carePagesRuled } from '../care/ruled.ts'

/** What puts a column of a return right. */
export type Act = 'case' | 'contact' | 'assessment' | 'enquiry' | 'conference' | 'review' | 'plan' | 'placement' | 'nextPlacement' | 'ending' | 'status' | 'fact' | 'visit' | 'work'
/** The act, its field by the field’s id, and of a fact of care its kind. `row`: the column by whose day the row is found in the record. */
export type Place = Readonly<{ act: Act; field: string; fact?: string; row?: string }>

type Columns = readonly (readonly [columns: string, act: Act, field: string])[]
/** By table, what a rule most likely asks for first: what else it reads says when it asks. */
const cin: Readonly<Record<string, Readonly<{ row: string; columns: Columns }>>> = {
  CINdetails: { row: 'CINreferralDate', columns: [['ReasonForClosure', 'case', 'closeReason'], ['CINclosureDate', 'case', 'closedOn'], ['PrimaryNeedCode', 'case', 'primaryNeed'], ['DateOfInitialCPC', 'conference', 'on'], ['ReferralSource ReferralNFA CINreferralDate', 'contact', 'changeReason']] },
  Section47: { row: 'S47ActualStartDate', columns: [['DateOfInitialCPC InitialCPCtarget', 'conference', 'on'], ['ICPCnotRequired S47ActualStartDate', 'enquiry', 'enquiryOutcome']] },
  ChildProtectionPlans: { row: 'CPPstartDate', columns: [['InitialCategoryOfAbuse LatestCategoryOfAbuse', 'review', 'category.all'], ['CPPendDate CPPstartDate NumberOfPreviousCPP', 'plan', 'on']] },
  CINplanDates: { row: 'CINPlanStartDate', columns: [['CINPlanEndDate CINPlanStartDate', 'plan', 'on']] },
  Assessments: { row: 'AssessmentActualStartDate', columns: [['AssessmentFactors', 'assessment', 'factors'], ['AssessmentAuthorisationDate AssessmentActualStartDate', 'assessment', 'outcome']] },
  Reviews: { row: 'CPPreviewDate', columns: [['CPPreviewDate', 'review', 'on']] },
}
const episodes: Columns = [
  ['URN', 'placement', 'urn'], ['PL_POST PL_LA PL_DISTANCE PL_LOCATION HOME_POST', 'placement', 'postcode'], ['PLACE_PROVIDER', 'placement', 'provider'], ['REASON_PLACE_CHANGE', 'nextPlacement', 'reason'], ['PLACE', 'placement', 'kind'], ['LS', 'status', 'correct-code'],
  ['REC', 'ending', 'reason'], ['CIN', 'placement', 'on'], ['DEC', 'ending', 'on'], ['DECOM RNE CHILD', 'placement', 'on'],
]
/** A table of which all is told by one kind of fact, where the rule names no field of it: a row that should be there, or should not. */
const factOf: Readonly<Record<string, readonly [fact: string, row: string]>> = {
  Reviews: ['review', 'REVIEW'], Missing: ['missing', 'MIS_START'], UASC: ['asylum', ''], OC2: ['health', ''], OC3: ['leaverContact', ''], AD1: ['match', 'DATE_MATCH'], PlacedAdoption: ['permanenceDecision', 'DATE_PLACED'], PrevPerm: ['earlierPermanence', 'DATE_PERM'], DoLo: ['deprivationOfLiberty', 'DOLO_START'], SWEpisodes: ['workerChange', 'SW_DECOM'], Header: ['motherhood', ''],
}
/** What the lists of Annex A head, as the census or the return about looked-after children would ask it. */
type Headed = readonly [column: RegExp, act: Act, field: string, fact?: string]
const everywhere: readonly Headed[] = [[/^Allocated/, 'work', 'toTeamId'], [/Last Seen|Visit$|Seen Alone|Seen During/, 'visit', 'happenedOn']]
const listed: Readonly<Record<string, readonly Headed[]>> = {
  'List 1': [[/./, 'contact', 'changeReason']], 'List 2': [[/./, 'assessment', 'outcome']], 'List 3': [[/./, 'contact', 'changeReason']], 'List 4': [[/./, 'assessment', 'outcome']],
  'List 5': [[/Conference/, 'conference', 'on'], [/./, 'enquiry', 'enquiryOutcome']], 'List 6': [[/Need/, 'case', 'primaryNeed'], [/Reason/, 'case', 'closeReason'], [/./, 'case', 'closedOn']], 'List 7': [[/Category/, 'review', 'category.all'], [/review/, 'review', 'on'], [/./, 'plan', 'on']],
  'List 8': [
    [/UASC/, 'fact', 'on', 'asylum'], [/legal status/i, 'status', 'correct-code'], [/Statutory Review/, 'fact', 'on', 'review'], [/permanence/, 'fact', 'on', 'carePlan'], [/IRO/, 'fact', 'on', 'reviewerVisit'], [/Health/, 'fact', 'on', 'health'], [/Dental/, 'fact', 'on', 'dental'],
    [/Reason Ceased/, 'ending', 'reason'], [/Ceased/, 'ending', 'on'], [/URN/, 'placement', 'urn'], [/postcode/i, 'placement', 'postcode'], [/Provider/, 'placement', 'provider'], [/Placement Type/, 'placement', 'kind'], [/missing|absent/i, 'fact', 'on', 'missing'], [/./, 'placement', 'on'],
  ],
  'List 9': [[/Adviser/i, 'fact', 'on', 'adviser'], [/Pathway/, 'fact', 'on', 'pathwayPlan'], [/Accommodation/, 'fact', 'home', 'leaverContact'], [/Activity/, 'fact', 'activity', 'leaverContact'], [/./, 'fact', 'on', 'leaverContact']],
  'List 10': [[/match/i, 'fact', 'on', 'match'], [/./, 'fact', 'on', 'permanenceDecision']],
}

const first = (columns: Columns, fields: readonly string[], row: string): Place | undefined => {
  const [, act, field] = columns.find(([names]) => names.split(' ').some((name) => fields.includes(name))) ?? []
  return act && field ? { act, field, row } : undefined
}
/** The field of the page on which a fact of care is recorded, by the column that reads it (`carePagesRuled`). */
function ofFact(table: string, fields: readonly string[]): Place | undefined {
  for (const name of fields) {
    for (const { path, when, fields: written } of carePagesRuled) {
      const [field] = path.endsWith('/record') ? Object.entries(written).find(([, of]) => of['ssda903']?.split(' ').includes(`${table}.${name}`)) ?? [] : []
      if (field && when?.['kind']) return { act: 'fact', fact: when['kind'], field: field.replace('answers.', ''), ...(factOf[table]?.[0] === when['kind'] && factOf[table][1] ? { row: factOf[table][1] } : {}) }
    }
  }
  return undefined
}
const whose = new Set(['CHILD', 'DOB', 'SEX'])
/** One row a child and year, each of its columns told by a fact of its own or by the newest of one kind: what is missing in it is what is asked for. */
const ofYear = new Set(['OC2', 'OC3', 'AD1', 'PrevPerm'])

/** What most rules ask only of some children stands last. */
const ofSome = ['CONVICTED', 'HEALTH_CHECK', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED']
/** What the row does not hold of what the rule reads. */
export const missingIn = (table: string, fields: readonly string[], row: ReadonlyMap<string, string> | undefined): readonly string[] => (row && ofYear.has(table) ? fields.filter((name) => !whose.has(name) && !row.has(name)).toSorted((a, b) => ofSome.indexOf(a) - ofSome.indexOf(b)) : [])

/** What puts right what a rule points to in a table of a return, and the field in which it is done. */
export function placeOf(kind: ReturnKind, table: string, fields: readonly string[]): Place | undefined {
  if (kind === 'cin') return cin[table] ? first(cin[table].columns, fields, cin[table].row) : undefined
  if (kind === 'annexA') { const [, act, field, fact] = [...everywhere, ...(listed[table] ?? [])].find(([column]) => fields.some((name) => column.test(name))) ?? []; return act && field ? { act, field, ...(fact ? { fact } : {}) } : undefined }
  if (table === 'Episodes') return first(episodes, fields, 'DECOM')
  const [fact, row] = factOf[table] ?? []
  return ofFact(table, fields.filter((name) => !whose.has(name))) ?? (fact && fields.some((name) => name === 'CHILD' || !whose.has(name)) ? { act: 'fact', fact, field: 'on', ...(row ? { row } : {}) } : undefined)
}
