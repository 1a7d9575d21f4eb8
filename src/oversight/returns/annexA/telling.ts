import { ethnicityOf, genderOf, leftOf } from '../../../../content/returns/annexA/codes.ts'
import type { ListName } from '../../../../content/returns/annexA/lists.ts'
import type { AdopterHousehold, AnnexChild, Around, Council } from './model.ts'
import { adoptionRow, inCareRows, leaverRows } from './care.ts'
import { assessmentRows, contactRows, enquiryRows, inNeedRows, protectionRows, referralRows } from './need.ts'
import { dayCell, truth, type Cells } from './person.ts'

export type AnnexRows = Partial<Record<ListName, readonly Cells[]>>

/** What adopters are called in both lists about adoption: the last signs of the id of their household. */
export const familyNumber = (householdId: string): string => `A${householdId.replaceAll('-', '').slice(-10).toUpperCase()}`

/** The rows of one child, list by list, in the order of the columns. Undefined: no list names the child. */
export function childRows(child: AnnexChild, number: string, when: Around, council: Council): AnnexRows | undefined {
  const adoption = adoptionRow(child, when)
  const numbered = (rows: readonly Cells[]) => rows.map((row) => [number, ...row])
  const rows: readonly (readonly [ListName, readonly Cells[]])[] = [
    ['List 1', numbered(contactRows(child, when))], ['List 3', numbered(referralRows(child, when))], ['List 4', numbered(assessmentRows(child, when))], ['List 5', numbered(enquiryRows(child, when))], ['List 6', numbered(inNeedRows(child, when))],
    ['List 7', numbered(protectionRows(child, when))], ['List 8', numbered(inCareRows(child, when, council))], ['List 9', numbered(leaverRows(child, when))],
    ['List 10', adoption ? [[number, adoption.household ? familyNumber(adoption.household) : '', ...adoption.cells]] : []],
  ]
  const told = rows.filter(([, of]) => of.length > 0)
  return told.length > 0 ? Object.fromEntries(told) : undefined
}

const goneFor: readonly string[] = ['withdrew', 'refused', 'ended']
/** A row for each who adopts, or one for a household of whom the record names nobody. Undefined: no longer on the way for twelve months. */
export function adopterRows(one: AdopterHousehold, when: Around): AnnexRows | undefined {
  const on = (...steps: readonly string[]) => one.steps.find((each) => steps.includes(each.step))?.on
  const enquired = on('enquiry')
  const last = one.steps.at(-1)
  const gone = last && (goneFor.includes(last.step) || last.step === 'onHold') ? last : undefined
  const order = one.placed.map((each) => each.orderOn).filter((each) => each !== null).sort().at(-1)
  if (!enquired || (gone && goneFor.includes(gone.step) && gone.on < when.year) || (order && order < when.year && one.placed.every((each) => each.orderOn !== null))) return undefined
  const matched = one.placed.map((each) => each.matchedOn).filter((each) => each !== null).sort().at(-1)
  const number = familyNumber(one.id)
  const household = { id: one.id, gender: null, ethnicity: null, disabled: null }
  return { 'List 11': (one.members.length > 0 ? one.members : [household]).map((who) => [familyNumber(who.id), number, genderOf[who.gender ?? ''] ?? 'c) Not stated/recorded', ethnicityOf[who.ethnicity ?? ''] ?? 'f) Not stated', who.disabled === null ? 'Unknown' : truth(who.disabled === 'yes'), truth(one.kind === 'fosterAdopters'), enquired, on('stageOne') ?? '', on('stageOneDecided') ?? '', on('stageTwo') ?? '', on('stageTwo') ? on('approved', 'refused') ?? '' : '', '',
    on('approved') ?? '', dayCell(matched, when), one.placed.at(-1)?.from ?? '', one.placed.length > 0 ? String(one.placed.length) : '', dayCell(order, when), gone?.on ?? '', gone ? leftOf[gone.step] ?? 'a) Withdrew' : '']) }
}
