import { TypeCompiler } from '@sinclair/typebox/compiler'
import { dayInWords, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { command, type Done } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { readChronology } from '../../chronology/queries.ts'
import { byBirth } from '../../people/marks.ts'
import { cardsOf } from '../../people/queries.ts'
import type { Reader } from '../model.ts'
import { outputKind, sendOut } from '../sending.ts'
import { SendRecord } from './model.ts'
import { passagesOfRecord, type Entry } from './rules.ts'
import * as store from './store.ts'

const most = 2000
/** What tells a reader that something is kept from them, or to whom else the record went, is not theirs to read. */
const ofTheHouse = new Set(['address.hidden', 'address.shown', 'output.sent'])
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

async function entriesOf(asking: Asking, input: SendRecord): Promise<{ entries: Entry[]; more: boolean }> {
  const { lines, more } = await readChronology(asking, input.people, { most, significantOnly: input.significantOnly ?? false, before: input.until })
  const shown = lines.filter((line) => !ofTheHouse.has(line.kind) && (input.since === undefined || line.happenedOn >= input.since))
  const about = new Map((await store.peopleOfEvents(asking.db, shown.map((line) => line.id))).map((row) => [row.id, row]))
  const named = await cardsOf(asking, [...new Set([...about.values()].flatMap((row) => row.people))])
  return {
    more,
    entries: shown.map((line): Entry => {
      const row = about.get(line.id)
      const people = [...new Set([...(row?.people ?? line.people), ...(line.told.said ? [line.told.said.personId] : [])])]
      return { on: line.happenedOn, title: line.told.title, words: line.told.words, said: line.told.said?.words, source: line.told.source ?? line.by ?? 'Brought in from another system', about: people, others: row?.others ?? true, names: people.flatMap((id) => named.get(id)?.given || named.get(id)?.name || []) }
    }),
  }
}

const bornWords = (card: { bornOn: PlainDate | null; dueOn: PlainDate | null; unborn: boolean }): string =>
  card.bornOn && isPlainDate(card.bornOn) ? `born ${dayInWords(card.bornOn)}` : card.unborn ? 'not yet born' : 'date of birth not known'

async function send(asking: Asking, input: SendRecord): Promise<Done<Readonly<{ outputId: string; held: boolean }>>> {
  const reader = await readerOf(asking, input)
  if ('problem' in reader) return { problems: [reader] }
  const { entries, more } = await entriesOf(asking, input)
  if (more) return { problems: [{ question: 'since', problem: `This is more than ${most} entries. Choose the days, and make two copies.` }] }
  const cards = [...(await cardsOf(asking, input.people)).values()].sort(byBirth)
  const people = cards.map((card) => card.id)
  if (people.length === 0) return { problems: [{ question: 'people', problem: 'Choose whose record it is.' }] }
  const period = [input.since && isPlainDate(input.since) ? `from ${dayInWords(input.since)}` : '', input.until && isPlainDate(input.until) ? `until ${dayInWords(input.until)}` : ''].filter(Boolean).join(' ')
  const out = await sendOut(asking, copyOfRecord, {
    reader, people, knows: [...(input.knows ?? []), ...(reader.kind === 'person' ? [] : people)], format: 'pdf', purpose: input.purpose, lawfulBasis: input.lawfulBasis, back: `/people/${people[0] ?? ''}/send`, input,
    title: `Chronology of ${listed(cards.map((card) => card.name))}`, from: ['Children’s social care', ...(period ? [`Entries ${period}`] : []), ...(input.significantOnly ? ['Significant entries only'] : [])], to: reader.kind === 'own' ? [`Printed for ${asking.actor.name}`] : [reader.name],
    passages: passagesOfRecord(entries, cards.map((card) => ({ id: card.id, name: card.name, born: bornWords(card) }))),
    foot: reader.kind === 'own' ? 'Printed for work. Keep it safe, and destroy it when it is done with.' : `For ${reader.name} alone.`,
  }, { because: input.because })
  if ('problems' in out) return out
  return { answer: { outputId: out.outputId, held: out.state === 'held' }, happened: out.happened, why: input.purpose }
}

/** A copy of the chronology with its sources, for a court, a person who asked, an agency, or one's own work. What the reader may not know is left out and counted. */
export const sendRecord = command('outputs.sendRecord', SendRecord, { may: 'output.send', people: ({ people }) => people, run: send })
