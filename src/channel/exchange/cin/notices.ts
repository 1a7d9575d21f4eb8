import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { NoticeTeller, PersonNotice } from '../../../record/people/notices.ts'
import { categoryOf } from './besideTheRecord.ts'
import type { Fragment } from './model.ts'
import { keptOf, type KeptBeside } from './tellersStore.ts'

const textOf = (fragment: Fragment, name: string): string | undefined => fragment.within?.find((inner) => inner.name === name)?.text?.trim() || undefined
const inWords = (day: string | undefined): string => (day && isPlainDate(day) ? ` on ${dayInWords(day)}` : '')

/** A plan that the newest telling of it has no end of: no page may call that "no plan". */
function openPlans(kept: readonly KeptBeside[], path: string, start: string, end: string): Fragment[] {
  const plans = kept.filter((one) => one.path === path).map(({ fragment }) => fragment)
  const ended = new Set(plans.filter((plan) => textOf(plan, end)).map((plan) => textOf(plan, start)))
  return plans.filter((plan) => !ended.has(textOf(plan, start)))
}

const things: Readonly<Record<string, readonly [string, string]>> = {
  'Child/CINdetails/ChildProtectionPlans': ['child protection plan', 'child protection plans'],
  'Child/CINdetails/CINPlanDates': ['child in need plan', 'child in need plans'],
  'Child/CINdetails/Section47': ['section 47 enquiry', 'section 47 enquiries'],
  'Child/CINdetails/DateOfInitialCPC': ['child protection conference', 'child protection conferences'],
}

/** What a page says of a person whom a census brought: plans without an end first, then what came without a name. */
export const censusNotices: NoticeTeller = async ({ db }, ids) => {
  const { origins, kept, named } = await keptOf(db, ids)
  const [origin] = origins
  if (!origin) return []
  const notices: PersonNotice[] = []
  const teller = origin.from ?? `The census of ${origin.year}`
  for (const plan of openPlans(kept, 'Child/CINdetails/ChildProtectionPlans', 'CPPstartDate', 'CPPendDate')) {
    const category = categoryOf(plan)
    notices.push({ kind: 'soon', title: `A child protection plan began${inWords(textOf(plan, 'CPPstartDate'))}${category ? `, for ${category}` : ''}.`, words: `${teller} tells of no end. It is kept beside the record: ask the team who worked with the child before.` })
  }
  for (const plan of openPlans(kept, 'Child/CINdetails/CINPlanDates', 'CINPlanStartDate', 'CINPlanEndDate')) {
    notices.push({ kind: 'soon', title: `A child in need plan began${inWords(textOf(plan, 'CINPlanStartDate'))}.`, words: `${teller} tells of no end. It is kept beside the record.` })
  }
  if (origin.from) {
    const values = kept.filter(({ path }) => !path.startsWith('Child/'))
    if (values.length > 0) notices.push({ kind: 'soon', title: `Not all that ${origin.from} said of this person fitted.`, words: `Kept beside the record as it came: ${listed(values.slice(0, 12).map(({ path, fragment, reason }) => `${path.slice(path.indexOf('/') + 1)}${fragment.text ? ` “${fragment.text}”` : ''} (${reason})`))}${values.length > 12 ? `, and ${values.length - 12} more` : ''}.` })
  } else if (!named) {
    const counted = Object.entries(things).flatMap(([path, [one, several]]) => {
      const count = kept.filter((each) => each.path === path).length
      return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
    })
    notices.push({
      kind: 'theme', title: `Taken over from the children in need census of ${origin.year}${origin.localId ? `, number ${origin.localId}` : ''}.`,
      words: `A census has no names, addresses, families or visits: write them as you learn them.${counted.length > 0 ? ` Kept beside the record: ${listed(counted)}.` : ''}`,
    })
  }
  return notices
}
