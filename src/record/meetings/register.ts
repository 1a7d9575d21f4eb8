import { conflict, notFound, type Problem } from '../../kernel/errors.ts'
import { isPlainDate, momentOf, type PlainDate } from '../../kernel/dates.ts'
import type { MeetingKind } from '../../engine/meetings/model.ts'
import type { Asking, Domain, Happening } from '../access/model.ts'
import { plansReviewedAt } from '../plans/queries.ts'
import { letChairsGo, recordProgress } from '../plans/register.ts'
import { clockDueOn, finishWork, involveAs, itemFor, moveClock, openWork } from '../work/register.ts'
import { keepInStep } from '../work/standing/step.ts'
import { followersOf } from './followers.ts'
import type { Arrange, Hold, Invitation, WholeMeeting } from './model.ts'
import { asksCategory, kindOf, problemsOfDay, problemsOfHold, quoracyAt, reportsBy } from './rules.ts'
import * as store from './store.ts'

const by = (asking: Asking): store.By => ({ at: asking.now, by: asking.actor.id })
const domainOf = (kind: MeetingKind): Domain => kind.domain

/** The meeting with everything in it that the reader may see. @throws NotFound */
export async function meetingFor(asking: Asking, meetingId: string): Promise<WholeMeeting> {
  const meeting = await store.wholeMeeting(asking.db, meetingId)
  if (!meeting) throw notFound('We could not find that meeting.')
  asking.saw(meeting.people.map((person) => person.personId))
  return meeting
}
/** All people a meeting is about, for the `people` of a command. */
export const peopleOfMeeting = store.peopleOfMeeting

/** The kind of meeting. @throws NotFound where there is none of that name */
export function kindFor(id: string): MeetingKind {
  const kind = kindOf(id)
  if (!kind) throw notFound('There is no such kind of meeting.')
  return kind
}

/** By when the meeting has to be held, by the clocks that the piece of work carries. */
export async function dueBy(asking: Asking, kind: MeetingKind, itemId: string | undefined): Promise<Readonly<{ on: PlainDate | null; duty: string | null }>> {
  if (!itemId) return { on: null, duty: null }
  for (const duty of kind.duties) {
    const on = await clockDueOn(asking, duty, itemId)
    if (on) return { on, duty }
  }
  const item = await itemFor(asking, itemId)
  return { on: item.dueOn, duty: item.duty }
}

export async function invite(asking: Asking, meetingId: string, kind: MeetingKind, on: PlainDate, invited: readonly Invitation[]): Promise<void> {
  for (const one of invited) await store.insertInvited(asking.db, by(asking), meetingId, { ...one, on: asking.today, reportDueOn: reportsBy(kind, on, asking.today) })
}

type Arranged = Readonly<{ itemId: string }> | Readonly<{ problems: readonly Problem[] }>
/** Arranges a meeting, inside a command: the clock of the work that asked for it goes with whoever holds it. `atOnce`: it is written down as held in the same command. */
export async function arrangeMeeting(asking: Asking, m: Arrange, how: Readonly<{ atOnce?: true; involves?: false }> = {}): Promise<Arranged> {
  const kind = kindFor(m.kind)
  const due = await dueBy(asking, kind, m.itemId)
  const problems = how.atOnce ? [] : problemsOfDay(kind, m.on, asking.today, { dueOn: due.on, reason: m.lateReason })
  if (problems.length > 0 || !isPlainDate(m.on)) return { problems }
  const at = m.time ? momentOf(m.on, m.time) : null
  const from = m.itemId ? await itemFor(asking, m.itemId) : undefined
  const subject = m.subject ?? (from?.subjectKind && from.subjectId ? { kind: from.subjectKind, id: from.subjectId } : null)
  await store.insertMeeting(asking.db, by(asking), {
    id: m.id, kind: kind.id, domain: domainOf(kind), people: m.people, on: m.on, at, place: m.place?.trim() || null, chairId: m.chairId ?? null, chairName: m.chairId ? null : m.chairName?.trim() || null,
    subject, itemId: null, dueOn: due.on, duty: due.duty, lateReason: m.lateReason?.trim() || null,
  })
  await invite(asking, m.id, kind, m.on, m.invited)
  await store.insertChange(asking.db, by(asking), { meetingId: m.id, what: 'arranged', from: null, to: m.on, reason: m.lateReason?.trim() || null })
  const apart = m.chairId !== undefined && m.chairId !== asking.actor.id
  const itemId = await openWork(asking, {
    kind: kind.id, domain: domainOf(kind), people: m.people, subject: { kind: 'meeting', id: m.id }, parentId: m.itemId, workerId: m.chairId ?? asking.actor.id, teamId: m.chairId && m.chairId !== from?.workerId ? null : (from?.teamId ?? asking.actor.teams[0] ?? null),
    askedBy: apart ? asking.actor.id : undefined, dueOn: m.on, ...(at ? { dueAt: at } : {}), duty: due.duty ?? kind.duties[0], ...(how.involves === false || apart || kind.domain !== 'children' ? { involves: false as const } : {}),
  })
  if (apart && m.chairId && how.involves !== false) await involveAs(asking, m.people, m.chairId, domainOf(kind), 'chair')
  await store.setItem(asking.db, m.id, itemId)
  if (m.itemId && from && from.state !== 'done' && from.state !== 'cancelled') {
    for (const duty of kind.duties) await moveClock(asking, duty, m.itemId, itemId)
    await finishWork(asking, m.itemId, { outcome: 'arranged' })
  }
  return { itemId }
}

