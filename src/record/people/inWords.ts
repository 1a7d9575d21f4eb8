import { communicationNeeds, disabilities, ethnicities, languages, sexes } from '../../../content/codes/person.ts'
import { relationshipKinds } from '../../../content/codes/relationships.ts'
import { dayInWords, isPlainDate } from '../../kernel/dates.ts'
import type { CodeList } from '../../../content/codes/codeList.ts'
import { labelAt, labelNow } from '../access/own/now.ts'
import type { FactKind, Identifier, Name, RelationshipKind } from './model.ts'

const lists: Readonly<Partial<Record<FactKind, CodeList>>> = {
  sex: sexes, ethnicity: ethnicities, firstLanguage: languages, disability: disabilities, communication: communicationNeeds,
}

/** A fact as a person reads it: the label of its code, a day in words, or the words themselves. */
/** `at`: when it was recorded, so that an old record keeps its words. */
export function factInWords(kind: FactKind, value: string, at?: string): string {
  const list = lists[kind]
  if (list) return at ? labelAt(list, value, at) : labelNow(list, value)
  if (kind === 'interpreter') return value === 'yes' ? 'Needed' : value === 'no' ? 'Not needed' : value
  return isPlainDate(value) ? dayInWords(value) : value
}

export const factTitles: Readonly<Record<FactKind, string>> = {
  bornOn: 'Date of birth', dueOn: 'Baby due', diedOn: 'Date of death', sex: 'Sex', ethnicity: 'Ethnicity', firstLanguage: 'First language', interpreter: 'Interpreter', communication: 'Communication',
  disability: 'Disability', religion: 'Religion or belief', immigration: 'Immigration status', school: 'School', yearGroup: 'Year group', gp: 'GP', phone: 'Phone', email: 'E-mail', occupation: 'Work',
}

export const addressTitles: Readonly<Record<string, string>> = { home: 'Home', mainly: 'Mainly lives at', correspondence: 'Letters go to', placement: 'Placement', temporary: 'For now', none: 'No address' }

export const nameTitles: Readonly<Record<Name['kind'], string>> = { legal: 'Legal name', knownAs: 'Known as', former: 'Former name', birth: 'Name at birth', alias: 'Also used' }
export const identifierTitles: Readonly<Record<Identifier['kind'], string>> = { nhs: 'NHS number', upn: 'UPN', formerUpn: 'Former UPN', uln: 'ULN', localChildId: 'Local child number', homeOffice: 'Home Office number', other: 'Other number' }
export const relationshipInWords = (kind: RelationshipKind): string => labelNow(relationshipKinds, kind)
