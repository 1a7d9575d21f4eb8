import { before, beginsWithin, censusRules, codesOf, eachWithin, inCensus, noneAlone, outside, plans, protection, type CensusFind } from '../rule.ts'
import type { CensusChild, CensusOf, Plan, Protection } from '../rows.ts'

const planOpen = ({ raw }: Plan): boolean => raw.CINPlanEndDate === ''
const protectionOpen = ({ raw }: Protection): boolean => raw.CPPendDate === ''
const allPlans = ({ details }: CensusChild): readonly Plan[] => details.flatMap(({ plans: rows }) => rows)
const allProtection = ({ details }: CensusChild): readonly Protection[] => details.flatMap(({ protection: rows }) => rows)

/** The plan begins on or after the other began, and before the other ended. */
const runsThen = (from: string | undefined, began: string | undefined, ended: string | undefined, open: boolean, { closes }: CensusOf): boolean =>
  from !== undefined && began !== undefined && from >= began && (open ? from <= closes : ended !== undefined && from < ended)
const together = (wrong: (plan: Plan, other: Protection, census: CensusOf) => boolean): CensusFind => (child, census) => {
  const found = new Set<Plan | Protection>()
  for (const plan of allPlans(child)) for (const other of allProtection(child)) if (wrong(plan, other, census)) found.add(plan).add(other)
  return found
}

/** Child in need plans. */
export const planRules = censusRules({
  4001: {
    reads: { CINplanDates: 'CINPlanEndDate', ChildProtectionPlans: 'CPPendDate' }, words: 'A child in need plan and a child protection plan are both running. The one ends when the other begins.',
    breaks: ({ details }) => details.flatMap((each) => {
      const [need, safety] = [each.plans.filter(planOpen), each.protection.filter(protectionOpen)]
      return need.length > 0 && safety.length > 0 ? [...need, ...safety] : []
    }),
  },
  4003: {
    reads: { CINplanDates: 'CINPlanStartDate CINPlanEndDate', Reviews: 'CPPreviewDate', ChildProtectionPlans: 'CPPendDate' }, words: 'A child protection review was held while a child in need plan was running.',
    breaks: (child, census) => {
      const need = allPlans(child)
      if (need.length === 0) return []
      // the review that ended the plan is the day on which a child in need plan begins
      return allProtection(child).flatMap(({ reviews, CPPendDate }) => reviews.filter(({ CPPreviewDate }) => CPPreviewDate !== CPPendDate && need.some((plan) => runsThen(CPPreviewDate, plan.CINPlanStartDate, plan.CINPlanEndDate, planOpen(plan), census))))
    },
  },
  4004: { reads: { CINplanDates: 'CINPlanEndDate' }, words: 'Several child in need plans are running at once. End those that ended.', breaks: (child) => { const running = allPlans(child).filter(planOpen); return running.length > 1 ? running : [] } },
  4008: { reads: { CINplanDates: 'CINPlanStartDate', ChildIdentifiers: 'PersonDeathDate' }, words: 'The child in need plan began after the child died.', breaks: eachWithin(plans, ({ CINPlanStartDate }, _details, { identifiers }) => before(identifiers.PersonDeathDate, CINPlanStartDate)) },
  '4009Q': { reads: { CINplanDates: 'CINPlanEndDate', ChildIdentifiers: 'PersonDeathDate' }, words: 'The child in need plan ended after the child died: it ends on that day.', breaks: eachWithin(plans, ({ CINPlanEndDate }, _details, { identifiers }) => before(identifiers.PersonDeathDate, CINPlanEndDate)) },
  4010: { reads: { CINplanDates: 'CINPlanStartDate' }, words: 'The child in need plan has no day on which it began, or one after the end of the census.', breaks: eachWithin(plans, ({ CINPlanStartDate }, _details, _child, { closes }) => CINPlanStartDate === undefined || closes < CINPlanStartDate) },
  4011: { reads: { CINplanDates: 'CINPlanStartDate CINPlanEndDate' }, words: 'The child in need plan ended before it began.', breaks: eachWithin(plans, ({ CINPlanStartDate, CINPlanEndDate }) => before(CINPlanEndDate, CINPlanStartDate)) },
  '4012Q': { reads: { CINplanDates: 'CINPlanStartDate CINPlanEndDate' }, words: 'The child in need plan began and ended on one day. See both.', breaks: eachWithin(plans, ({ CINPlanStartDate, CINPlanEndDate }) => CINPlanStartDate !== undefined && CINPlanStartDate === CINPlanEndDate) },
  4013: { reads: { CINplanDates: 'CINPlanEndDate' }, words: 'The child in need plan ended outside the twelve months of the census.', breaks: eachWithin(plans, ({ CINPlanEndDate }, _details, _child, census) => outside(CINPlanEndDate, census)) },
  4014: { reads: { CINplanDates: 'CINPlanStartDate CINPlanEndDate' }, words: 'The child in need plan began while another was running.', breaks: (child, { closes }) => beginsWithin(allPlans(child), (plan) => ({ from: plan.CINPlanStartDate, to: plan.CINPlanEndDate, open: planOpen(plan) }), closes, 'last day too') },
  4015: { reads: { CINplanDates: 'CINPlanStartDate', CINdetails: 'CINreferralDate' }, words: 'The child in need plan began before the referral.', breaks: eachWithin(plans, ({ CINPlanStartDate }, { CINreferralDate }) => before(CINPlanStartDate, CINreferralDate)) },
  4016: {
    reads: { CINplanDates: 'CINPlanStartDate', ChildProtectionPlans: 'CPPstartDate CPPendDate' }, words: 'The child in need plan began while a child protection plan was running.',
    breaks: together((plan, other, census) => runsThen(plan.CINPlanStartDate, other.CPPstartDate, other.CPPendDate, protectionOpen(other), census)),
  },
  4017: {
    reads: { CINplanDates: 'CINPlanStartDate CINPlanEndDate', ChildProtectionPlans: 'CPPstartDate' }, words: 'The child protection plan began while a child in need plan was running: that one ends on the day.',
    breaks: together((plan, other, census) => runsThen(other.CPPstartDate, plan.CINPlanStartDate, plan.CINPlanEndDate, planOpen(plan), census)),
  },
})

