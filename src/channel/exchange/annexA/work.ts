import { contactSources } from '../../../../content/codes/contact.ts'
import { abuseCategories } from '../../../../content/codes/meetings.ts'
import { closureReasons, primaryNeeds } from '../../../../content/codes/work.ts'
import { abuseOf, closureOf, needOf, sourceOf } from '../../../../content/returns/annexA/codes.ts'
import { listNamed } from '../../../../content/returns/annexA/lists.ts'
import { returnCodeOf } from '../../../kernel/codes.ts'
import type { Fragment } from '../cin/model.ts'
import { idOf } from '../cin/identity.ts'
import type { Beside, Reading, TypedAssessment, TypedReferral } from './model.ts'
import { codeIn, dayIn, truthIn } from './words.ts'

type Rows = (...names: Parameters<typeof listNamed>) => readonly Reading[]
const several = 'its word stands for several of our codes'
const counted = 'worked out from the other rows'
type Growing<T> = { -readonly [K in keyof T]: T[K] }

/** Referrals of list 3 and cases of list 6: of one day they are one. */
export function referralsOf(number: string, rows: Rows): readonly TypedReferral[] {
  const found = new Map<string, Growing<TypedReferral>>()
  const on = (day: string) => {
    const there = found.get(day) ?? { id: idOf('annexA', 'referral', number, day), receivedOn: day, source: null, need: null, noFurtherAction: false, closedOn: null, closeReason: null }
    found.set(day, there)
    return there
  }
  for (const row of rows('List 3')) {
    row.keep(counted, 'Number of Referrals in Last 12 Months')
    const day = row.day('Date of referral')
    if (!day) { row.keep('without the day of the referral', 'Referral Source', 'Referral NFA?'); continue }
    const [source, nothing] = [codeIn(row.said('Referral Source'), sourceOf, contactSources), truthIn(row.said('Referral NFA?'))]
    if (!source) row.keep(several, 'Referral Source')
    if (nothing === undefined) row.keep('no word of the list', 'Referral NFA?')
    Object.assign(on(day), { source: source ?? null, noFurtherAction: nothing ?? false })
  }
  for (const row of rows('List 6')) {
    row.keep('the list does not tell of the visit', 'Date Child Was Last Seen')
    row.keep(counted, 'Case Status')
    const day = row.day('CIN Start Date')
    if (!day) { row.keep('without the day on which it began', 'Primary Need Code', 'CIN Closure Date', 'Reason for Closure'); continue }
    const one = on(day)
    const need = codeIn(row.said('Primary Need Code'), needOf, primaryNeeds)
    if (!need) row.keep('no word of the list', 'Primary Need Code')
    one.need = need ?? null
    const closed = row.said('CIN Closure Date') === '' ? undefined : row.day('CIN Closure Date')
    const reason = codeIn(row.said('Reason for Closure'), closureOf, closureReasons)
    if (closed && closed < day) row.keep('a closure before the beginning', 'CIN Closure Date', 'Reason for Closure')
    else if (closed) {
      Object.assign(one, { closedOn: closed, closeReason: reason ?? null })
      if (!reason) row.keep(several, 'Reason for Closure')
    } else row.keep('a reason without the day of closure', 'Reason for Closure')
  }
  return [...found.values()].sort((a, b) => a.receivedOn.localeCompare(b.receivedOn))
}

export function assessmentsOf(number: string, rows: Rows): readonly TypedAssessment[] {
  const found = new Map<string, TypedAssessment>()
  for (const row of rows('List 4')) {
    row.keep('the list does not tell on which day', 'Child Seen During Continuous Assessment')
    row.keep('the list does not tell what followed', 'Was the child assessed as requiring LA children\'s social care support?')
    const began = row.day('Continuous Assessment Start Date')
    const done = row.said('Continuous Assessment Date of Authorisation') === '' ? undefined : row.day('Continuous Assessment Date of Authorisation')
    if (!began) { row.keep('without the day on which it began', 'Continuous Assessment Date of Authorisation'); continue }
    if (done && done < began) row.keep('authorised before it was started', 'Continuous Assessment Date of Authorisation')
    found.set(began, { id: idOf('annexA', 'assessment', number, began), startedOn: began, authorisedOn: done && done >= began ? done : null })
  }
  return [...found.values()]
}

const leaf = (name: string, line: number, text: string | undefined): Fragment[] => (text ? [{ name, line, text }] : [])
const noRow = 'it has no row of its own in the record: the census and these lists tell it on'
/** Enquiries and protection plans: kept beside the record in the words of the census. */
export function besideOf(number: string, rows: Rows): readonly Beside[] {
  const found: Beside[] = []
  const add = (row: Reading, name: string, began: string | undefined, within: readonly Fragment[]) => {
    const line = row.row.at
    row.keep(noRow, ...listNamed(row.list).columns.map((column) => column.name).filter((column) => !whose.includes(column)))
    if (began) found.push({ id: idOf('annexA', name, number, began), path: `Child/CINdetails/${name}`, line, reason: noRow, fragment: { name, line, within: [...within] } })
  }
  for (const row of rows('List 5')) {
    const [line, began, conference] = [row.row.at, dayIn(row.said('Strategy discussion initiating Section 47 Enquiry Start Date')), dayIn(row.said('Date of Initial Child Protection Conference'))]
    const none = truthIn(row.said('Was an Initial Child Protection Conference deemed unnecessary?'))
    add(row, 'Section47', began, [...leaf('S47ActualStartDate', line, began), ...leaf('DateOfInitialCPC', line, conference), ...leaf('ICPCnotRequired', line, none === undefined ? undefined : none ? '1' : '0')])
  }
  for (const row of rows('List 7')) {
    const [line, began, ended, review] = [row.row.at, dayIn(row.said('Child Protection Plan Start Date')), dayIn(row.said('Child Protection Plan End Date')), dayIn(row.said('Date of latest review conference'))]
    const category = (column: string) => { const code = codeIn(row.said(column), abuseOf, abuseCategories); return code ? returnCodeOf(abuseCategories, code) : undefined }
    add(row, 'ChildProtectionPlans', began, [
      ...leaf('CPPstartDate', line, began), ...leaf('CPPendDate', line, ended), ...leaf('InitialCategoryOfAbuse', line, category('Initial Category of Abuse')), ...leaf('LatestCategoryOfAbuse', line, category('Latest Category of Abuse')),
      ...leaf('NumberOfPreviousCPP', line, /^\d+$/.test(row.said('Number of Previous Child Protection Plans')) ? row.said('Number of Previous Child Protection Plans') : undefined),
      ...(review ? [{ name: 'Reviews', line, within: leaf('CPPreviewDate', line, review) }] : []),
    ])
  }
  return found
}
const whose: readonly string[] = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)', 'Does the Child have a Disability']
export { whose as columnsOfWho }
