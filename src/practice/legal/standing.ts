import type { Happening } from '../../engine/timescales/model.ts'
import { statusesOf } from '../../record/people/legal/register.ts'
import type { LegalStatus } from '../../record/people/legal/model.ts'
import { addDays } from '../../kernel/dates.ts'
import { holdersOf, partsOf } from '../../record/people/queries.ts'
import type { Asking } from '../../record/access/model.ts'
import type { ClockSource, Standing, StandingSource } from '../../record/work/standing/sources.ts'
import { happeningsOf } from './rules.ts'
import * as store from './store.ts'

/** Orders that run out by themselves within days or hours, and the duty that says when. */
const runOut: Readonly<Record<string, Readonly<{ event: string; duty: string }>>> = {
  emergencyProtection: { event: 'emergencyProtectionOrder.made', duty: 'emergencyProtectionOrder.lasts' }, emergencyProtectionInCare: { event: 'emergencyProtectionOrder.made', duty: 'emergencyProtectionOrder.lasts' },
  policeProtection: { event: 'policeProtection.started', duty: 'policeProtection.lasts' }, policeProtectionInCare: { event: 'policeProtection.started', duty: 'policeProtection.lasts' },
  childAssessment: { event: 'childAssessmentOrder.started', duty: 'childAssessmentOrder.lasts' }, childAssessmentInCare: { event: 'childAssessmentOrder.started', duty: 'childAssessmentOrder.lasts' },
}
const shortOrders = (statuses: readonly LegalStatus[]): LegalStatus[] => statuses.filter((one) => one.code in runOut)

/** What orders are to clocks: made, and extended where the court set a later day than the law’s own. */
const orderHappenings = (statuses: readonly LegalStatus[]): Happening[] => shortOrders(statuses).toSorted((a, b) => a.from.localeCompare(b.from)).flatMap((one): Happening[] => {
  const rule = runOut[one.code]
  if (!rule) return []
  const about = { people: [one.personId] }
  const extended = rule.duty === 'emergencyProtectionOrder.lasts' && one.expiresOn && one.expiresOn > addDays(one.from, 8)
  return [{ event: rule.event, on: one.from, ...(one.fromAt ? { at: one.fromAt } : {}), ...about }, ...(extended && one.expiresOn ? [{ event: 'emergencyProtectionOrder.extended', on: one.from, until: one.expiresOn, ...about }] : [])]
})

async function orders(asking: Asking, people: readonly string[], ids: readonly string[]): Promise<LegalStatus[]> {
  const statuses = shortOrders(await statusesOf(asking, ids))
  if (statuses.length === 0 || ids.length === people.length) return statuses
  const owner = new Map([...(await partsOf(asking, people))].flatMap(([id, parts]) => parts.map((part) => [part, id] as const)))
  return statuses.map((one) => ({ ...one, personId: owner.get(one.personId) ?? one.personId }))
}

export const legalClocks: ClockSource = async (asking, people, ids) => {
  const matters = await store.mattersAbout(asking.db, ids)
  const facts = matters.length > 0 ? await store.factsOf(asking.db, matters.map((one) => one.id)) : []
  return [...people.flatMap((id) => matters.flatMap((matter) => happeningsOf(matter, facts.filter((fact) => fact.matterId === matter.id), id))), ...orderHappenings(await orders(asking, people, ids))]
}

const duties = {
  preProceedings: ['preProceedings.letterSent', 'preProceedings.met', 'preProceedings.reviewed', 'preProceedings.concluded'],
  proceedings: ['careProceedings.issued', 'caseManagementHearing.held', 'careProceedings.concluded'],
} as const
/** Every duty of this module that comes and goes by what happens. */
export const legalDuties: readonly string[] = [...duties.preProceedings, ...duties.proceedings, ...new Set(Object.values(runOut).map((one) => one.duty))]

/** Which piece of work a duty is in a tray. */
const workOfDuty = (duty: string): string => ({ 'preProceedings.letterSent': 'legalLetter', 'preProceedings.met': 'legalParentsMeeting', 'preProceedings.reviewed': 'legalReview', 'preProceedings.concluded': 'legalDecide', 'careProceedings.issued': 'legalIssue', 'caseManagementHearing.held': 'legalHearing', 'careProceedings.concluded': 'legalConclude' })[duty] ?? 'orderRunsOut'

/** The duties of one kind of matter, with the piece of work each is in a tray. */
export const legalStands = (kind: 'preProceedings' | 'proceedings'): readonly Readonly<{ duty: string; kind: string }>[] => duties[kind].map((duty) => ({ duty, kind: workOfDuty(duty) }))

/** What stands while a matter goes on for a child, and while an order holds that runs out in days. */
export const legalStanding: StandingSource = async (asking, people, ids) => {
  const going = (await store.mattersAbout(asking.db, ids)).flatMap((matter) => matter.people.filter((one) => one.endedOn === null && people.includes(one.personId)).map((one) => ({ matter, personId: one.personId })))
  const short = (await orders(asking, people, ids)).filter((one) => one.to === null)
  if (going.length === 0 && short.length === 0) return []
  const holders = await holdersOf(asking, people)
  const held = (personId: string): Pick<Standing, 'workerId' | 'teamId'> => { const one = holders.get(personId); return { workerId: one?.workerId ?? null, teamId: one?.teamId ?? null } }
  return [
    ...going.flatMap(({ matter, personId }) => legalStands(matter.kind).map((stands): Standing => ({ ...stands, personId, subject: { kind: 'legalMatter', id: matter.id }, ...held(personId), ...(matter.leadId ? { workerId: matter.leadId, teamId: matter.teamId } : {}) }))),
    ...short.flatMap((one): Standing[] => { const rule = runOut[one.code]; return rule ? [{ duty: rule.duty, kind: 'orderRunsOut', personId: one.personId, subject: { kind: 'legalStatus', id: one.orderId }, ...held(one.personId) }] : [] }),
  ]
}
