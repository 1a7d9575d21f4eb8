import { Type, type Static } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { Id, OneOf, optional, shape } from '../../../kernel/shape.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { command, type Done } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import type { Outgoing, Reader } from '../../outputs/model.ts'
import { outputKind, sendOut } from '../../outputs/sending.ts'
import { byBirth } from '../../people/marks.ts'
import { cardsOf } from '../../people/queries.ts'
import { planPassages } from '../../plans/paper.ts'
import { planKindOf } from '../../plans/queries.ts'
import { peopleOfPlan, planFor } from '../../plans/register.ts'
import { minutesPassages } from '../minutesPaper.ts'
import { kindFor, meetingFor, peopleOfMeeting } from '../register.ts'

/** A plan or the minutes of a meeting, for one reader. */
export const SendPaper = shape({ what: OneOf(['plan', 'meeting'] as const), id: Id, to: OneOf(['person', 'outside', 'own'] as const), personId: optional(Id), name: optional(Type.String({ maxLength: 200 })), because: optional(Type.String({ maxLength: 1000 })) })
export type SendPaper = Static<typeof SendPaper>
type Answer = Readonly<{ outputId: string; held: boolean }>
const typed = TypeCompiler.Compile(SendPaper)
const lawful = 'Public task: UK GDPR article 6(1)(e) and 9(2)(h); Children Act 1989, sections 17 and 47'
const again = (asking: Asking, input: unknown): Promise<Done<Answer>> => {
  if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Ask for it again.')
  return send(asking, input)
}
const kinds = {
  plan: outputKind({ kind: 'plan.paper', title: 'Plan in plain words', purpose: 'To tell the family and those who help what has to change, who does what, and by when', lawfulBasis: lawful, tellsLeftOut: true, again }),
  meeting: outputKind({ kind: 'meeting.minutes', title: 'Minutes of a meeting', purpose: 'To tell those who took part, and the family, what was said and decided', lawfulBasis: lawful, tellsLeftOut: true, again }),
}

async function readerOf(asking: Asking, { to, personId, name }: SendPaper): Promise<Reader | Problem> {
  if (to === 'own') return { kind: 'own' }
  if (to === 'outside') return name?.trim() ? { kind: 'outside', name: name.trim() } : { question: 'name', problem: 'Write who reads it: a school, a doctor, a court.' }
  const card = personId ? (await cardsOf(asking, [personId])).get(personId) : undefined
  return card ? { kind: 'person', personId: card.id, name: card.name } : { question: 'personId', problem: 'Choose the person who reads it.' }
}

/** What it is made from: never typed again. */
async function paperOf(asking: Asking, { what, id }: SendPaper): Promise<Pick<Outgoing, 'title' | 'passages' | 'people'> | Problem> {
  if (what === 'plan') {
    const plan = await planFor(asking, id)
    const people = plan.people.map((one) => one.personId)
    const cards = await cardsOf(asking, people)
    return { title: `${planKindOf(plan.kind).name}: ${listed([...cards.values()].sort(byBirth).map((card) => card.given || card.name))}`, passages: planPassages(plan, cards), people }
  }
  const meeting = await meetingFor(asking, id)
  if (meeting.domain !== 'children') return { question: '', problem: 'What was said at this meeting is not sent from here: it is seen by those alone whom the access policy names.' }
  if (meeting.state !== 'held') return { question: '', problem: 'This meeting was not held yet: it has no minutes.' }
  const people = meeting.people.map((one) => one.personId)
  const cards = await cardsOf(asking, people)
  return { title: `${kindFor(meeting.kind).name}: ${listed([...cards.values()].sort(byBirth).map((card) => card.given || card.name))}`, passages: minutesPassages(meeting, cards), people }
}

async function send(asking: Asking, input: SendPaper): Promise<Done<Answer>> {
  const [reader, paper] = [await readerOf(asking, input), await paperOf(asking, input)]
  if ('problem' in reader) return { problems: [reader] }
  if ('problem' in paper) return { problems: [paper] }
  const out = await sendOut(asking, kinds[input.what], {
    ...paper, reader, knows: reader.kind === 'person' ? [] : paper.people, format: 'pdf', from: ['Children’s social care'], to: [reader.kind === 'own' ? `Printed for ${asking.actor.name}` : reader.name],
    subject: { kind: input.what, id: input.id }, back: `/${input.what}s/${input.id}/send`, input, foot: reader.kind === 'own' ? 'Printed for work. Keep it safe, and destroy it when it is done with.' : `For ${reader.name} alone.`,
  }, { because: input.because })
  if ('problems' in out) return out
  return { answer: { outputId: out.outputId, held: out.state === 'held' }, happened: out.happened }
}

/** A plan in plain words, or the minutes of a meeting, for one reader, as PDF or Word: what that reader may not know is left out, and what is hidden from them stops it. */
export const sendPaper = command('meetings.sendPaper', SendPaper, {
  may: 'output.send',
  people: ({ what, id }, db) => (what === 'plan' ? peopleOfPlan(db, id) : peopleOfMeeting(db, id)),
  run: send,
})
