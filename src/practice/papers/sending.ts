import { TypeCompiler } from '@sinclair/typebox/compiler'
import { paperKinds } from '../../../content/forms/papers/kinds.ts'
import { conflict } from '../../kernel/errors.ts'
import { listed } from '../../kernel/phrasing.ts'
import { command, type Done } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { frozenForm } from '../../record/answers/register.ts'
import type { OutputKind, Passage, Reader } from '../../record/outputs/model.ts'
import { outputKind, sendOut } from '../../record/outputs/sending.ts'
import { cardsOf } from '../../record/people/queries.ts'
import { peopleOfItem } from '../../record/work/register.ts'
import { factsFor } from './facts.ts'
import { paperFor } from './ground.ts'
import { SendCourtPaper } from './model.ts'
import { declared, writtenPassages } from './written.ts'

type Answer = Readonly<{ outputId: string; held: boolean }>
const typed = TypeCompiler.Compile(SendCourtPaper)
const again = (asking: Asking, input: unknown): Promise<Done<Answer>> => {
  if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Ask for it again.')
  return send(asking, input)
}
const purposes: Readonly<Record<string, readonly [purpose: string, basis: string]>> = {
  conferenceReport: ['To tell the conference and the family what social care knows and thinks', 'Public task: UK GDPR article 6(1)(e) and 9(2)(h); Children Act 1989, section 47'],
}
const forCourt = ['Evidence in court proceedings about the children', 'Legal claims and judicial acts: UK GDPR article 6(1)(e) and 9(2)(f); Children Act 1989, part IV'] as const
const kinds: ReadonlyMap<string, OutputKind> = new Map(paperKinds.map((kind) => {
  const [purpose, lawfulBasis] = purposes[kind.id] ?? forCourt
  return [kind.id, outputKind({ kind: `paper.${kind.id}`, title: kind.title, purpose, lawfulBasis, tellsLeftOut: true, again })]
}))

async function readerOf(asking: Asking, { to, personId, name }: SendCourtPaper): Promise<Reader | undefined> {
  if (to === 'own') return { kind: 'own' }
  if (to === 'outside') return name?.trim() ? { kind: 'outside', name: name.trim() } : undefined
  const card = personId ? (await cardsOf(asking, [personId])).get(personId) : undefined
  return card && { kind: 'person', personId: card.id, name: card.name }
}

async function send(asking: Asking, input: SendCourtPaper): Promise<Done<Answer>> {
  const { item, kind, formId } = await paperFor(asking, input.itemId)
  const out = kinds.get(kind.id)
  if (item.state !== 'done' || !out) return { problems: [{ question: '', problem: 'Finish the paper before it goes out.' }] }
  const reader = await readerOf(asking, input)
  if (!reader) return { problems: [input.to === 'person' ? { question: 'personId', problem: 'Choose the person who reads it.' } : { question: 'name', problem: 'Write who reads it: the court, the chair, another council.' }] }
  const frozen = await frozenForm(asking, formId)
  if (!frozen) throw conflict('What was written cannot be read. Open the paper again, and finish it again.')
  const people = item.people.map((person) => person.id)
  const facts = await factsFor(asking, kind, { people, significantOnly: input.chronology !== 'all', since: input.since })
  if (facts.more) return { problems: [{ question: 'since', problem: 'The chronology is longer than a paper holds. Choose from which day on, or only what matters.' }] }
  const passages: readonly Passage[] = [...writtenPassages(frozen, kind, item.people), ...facts.passages, ...declared(kind, item.workerName ?? asking.actor.name, item.finishedOn ?? asking.today)]
  const sent = await sendOut(asking, out, {
    reader, people, knows: [...(input.knows ?? []), ...(reader.kind === 'person' ? [] : people)], format: 'pdf', passages, subject: { kind: 'work', id: item.id }, back: `/papers/${item.id}/send`, input,
    title: `${kind.title}: ${listed(item.people.map((person) => person.given || person.name))}`, from: ['Children’s social care', ...(item.words ? [item.words] : [])], to: [reader.kind === 'own' ? `Printed for ${asking.actor.name}` : reader.name],
    foot: reader.kind === 'own' ? 'Printed for work. Keep it safe, and destroy it when it is done with.' : `For ${reader.name} alone.`,
  }, { because: input.because })
  return 'problems' in sent ? sent : { answer: { outputId: sent.outputId, held: sent.state === 'held' }, happened: sent.happened }
}

/** A finished paper for one reader, with what the record knows put in as it stands on the day: as PDF or Word, through the one gate. */
export const sendCourtPaper = command('papers.send', SendCourtPaper, { may: 'output.send', people: ({ itemId }, db) => peopleOfItem(db, itemId), run: send })
