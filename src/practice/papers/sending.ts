import { TypeCompiler } from '@sinclair/typebox/compiler'
import { conflict, type Problem } from '../../kernel/errors.ts'
import { command, type Done } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { frozenForm } from '../../record/answers/register.ts'
import type { Outgoing, OutputKind, Passage } from '../../record/outputs/model.ts'
import { alsoOfUnseen, footFor, knowsOf, readerOf } from '../../record/outputs/readers.ts'
import { outputKind, sendOut } from '../../record/outputs/sending.ts'
import { peopleOfItem } from '../../record/work/register.ts'
import { factsFor } from './facts.ts'
import { paperFor } from './ground.ts'
import { paperKinds } from './kinds.ts'
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
  mapping: ['To give the family and those who help them what was mapped together', 'Public task: UK GDPR article 6(1)(e) and 9(2)(h); Children Act 1989, section 17'],
}
const forCourt = ['Evidence in court proceedings about the children', 'Legal claims and judicial acts: UK GDPR article 6(1)(e) and 9(2)(f); Children Act 1989, part IV'] as const
const kinds: ReadonlyMap<string, OutputKind> = new Map(paperKinds.map((kind) => {
  const [purpose, lawfulBasis] = purposes[kind.id] ?? forCourt
  return [kind.id, outputKind({ kind: `paper.${kind.id}`, title: kind.title, purpose, lawfulBasis, tellsLeftOut: true, again })]
}))

export const outputOfPaper = (kindId: string): OutputKind | undefined => kinds.get(kindId)

/** What would go to this reader, before the gate looks at it. */
export async function outgoingCourtPaper(asking: Asking, input: SendCourtPaper): Promise<Outgoing | Problem> {
  const { item, kind, formId } = await paperFor(asking, input.itemId)
  if (item.state !== 'done') return { question: '', problem: 'Finish the paper before it goes out.' }
  const reader = await readerOf(asking, input)
  if ('problem' in reader) return reader
  const people = item.people.map((person) => person.id)
  const passages = await paperPassages(asking, { item, kind, formId }, { significantOnly: input.chronology !== 'all', since: input.since })
  if ('problem' in passages) return passages
  const knows = reader.kind === 'own' ? people : knowsOf(input, people)
  if (reader.kind !== 'own' && reader.kind !== 'person' && knows.length === 0) return { question: 'knows', problem: `Tick which of them ${reader.name} may read about.` }
  return {
    reader, people, knows, format: 'pdf', passages, subject: { kind: 'work', id: item.id }, back: `/papers/${item.id}/send`, input, looked: input.looked,
    title: kind.title, of: item.people.map((person) => ({ id: person.id, name: person.given || person.name })), from: ['Children’s social care', ...(item.words ? [item.words] : [])], to: [reader.kind === 'own' ? `Printed for ${asking.actor.name}` : reader.name], foot: footFor(reader),
  }
}

/** A finished paper as it stands: what was written, what the record knows on the day, and what its writer declares. */
export async function paperPassages(asking: Asking, { item, kind, formId }: Awaited<ReturnType<typeof paperFor>>, chronology: Readonly<{ significantOnly: boolean; since?: string | undefined }>): Promise<readonly Passage[] | Problem> {
  const frozen = await frozenForm(asking, formId)
  if (!frozen) throw conflict('What was written cannot be read. Open the paper again, and finish it again.')
  const people = item.people.map((person) => person.id)
  const facts = await factsFor(asking, kind, { people, ...chronology })
  if (facts.more) return { question: 'since', problem: 'The chronology is longer than a paper holds. Choose from which day on, or only what matters.' }
  return alsoOfUnseen(asking, { kind: 'work', id: item.id }, people, [...writtenPassages(frozen, kind, item.people), ...facts.passages, ...declared(kind, item.workerName ?? asking.actor.name, item.finishedOn ?? asking.today)])
}

async function send(asking: Asking, input: SendCourtPaper): Promise<Done<Answer>> {
  const { kind } = await paperFor(asking, input.itemId)
  const [out, outgoing] = [kinds.get(kind.id), await outgoingCourtPaper(asking, input)]
  if ('problem' in outgoing || !out) return { problems: 'problem' in outgoing ? [outgoing] : [] }
  const sent = await sendOut(asking, out, outgoing, { because: input.because })
  return 'problems' in sent ? sent : { answer: { outputId: sent.outputId, held: sent.state === 'held' }, happened: sent.happened }
}

/** A finished paper for one reader, with what the record knows put in as it stands on the day: as PDF or Word, through the one gate. */
export const sendCourtPaper = command('papers.send', SendCourtPaper, { may: 'output.send', people: ({ itemId }, db) => peopleOfItem(db, itemId), run: send })
