/**
 * Words that councils choose differently. `key` is permanent; a council's own words replace `one` and `many`. Pages, letters and
 * measures ask for the key, never for the word.
 */
export type Term = Readonly<{ key: string; one: string; many: string; alsoSaid?: readonly string[]; /** On which pages it is read: without it, no page asks for it yet. */ where?: string }>

export const terms: readonly Term[] = [
  { key: 'childInCare', one: 'child in our care', many: 'children in our care', alsoSaid: ['looked after child', 'CLA', 'LAC', 'CfC'] },
  { key: 'youngPerson', one: 'young person', many: 'young people' },
  { key: 'careLeaver', one: 'care leaver', many: 'care leavers', alsoSaid: ['care experienced adult'] },
  { key: 'personSupported', one: 'person we support', many: 'people we support', alsoSaid: ['service user', 'client'] },
  { key: 'worker', one: 'social worker', many: 'social workers', alsoSaid: ['practitioner'] },
  { key: 'leadPractitioner', one: 'lead practitioner', many: 'lead practitioners', alsoSaid: ['key worker', 'lead professional'] },
  { key: 'manager', one: 'team manager', many: 'team managers', alsoSaid: ['practice supervisor'] },
  { key: 'frontDoor', one: 'front door', many: 'front doors', alsoSaid: ['MASH', 'contact centre', 'first response'], where: 'The bar, the page of waiting contacts, the kinds of teams' },
  { key: 'contact', one: 'contact', many: 'contacts', alsoSaid: ['enquiry'] },
  { key: 'referral', one: 'referral', many: 'referrals' },
  { key: 'workItem', one: 'piece of work', many: 'pieces of work', alsoSaid: ['episode', 'task'] },
  { key: 'caseNote', one: 'note', many: 'notes', alsoSaid: ['case note', 'recording'] },
  { key: 'chronology', one: 'chronology', many: 'chronologies' },
  { key: 'assessment', one: 'child and family assessment', many: 'child and family assessments', alsoSaid: ['single assessment'] },
  { key: 'earlyHelpAssessment', one: 'early help assessment', many: 'early help assessments', alsoSaid: ['CAF'] },
  { key: 'familyTime', one: 'family time', many: 'family times', alsoSaid: ['contact with parents'] },
  { key: 'stepDown', one: 'step down to early help', many: 'steps down to early help' },
  { key: 'warning', one: 'warning', many: 'warnings', alsoSaid: ['alert', 'hazard'] },
  { key: 'teamAroundFamily', one: 'team around the family', many: 'teams around the family', alsoSaid: ['TAF'] },
  { key: 'reviewingOfficer', one: 'independent reviewing officer', many: 'independent reviewing officers', alsoSaid: ['IRO'] },
  { key: 'directorate', one: 'directorate', many: 'directorates', where: 'The kinds of teams' },
  { key: 'service', one: 'service', many: 'services', alsoSaid: ['department'], where: 'The kinds of teams' },
  { key: 'team', one: 'team', many: 'teams', alsoSaid: ['pod', 'unit'], where: 'The kinds of teams' },
  { key: 'emergencyDuty', one: 'emergency duty', many: 'emergency duty teams', alsoSaid: ['out of hours', 'EDT'], where: 'The kinds of teams' },
  { key: 'partnerAgency', one: 'partner agency', many: 'partner agencies', where: 'The kinds of teams' },
]
