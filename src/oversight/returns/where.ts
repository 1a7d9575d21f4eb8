import type { ReturnKind } from './model.ts'

/** What is recorded of a child in our care, by the table of SSDA903 that reads it. */
const careFact: Readonly<Record<string, string>> = { Reviews: 'review', Missing: 'missing', UASC: 'asylum', OC3: 'leaverContact', AD1: 'match', PlacedAdoption: 'permanenceDecision', PrevPerm: 'earlierPermanence', DoLo: 'deprivationOfLiberty', SWEpisodes: 'workerChange' }
const health: Readonly<Record<string, string>> = { SDQ_SCORE: 'strengths', SDQ_REASON: 'strengths', CONVICTED: 'conviction', HEALTH_CHECK: 'healthSurveillance', IMMUNISATIONS: 'immunisations', TEETH_CHECK: 'dental', HEALTH_ASSESSMENT: 'health', SUBSTANCE_MISUSE: 'substanceMisuse', INTERVENTION_RECEIVED: 'substanceMisuse', INTERVENTION_OFFERED: 'substanceMisuse' }
const listPages: Readonly<Record<string, string>> = { 'List 5': 'plans', 'List 7': 'plans', 'List 8': 'care', 'List 9': 'care', 'List 10': 'care' }
const ofPerson = new Set(['ChildIdentifiers', 'ChildCharacteristics', 'Disabilities'])

/** What is known of a person, as its page calls it, by the column that tells it. */
const detail: Readonly<Record<string, string>> = {
  DOB: 'fact.bornOn', PersonBirthDate: 'fact.bornOn', 'Date of Birth': 'fact.bornOn', 'Age of Child (Years)': 'fact.bornOn', ExpectedPersonBirthDate: 'fact.dueOn', PersonDeathDate: 'fact.diedOn',
  SEX: 'fact.sex', Sex: 'fact.sex', GenderCurrent: 'fact.sex', Gender: 'fact.sex', ETHNIC: 'fact.ethnicity', Ethnicity: 'fact.ethnicity', Disability: 'fact.disability', 'Does the Child have a Disability': 'fact.disability',
  UPN: 'number.upn', UPNunknown: 'number.upn', FormerUPN: 'number.formerUpn', LAchildID: 'number.localChildId', CHILD: 'number.localChildId', 'Child Unique ID': 'number.localChildId',
}

/** The field on the page of somebody’s details, its form open; without one the page. */
function onDetails(at: string, fields: readonly string[]): string {
  const what = fields.map((field) => detail[field]).find((found) => found !== undefined)
  return what ? `${at}/details?put=${what}#${what.split('.')[0]}-value` : `${at}/details`
}

/** The page, and where it can be told the field, on which what a rule points to is written. */
export function whereToPutRight(kind: ReturnKind, table: string, fields: readonly string[], personId: string): string {
  const at = `/people/${personId}`
  if (kind === 'cin') return ofPerson.has(table) ? onDetails(at, fields) : table === 'CINdetails' && !fields.includes('DateOfInitialCPC') ? `${at}/cases` : `${at}/plans`
  if (table === 'List 11') return '/care/households'
  if (kind === 'annexA') return fields.some((field) => field in detail) ? onDetails(at, fields) : `${at}/${listPages[table] ?? 'cases'}`
  if (table === 'Header') return fields.includes('MOTHER') || fields.includes('MC_DOB') ? `${at}/care/record?kind=motherhood` : onDetails(at, fields)
  if (table === 'Episodes') return fields.length > 0 && fields.every((field) => field === 'LS') ? `${at}/legal` : `${at}/care`
  const fact = table === 'OC2' ? fields.map((field) => health[field]).find((found) => found !== undefined) : careFact[table]
  return fact ? `${at}/care/record?kind=${fact}` : `${at}/care`
}
