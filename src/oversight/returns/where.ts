import type { ReturnKind } from './model.ts'

/** What is recorded of a child in our care, by the table of SSDA903 that reads it. */
const careFact: Readonly<Record<string, string>> = { Reviews: 'review', Missing: 'missing', UASC: 'asylum', OC3: 'leaverContact', AD1: 'match', PlacedAdoption: 'permanenceDecision', PrevPerm: 'earlierPermanence', DoLo: 'deprivationOfLiberty', SWEpisodes: 'workerChange' }
const health: Readonly<Record<string, string>> = { SDQ_SCORE: 'strengths', SDQ_REASON: 'strengths', CONVICTED: 'conviction', HEALTH_CHECK: 'healthSurveillance', IMMUNISATIONS: 'immunisations', TEETH_CHECK: 'dental', HEALTH_ASSESSMENT: 'health', SUBSTANCE_MISUSE: 'substanceMisuse', INTERVENTION_RECEIVED: 'substanceMisuse', INTERVENTION_OFFERED: 'substanceMisuse' }
const listPages: Readonly<Record<string, string>> = { 'List 5': 'plans', 'List 7': 'plans', 'List 8': 'care', 'List 9': 'care', 'List 10': 'care' }
const ofPersonInLists = new Set(['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)', 'Does the Child have a Disability'])
const ofPerson = new Set(['ChildIdentifiers', 'ChildCharacteristics', 'Disabilities'])

/** The page on which what a rule points to is written. */
export function whereToPutRight(kind: ReturnKind, table: string, fields: readonly string[], personId: string): string {
  const at = `/people/${personId}`
  if (kind === 'cin') return ofPerson.has(table) ? `${at}/details` : table === 'CINdetails' && !fields.includes('DateOfInitialCPC') ? `${at}/cases` : `${at}/plans`
  if (table === 'List 11') return '/care/households'
  if (kind === 'annexA') return `${at}/${fields.some((field) => ofPersonInLists.has(field)) ? 'details' : listPages[table] ?? 'cases'}`
  if (table === 'Header') return fields.includes('MOTHER') || fields.includes('MC_DOB') ? `${at}/care/record?kind=motherhood` : `${at}/details`
  if (table === 'Episodes') return fields.length > 0 && fields.every((field) => field === 'LS') ? `${at}/legal` : `${at}/care`
  const fact = table === 'OC2' ? fields.map((field) => health[field]).find((found) => found !== undefined) : careFact[table]
  return fact ? `${at}/care/record?kind=${fact}` : `${at}/care`
}
