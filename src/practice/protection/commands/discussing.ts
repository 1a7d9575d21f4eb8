import { isPlainDate } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { command } from '../../../record/access/act.ts'
import type { Happening } from '../../../record/access/model.ts'
import { arrangeMeeting, holdMeeting, meetingFor } from '../../../record/meetings/register.ts'
import { holdersOf, idsOf } from '../../../record/people/queries.ts'
import { involveAs, itemFor, managerOf, peopleOfItem, teamOfWorker } from '../../../record/work/register.ts'
import { Discuss, Raise } from '../model.ts'
import * as store from '../store.ts'
import { openStep } from './opening.ts'

/** Somebody suspects harm, or another authority writes: the strategy discussion, or the transfer-in conference, begins its clock. */
export const raiseProtection = command('protection.raise', Raise, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, { people, why, words, on }) => {
    const from = on ?? asking.today
    if (!isPlainDate(from) || from > asking.today) return { problems: [{ question: 'on', problem: 'Give the day we came to know: today or before.' }] }
    const teamId = asking.actor.teams[0] ?? null
    const subject = { kind: 'protection', id: newId(Date.parse(asking.now)) }
    const manager = why === 'harm' && teamId ? await managerOf(asking.db, teamId, []) : undefined
    // Whoever holds the discussion takes a part in it: they become nobody’s key worker by it, and the census counts no change of worker.
    const holders = await holdersOf(asking, people)
    const apart = manager !== undefined && people.every((id) => holders.get(id)?.workerId)
    const itemId = why === 'harm'
      ? await openStep(asking, { kind: 'strategyDiscussion', people, subject, workerId: manager?.id ?? asking.actor.id, teamId, duty: 'strategyDiscussion.held', from, words: words.trim(), askedBy: asking.actor.id, apart })
      : await openStep(asking, { kind: 'arrangeMeeting', section: 'transferInConference', people, subject, workerId: asking.actor.id, teamId, duty: 'transferConference.held', from, words: words.trim() })
    if (apart && why === 'harm' && manager.id !== asking.actor.id) await involveAs(asking, people, manager.id, 'children', 'chair')
    return { answer: { itemId }, happened: [{ kind: why === 'harm' ? 'protection.harmSuspected' : 'protection.transferNotified', people, on: from, significant: true, subject: { kind: 'work', id: itemId } }] }
  },
})

/**
 * Writes down a strategy discussion: who took part, what is known, what was decided for each child. For the children to be enquired about one enquiry begins, with the
 * clock of the conference from this day; for a child about whom one is under way nothing begins anew.
 */
export const discuss = command('protection.discuss', Discuss, {
  may: 'work.decide',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, input) => {
    const item = await itemFor(asking, input.itemId)
    if (item.kind !== 'strategyDiscussion') throw notFound('We could not find that strategy discussion.')
    if (item.state === 'done' || item.state === 'cancelled') return { problems: [{ question: '', problem: 'This discussion is written down already.' }] }
    const people = item.people.map((person) => person.id)
    const arranged = await arrangeMeeting(asking, {
      id: input.meetingId, kind: 'strategyDiscussion', people, itemId: item.id, on: input.on, invited: [...input.took], chairId: asking.actor.id, ...(input.time ? { time: input.time } : {}), ...(input.place ? { place: input.place } : {}),
    }, { atOnce: true, involves: false })
    if ('problems' in arranged) return { problems: arranged.problems.map((one) => one) }
    const meeting = await meetingFor(asking, input.meetingId)
    const held = await holdMeeting(asking, input.meetingId, {
      meetingId: input.meetingId, on: input.on, words: input.words, attendance: meeting.invited.map((one) => ({ invitedId: one.id, attendance: 'attended' as const })), passages: input.passages, decisions: input.decisions,
      quorumReason: input.quorumReason, lateReason: input.lateReason,
    })
    if ('problems' in held || !isPlainDate(input.on)) return { problems: 'problems' in held ? held.problems : [] }
    const under = new Set((await store.openAbout(asking.db, await idsOf(asking, people))).flatMap((enquiry) => enquiry.people.map((person) => person.personId)))
    const chosen = (input.decisions ?? []).filter((one) => one.outcome.startsWith('section47') && !under.has(one.personId))
    if (chosen.length === 0) return { answer: { meetingId: input.meetingId, enquiryItem: '' }, happened: held.happened }
    const id = newId(Date.parse(asking.now))
    const about = chosen.map((one) => one.personId)
    await store.insertEnquiry(asking.db, { at: asking.now, by: asking.actor.id }, { id, discussionId: input.meetingId, joint: chosen.some((one) => one.outcome === 'section47Joint'), on: input.on, people: about })
    const workerId = input.workerId ?? item.askedBy ?? asking.actor.id
    const itemId = await openStep(asking, { kind: 'section47Enquiry', people: about, subject: { kind: 'enquiry', id }, parentId: item.id, workerId, teamId: (await teamOfWorker(asking.db, workerId)) ?? item.teamId, duty: 'initialConference.held', from: input.on })
    await store.setItem(asking.db, id, itemId)
    const happened: Happening[] = [...held.happened, { kind: 'protection.enquiryBegun', people: about, on: input.on, significant: true, subject: { kind: 'enquiry', id } }]
    return { answer: { meetingId: input.meetingId, enquiryItem: itemId }, happened }
  },
})
