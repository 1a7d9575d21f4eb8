import { addMonths, type PlainDate } from '../../../kernel/dates.ts'
import { workingDaysBetween } from '../../../kernel/workingDays.ts'
import type { Told } from '../cin/model.ts'
import type { ReturnChild } from '../model.ts'
import { dayIn, within, wordsIn, yearOf, type CountedBy } from './told.ts'

type Case = Readonly<{ personId: string; told: Told; referred: PlainDate | undefined; closed: PlainDate | undefined; nfa: boolean }>
const casesOf = (children: readonly ReturnChild[]): Case[] => children.flatMap(({ personId, rows }) => (rows.Child ? within(rows.Child, 'CINdetails') : []).map((told) => ({
  personId, told, referred: dayIn(told, 'CINreferralDate'), closed: dayIn(told, 'CINclosureDate'), nfa: ['1', 'true'].includes(wordsIn(told, 'ReferralNFA') ?? ''),
})))
const people = (of: readonly Readonly<{ personId: string }>[]): readonly string[] => of.map((one) => one.personId)

/** What a children in need census says of its year. `before`: the census of the year before, for referrals that came again. */
export function countedInNeed(year: number, children: readonly ReturnChild[], before: readonly ReturnChild[] = []): CountedBy {
  const { from, to } = yearOf(year)
  const inYear = (day: PlainDate | undefined) => day !== undefined && day >= from && day <= to
  const cases = casesOf(children)
  const earlier = casesOf(before)
  const need = cases.filter((one) => !one.nfa)
  const referred = cases.filter((one) => inYear(one.referred))
  const again = referred.filter((one) => [...cases, ...earlier].some((other) => other.personId === one.personId && other.referred && one.referred && other.referred < one.referred && other.referred >= addMonths(one.referred, -12)))
  const assessed = cases.flatMap((one) => within(one.told, 'Assessments').map((told) => ({ personId: one.personId, began: dayIn(told, 'AssessmentActualStartDate'), done: dayIn(told, 'AssessmentAuthorisationDate') }))).filter((one) => inYear(one.done))
  const enquiries = cases.flatMap((one) => within(one.told, 'Section47').map((told) => ({ personId: one.personId, began: dayIn(told, 'S47ActualStartDate'), conference: dayIn(told, 'DateOfInitialCPC') })))
  const held = enquiries.filter((one) => inYear(one.conference))
  const plans = cases.flatMap((one) => within(one.told, 'ChildProtectionPlans').map((told) => ({ personId: one.personId, began: dayIn(told, 'CPPstartDate'), ended: dayIn(told, 'CPPendDate'), category: wordsIn(told, 'LatestCategoryOfAbuse') ?? wordsIn(told, 'InitialCategoryOfAbuse'), before: Number(wordsIn(told, 'NumberOfPreviousCPP') ?? '0') })))
  const begun = plans.filter((one) => inYear(one.began))
  const running = plans.filter((one) => one.began && one.began <= to && (!one.ended || one.ended > to))
  const since = (months: number) => addMonths(to, -months)
  const of = (category: string) => ({ people: people(running.filter((one) => one.category === category)), of: people(running) })
  return {
    'need.at31': { people: people(need.filter((one) => !one.closed || one.closed > to)) }, 'need.during': { people: people(need) },
    'need.started': { people: people(need.filter((one) => inYear(one.referred))) }, 'need.ended': { people: people(need.filter((one) => inYear(one.closed))) },
    'referral.count': { people: people(referred) }, 'referral.again': { people: people(again), of: people(referred) }, 'referral.nfa': { people: people(referred.filter((one) => one.nfa)), of: people(referred) },
    'assessment.done': { people: people(assessed) },
    'assessment.in45': { people: people(assessed.filter((one) => one.began && one.done && workingDaysBetween(one.began, one.done) <= 45)), of: people(assessed) },
    'section47.count': { people: people(enquiries.filter((one) => inYear(one.began))) }, 'conference.count': { people: people(held) },
    'conference.in15': { people: people(held.filter((one) => one.began && one.conference && workingDaysBetween(one.began, one.conference) <= 15)), of: people(held) },
    'plan.started': { people: people(begun) }, 'plan.again': { people: people(begun.filter((one) => one.before > 0)), of: people(begun) }, 'plan.at31': { people: people(running) },
    'plan.neglect': of('NEG'), 'plan.physical': of('PHY'), 'plan.sexual': of('SAB'), 'plan.emotional': of('EMO'),
    'plan.year': { people: people(running.filter((one) => one.began && one.began <= since(12) && one.began > since(24))), of: people(running) },
    'plan.long': { people: people(running.filter((one) => one.began && one.began <= since(24))), of: people(running) },
  }
}
