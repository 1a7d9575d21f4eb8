import type { Static } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { longDay, timeOf } from '../../../kernel/dates.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { Id, optional, shape, Words } from '../../../kernel/shape.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { command, type Done } from '../../access/act.ts'
import type { Asking, Happening } from '../../access/model.ts'
import { ToReader, type Outgoing, type Passage } from '../../outputs/model.ts'
import { outputKind, sendOut } from '../../outputs/sending.ts'
import { byBirth } from '../../people/marks.ts'
import type { Card } from '../../people/model.ts'
import { cardsOf } from '../../people/queries.ts'
import type { Invited, WholeMeeting } from '../model.ts'
import { kindFor, meetingFor, peopleOfMeeting } from '../register.ts'
import * as store from '../store.ts'

const SendInvitation = shape({ meetingId: Id, invitedId: Id, looked: ToReader.looked, because: optional(Words(1000)) })
export type SendInvitation = Static<typeof SendInvitation>
const typed = TypeCompiler.Compile(SendInvitation)
type Sent = Readonly<{ outputId: string; held: boolean }>

/** A letter that asks somebody to come. */
export const invitation = outputKind({
  kind: 'meeting.invitation', title: 'Invitation to a meeting', purpose: 'To ask those who know the children to come, or to send a report', lawfulBasis: 'Public task: UK GDPR article 6(1)(e) and 9(2)(h); Children Act 1989, sections 17 and 47',
  again: async (asking, input) => {
    if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Ask for it again.')
    const meeting = await meetingFor(asking, input.meetingId)
    const one = meeting.invited.find((each) => each.id === input.invitedId)
    return one ? sendTo(asking, meeting, one, input) : { problems: [{ question: '', problem: 'They are not on the list of this meeting any more.' }] }
  },
})

/** What somebody is asked: to come, and to send a report by its day. For family, child by child, so that nobody reads of a child who is not theirs. */
function passagesFor(meeting: WholeMeeting, one: Invited, cards: readonly Card[]): Passage[] {
  const name = kindFor(meeting.kind).name.replace(/^./, (letter) => letter.toLowerCase())
  const when = `on ${longDay(meeting.on)}${meeting.at ? ` at ${timeOf(meeting.at)}` : ''}${meeting.place ? `, ${meeting.place}` : ''}`
  const report = one.askedReport && one.reportDueOn ? ` We ask you to send a report by ${longDay(one.reportDueOn)}.` : ''
  const said = (whom: string) => `You are asked to come to the ${name} about ${whom}, ${when}. ${meeting.chair ? `${meeting.chair} chairs it.` : ''}${report}`
  const [place, given] = ['the invitation', (card: Card) => card.given || card.name]
  if (one.personId) return cards.map((card) => ({ place, about: [card.id], blocks: [{ kind: 'paragraph', words: said(given(card)) }] }))
  return [{ place, about: [], blocks: [{ kind: 'paragraph', words: said(listed(cards.map(given))) }] }]
}

/** The letter to one of those who are asked, before the gate looks at it. */
export async function outgoingInvitation(asking: Asking, meeting: WholeMeeting, one: Invited, input: Pick<SendInvitation, 'looked' | 'because'>): Promise<Outgoing> {
  const people = meeting.people.map((person) => person.personId)
  const cards = [...(await cardsOf(asking, people)).values()].sort(byBirth)
  const reader = one.personId ? { kind: 'person' as const, personId: one.personId, name: one.name } : { kind: 'outside' as const, name: one.name }
  return {
    reader, people, title: `Invitation: ${kindFor(meeting.kind).name}`, passages: passagesFor(meeting, one, cards), format: 'pdf', from: ['Children’s social care'], to: [one.name], knows: one.personId ? [] : people, looked: input.looked,
    subject: { kind: 'meeting', id: meeting.id }, back: `/meetings/${meeting.id}/invitations/${one.id}`, input: { meetingId: meeting.id, invitedId: one.id, ...(input.because ? { because: input.because } : {}) }, foot: `For ${one.name} alone.`,
  }
}

async function sendTo(asking: Asking, meeting: WholeMeeting, one: Invited, input: Pick<SendInvitation, 'looked' | 'because'>): Promise<Done<Sent>> {
  const out = await sendOut(asking, invitation, await outgoingInvitation(asking, meeting, one, input), { because: input.because })
  if ('problems' in out) return out
  await store.setInvitationSent(asking.db, meeting.id, one.id, out.outputId, asking.today)
  return { answer: { outputId: out.outputId, held: out.state === 'held' }, happened: out.happened }
}

/** Somebody who is asked to a meeting that is still to come. @throws NotFound */
export async function invitedTo(asking: Asking, meetingId: string, invitedId: string): Promise<Readonly<{ meeting: WholeMeeting; one: Invited }>> {
  const meeting = await meetingFor(asking, meetingId)
  const one = meeting.invited.find((each) => each.id === invitedId)
  if (!one || meeting.domain !== 'children') throw notFound('They are not on the list of this meeting.')
  return { meeting, one }
}

/** One invitation goes out, as it was shown; held for a second person where it tells what is hidden from whoever is asked. */
export const sendInvitation = command('meetings.sendInvitation', SendInvitation, {
  may: 'output.send',
  people: ({ meetingId }, db) => peopleOfMeeting(db, meetingId),
  run: async (asking, input) => {
    const { meeting, one } = await invitedTo(asking, input.meetingId, input.invitedId)
    if (meeting.state !== 'planned') return { problems: [{ question: '', problem: 'This meeting is over: it was held, or cancelled.' }] }
    return sendTo(asking, meeting, one, input)
  },
})

/** The invitations of a meeting go out: a letter for each who is asked and has none yet, through the one gate, and kept. */
export const sendInvitations = command('meetings.sendInvitations', shape({ meetingId: Id }), {
  may: 'output.send',
  people: ({ meetingId }, db) => peopleOfMeeting(db, meetingId),
  run: async (asking, { meetingId }) => {
    const meeting = await meetingFor(asking, meetingId)
    if (meeting.domain !== 'children') return { problems: [{ question: '', problem: 'Those asked to this meeting are told by whoever arranges it.' }] }
    if (meeting.state !== 'planned') return { problems: [{ question: '', problem: 'This meeting is over: it was held, or cancelled.' }] }
    const waiting = meeting.invited.filter((one) => !one.sentOn && one.actorId === null)
    const happened: Happening[] = []
    let sent = 0
    for (const one of waiting) {
      const came = await sendTo(asking, meeting, one, {})
      // Whoever may know nothing of these children is told by whoever knows them.
      if ('problems' in came) continue
      happened.push(...came.happened ?? [])
      sent += 1
    }
    return sent === 0 && waiting.length > 0 ? { problems: [{ question: '', problem: 'No letter could be made: those who are asked may not read of these children, or something in it is hidden from them.' }] } : { answer: { sent, notMade: waiting.length - sent }, happened }
  },
})