type Held = Readonly<{ happened: readonly Happening[] }> | Readonly<{ problems: readonly Problem[] }>
/** Writes down a meeting that was held: one set of minutes for all of them, and what was decided for each. */
export async function holdMeeting(asking: Asking, meetingId: string, hold: Hold): Promise<Held> {
  const meeting = await meetingFor(asking, meetingId)
  const kind = kindFor(meeting.kind)
  if (meeting.state === 'held') throw conflict('This meeting is written down already. Its minutes are not changed: write a note about what is wrong in them.')
  if (meeting.state === 'cancelled') return { problems: [{ question: '', problem: 'This meeting was cancelled. Arrange another.' }] }
  const problems = [...problemsOfHold(kind, meeting, hold, asking.today), ...followersOf(kind.id).flatMap((follower) => follower.problems?.(meeting, hold) ?? [])]
  if (problems.length > 0 || !isPlainDate(hold.on)) return { problems }
  const on = hold.on
  const domain = domainOf(kind)
  const quoracy = quoracyAt(kind, meeting.invited, hold)
  await store.setHeld(asking.db, by(asking), meetingId, { on, words: hold.words.trim(), quorate: quoracy.quorate, quorumReason: quoracy.quorate ? null : hold.quorumReason?.trim() || null, lateReason: hold.lateReason?.trim() || null })
  for (const one of hold.attendance) await store.setAttendance(asking.db, meetingId, one.invitedId, one.attendance, one.core ?? false)
  for (const one of hold.alsoCame ?? []) await store.insertInvited(asking.db, by(asking), meetingId, { ...one, on, reportDueOn: null, attendance: 'attended' })
  let place = 0
  const write = (p: Readonly<{ about: readonly string[]; kind: 'minutes' | 'view' | 'childsView'; words: string; invitedId?: string; opinion?: string | undefined }>) =>
    store.insertPassage(asking.db, by(asking), { meetingId, domain, about: p.about, kind: p.kind, invitedId: p.invitedId ?? null, opinion: p.opinion ?? null, words: p.words.trim(), place: place++ })
  for (const passage of hold.passages ?? []) await write({ ...passage, kind: 'minutes' })
  for (const view of hold.views ?? []) await write({ about: view.about ?? [], kind: 'view', words: view.words, invitedId: view.invitedId, opinion: view.opinion })
  for (const part of hold.participation ?? []) {
    await store.setParticipation(asking.db, meetingId, part.personId, part.code)
    if (!part.words?.trim()) continue
    await write({ about: [part.personId], kind: 'childsView', words: part.words })
    await store.insertVoice(asking.db, by(asking), { personId: part.personId, domain, words: part.words.trim(), on, to: meeting.chair ?? asking.actor.name, meetingId })
  }
  for (const decision of hold.decisions ?? []) await store.insertDecision(asking.db, { meetingId, kind: kind.id, domain, personId: decision.personId, outcome: decision.outcome, category: asksCategory(kind.id, decision.outcome) ? (decision.category ?? null) : null, words: decision.words?.trim() || null })
  if (hold.progress?.length) for (const plan of await plansReviewedAt(asking, meeting)) {
    const lines = hold.progress.filter((line) => plan.needs.some((need) => need.line === line.line))
    if (lines.length > 0) await recordProgress(asking, plan.id, lines, on, meetingId)
  }
  await store.insertChange(asking.db, by(asking), { meetingId, what: 'held', from: meeting.on, to: on, reason: null })
  // Said when it was held, or already when it was arranged for a later day.
  const late = meeting.dueOn && on > meeting.dueOn ? hold.lateReason?.trim() || meeting.lateReason : null
  if (meeting.itemId) await finishWork(asking, meeting.itemId, { outcome: 'held', on, ...(late ? { late } : {}) })
  const people = meeting.people.map((person) => person.personId)
  const happened: Happening[] = [{ kind: 'meeting.held', people, on, significant: kind.outcomes.length > 0, domain, subject: { kind: 'meeting', id: meetingId } }]
  for (const follower of followersOf(kind.id)) happened.push(...(await follower.held?.(asking, meeting, hold)) ?? [])
  await keepInStep(asking, people)
  if (kind.chair === 'independent') await letChairsGo(asking, people)
  return { happened }
}
