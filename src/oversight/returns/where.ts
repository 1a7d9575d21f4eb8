import type { ReturnKind } from './model.ts'

/** What is known of a person, as its page calls it, by the column that tells it. */
const detail: Readonly<Record<string, string>> = {
  DOB: 'fact.bornOn', PersonBirthDate: 'fact.bornOn', 'Date of Birth': 'fact.bornOn', 'Age of Child (Years)': 'fact.bornOn', ExpectedPersonBirthDate: 'fact.dueOn', PersonDeathDate: 'fact.diedOn',
  SEX: 'fact.sex', Sex: 'fact.sex', GenderCurrent: 'fact.sex', Gender: 'fact.sex', ETHNIC: 'fact.ethnicity', Ethnicity: 'fact.ethnicity', Disability: 'fact.disability', 'Does the Child have a Disability': 'fact.disability',
  UPN: 'number.upn', UPNunknown: 'number.upn', FormerUPN: 'number.formerUpn', LAchildID: 'number.localChildId', CHILD: 'number.localChildId', 'Child Unique ID': 'number.localChildId',
}
const ofPerson = new Set(['ChildIdentifiers', 'ChildCharacteristics', 'Disabilities'])
/** In these columns a return names or dates a child in a table about something else. */
const whose = new Set(['DOB', 'SEX'])

/** Whether the column is put right among somebody’s details, in that table. */
function onDetails(kind: ReturnKind, table: string, fields: readonly string[]): string | undefined {
  const what = fields.map((field) => detail[field]).find((found) => found !== undefined)
  if (kind === 'cin') return ofPerson.has(table) ? what : undefined
  if (kind === 'annexA') return what
  if (table === 'Header') return fields.some((field) => ['MOTHER', 'MC_DOB'].includes(field)) || fields.every((field) => field === 'UASC') ? undefined : what
  return fields.every((field) => whose.has(field)) ? what : undefined
}

type Pointed = Readonly<{ kind: ReturnKind; rule: string; table: string; fields: readonly string[]; personId: string; /** The how-manieth row of the child that this rule points to in this table. */ nth?: number }>
/** Where what a rule points to is put right: the open field among somebody’s details, or the way on to the row that it is about. */
export function whereToPutRight({ kind, rule, table, fields, personId, nth = 0 }: Pointed): string {
  if (table === 'List 11') return '/care/households'
  // The census’s own head is Kith’s: it is made again, of another year.
  if (kind === 'cin' && table === 'Header') return '/returns#year'
  const what = onDetails(kind, table, fields)
  if (what) return `/people/${personId}/details?put=${what}#${what.split('.')[0]}-value`
  return `/people/${personId}/put-right?${new URLSearchParams({ of: kind, rule, table, fields: fields.join(','), ...(nth > 0 ? { nth: String(nth) } : {}) }).toString()}`
}
