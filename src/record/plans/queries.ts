import { meetingKinds } from '../../../content/meetings/kinds.ts'
import { carePlans, planKinds, type PlanKind } from '../../../content/meetings/plans.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { Asking } from '../access/model.ts'
import { idsIn, idsOf, type Parts } from '../people/queries.ts'
import type { Plan, WholePlan } from './model.ts'
import { planFor } from './register.ts'
import * as store from './store.ts'

export const planKindOf = (kind: string): PlanKind => planKinds.find((one) => one.id === kind) ?? { id: kind, name: 'Plan', inPlain: 'the plan', members: 'Who helps', reviewedBy: [] }

/** Plans that run for these people (survivors), newest first. */
export async function currentPlans(asking: Asking, people: readonly string[], parts?: Parts): Promise<readonly Plan[]> {
  const plans = await store.plansAbout(asking.db, parts ? idsIn(parts, people) : await idsOf(asking, people), true)
  asking.saw([...new Set(plans.flatMap((plan) => plan.people.map((person) => person.personId)))])
  return plans
}
/** Every plan there is or was of these people (survivors), newest first. */
export async function plansOf(asking: Asking, people: readonly string[]): Promise<readonly Plan[]> {
  const plans = await store.plansAbout(asking.db, await idsOf(asking, people), false)
  asking.saw([...new Set(plans.flatMap((plan) => plan.people.map((person) => person.personId)))])
  return plans
}

/** One plan, whole. */
export const plan = query('plans.one', shape({ id: Id }), { may: 'record.read', run: (asking, { id }) => planFor(asking, id) })

/** The plans whose progress is told at a meeting: the one that it belongs to, else those that run for its people and are reviewed by meetings of its kind. */
export async function plansReviewedAt(asking: Asking, meeting: Readonly<{ kind: string; subjectKind: string | null; subjectId: string | null; people: readonly Readonly<{ personId: string }>[] }>): Promise<readonly WholePlan[]> {
  if (!meetingKinds.some((kind) => kind.id === meeting.kind && kind.reviews)) return []
  if (meeting.subjectKind === 'plan' && meeting.subjectId && !inCare.has(meeting.kind)) return [await planFor(asking, meeting.subjectId)]
  const plans = (await currentPlans(asking, meeting.people.map((one) => one.personId))).filter((one) => planKindOf(one.kind).reviewedBy.includes(meeting.kind))
  const found: WholePlan[] = []
  for (const one of plans) found.push(await planFor(asking, one.id))
  return found
}

const reviewing = (kinds: readonly PlanKind[]): readonly string[] => meetingKinds.filter((kind) => kind.reviews && kinds.some((one) => one.reviewedBy.includes(kind.id))).map((kind) => kind.id)
/** Meetings that review plans of children in our care: several plans at once, and the meeting belongs to none of them. */
const inCare = new Set(reviewing(carePlans))
const inOneMeeting = carePlans.flatMap((plan) => plan.reviewedBy.map((meeting) => `${plan.id}/${meeting}`))
/** Plans of some teams in which nothing had come further at the last two reviews running. */
/** Meetings that review plans, and those that review every plan of their people: by these a plan is seen to drift. */
export const driftRule = { reviews: reviewing(planKinds), care: inOneMeeting } as const

export type Drifting = Readonly<{ byTeam: ReadonlyMap<string | null, number>; first: readonly store.Drift[] }>
/** The plans of these teams that drift: of one team as it stands now, of several as it was last looked for. */
export async function driftOfTeams(asking: Asking, teams: readonly string[], most: number): Promise<Drifting> {
  if (teams.length > 1) {
    const { byTeam, first } = await store.driftKept(asking.db, teams, most)
    asking.saw([...new Set(first.flatMap((one) => one.people))])
    return { byTeam: new Map(byTeam.map((one) => [one.team, one.plans])), first }
  }
  const all = await driftingPlans(asking, teams)
  return { byTeam: new Map([...Map.groupBy(all, (one) => one.teamId)].map(([team, of]) => [team, of.length])), first: all.slice(0, most) }
}
export async function driftingPlans(asking: Asking, teams: readonly string[]): Promise<readonly store.Drift[]> {
  const found = await store.drifting(asking.db, { teams }, reviewing(planKinds), inOneMeeting)
  asking.saw([...new Set(found.flatMap((one) => one.people))])
  return found
}
/** The same of the plans that one colleague leads. */
export async function driftingOfLead(asking: Asking, leadId: string): Promise<readonly store.Drift[]> {
  const found = await store.drifting(asking.db, { lead: leadId }, reviewing(planKinds), inOneMeeting)
  asking.saw([...new Set(found.flatMap((one) => one.people))])
  return found
}
/** The plans that run and that these meetings made or reviewed, by their ids. */
export const runningPlansOf = async (asking: Asking, meetings: readonly string[]): Promise<readonly string[]> => (meetings.length > 0 ? store.plansOfMeetings(asking.db, meetings) : [])
/** Those of these plans that drift. */
export async function driftingAmong(asking: Asking, plans: readonly string[]): Promise<readonly store.Drift[]> {
  const found = plans.length > 0 ? await store.drifting(asking.db, { plans }, reviewing(planKinds), inOneMeeting) : []
  asking.saw([...new Set(found.flatMap((one) => one.people))])
  return found
}

/** Children on a plan with whom nobody works, as far as the reader sees them. */
export const onPlanWithNobody = (asking: Asking): Promise<{ id: string; kind: string; planId: string; since: PlainDate }[]> => store.withNobody(asking.db)
