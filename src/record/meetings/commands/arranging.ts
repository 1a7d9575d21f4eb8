import { isPlainDate, momentOf } from '../../../kernel/dates.ts'
import { command } from '../../access/act.ts'
import type { Asking, Happening } from '../../access/model.ts'
import { keepInStep } from '../../work/standing/step.ts'
import { cancelWork, itemFor, moveClock, openWork, setDue } from '../../work/register.ts'
import { followersOf } from '../followers.ts'
import { Arrange, Cancel, Invite, Rearrange, Report, type WholeMeeting } from '../model.ts'
import * as register from '../register.ts'
import { letChairsGo } from '../../plans/register.ts'
import { problemsOfDay, reportsBy } from '../rules.ts'
import * as store from '../store.ts'

const by = (asking: Asking): store.By => ({ at: asking.now, by: asking.actor.id })
const happening = (kind: string, meeting: Pick<WholeMeeting, 'id' | 'kind' | 'people'>, asking: Asking): Happening =>
  ({ kind, people: meeting.people.map((person) => person.personId), on: asking.today, domain: register.kindFor(meeting.kind).domain, subject: { kind: 'meeting', id: meeting.id } })
const over = { problems: [{ question: '', problem: 'This meeting is over: it was held, or cancelled. Arrange another.' }] }

async function tell(asking: Asking, meetingId: string): Promise<void> {
  const meeting = await register.meetingFor(asking, meetingId)
  for (const follower of followersOf(meeting.kind)) await follower.changed?.(asking, meeting)
  await keepInStep(asking, meeting.people.map((person) => person.personId))
}

/** Arranges a meeting about several people: day, place, chair, invitations and requests for reports in one. */
export const arrangeMeeting = command('meetings.arrange', Arrange, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, input) => {
    const arranged = await register.arrangeMeeting(asking, input)
    if ('problems' in arranged) return arranged
    await tell(asking, input.id)
    return { answer: { id: input.id }, happened: [{ kind: 'meeting.arranged', people: input.people, on: asking.today, domain: register.kindFor(input.kind).domain, subject: { kind: 'meeting', id: input.id } }] }
  },
})

/** Another day or place, with the reason. The days by which reports are wanted move with it. */
export const rearrangeMeeting = command('meetings.rearrange', Rearrange, {
  may: 'record.write',
  people: ({ meetingId }, db) => store.peopleOfMeeting(db, meetingId),
  run: async (asking, { meetingId, on, time, place, reason }) => {
    const meeting = await register.meetingFor(asking, meetingId)
    const kind = register.kindFor(meeting.kind)
    if (meeting.state !== 'planned') return over
    const problems = problemsOfDay(kind, on, asking.today, { dueOn: meeting.dueOn, reason })
    if (problems.length > 0 || !isPlainDate(on)) return { problems }
    const at = time ? momentOf(on, time) : null
    await store.setDay(asking.db, meetingId, on, at, place?.trim() || null)
    await store.moveReports(asking.db, meetingId, reportsBy(kind, on, asking.today))
    if (on !== meeting.on || at !== meeting.at || (place?.trim() && place.trim() !== meeting.place)) await store.sendAgain(asking.db, meetingId)
    await store.insertChange(asking.db, by(asking), { meetingId, what: 'rearranged', from: meeting.on, to: on, reason: reason.trim() })
    if (meeting.itemId) await setDue(asking, meeting.itemId, on, at)
    await tell(asking, meetingId)
    return { answer: { id: meetingId }, happened: [happening('meeting.rearranged', meeting, asking)] }
  },
})

/** It will not be held, with the reason. What asked for it waits to be arranged again, with its clock. */
export const cancelMeeting = command('meetings.cancel', Cancel, {
  may: 'record.write',
  people: ({ meetingId }, db) => store.peopleOfMeeting(db, meetingId),
  run: async (asking, { meetingId, reason }) => {
    const meeting = await register.meetingFor(asking, meetingId)
    const kind = register.kindFor(meeting.kind)
    if (meeting.state !== 'planned') return over
    await store.setCancelled(asking.db, meetingId)
    await store.insertChange(asking.db, by(asking), { meetingId, what: 'cancelled', from: meeting.on, to: null, reason: reason.trim() })
    if (meeting.itemId) {
      const item = await itemFor(asking, meeting.itemId)
      if (kind.outcomes.length > 0 && meeting.subjectKind && meeting.subjectId) {
        const again = await openWork(asking, {
          kind: 'arrangeMeeting', section: kind.id, domain: kind.domain, ...(kind.domain === 'children' ? {} : { involves: false as const }), people: meeting.people.map((person) => person.personId), subject: { kind: meeting.subjectKind, id: meeting.subjectId }, workerId: item.askedBy ?? item.workerId, teamId: item.teamId,
          dueOn: meeting.dueOn ?? undefined, duty: meeting.duty ?? undefined,
        })
        for (const duty of kind.duties) await moveClock(asking, duty, meeting.itemId, again)
      }
      await cancelWork(asking, meeting.itemId, reason.trim())
    }
    await tell(asking, meetingId)
    if (kind.chair === 'independent') await letChairsGo(asking, meeting.people.map((person) => person.personId))
    return { answer: { id: meetingId }, happened: [happening('meeting.cancelled', meeting, asking)] }
  },
})

/** More people asked to come or to send a report. */
export const inviteToMeeting = command('meetings.invite', Invite, {
  may: 'record.write',
  people: ({ meetingId }, db) => store.peopleOfMeeting(db, meetingId),
  run: async (asking, { meetingId, invited }) => {
    const meeting = await register.meetingFor(asking, meetingId)
    if (meeting.state !== 'planned') return over
    await register.invite(asking, meetingId, register.kindFor(meeting.kind), meeting.on, invited)
    return { answer: { id: meetingId } }
  },
})

/** A report has come. */
export const receiveReport = command('meetings.report', Report, {
  may: 'record.write',
  people: ({ meetingId }, db) => store.peopleOfMeeting(db, meetingId),
  run: async (asking, { meetingId, invitedId, on }) => {
    if (!isPlainDate(on) || on > asking.today) return { problems: [{ question: 'on', problem: 'Give the day the report came: today or before.' }] }
    if ((await store.setReport(asking.db, meetingId, invitedId, on)) === 0) return { problems: [{ question: 'invitedId', problem: 'They are not on the list of this meeting.' }] }
    return { answer: { id: meetingId } }
  },
})
