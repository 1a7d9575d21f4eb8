import { ethnicities } from '../../../../content/codes/person.ts'
import { ethnicityOf, genderOf } from '../../../../content/returns/annexA/codes.ts'
import { listNamed, listNames } from '../../../../content/returns/annexA/lists.ts'
import type { Identity } from '../ssda903/model.ts'
import type { Reading } from './model.ts'
import { codeIn, dayIn, truthIn } from './words.ts'

const said = 'another row of the child says otherwise'
/** Who the lists say a child is: what their rows say alike, the first that can be understood. */
export function identityOf(rows: readonly Reading[], today: string): Identity & Readonly<{ disability: string }> {
  const first = <Value>(column: string, read: (text: string) => Value | undefined, why: string): Value | undefined => {
    const found = rows.map((row) => (row.said(column) === '' ? undefined : read(row.said(column)))).find((value) => value !== undefined)
    for (const row of rows) {
      if (row.said(column) === '') continue
      const value = read(row.said(column))
      if (value === undefined) row.keep(why, column)
      else if (value !== found) row.keep(said, column)
    }
    return found
  }
  const bornOn = first('Date of Birth', (text) => { const day = dayIn(text); return day && day <= today ? day : undefined }, 'it is no day on which the child can have been born')
  const sex = first('Gender', (text) => codeIn(text, genderOf), 'no word of the list')
  const ethnicity = first('Ethnicity', (text) => codeIn(text, ethnicityOf, ethnicities), 'a group, and none of the ethnicities that the record knows')
  const disability = first('Does the Child have a Disability', (text) => (truthIn(text) === false ? 'none' : undefined), 'it does not say which disability, or that nobody knows')
  for (const row of rows) row.keep('worked out from the day of birth', 'Age of Child (Years)')
  return { upn: '', bornOn: bornOn ?? null, sex: sex ?? '', ethnicity: ethnicity ?? '', disability: disability ?? '' }
}
export const childLists = listNames.filter((name) => listNamed(name).columns[0]?.name === 'Child Unique ID')
