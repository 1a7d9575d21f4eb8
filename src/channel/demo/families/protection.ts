import { addDays, addMonths, ageOn, dayOf, daysBetween, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../../../kernel/workingDays.ts'
import { duties } from '../../../../content/timescales/all.ts'
import type { Happening } from '../../../engine/timescales/model.ts'
import { protectionStands } from '../../../practice/protection/standing.ts'
import { dueNow } from '../../../record/work/standing/rules.ts'
import { chanceOf, type Chance } from '../chance.ts'
import type { Person, Staff } from '../story.ts'
import { chairOf, finishWork, happened, involve, later, openWork, write, type Book } from './book.ts'
import { lines, outlines, type Outline } from './protectionWords.ts'

/** How far it has come today. `days`: so long ago the strategy discussion, or the first meeting, was held. */
export type ProtectionState = Readonly<{ name: string; weight: number; days: readonly [number, number]; plan?: 'protectionPlan' | 'childInNeedPlan'; arranged?: true; further: readonly boolean[]; ends?: 'childInNeedPlan' | 'noPlan'; late?: true; /** The enquiry found that no conference is needed. */ harmless?: true }>

/** Each state once, those that need the longest history first; then by weight. */
export const protectionStates: readonly ProtectionState[] = [
  { name: 'protection plan ended', weight: 10, days: [400, 560], plan: 'protectionPlan', further: [true, true], ends: 'noPlan' },
  { name: 'protection plan, going well', weight: 14, days: [330, 420], plan: 'protectionPlan', further: [true, true] },
  { name: 'protection plan, drifting', weight: 6, days: [330, 400], plan: 'protectionPlan', further: [false, false], late: true },
  { name: 'stepped down', weight: 10, days: [320, 380], plan: 'protectionPlan', further: [true, true], ends: 'childInNeedPlan' },
  { name: 'child in need, reviewed', weight: 30, days: [120, 170], plan: 'childInNeedPlan', further: [true] },
  { name: 'new protection plan', weight: 12, days: [40, 60], plan: 'protectionPlan', further: [] },
  { name: 'new child in need plan', weight: 20, days: [20, 60], plan: 'childInNeedPlan', further: [] },
  { name: 'conference arranged', weight: 6, days: [15, 17], arranged: true, further: [] },
  { name: 'section 47 enquiry', weight: 8, days: [5, 9], further: [] },
  { name: 'section 47 enquiry, no conference', weight: 16, days: [25, 300], further: [], harmless: true },
]

export type Telling = Readonly<{ book: Book; chance: Chance; children: readonly Person[]; ids: readonly string[]; worker: string; workerName: string; teamId: string | null; head: Staff; chair: Staff; outline: Outline; history: Happening[] }>
const atHour = (on: PlainDate, hour = 10): Instant => moment(`${on}T${String(hour).padStart(2, '0')}:00:00.000Z`)

/** Children of some families are, or were, in need or under protection: as the commands write it down. `wanted`: states of which one is to be told still. */
export function tellProtection(book: Book, seed: string, wanted: ProtectionState[]): void {
  const chance = chanceOf(seed)
  const involved = book.involvements.findLast((one) => one.workerId !== null && one.to === null && one.domain === 'children' && one.role === 'allocated' && book.offices.family.some((team) => team.workers.some((who) => who.id === one.workerId)))
  const working = book.offices.family.find((team) => team.workers.some((who) => who.id === involved?.workerId))
  const worker = working?.workers.find((who) => who.id === involved?.workerId)
  if (!involved || !working || !worker || book.care.periods.length > 0) return
  const assessing = book.work.some((item) => item.kind === 'assessment' && item.state !== 'done')
  const children = book.people.filter((one) => one.bornOn !== null && ageOn(one.bornOn, book.today) < 17 && one.marking === 'open' && !one.mergedInto && !one.names.some((name) => name.kind === 'former') && book.involvements.some((known) => known.personId === one.id && known.workerId === worker.id && known.to === null))
  // What is told belongs to the case that is open now.
  const known = Math.min(daysBetween(involved.from, book.today), ...children.map((one) => daysBetween(dayOf(one.at), book.today)))
  const born = children.map((one) => daysBetween(one.bornOn ?? book.today, book.today)).sort((a, b) => a - b)[0] ?? 0
  const fits = (state: ProtectionState): boolean => Math.min(known - 3, born) >= state.days[0] && (!assessing || state.plan === undefined || (state.plan === 'protectionPlan' && state.days[1] < 90))
  const at = wanted.findIndex(fits)
  // Plans of protection beside the first ones are told by their own families, in the proportions of the council.
  const others = protectionStates.filter((one) => one.plan !== 'protectionPlan' && fits(one))
  const state = at >= 0 ? wanted[at] : chance.happens(0.45) && others.length > 0 ? chance.weighted(others.map((one) => [one, one.weight] as const)) : undefined
  if (!state || !fits(state) || children.length === 0) return
  if (at >= 0) wanted.splice(at, 1)
  const longest = Math.min(state.days[1], known - 3, born)
  const on = workingDayFrom(addDays(book.today, -chance.whole(state.days[0], Math.max(state.days[0], longest))))
  if (on >= book.today) return
  const telling: Telling = { book, chance, children, ids: children.map((one) => one.id), worker: worker.id, workerName: worker.name, teamId: involved.teamId, head: working.head, chair: chairOf(book), outline: chance.pick(outlines), history: [] }
  if (state.plan === 'childInNeedPlan') childInNeed(telling, state, on)
  else protection(telling, state, on)
}

type Held = Readonly<{ kind: string; on: PlainDate; subject?: Readonly<{ kind: string; id: string }>; chair: Staff | undefined; outcome?: string; category?: string; words: string; why?: string; dueOn?: PlainDate; duty?: string; planned?: true; late?: string; itemId?: string; arrangedOn: PlainDate }>
const events: Readonly<Record<string, string>> = { strategyDiscussion: 'strategyDiscussion.held', initialConference: 'initialConference.held', coreGroup: 'coreGroup.met', reviewConference: 'reviewConference.held', childInNeedMeeting: 'childInNeedPlan.met', childInNeedReview: 'childInNeedPlan.reviewed' }

/** A meeting with its people, who was asked, what was decided, and the piece of work of whoever holds it. */
function meet(t: Telling, m: Held): string {
  const { book, chance, ids } = t
  const at = atHour(m.on, 15)
  const arrangedAt = atHour(m.arrangedOn, 11)
  const id = chance.id(arrangedAt)
  const chairId = m.chair?.id ?? t.worker
  const put = (table: Book['protection'][number]['table'], row: Readonly<Record<string, unknown>>): void => void book.protection.push({ table, row })
  const place = openWork(book, { kind: m.kind, subject: { kind: 'meeting', id }, people: ids, by: t.worker, at: arrangedAt, teamId: chairId === t.worker ? t.teamId : null, workerId: chairId, askedBy: chairId === t.worker ? null : t.worker, decidesOnly: true, dueOn: m.on, dueAt: m.planned ? atHour(m.on) : null, duty: m.duty ?? null,
    duties: [], clocks: m.duty && m.dueOn ? [{ id: chance.id(arrangedAt), subject: { kind: 'meeting', id }, duty: m.duty, startedOn: m.arrangedOn, startedAt: null, dueOn: m.dueOn, dueAt: null, metOn: null, by: t.worker, at: arrangedAt }] : [] })
  if (!m.planned) finishWork(book, place, m.on, 'held')
  put('meetings.meeting', {
    id, kind: m.kind, domain: 'children', state: m.planned ? 'planned' : 'held', on_day: m.on, at: atHour(m.on), place: m.kind === 'strategyDiscussion' ? 'By video' : 'Ardenvale House, room 2', chair_id: chairId, chair_name: null, subject_kind: m.subject?.kind ?? null, subject_id: m.subject?.id ?? null,
    item_id: book.work[place]?.id ?? null, due_on: m.dueOn ?? null, duty: m.duty ?? null, late_reason: m.late ?? null, words: m.planned ? '' : m.words, quorate: m.planned ? null : true, quorum_reason: null, held_at: m.planned ? null : at, held_by: m.planned ? null : chairId, version: 1, recorded_at: arrangedAt, recorded_by: t.worker,
  })
  for (const personId of ids) put('meetings.meeting_person', { meeting_id: id, person_id: personId, domain: 'children', participation: m.planned || !m.kind.includes('Conference') ? null : 'sentViews' })
  const asked = [['socialCare', t.workerName, t.worker], ['police', 'Child abuse investigation team', null], ['health', 'Named nurse', null], ['school', t.outline.school, null]] as const
  for (const [agency, name, actorId] of asked) {
    put('meetings.invited', { id: chance.id(arrangedAt), meeting_id: id, agency, name, role: null, person_id: null, actor_id: actorId, invited_on: m.arrangedOn, asked_report: m.kind.includes('Conference'), report_due_on: m.kind.includes('Conference') ? addWorkingDays(m.on, -2) : null, report_on: m.planned || !m.kind.includes('Conference') ? null : addWorkingDays(m.on, -3), attendance: m.planned ? null : 'attended', core: agency !== 'police', withdrawn_on: null, recorded_at: arrangedAt, recorded_by: t.worker })
  }
  put('meetings.change', { id: chance.id(arrangedAt), meeting_id: id, what: 'arranged', from_day: null, to_day: m.on, reason: m.late ?? null, recorded_at: arrangedAt, recorded_by: t.worker })
  if (m.kind !== 'strategyDiscussion') happened(book, 'meeting.arranged', t.worker, arrangedAt, ids, { on: m.arrangedOn, subject: { kind: 'meeting', id } })
  if (m.planned) return id
  put('meetings.change', { id: chance.id(at), meeting_id: id, what: 'held', from_day: m.on, to_day: m.on, reason: null, recorded_at: at, recorded_by: chairId })
  if (m.outcome) for (const personId of ids) put('meetings.decision', { meeting_id: id, person_id: personId, domain: 'children', kind: m.kind, state: 'held', outcome: m.outcome, category: m.category ?? null, words: m.why ?? null })
  happened(book, 'meeting.held', chairId, at, ids, { on: m.on, significant: m.outcome !== undefined, subject: { kind: 'meeting', id } })
  t.history.push({ event: events[m.kind] ?? m.kind, on: m.on })
  return id
}

/** A plan with its lines, and what was done of them so far. */
function plan(t: Telling, kind: 'protectionPlan' | 'childInNeedPlan', on: PlainDate, meeting: Readonly<{ id: string; kind: string }>, end: Readonly<{ on: PlainDate; reason: string; by: string }> | undefined): string {
  const { book, chance, ids, outline } = t
  const at = atHour(on, 16)
  const id = chance.id(at)
  const put = (table: Book['protection'][number]['table'], row: Readonly<Record<string, unknown>>): void => void book.protection.push({ table, row })
  const recorded = { recorded_at: at, recorded_by: t.worker }
  put('plans.plan', { id, kind, domain: 'children', state: end ? 'ended' : 'current', started_on: on, ended_on: end?.on ?? null, lead_id: t.worker, team_id: t.teamId, words: outline.why, if_not: outline.ifNot, version: 1, ...recorded })
  put('plans.version', { id: chance.id(at), plan_id: id, version: 1, reason: kind === 'protectionPlan' ? 'Made by the conference' : 'Made at the first meeting', meeting_id: meeting.id, ...recorded })
  for (const personId of ids) put('plans.plan_person', { plan_id: id, person_id: personId, domain: 'children', kind, conference_id: meeting.id, conference_kind: meeting.kind, category: kind === 'protectionPlan' ? outline.category : null, first_category: kind === 'protectionPlan' ? outline.category : null, started_on: on, ended_on: end?.on ?? null, end_reason: end?.reason ?? null, end_words: end ? lines.ended : null, ended_by: end?.by ?? null, ...recorded })
  outline.needs.forEach((need, n) => {
    const needId = chance.id(at)
    put('plans.need', { id: needId, plan_id: id, line: needId, domain: 'children', about: [], words: need.words, wanted: need.wanted, state: end ? 'achieved' : 'open', from_version: 1, to_version: null, place_in_plan: n, ...recorded })
    for (const action of need.actions) {
      const actionId = chance.id(at)
      const dueOn = addDays(on, action.days)
      const done = dueOn < book.today && (dueOn < addDays(book.today, -50) || chance.happens(0.6)) ? dueOn : null
      put('plans.action', { id: actionId, plan_id: id, need_line: needId, line: actionId, domain: 'children', about: [], words: action.words, owner_name: action.owner, owner_id: null, due_on: dueOn, evidence: action.evidence, state: done ? 'done' : 'open', done_on: done, done_words: done ? action.evidence : null, from_version: 1, to_version: null, ...recorded })
    }
  })
  for (const [agency, name, actorId] of [['socialCare', t.workerName, t.worker], ['school', outline.school, null], ['health', 'School nurse', null]] as const) put('plans.member', { id: chance.id(at), plan_id: id, agency, name, role: null, person_id: null, actor_id: actorId, from_on: on, to_on: null, ...recorded })
  happened(book, 'plan.started', t.worker, at, ids, { on, significant: true, subject: { kind: 'plan', id } })
  t.history.push({ event: `${kind}.started`, on })
  if (kind === 'protectionPlan') t.history.push({ event: 'initialConference.planMade', on })
  if (end) {
    happened(book, 'plan.ended', t.worker, atHour(end.on, 16), ids, { on: end.on, significant: true, subject: { kind: 'plan', id } })
    t.history.push({ event: `${kind}.ended`, on: end.on })
  }
  return id
}

function progressAt(t: Telling, planId: string, meetingId: string, on: PlainDate, further: boolean): void {
  for (const { row } of t.book.protection.filter((one) => one.table === 'plans.need' && one.row['plan_id'] === planId)) {
    t.book.protection.push({ table: 'plans.progress', row: { id: t.chance.id(atHour(on, 16)), plan_id: planId, need_line: row['line'], domain: 'children', about: [], on_day: on, meeting_id: meetingId, progress: further ? 'better' : 'same', words: further ? lines.better : lines.same, recorded_at: atHour(on, 16), recorded_by: t.worker } })
  }
}

/** Seen about as often as the plan asks; the last visit not long ago. */
function visits(t: Telling, from: PlainDate, to: PlainDate, every: number): void {
  const first = daysBetween(from, to) > 200 ? addDays(to, -200) : from
  for (let day = addWorkingDays(first, every - 1); day < to; day = addWorkingDays(day, every - t.chance.whole(0, 2))) {
    const at = t.chance.workingMoment(day)
    if (dayOf(at) >= t.book.today || dayOf(at) >= to) continue
    write(t.book, { by: t.worker, at, kind: 'visit', title: 'Visit at home', words: t.chance.pick(lines.visits), place: 'at home', people: t.ids, visit: { seen: t.ids, alone: t.ids, bedroom: t.chance.happens(0.4) ? t.ids : [] } })
    t.history.push({ event: 'child.seen', on: dayOf(at) })
  }
  for (const note of t.book.notes) if (t.ids.every((id) => note.people.some((one) => one.personId === id && one.seen))) t.history.push({ event: 'child.seen', on: note.on })
}

/** What is due now, in the tray of the worker: by the same rules as when something is written down. */
function openDuties(t: Telling, planId: string, kind: string): void {
  const standing = t.ids.flatMap((personId) => protectionStands(kind).map((one) => ({ ...one, personId, subject: { kind: 'plan', id: planId }, workerId: t.worker, teamId: t.teamId })))
  for (const due of dueNow(duties, standing, t.history.filter((one, n) => t.history.findIndex((other) => other.event === one.event && other.on === one.on) === n), [], t.book.today)) {
    const at = later(atHour(due.startedOn, 17), 10)
    openWork(t.book, { kind: due.kind, section: due.section ?? null, subject: due.subject, people: due.people, by: t.worker, at, teamId: t.teamId, workerId: t.worker, decidesOnly: true, duties: [{ duty: due.duty, startedOn: due.startedOn, startedAt: null, dueOn: due.dueOn, dueAt: null }] })
  }
}

function endOpenPlanning(t: Telling, on: PlainDate): void {
  t.book.work.forEach((item, place) => { if (item.kind === 'planChildInNeed' && item.state !== 'done' && item.openedOn <= on) finishWork(t.book, place, on, 'arranged') })
}

function childInNeed(t: Telling, state: ProtectionState, on: PlainDate): void {
  endOpenPlanning(t, on)
  const meetingId = meet(t, { kind: 'childInNeedMeeting', on, chair: undefined, outcome: 'childInNeedPlan', words: t.outline.said, arrangedOn: addWorkingDays(on, -5) })
  const planId = plan(t, 'childInNeedPlan', on, { id: meetingId, kind: 'childInNeedMeeting' }, undefined)
  let last = on
  for (const further of state.further) {
    const held = workingDayFrom(addDays(last, 78))
    if (held >= t.book.today) break
    const id = meet(t, { kind: 'childInNeedReview', on: held, chair: undefined, subject: { kind: 'plan', id: planId }, outcome: 'continues', words: further ? lines.better : lines.same, arrangedOn: addWorkingDays(held, -10), dueOn: addDays(last, 84), duty: 'childInNeed.reviewed' })
    progressAt(t, planId, id, held, further)
    last = held
  }
  visits(t, on, t.book.today, 15)
  openDuties(t, planId, 'childInNeedPlan')
}

/** From the strategy discussion to the plan, and to its end where it ended. */
export function protection(t: Telling, state: ProtectionState, on: PlainDate): void {
  const { book, chance, ids } = t
  const subject = { kind: 'protection', id: chance.id(atHour(on, 8)) }
  for (const item of book.work.filter((one) => one.kind === 'strategyDiscussion' && one.state !== 'done')) finishWork(book, book.work.indexOf(item), on, 'held')
  const discussionId = meet(t, { kind: 'strategyDiscussion', on, chair: t.head, subject, outcome: 'section47Joint', words: t.outline.harm, why: t.outline.why, arrangedOn: on, dueOn: addDays(on, 2), duty: 'strategyDiscussion.held' })
  const conferenceBy = addWorkingDays(on, 15)
  const enquiryId = chance.id(atHour(on, 16))
  const enquiryAt = atHour(on, 16)
  const doneOn = addWorkingDays(on, 9)
  const done = doneOn < book.today
  const clock = { id: chance.id(enquiryAt), subject: { kind: 'enquiry', id: enquiryId }, duty: 'initialConference.held', startedOn: on, startedAt: null, dueOn: conferenceBy, dueAt: null, metOn: null, by: t.head.id, at: enquiryAt }
  const place = openWork(book, { kind: 'section47Enquiry', subject: { kind: 'enquiry', id: enquiryId }, people: ids, by: t.head.id, at: enquiryAt, teamId: t.teamId, workerId: t.worker, decidesOnly: true, dueOn: conferenceBy, duty: 'initialConference.held', clocks: done ? [] : [clock] })
  if (done) finishWork(book, place, doneOn, 'finished')
  book.protection.push({ table: 'protection.enquiry', row: { id: enquiryId, domain: 'children', discussion_id: discussionId, joint: true, initiated_on: on, item_id: book.work[place]?.id ?? null, sign_off_id: null, form_id: null, state: done ? 'finished' : 'open', sent_at: done ? atHour(doneOn, 14) : null, sent_by: done ? t.worker : null, finished_on: done ? doneOn : null, version: 1, recorded_at: enquiryAt, recorded_by: t.head.id } })
  for (const personId of ids) book.protection.push({ table: 'protection.enquiry_person', row: { enquiry_id: enquiryId, person_id: personId, domain: 'children', outcome: done ? (state.harmless ? 'noFurtherAction' : 'conference') : null, seen_on: done ? addWorkingDays(on, 1) : null, seen_alone_on: done ? addWorkingDays(on, 1) : null } })
  happened(book, 'protection.enquiryBegun', t.head.id, enquiryAt, ids, { on, significant: true, subject: { kind: 'enquiry', id: enquiryId } })
  if (!done) return
  happened(book, 'protection.enquiryFinished', t.head.id, atHour(doneOn, 16), ids, { on: doneOn, significant: true, subject: { kind: 'enquiry', id: enquiryId } })
  if (state.harmless) return
  const heldOn = addWorkingDays(on, state.late ? 18 : 14)
  const reviews: { on: PlainDate; further: boolean; dueOn: PlainDate; duty: string }[] = []
  for (const further of state.further) {
    const before = reviews.at(-1)?.on
    const dueOn = before ? addMonths(before, 6) : addMonths(heldOn, 3)
    const held = workingDayFrom(addDays(dueOn, -8))
    if (held < book.today) reviews.push({ on: held, further, dueOn, duty: before ? 'reviewConference.later' : 'reviewConference.first' })
  }
  const last = state.ends && reviews.length === state.further.length ? reviews.at(-1) : undefined
  const ends = last ? { on: last.on, reason: state.ends === 'noPlan' ? 'safeEnough' : 'steppedDown', by: '' } : undefined
  for (const personId of ids) involve(book, { personId, teamId: null, workerId: t.chair.id, domain: 'children', role: 'chair', from: doneOn, to: ends?.on ?? null, by: t.worker, at: atHour(doneOn, 17) })
  const conference = { kind: 'initialConference', on: heldOn, chair: t.chair, subject: { kind: 'enquiry', id: enquiryId }, words: t.outline.said, arrangedOn: doneOn, dueOn: conferenceBy, duty: 'initialConference.held', ...(state.late ? { late: 'The family asked for another day' } : {}) }
  if (heldOn >= book.today || state.arranged) { meet(t, { ...conference, on: heldOn >= book.today ? heldOn : addWorkingDays(book.today, 2), planned: true }); return }
  const conferenceId = meet(t, { ...conference, outcome: 'protectionPlan', category: t.outline.category, why: t.outline.why })
  endOpenPlanning(t, heldOn)
  const planId = plan(t, 'protectionPlan', heldOn, { id: conferenceId, kind: 'initialConference' }, ends ? { ...ends, by: conferenceId } : undefined)
  for (let day = addWorkingDays(heldOn, 8), dueOn = addWorkingDays(heldOn, 10), n = 0; day < (ends?.on ?? book.today); n += 1) {
    meet(t, { kind: 'coreGroup', on: day, chair: undefined, subject: { kind: 'plan', id: planId }, words: chance.pick(lines.core), arrangedOn: addWorkingDays(day, -6), dueOn, duty: n === 0 ? 'coreGroup.first' : 'coreGroup.later' })
    dueOn = addMonths(day, 1)
    day = workingDayFrom(addDays(dueOn, -3))
    if (workingDaysBetween(day, book.today) < 1) break
  }
  for (const review of reviews) {
    const over = review === last
    const id = meet(t, { kind: 'reviewConference', on: review.on, chair: t.chair, subject: { kind: 'plan', id: planId }, outcome: over ? (state.ends ?? 'noPlan') : 'continues', ...(over ? {} : { category: t.outline.category }), words: review.further ? lines.better : lines.same, why: review.further ? lines.better : lines.same, arrangedOn: addWorkingDays(review.on, -15), dueOn: review.dueOn, duty: review.duty })
    progressAt(t, planId, id, review.on, review.further)
    if (over) for (const one of book.protection) if (one.table === 'plans.plan_person' && one.row['plan_id'] === planId) book.protection[book.protection.indexOf(one)] = { ...one, row: { ...one.row, ended_by: id } }
  }
  visits(t, heldOn, ends?.on ?? book.today, 8)
  if (!ends) openDuties(t, planId, 'protectionPlan')
  else if (state.ends === 'childInNeedPlan') childInNeed(t, { ...state, further: [] }, workingDayFrom(addWorkingDays(ends.on, 8)) < book.today ? addWorkingDays(ends.on, 8) : ends.on)
}
