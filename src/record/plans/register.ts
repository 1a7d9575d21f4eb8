import { careMeetings } from '../../../content/meetings/care.ts'
import { protectionMeetings } from '../../../content/meetings/protection.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Asking, Domain, Happening } from '../access/model.ts'
import type { EndReason, MemberLine, NeedLine, Plan, ProgressLine, WholePlan } from './model.ts'
import { changesOf } from './rules.ts'
import * as store from './store.ts'

const by = (asking: Asking): store.By => ({ at: asking.now, by: asking.actor.id })

/** The plan with everything in it that the reader may see. @throws NotFound */
export async function planFor(asking: Asking, planId: string): Promise<WholePlan> {
  const plan = await store.wholePlan(asking.db, planId)
  if (!plan) throw notFound('We could not find that plan.')
  asking.saw(plan.people.map((person) => person.personId))
  return plan
}
/** All people of a plan, for the `people` of a command. */
export const peopleOfPlan = store.peopleOfPlan

export type Started = Readonly<{
  kind: string; domain?: Domain; startedOn: PlainDate; leadId: string | null; teamId: string | null; words?: string; ifNot?: string; ownWords?: string
  people: readonly Readonly<{ id: string; category?: string }>[]
  /** The meeting that decided it. A child protection plan has none other than a conference that was held and decided it: the database keeps that. */
  meeting?: Readonly<{ id: string; kind: string }>
  reason: string; needs?: readonly NeedLine[]; members?: readonly MemberLine[]
}>

/** Begins a plan for some people at once, inside a command. @returns its id */
export async function startPlan(asking: Asking, p: Started): Promise<string> {
  const id = newId(Date.parse(asking.now))
  const domain = p.domain ?? 'children'
  await store.insertPlan(asking.db, by(asking), { id, kind: p.kind, domain, startedOn: p.startedOn, leadId: p.leadId, teamId: p.teamId, words: p.words ?? '', ifNot: p.ifNot ?? null, ownWords: p.ownWords?.trim() || null, reason: p.reason, meetingId: p.meeting?.id ?? null })
  for (const person of p.people) await joinPlan(asking, { id, kind: p.kind }, person, p.startedOn, p.meeting, domain)
  await writeLines(asking, { id, needs: [], actions: [] }, domain, p.needs ?? [], 1)
  for (const member of p.members ?? []) await store.insertMember(asking.db, by(asking), id, member, p.startedOn)
  return id
}

/** Somebody more on a plan that runs: a baby who is born, a child who joins the family. */
const joinPlan = (asking: Asking, plan: Pick<Plan, 'id' | 'kind'>, person: Readonly<{ id: string; category?: string }>, on: PlainDate, meeting: Started['meeting'], domain: Domain = 'children'): Promise<void> =>
  store.insertPerson(asking.db, by(asking), { planId: plan.id, personId: person.id, domain, kind: plan.kind, conference: meeting ?? null, category: person.category ?? null, startedOn: on })

async function writeLines(asking: Asking, plan: Readonly<{ id: string }> & Pick<WholePlan, 'needs' | 'actions'>, domain: Domain, needs: readonly NeedLine[], version: number): Promise<void> {
  const lines = changesOf(plan, needs)
  await store.endLines(asking.db, plan.id, lines.endNeeds, lines.endActions, version - 1)
  for (const need of lines.needs) {
    const about = need.words.about ?? []
    const needLine = need.fresh || !need.line
      ? await store.insertNeed(asking.db, by(asking), { planId: plan.id, line: need.line, domain, about, words: need.words.words.trim(), wanted: need.words.wanted.trim(), version, place: need.place }) : need.line
    for (const { line, fresh, action } of need.actions) {
      if (fresh) await store.insertAction(asking.db, by(asking), { planId: plan.id, needLine, line, domain, about: action.about ?? about, words: action.words.trim(), owner: action.owner.trim(), ownerId: action.ownerId ?? null, dueOn: action.dueOn ?? null, evidence: action.evidence?.trim() || null, version })
    }
  }
}

/** A new version of what the plan says; the one before stays to be read. */
export async function changePlan(asking: Asking, plan: WholePlan, change: Readonly<{ words: string; ifNot?: string | undefined; ownWords?: string | undefined; needs: readonly NeedLine[]; reason: string; meetingId?: string }>): Promise<number> {
  const version = plan.version + 1
  await store.renew(asking.db, plan.id, version, change.words.trim(), change.ifNot?.trim() || null, change.ownWords?.trim() || null)
  await store.insertVersion(asking.db, by(asking), { planId: plan.id, version, reason: change.reason.trim(), meetingId: change.meetingId ?? null })
  await writeLines(asking, plan, 'children', change.needs, version)
  return version
}

/** How far each need has come, as seen on a day: at a meeting where one is named. */
export async function recordProgress(asking: Asking, planId: string, lines: readonly ProgressLine[], on: PlainDate, meetingId: string | null): Promise<void> {
  for (const line of lines) {
    await store.insertProgress(asking.db, by(asking), { ...line, planId, domain: 'children', on, meetingId })
    if (line.progress === 'achieved' && (line.about ?? []).length === 0) await store.setNeedState(asking.db, planId, line.line, 'achieved')
  }
}

export const changeCategory = (asking: Asking, planId: string, personId: string, category: string): Promise<number> => store.setCategory(asking.db, planId, personId, category)

/** Ends the plan for some of its people; for the last of them it ends altogether. @returns what the chronology is told */
export async function endPlanFor(asking: Asking, planId: string, people: readonly string[], end: Readonly<{ on: PlainDate; reason: EndReason; words?: string | undefined; meetingId?: string | undefined }>): Promise<Happening[]> {
  const plan = await store.planById(asking.db, planId)
  if (!plan || people.length === 0) return []
  for (const personId of people) await store.endPerson(asking.db, planId, personId, { on: end.on, reason: end.reason, words: end.words?.trim() || null, meetingId: end.meetingId ?? null, at: asking.now })
  if ((await store.stillOn(asking.db, planId)).length === 0) await store.close(asking.db, planId, end.on)
  return [{ kind: 'plan.ended', people, on: end.on, significant: true, subject: { kind: 'plan', id: planId } }]
}

const reviews = careMeetings.filter((one) => one.chair === 'independent' && one.reviews === 'carePlan').map((one) => one.id)
const conferences = protectionMeetings.filter((one) => one.chair === 'independent').map((one) => one.id)
/** A chair’s sight ends with the plan, with the conference that decided none, and when somebody else has chaired since or reviews the child. */
export const letChairsGo = async (asking: Asking, people: readonly string[]): Promise<void> => { await store.letChairsGo(asking.db, people, asking.today, { conferences, reviews }) }

/** Running plans of a team that are about these people and nobody else. */
export const plansOfAll = async (asking: Asking, people: readonly string[], teamId: string): Promise<Plan[]> => store.plansOfAll(asking.db, people, teamId)
/** They go to another team, with another lead. */
export async function passOnPlans(asking: Asking, plans: readonly Plan[], to: Readonly<{ leadId: string; teamId: string }>): Promise<void> {
  for (const plan of plans) await store.passOn(asking.db, by(asking), plan.id, { ...to, on: asking.today })
}
