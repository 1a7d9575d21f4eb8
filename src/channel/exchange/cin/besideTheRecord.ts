import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import type { Fragment } from './model.ts'

/** What a kept element tells of a day: a kind for the chronology. */
export type ToldDay = Readonly<{ kind: keyof typeof toldDays; on: PlainDate }>

/**
 * How such a day reads in the chronology. A plan or enquiry that has no table yet must not be unknown to whoever opens the record:
 * its days stand in the chronology, and point to what is kept whole.
 */
export const toldDays = {
  'census.section47Started': { title: 'Section 47 enquiry started', significant: true },
  'census.conferenceHeld': { title: 'Initial child protection conference', significant: true },
  'census.needPlanStarted': { title: 'Child in need plan began', significant: false },
  'census.needPlanEnded': { title: 'Child in need plan ended', significant: false },
  'census.protectionPlanStarted': { title: 'Child protection plan began', significant: true },
  'census.protectionPlanReviewed': { title: 'Child protection plan reviewed', significant: false },
  'census.protectionPlanEnded': { title: 'Child protection plan ended', significant: true },
} as const satisfies Record<string, Readonly<{ title: string; significant: boolean }>>

const daysIn: Readonly<Record<string, Readonly<Record<string, keyof typeof toldDays>>>> = {
  'Child/CINdetails/DateOfInitialCPC': { DateOfInitialCPC: 'census.conferenceHeld' },
  'Child/CINdetails/Section47': { S47ActualStartDate: 'census.section47Started', DateOfInitialCPC: 'census.conferenceHeld' },
  'Child/CINdetails/CINPlanDates': { CINPlanStartDate: 'census.needPlanStarted', CINPlanEndDate: 'census.needPlanEnded' },
  'Child/CINdetails/ChildProtectionPlans': { CPPstartDate: 'census.protectionPlanStarted', CPPendDate: 'census.protectionPlanEnded', CPPreviewDate: 'census.protectionPlanReviewed' },
}

const categories: Readonly<Record<string, string>> = { NEG: 'neglect', PHY: 'physical abuse', SAB: 'sexual abuse', EMO: 'emotional abuse', MUL: 'more than one category' }

/** Every element of it, itself first. */
const all = (fragment: Fragment): Fragment[] => [fragment, ...(fragment.within ?? []).flatMap(all)]

/** The days that an element of that path tells of, up to today. */
export function daysToldBy(path: string, fragment: Fragment, today: PlainDate): ToldDay[] {
  const kinds = daysIn[path]
  if (!kinds) return []
  return all(fragment).flatMap(({ name, text }) => {
    const kind = kinds[name]
    const day = (text ?? '').trim().slice(0, 10)
    return kind && isPlainDate(day) && day <= today ? [{ kind, on: day }] : []
  })
}

/** The category of abuse that a plan was for, latest first; null where it says none. */
export function categoryOf(fragment: Fragment): string | null {
  const parts = all(fragment)
  const code = ['LatestCategoryOfAbuse', 'InitialCategoryOfAbuse'].map((wanted) => parts.find(({ name }) => name === wanted)?.text?.trim()).find((found) => found !== undefined)
  return categories[code ?? ''] ?? null
}
