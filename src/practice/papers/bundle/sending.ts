import { TypeCompiler } from '@sinclair/typebox/compiler'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { command, type Done } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Outgoing } from '../../../record/outputs/model.ts'
import { footFor, readerOf } from '../../../record/outputs/readers.ts'
import { outputKind, sendOut } from '../../../record/outputs/sending.ts'
import { byBirth } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { SendBundle } from './model.ts'
import { madeOf, offeredFor } from './pieces.ts'
import { bundled, initialsOf, tooMany, type Made } from './rules.ts'

type Answer = Readonly<{ outputId: string; held: boolean }>
const typed = TypeCompiler.Compile(SendBundle)
/** Several papers for a court in one. */
export const courtBundle = outputKind({
  kind: 'papers.bundle', title: 'Bundle for the court', purpose: 'Evidence in court proceedings about the children', lawfulBasis: 'Legal claims and judicial acts: UK GDPR article 6(1)(e) and 9(2)(f); Children Act 1989, part IV', tellsLeftOut: true,
  again: (asking, input) => {
    if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Ask for it again.')
    return send(asking, input)
  },
})

/** What would go to this reader, before the gate looks at it. */
export async function outgoingBundle(asking: Asking, input: SendBundle): Promise<Outgoing | Problem> {
  const reader = await readerOf(asking, input)
  if ('problem' in reader) return reader
  const offered = await offeredFor(asking, input.people)
  const made: Made[] = []
  const pieces = [...new Set(input.pieces)]
  const many = tooMany(pieces.length)
  if (many) return { question: 'pieces', problem: many }
  for (const key of pieces) {
    const one = offered.find((each) => each.key === key)
    if (!one) return { question: 'pieces', problem: 'One of these papers is not there any more. Choose again.' }
    const piece = await madeOf(asking, one, input)
    if ('problem' in piece) return piece
    made.push(piece)
  }
  const people = [...new Set([...input.people, ...made.flatMap((one) => one.people)])]
  const cards = await cardsOf(asking, people)
  const knows = input.knows ?? []
  if (reader.kind !== 'own' && reader.kind !== 'person' && knows.length === 0) return { question: 'knows', problem: `Tick which of them ${reader.name} may read about.` }
  const named = [...cards.values()].filter((card) => input.people.includes(card.id)).sort(byBirth).map((card) => ({ id: card.id, name: card.name }))
  return {
    reader, people, knows, format: 'pdf', title: 'Bundle', of: named, from: ['Children’s social care', input.forWhom.trim()], to: [reader.kind === 'own' ? `Printed for ${asking.actor.name}` : reader.name], foot: footFor(reader), looked: input.looked,
    passages: bundled(made, new Set(input.exhibits), initialsOf(asking.actor.name), (id) => cards.get(id)?.given || cards.get(id)?.name || ''), back: `/papers/bundle?people=${input.people.join(',')}`, input,
  }
}

async function send(asking: Asking, input: SendBundle): Promise<Done<Answer>> {
  const outgoing = await outgoingBundle(asking, input)
  if ('problem' in outgoing) return { problems: [outgoing] }
  const sent = await sendOut(asking, courtBundle, outgoing, { because: input.because })
  return 'problems' in sent ? sent : { answer: { outputId: sent.outputId, held: sent.state === 'held' }, happened: sent.happened }
}

/** Chosen papers as one PDF with an index, marks and continuous pages, for one reader, through the one gate. */
export const sendBundle = command('papers.sendBundle', SendBundle, { may: 'output.send', people: ({ people }) => people, run: send })