/** Child protection plans and their reviews. */
export const protectionRules = censusRules({
  1105: { reads: { ChildProtectionPlans: 'CPPstartDate', CINdetails: 'CINreferralDate' }, words: 'The child protection plan began before the referral.', breaks: eachWithin(protection, ({ CPPstartDate }, { CINreferralDate }) => before(CPPstartDate, CINreferralDate)) },
  2883: {
    reads: { Header: 'Year', ChildProtectionPlans: 'CPPstartDate', CINdetails: 'DateOfInitialCPC', Section47: 'DateOfInitialCPC' }, needs: ['whole return'], words: 'More child protection plans began in the year than initial conferences were held. Some conferences are not recorded.', breaks: noneAlone,
    whole: (census) => {
      let [began, held] = [0, 0]
      return {
        see({ details }) {
          for (const each of details) {
            began += each.protection.filter(({ CPPstartDate }) => inCensus(CPPstartDate, census)).length
            held += [each.DateOfInitialCPC, ...each.enquiries.map(({ DateOfInitialCPC }) => DateOfInitialCPC)].filter((day) => inCensus(day, census)).length
          }
        },
        found: () => (began > held ? [['', census.header] as const] : []),
      }
    },
  },
  2885: {
    reads: { ChildProtectionPlans: 'CPPstartDate', CINdetails: 'DateOfInitialCPC', Section47: 'DateOfInitialCPC' }, words: 'The child protection plan began on another day than the initial conference. It begins with it.',
    breaks: eachWithin(protection, ({ CPPstartDate }, { DateOfInitialCPC, enquiries }, _child, census) => inCensus(CPPstartDate, census) && DateOfInitialCPC !== CPPstartDate && !enquiries.some((each) => each.DateOfInitialCPC === CPPstartDate)),
  },
  8720: { reads: { ChildProtectionPlans: 'CPPstartDate' }, words: 'The child protection plan has no day on which it began, or one after the end of the census.', breaks: eachWithin(protection, ({ CPPstartDate }, _details, _child, { closes }) => CPPstartDate === undefined || closes < CPPstartDate) },
  8730: { reads: { ChildProtectionPlans: 'NumberOfPreviousCPP' }, words: 'Say how many child protection plans the child had before: 0 when none.', breaks: eachWithin(protection, ({ NumberOfPreviousCPP }) => !/^\d+$/.test(NumberOfPreviousCPP)) },
  8840: { reads: { ChildProtectionPlans: 'CPPstartDate CPPendDate' }, words: 'The child protection plan began and ended on one day.', breaks: eachWithin(protection, ({ CPPstartDate, CPPendDate }) => CPPstartDate !== undefined && CPPstartDate === CPPendDate) },
  8841: {
    reads: { ChildProtectionPlans: 'CPPstartDate', Reviews: 'CPPreviewDate' }, words: 'A review was held before the child protection plan began, or on that day.',
    breaks: (child) => allProtection(child).flatMap(({ CPPstartDate, reviews }) => reviews.filter(({ CPPreviewDate }) => CPPstartDate !== undefined && CPPreviewDate !== undefined && CPPreviewDate <= CPPstartDate)),
  },
  '8842Q': { reads: { Reviews: 'CPPreviewDate' }, words: 'A review has no day.', breaks: (child) => allProtection(child).flatMap(({ reviews }) => reviews.filter(({ CPPreviewDate }) => CPPreviewDate === undefined)) },
  8905: { reads: { ChildProtectionPlans: 'InitialCategoryOfAbuse' }, words: 'Choose the category of abuse at the beginning from the list.', breaks: eachWithin(protection, ({ InitialCategoryOfAbuse }, _details, _child, census) => !codesOf('abuse', census).has(InitialCategoryOfAbuse)) },
  8910: { reads: { ChildProtectionPlans: 'LatestCategoryOfAbuse' }, words: 'Choose the latest category of abuse from the list.', breaks: eachWithin(protection, ({ LatestCategoryOfAbuse }, _details, _child, census) => !codesOf('abuse', census).has(LatestCategoryOfAbuse)) },
  8915: { reads: { ChildProtectionPlans: 'CPPstartDate', ChildIdentifiers: 'PersonDeathDate' }, words: 'The child protection plan began after the child died.', breaks: eachWithin(protection, ({ CPPstartDate }, _details, { identifiers }) => before(identifiers.PersonDeathDate, CPPstartDate)) },
  8920: { reads: { ChildProtectionPlans: 'CPPendDate', ChildIdentifiers: 'PersonDeathDate' }, words: 'The child protection plan ended after the child died: it ends on that day.', breaks: eachWithin(protection, ({ CPPendDate }, _details, { identifiers }) => before(identifiers.PersonDeathDate, CPPendDate)) },
  8925: { reads: { ChildProtectionPlans: 'CPPstartDate CPPendDate' }, words: 'The child protection plan ended before it began.', breaks: eachWithin(protection, ({ CPPstartDate, CPPendDate }) => before(CPPendDate, CPPstartDate)) },
  8930: { reads: { ChildProtectionPlans: 'CPPendDate' }, words: 'The child protection plan ended outside the twelve months of the census.', breaks: eachWithin(protection, ({ CPPendDate }, _details, _child, census) => outside(CPPendDate, census)) },
  8935: { reads: { ChildProtectionPlans: 'CPPendDate' }, words: 'Several child protection plans are running at once. End those that ended.', breaks: (child) => { const running = allProtection(child).filter(protectionOpen); return running.length > 1 ? running : [] } },
  8940: { reads: { ChildProtectionPlans: 'CPPstartDate CPPendDate' }, words: 'The child protection plan began while another was running.', breaks: (child, { closes }) => beginsWithin(allProtection(child), (plan) => ({ from: plan.CPPstartDate, to: plan.CPPendDate, open: protectionOpen(plan) }), closes, 'last day too') },
})
