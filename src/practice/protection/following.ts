import type { Problem } from '../../kernel/errors.ts'
import { isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import type { Asking, Happening } from '../../record/access/model.ts'
import type { MeetingFollower } from '../../record/meetings/followers.ts'
import type { Hold, WholeMeeting } from '../../record/meetings/model.ts'
import type { EndReason, MemberLine, Plan } from '../../record/plans/model.ts'
import { currentPlans } from '../../record/plans/queries.ts'
import { changeCategory, endPlanFor, startPlan } from '../../record/plans/register.ts'
import { itemFor, managerOf, teamOfWorker } from '../../record/work/register.ts'
import { openStep } from './commands/opening.ts'

type Decided = Readonly<{ personId: string; outcome: string; category?: string | undefined; words?: string | undefined }>
const decidedAs = (hold: Hold, outcome: string): Decided[] => (hold.decisions ?? []).filter((one) => one.outcome === outcome)
const idsOf = (of: readonly Decided[]): string[] => of.map((one) => one.personId)
const reasonsOf = (of: readonly Decided[]): string => [...new Set(of.flatMap((one) => one.words?.trim() || []))].join(' ')

/** Who leads what comes of a meeting: the social worker who was asked to it, else whoever arranged it. */
async function leadOf(asking: Asking, meeting: WholeMeeting): Promise<{ workerId: string; teamId: string | null }> {
  const item = meeting.itemId ? await itemFor(asking, meeting.itemId) : undefined
  const workerId = meeting.invited.find((one) => one.agency === 'socialCare' && one.actorId && one.actorId !== meeting.chairId)?.actorId ?? item?.askedBy ?? item?.workerId ?? asking.actor.id
  return { workerId, teamId: await teamOfWorker(asking.db, workerId) }
}

const membersOf = (meeting: WholeMeeting, hold: Hold): MemberLine[] => [
  ...meeting.invited.filter((one) => hold.attendance.some((came) => came.invitedId === one.id && came.core)).map((one) => ({ agency: one.agency, name: one.name, ...(one.role ? { role: one.role } : {}), ...(one.personId ? { personId: one.personId } : {}), ...(one.actorId ? { actorId: one.actorId } : {}) })),
  ...(hold.members ?? []),
]
const running = (plans: readonly Plan[], kind: string, personId: string): Plan | undefined => plans.find((plan) => plan.kind === kind && plan.people.some((one) => one.personId === personId && !one.endedOn))

/** Ends the plans of a kind for these children, whichever plan each of them is on. */
async function endEach(asking: Asking, plans: readonly Plan[], kind: string, people: readonly string[], end: Readonly<{ on: PlainDate; reason: EndReason; words?: string; meetingId: string }>): Promise<Happening[]> {
  const happened: Happening[] = []
  for (const [planId, ids] of Map.groupBy(people, (personId) => running(plans, kind, personId)?.id)) if (planId) happened.push(...await endPlanFor(asking, planId, ids, end))
  return happened
}

async function childInNeedNext(asking: Asking, meeting: WholeMeeting, people: readonly string[], from: PlainDate): Promise<void> {
  if (people.length === 0) return
  const lead = await leadOf(asking, meeting)
  await openStep(asking, { kind: 'planChildInNeed', people, subject: { kind: 'meeting', id: meeting.id }, workerId: lead.workerId, teamId: lead.teamId, parentId: meeting.itemId ?? undefined, duty: 'childInNeed.firstMeeting', from })
}

async function begin(asking: Asking, meeting: WholeMeeting, hold: Hold, kind: 'protectionPlan' | 'childInNeedPlan', on: PlainDate): Promise<Happening[]> {
  const chosen = decidedAs(hold, kind)
  if (chosen.length === 0) return []
  const lead = await leadOf(asking, meeting)
  const people = idsOf(chosen)
  const planId = await startPlan(asking, {
    kind, startedOn: on, leadId: lead.workerId, teamId: lead.teamId, words: reasonsOf(chosen), people: chosen.map((one) => ({ id: one.personId, ...(kind === 'protectionPlan' && one.category ? { category: one.category } : {}) })),
    meeting: { id: meeting.id, kind: meeting.kind }, reason: kind === 'protectionPlan' ? 'Made by the conference' : 'Made at the first meeting', needs: hold.needs ?? [], members: membersOf(meeting, hold),
  })
  return [{ kind: 'plan.started', people, on, significant: true, subject: { kind: 'plan', id: planId } }]
}

const plansAt = (asking: Asking, meeting: WholeMeeting) => currentPlans(asking, meeting.people.map((one) => one.personId))

/** An initial, pre-birth or transfer-in conference: plans begin on its day for the children it decided one for. */
const conference: MeetingFollower = {
  kinds: ['initialConference', 'preBirthConference', 'transferInConference'],
  held: async (asking, meeting, hold) => {
    if (!isPlainDate(hold.on)) return []
    const before = await plansAt(asking, meeting)
    const chosen = idsOf(decidedAs(hold, 'protectionPlan'))
    const happened = await endEach(asking, before, 'childInNeedPlan', chosen, { on: hold.on, reason: 'steppedUp', meetingId: meeting.id })
    happened.push(...await begin(asking, meeting, hold, 'protectionPlan', hold.on))
    await childInNeedNext(asking, meeting, idsOf(decidedAs(hold, 'childInNeedPlan')).filter((id) => !running(before, 'childInNeedPlan', id)), hold.on)
    return happened
  },
}

/** A review conference: the plan goes on, or ends for some of them; a child in need plan follows where it was decided. */
const review: MeetingFollower = {
  kinds: ['reviewConference'],
  held: async (asking, meeting, hold) => {
    if (!isPlainDate(hold.on)) return []
    const before = await plansAt(asking, meeting)
    for (const one of decidedAs(hold, 'continues')) {
      const plan = running(before, 'protectionPlan', one.personId)
      if (plan && one.category) await changeCategory(asking, plan.id, one.personId, one.category)
    }
    const [down, over] = [decidedAs(hold, 'childInNeedPlan'), decidedAs(hold, 'noPlan')]
    const happened = [
      ...await endEach(asking, before, 'protectionPlan', idsOf(down), { on: hold.on, reason: 'steppedDown', words: reasonsOf(down), meetingId: meeting.id }),
      ...await endEach(asking, before, 'protectionPlan', idsOf(over), { on: hold.on, reason: 'safeEnough', words: reasonsOf(over), meetingId: meeting.id }),
    ]
    await childInNeedNext(asking, meeting, idsOf(down).filter((id) => !running(before, 'childInNeedPlan', id)), hold.on)
    return happened
  },
}

const childInNeedMeeting: MeetingFollower = {
  kinds: ['childInNeedMeeting'],
  held: async (asking, meeting, hold) => (isPlainDate(hold.on) ? begin(asking, meeting, hold, 'childInNeedPlan', hold.on) : []),
}

const childInNeedReview: MeetingFollower = {
  kinds: ['childInNeedReview'],
  held: async (asking, meeting, hold) => {
    if (!isPlainDate(hold.on)) return []
    const before = await plansAt(asking, meeting)
    const [help, over, harm] = [decidedAs(hold, 'earlyHelp'), decidedAs(hold, 'noPlan'), decidedAs(hold, 'strategyDiscussion')]
    if (harm.length > 0) {
      const lead = await leadOf(asking, meeting)
      const manager = lead.teamId ? await managerOf(asking.db, lead.teamId, []) : undefined
      await openStep(asking, { kind: 'strategyDiscussion', people: idsOf(harm), subject: { kind: 'meeting', id: meeting.id }, workerId: manager?.id ?? lead.workerId, teamId: lead.teamId, duty: 'strategyDiscussion.held', from: hold.on, words: reasonsOf(harm), askedBy: lead.workerId })
    }
    return [
      ...await endEach(asking, before, 'childInNeedPlan', idsOf(help), { on: hold.on, reason: 'earlyHelp', words: reasonsOf(help), meetingId: meeting.id }),
      ...await endEach(asking, before, 'childInNeedPlan', idsOf(over), { on: hold.on, reason: 'safeEnough', words: reasonsOf(over), meetingId: meeting.id }),
    ]
  },
}

const onAPlan: MeetingFollower = {
  kinds: ['reviewConference', 'coreGroup', 'childInNeedReview'],
  problems: (meeting): Problem[] => (meeting.subjectKind === 'plan' || meeting.subjectKind === null ? [] : [{ question: '', problem: 'This meeting belongs to no plan. Arrange it from the plan.' }]),
}

export const protectionFollowers: readonly MeetingFollower[] = [onAPlan, conference, review, childInNeedMeeting, childInNeedReview]
