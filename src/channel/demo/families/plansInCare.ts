import { addDays, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import type { CareFact } from '../../../record/care/model.ts'
import type { Chance } from '../chance.ts'
import { happened, officerOf, type Book } from './book.ts'

const atHour = (on: PlainDate, hour: number): Instant => moment(`${on}T${String(hour).padStart(2, '0')}:00:00.000Z`)
type Line = Readonly<{ words: string; wanted: string; actions: readonly (readonly [what: string, who: string, days: number, evidence: string])[] }>

const careLines: readonly Line[] = [
  { words: 'Education', wanted: 'In school every day, and catching up in reading', actions: [['A reader comes twice a week', 'School', 30, 'The reading age in the spring'], ['A laptop', 'The worker', 21, 'It is there']] },
  { words: 'Family and friends', wanted: 'Sees brothers and sisters every fortnight', actions: [['A timetable that everybody has', 'The worker', 14, 'It hangs on the carers’ fridge']] },
  { words: 'Health', wanted: 'Has glasses and wears them', actions: [['An appointment at the optician', 'The carers', 28, 'The letter of the optician']] },
  { words: 'Feelings and behaviour', wanted: 'Sleeps through most nights', actions: [['Six talks with the nurse of the team', 'Health', 60, 'What the carers write down']] },
]
const pathwayLines: readonly Line[] = [
  { words: 'Home', wanted: 'A flat that can be kept', actions: [['The form for the council’s housing list', 'The adviser', 28, 'The number of the application'], ['Practise a week’s shopping and cooking', 'The young person', 40, 'Four weeks in the notebook']] },
  { words: 'Work and learning', wanted: 'Finishes the year at college', actions: [['Talk to the college about the days missed', 'The adviser', 20, 'Attendance above 85 %']] },
  { words: 'Money', wanted: 'Has a bank account, a passport and some savings', actions: [['Passport form', 'The adviser', 45, 'The passport has come']] },
]
/** Who is asked to the review of a plan, and who of them sends a report. */
const reports: readonly string[] = ['socialCare', 'school']
const invitedTo = (kind: string, leadName: string, by: string): readonly (readonly [agency: string, name: string, actorId: string | null])[] =>
  kind === 'pathwayReview' ? [['socialCare', leadName, by], ['housing', 'Housing options', null], ['carer', 'The carer or key worker', null]] : [['socialCare', leadName, by], ['school', 'The designated teacher', null], ['health', 'The nurse for children in care', null], ['carer', 'The carers', null], ['parent', 'A parent', null]]
export type PlanTold = Readonly<{ book: Book; chance: Chance; by: string; leadName: string; teamId: string | null; personId: string }>
type Reviewed = Readonly<{ on: PlainDate; further: boolean; words?: string }>

/** A plan of a child in our care or of a care leaver as the commands leave it, with what was seen at its reviews: meetings of their own. */
export function tellPlanInCare({ book, chance, by, leadName, teamId, personId }: PlanTold, kind: 'carePlan' | 'pathwayPlan', on: PlainDate, endedOn: PlainDate | null, reviews: readonly Reviewed[], meetingKind: string): void {
  const at = atHour(on, 16)
  const recorded = { recorded_at: at, recorded_by: by }
  const put = (table: Book['protection'][number]['table'], row: Readonly<Record<string, unknown>>): void => void book.protection.push({ table, row })
  const id = chance.id(at)
  put('plans.plan', { id, kind, domain: 'children', state: endedOn ? 'ended' : 'current', started_on: on, ended_on: endedOn, lead_id: by, team_id: teamId, words: kind === 'carePlan' ? 'You live with people who look after you well. We help you with school, and with seeing your family.' : 'What you want to do in the next years, and who helps you with it.', if_not: 'We meet again within a month and look for another way.', version: 1, ...recorded })
  put('plans.version', { id: chance.id(at), plan_id: id, version: 1, reason: 'Made', meeting_id: null, ...recorded })
  put('plans.plan_person', { plan_id: id, person_id: personId, domain: 'children', kind, conference_id: null, conference_kind: null, category: null, first_category: null, started_on: on, ended_on: endedOn, end_reason: endedOn ? 'leftCare' : null, end_words: null, ended_by: null, ...recorded })
  const needs = kind === 'carePlan' ? chance.some(careLines, 2) : pathwayLines
  const lines = needs.map((need, n) => {
    const needId = chance.id(at)
    put('plans.need', { id: needId, plan_id: id, line: needId, domain: 'children', about: [], words: need.words, wanted: need.wanted, state: 'open', from_version: 1, to_version: null, place_in_plan: n, ...recorded })
    for (const [words, owner, days, evidence] of need.actions) {
      const actionId = chance.id(at)
      const dueOn = addDays(on, days)
      const done = dueOn < addDays(book.today, -40) ? dueOn : null
      put('plans.action', { id: actionId, plan_id: id, need_line: needId, line: actionId, domain: 'children', about: [], words, owner_name: owner === 'The worker' || owner === 'The adviser' ? leadName : owner, owner_id: null, due_on: dueOn, evidence, state: done ? 'done' : 'open', done_on: done, done_words: done ? evidence : null, from_version: 1, to_version: null, ...recorded })
    }
    return needId
  })
  happened(book, 'plan.started', by, at, [personId], { on, significant: true, subject: { kind: 'plan', id } })
  if (endedOn) happened(book, 'plan.ended', by, atHour(endedOn, 16), [personId], { on: endedOn, significant: true, subject: { kind: 'plan', id } })
  for (const review of reviews) {
    const meetingId = chance.id(atHour(review.on, 9))
    const heldAt = atHour(review.on, 15)
    put('meetings.meeting', {
      id: meetingId, kind: meetingKind, domain: 'children', state: 'held', on_day: review.on, at: atHour(review.on, 14), place: 'Where the child lives', chair_id: meetingKind === 'pathwayReview' ? null : officerOf(book).id, chair_name: meetingKind === 'pathwayReview' ? leadName : null, subject_kind: null, subject_id: null, item_id: null, due_on: null, duty: null, late_reason: null,
      words: review.further ? 'There is progress since the last time, and everybody can say where.' : 'Much is as it was. What was agreed last time was not done in time.', quorate: true, quorum_reason: null, held_at: heldAt, held_by: by, version: 1, recorded_at: heldAt, recorded_by: by,
    })
    put('meetings.meeting_person', { meeting_id: meetingId, person_id: personId, domain: 'children', participation: 'spoke' })
    for (const [agency, name, actorId] of review === reviews.at(-1) ? invitedTo(meetingKind, leadName, by) : []) {
      const invitedOn = addDays(review.on, -21)
      const came = actorId !== null || chance.happens(0.8)
      put('meetings.invited', { id: chance.id(atHour(review.on, 9)), meeting_id: meetingId, agency, name, role: null, person_id: null, actor_id: actorId, invited_on: invitedOn, asked_report: reports.includes(agency), report_due_on: reports.includes(agency) ? addDays(review.on, -5) : null, report_on: reports.includes(agency) && came ? addDays(review.on, -6) : null, attendance: came ? 'attended' : 'apologies', core: false, withdrawn_on: null, recorded_at: atHour(invitedOn, 11), recorded_by: by })
    }
    put('meetings.decision', { meeting_id: meetingId, person_id: personId, domain: 'children', kind: meetingKind, state: 'held', outcome: 'continues', category: null, words: 'The plan goes on.' })
    put('meetings.change', { id: chance.id(heldAt), meeting_id: meetingId, what: 'held', from_day: review.on, to_day: review.on, reason: null, recorded_at: heldAt, recorded_by: by })
    for (const line of lines) put('plans.progress', { id: chance.id(heldAt), plan_id: id, need_line: line, domain: 'children', about: [], on_day: review.on, meeting_id: meetingId, progress: review.further ? chance.pick(['better', 'better', 'same']) : 'same', words: review.further ? 'It is a little better each month.' : null, recorded_at: heldAt, recorded_by: by })
    happened(book, 'meeting.held', by, heldAt, [personId], { on: review.on, significant: true, subject: { kind: 'meeting', id: meetingId } })
  }
}

/** The last reviews of a child, as the plan was looked at: one child in seven sees no progress at two running. */
export function reviewedAt(chance: Chance, facts: readonly CareFact[], kind: string, since: PlainDate, most = 2): Reviewed[] {
  const stuck = chance.happens(0.14)
  return facts.filter((one) => one.kind === kind && one.on > since).map((one) => one.on).sort().slice(-most).map((on) => ({ on, further: !stuck }))
}
