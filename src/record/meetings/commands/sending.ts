import type { Static } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { Id, OneOf, shape } from '../../../kernel/shape.ts'
import { command, type Done } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { ToReader, type Outgoing } from '../../outputs/model.ts'
import { alsoOfUnseen, footFor, knowsOf, readerOf } from '../../outputs/readers.ts'
import { outputKind, sendOut } from '../../outputs/sending.ts'
import { byBirth } from '../../people/marks.ts'
import { cardsOf } from '../../people/queries.ts'
import { planPassages } from '../../plans/paper.ts'
import { planKindOf } from '../../plans/queries.ts'
import { peopleOfPlan, planFor } from '../../plans/register.ts'
import { minutesPassages } from '../minutesPaper.ts'
import { kindFor, meetingFor, peopleOfMeeting } from '../register.ts'

/** A plan or the minutes of a meeting, for one reader. */
export const SendPaper = shape({ what: OneOf(['plan', 'meeting'] as const), id: Id, ...ToReader })
export type SendPaper = Static<typeof SendPaper>
type Answer = Readonly<{ outputId: string; held: boolean }>
const typed = TypeCompiler.Compile(SendPaper)
const lawful = 'Public task: UK GDPR article 6(1)(e) and 9(2)(h); Children Act 1989, sections 17 and 47'
const again = (asking: Asking, input: unknown): Promise<Done<Answer>> => {
  if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Ask for it again.')
  return send(asking, input)
}
/** The kinds of output that they are. */
export const paperKinds = {
  plan: outputKind({ kind: 'plan.paper', title: 'Plan in plain words', purpose: 'To tell the family and those who help what has to change, who does what, and by when', lawfulBasis: lawful, tellsLeftOut: true, again }),
  meeting: outputKind({ kind: 'meeting.minutes', title: 'Minutes of a meeting', purpose: 'To tell those who took part, and the family, what was said and decided', lawfulBasis: lawful, tellsLeftOut: true, again }),
}

/** What a plan or the minutes say, each passage about whom it is: never typed again. */
export async function passagesOf(asking: Asking, { what, id }: Pick<SendPaper, 'what' | 'id'>): Promise<Pick<Outgoing, 'title' | 'of' | 'passages' | 'people'> | Problem> {
  const named = (cards: Awaited<ReturnType<typeof cardsOf>>) => [...cards.values()].sort(byBirth).map((card) => ({ id: card.id, name: card.given || card.name }))
  if (what === 'plan') {
    const plan = await planFor(asking, id)
    const people = plan.people.map((one) => one.personId)
    const cards = new Map([...await cardsOf(asking, people)].sort(([, a], [, b]) => byBirth(a, b)))
    return { title: planKindOf(plan.kind).name, of: named(cards), passages: await alsoOfUnseen(asking, { kind: 'plan', id }, people, planPassages(plan, cards)), people }
  }
  const meeting = await meetingFor(asking, id)
  if (meeting.domain !== 'children') return { question: '', problem: 'What was said at this meeting is not sent from here: it is seen by those alone whom the access policy names.' }
  if (meeting.state !== 'held') return { question: '', problem: 'This meeting was not held yet: it has no minutes.' }
  const people = meeting.people.map((one) => one.personId)
  const cards = await cardsOf(asking, people)
  return { title: kindFor(meeting.kind).name, of: named(cards), passages: await alsoOfUnseen(asking, { kind: 'meeting', id }, people, minutesPassages(meeting, cards)), people }
}

/** What would go to this reader, before the gate looks at it. */
export async function outgoingPaper(asking: Asking, input: SendPaper): Promise<Outgoing | Problem> {
  const reader = await readerOf(asking, input)
  if ('problem' in reader) return reader
  const paper = await passagesOf(asking, input)
  if ('problem' in paper) return paper
  const knows = knowsOf(input, paper.people)
  if (reader.kind !== 'own' && reader.kind !== 'person' && knows.length === 0) return { question: 'knows', problem: `Tick which of them ${reader.name} may read about.` }
  return {
    ...paper, reader, knows, format: 'pdf', from: ['Children’s social care'], to: [reader.kind === 'own' ? `Printed for ${asking.actor.name}` : reader.name],
    subject: { kind: input.what, id: input.id }, back: `/${input.what}s/${input.id}/send`, input, foot: footFor(reader), looked: input.looked,
  }
}

async function send(asking: Asking, input: SendPaper): Promise<Done<Answer>> {
  const outgoing = await outgoingPaper(asking, input)
  if ('problem' in outgoing) return { problems: [outgoing] }
  const out = await sendOut(asking, paperKinds[input.what], outgoing, { because: input.because })
  if ('problems' in out) return out
  return { answer: { outputId: out.outputId, held: out.state === 'held' }, happened: out.happened }
}

/** A plan in plain words, or the minutes of a meeting, for one reader, as PDF or Word: what that reader may not know is left out, and what is hidden from them stops it. */
export const sendPaper = command('meetings.sendPaper', SendPaper, {
  may: 'output.send',
  people: ({ what, id }, db) => (what === 'plan' ? peopleOfPlan(db, id) : peopleOfMeeting(db, id)),
  run: send,
})
