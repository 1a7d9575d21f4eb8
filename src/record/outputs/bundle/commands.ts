import { TypeCompiler } from '@sinclair/typebox/compiler'
import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { command, type Done } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { byBirth } from '../../people/marks.ts'
import { cardsOf } from '../../people/queries.ts'
import type { Outgoing } from '../model.ts'
import { footFor, readerOf } from '../readers.ts'
import { outputKind, sendOut } from '../sending.ts'
import { bornInWords, entriesOf } from './entries.ts'
import { SendRecord } from './model.ts'
import { passagesOfRecord } from './rules.ts'

const most = 2000
const typed = TypeCompiler.Compile(SendRecord)

/** A copy of the chronology. */
export const copyOfRecord = outputKind({
  kind: 'record.chronology', title: 'Copy of the chronology', purpose: 'As its sender said', lawfulBasis: 'As its sender said', tellsLeftOut: true,
  again: (asking, input) => {
    if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Ask for it again.')
    return send(asking, input)
  },
})

/** What would go to this reader, before the gate looks at it. */
export async function outgoingRecord(asking: Asking, input: SendRecord): Promise<Outgoing | Problem> {
  const reader = await readerOf(asking, input)
  if ('problem' in reader) return reader
  const { entries, more } = await entriesOf(asking, { ...input, most })
  if (more) return { question: 'since', problem: `This is more than ${most} entries. Choose the days, and make two copies.` }
  const cards = [...(await cardsOf(asking, input.people)).values()].sort(byBirth)
  const people = cards.map((card) => card.id)
  if (people.length === 0) return { question: 'people', problem: 'Choose whose record it is.' }
  const period = [input.since && isPlainDate(input.since) ? `from ${dayInWords(input.since)}` : '', input.until && isPlainDate(input.until) ? `until ${dayInWords(input.until)}` : ''].filter(Boolean).join(' ')
  return {
    reader, people, knows: [...(input.knows ?? []), ...(reader.kind === 'person' ? [] : people)], format: 'pdf', purpose: input.purpose, lawfulBasis: input.lawfulBasis, back: `/people/${people[0] ?? ''}/send`, input, looked: input.looked,
    title: 'Chronology', of: cards.map((card) => ({ id: card.id, name: card.name })), from: ['Children’s social care', ...(period ? [`Entries ${period}`] : []), ...(input.significantOnly ? ['Significant entries only'] : [])], to: reader.kind === 'own' ? [`Printed for ${asking.actor.name}`] : [reader.name],
    passages: passagesOfRecord(entries, cards.map((card) => ({ id: card.id, name: card.name, born: bornInWords(card) }))), foot: footFor(reader),
  }
}

async function send(asking: Asking, input: SendRecord): Promise<Done<Readonly<{ outputId: string; held: boolean }>>> {
  const outgoing = await outgoingRecord(asking, input)
  if ('problem' in outgoing) return { problems: [outgoing] }
  const out = await sendOut(asking, copyOfRecord, outgoing, { because: input.because })
  if ('problems' in out) return out
  return { answer: { outputId: out.outputId, held: out.state === 'held' }, happened: out.happened, why: input.purpose }
}

/** A copy of the chronology with its sources, for a court, a person who asked, an agency, or one's own work. What the reader may not know is left out and counted. */
export const sendRecord = command('outputs.sendRecord', SendRecord, { may: 'output.send', people: ({ people }) => people, run: send })
