import type { Asking } from '../../record/access/model.ts'
import { currentPlans } from '../../record/plans/queries.ts'
import type { Standing, StandingSource } from '../../record/work/standing/sources.ts'

type Kept = Pick<Standing, 'duty' | 'kind' | 'section' | 'meets'>
/** What has to be done again and again while a plan of a kind lasts. */
const whileOn: Readonly<Record<string, readonly Kept[]>> = {
  protectionPlan: [
    { duty: 'coreGroup.first', kind: 'arrangeMeeting', section: 'coreGroup', meets: 'coreGroup' },
    { duty: 'coreGroup.later', kind: 'arrangeMeeting', section: 'coreGroup', meets: 'coreGroup' },
    { duty: 'reviewConference.first', kind: 'arrangeMeeting', section: 'reviewConference', meets: 'reviewConference' },
    { duty: 'reviewConference.later', kind: 'arrangeMeeting', section: 'reviewConference', meets: 'reviewConference' },
    { duty: 'childProtectionVisit.made', kind: 'visit' },
  ],
  childInNeedPlan: [
    { duty: 'childInNeed.reviewed', kind: 'arrangeMeeting', section: 'childInNeedReview', meets: 'childInNeedReview' },
    { duty: 'childInNeed.visited', kind: 'visit' },
  ],
}
/** What stands while a plan of this kind lasts. */
export const protectionStands = (kind: string): readonly Kept[] => whileOn[kind] ?? []
export const protectionDuties: readonly string[] = Object.values(whileOn).flatMap((all) => all.map((one) => one.duty))

/** The duties of every plan that runs for one of these people. */
export const protectionStanding: StandingSource = async (asking: Asking, people) =>
  (await currentPlans(asking, people)).flatMap((plan) => plan.people.filter((one) => !one.endedOn && people.includes(one.personId)).flatMap((one) =>
    (whileOn[plan.kind] ?? []).map((duty): Standing => ({ ...duty, personId: one.personId, subject: { kind: 'plan', id: plan.id }, workerId: plan.leadId, teamId: plan.teamId }))))
