import { ethnicityOf, genderOf } from '../../../../content/returns/annexA/codes.ts'
import { ageOn, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import type { Known } from '../cin/model.ts'
import type { AnnexChild, Around } from './model.ts'

/** A cell: a day as 2026-03-31, a number in digits, a word of a list; empty where the record holds nothing. */
export type Cells = readonly string[]
export const dayCell = (on: PlainDate | null | undefined, { on: last }: Around): string => (on && on <= last ? on : '')
export const truth = (is: boolean | undefined): string => (is === undefined ? '' : is ? 'True' : 'False')

const said = (known: readonly Known[], kind: string): string | undefined => known.find((one) => one.kind === kind)?.value
export function bornOn({ need }: AnnexChild): PlainDate | undefined {
  const text = said(need.known, 'bornOn')
  return text && isPlainDate(text) ? text : undefined
}
/** Gender, ethnicity, day of birth and age: every list asks for them. What was never said is “not stated”, the words the lists have for it. */
export function whoCells(child: AnnexChild, when: Around): Cells {
  const born = bornOn(child)
  const there = born && born <= when.on ? born : undefined
  return [genderOf[said(child.need.known, 'sex') ?? ''] ?? 'c) Not stated/recorded', ethnicityOf[said(child.need.known, 'ethnicity') ?? ''] ?? 'f) Not stated', there ?? '', there ? String(ageOn(there, when.on)) : '']
}
export function disabledCell({ need }: AnnexChild): string {
  const all = need.known.filter((one) => one.kind === 'disability')
  return all.length === 0 ? 'Unknown' : truth(all.some((one) => one.value !== 'none' && one.value !== 'NONE'))
}
/** Who has the child on the day; where nobody has, who had them last. */
export function workedCells(child: AnnexChild, when: Around): Cells {
  const [now] = child.worked
  if (!now) return ['Not allocated', 'Not allocated']
  return [now.team ?? 'Not allocated', now.worker ?? (now.to !== null && now.to <= when.on ? 'Closed' : 'Not allocated')]
}
