import { TypeCompiler } from '@sinclair/typebox/compiler'
import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { command, type Done } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { byBirth } from '../../people/marks.ts'
import { cardsOf } from '../../people/queries.ts'
import type { Reader } from '../model.ts'
import { outputKind, sendOut } from '../sending.ts'
import { bornInWords, entriesOf } from './entries.ts'
import { SendRecord } from './model.ts'
import { passagesOfRecord } from './rules.ts'
import * as store from './store.ts'

const most = 2000
const typed = TypeCompiler.Compile(SendRecord)

const copyOfRecord = outputKind({
  kind: 'record.chronology', title: 'Copy of the chronology', purpose: 'As its sender said', lawfulBasis: 'As its sender said', tellsLeftOut: true,
  again: (asking, input) => {
    if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Ask for it again.')
    return send(asking, input)
  },
})

async function readerOf(asking: Asking, { to, personId, agencyId, name }: SendRecord): Promise<Reader | Problem> {
  if (to === 'own') return { kind: 'own' }
  if (to === 'outside') return name?.trim() ? { kind: 'outside', name: name.trim() } : { question: 'name', problem: 'Write who reads it: a court, a school, a council.' }
  if (to === 'agency') {
    const agency = agencyId ? await store.agencyName(asking.db, agencyId) : undefined
    return agency && agencyId ? { kind: 'agency', agencyId, name: agency.name } : { question: 'agencyId', problem: 'Choose the agency.' }
  }
  const card = personId ? (await cardsOf(asking, [personId])).get(personId) : undefined
  return card ? { kind: 'person', personId: card.id, name: card.name } : { question: 'personId', problem: 'Choose the person who reads it.' }
}

async function send(asking: Asking, input: SendRecord): Promise<Done<Readonly<{ outputId: string; held: boolean }>>> {
  const reader = await readerOf(asking, input)
  if ('problem' in reader) return { problems: [reader] }
  const { entries, more } = await entriesOf(asking, { ...input, most })
  if (more) return { problems: [{ question: 'since', problem: `This is more than ${most} entries. Choose the days, and make two copies.` }] }
  const cards = [...(await cardsOf(asking, input.people)).values()].sort(byBirth)
  const people = cards.map((card) => card.id)
  if (people.length === 0) return { problems: [{ question: 'people', problem: 'Choose whose record it is.' }] }
  const period = [input.since && isPlainDate(input.since) ? `from ${dayInWords(input.since)}` : '', input.until && isPlainDate(input.until) ? `until ${dayInWords(input.until)}` : ''].filter(Boolean).join(' ')
  const out = await sendOut(asking, copyOfRecord, {
    reader, people, knows: [...(input.knows ?? []), ...(reader.kind === 'person' ? [] : people)], format: 'pdf', purpose: input.purpose, lawfulBasis: input.lawfulBasis, back: `/people/${people[0] ?? ''}/send`, input,
    title: `Chronology of ${listed(cards.map((card) => card.name))}`, from: ['Children’s social care', ...(period ? [`Entries ${period}`] : []), ...(input.significantOnly ? ['Significant entries only'] : [])], to: reader.kind === 'own' ? [`Printed for ${asking.actor.name}`] : [reader.name],
    passages: passagesOfRecord(entries, cards.map((card) => ({ id: card.id, name: card.name, born: bornInWords(card) }))),
    foot: reader.kind === 'own' ? 'Printed for work. Keep it safe, and destroy it when it is done with.' : `For ${reader.name} alone.`,
  }, { because: input.because })
  if ('problems' in out) return out
  return { answer: { outputId: out.outputId, held: out.state === 'held' }, happened: out.happened, why: input.purpose }
}

/** A copy of the chronology with its sources, for a court, a person who asked, an agency, or one's own work. What the reader may not know is left out and counted. */
export const sendRecord = command('outputs.sendRecord', SendRecord, { may: 'output.send', people: ({ people }) => people, run: send })
