import { isPlainDate } from '../../../kernel/dates.ts'
import { keepNote } from '../../../practice/notes/register.ts'
import { kindInWords } from '../../../practice/notes/model.ts'
import { command, type Done } from '../../../record/access/act.ts'
import type { Happening } from '../../../record/access/model.ts'
import { fileChanged, giveTheirHues, keepAddress } from '../../../record/people/register.ts'
import { writesFor } from '../cin/store.ts'
import { isNoteKind, TakeMapped, TakeRelated, type TakenMapped } from './entryModel.ts'
import * as store from './store.ts'

type Said = Readonly<{ id: string; kind: string; path: string }>
type Row = store.Held['facts'][number]
const severalAtOnce = ['communication', 'phone', 'email', 'other']

/** What is to be written of a list, what of this system’s own gives way to it, and what the record says otherwise: that stays. */
function renewal<Each extends Said>(said: readonly Each[], held: readonly Row[], valueOf: (one: Each) => string) {
  const [add, supersede, contested]: [Each[], string[], { path: string; reason: string }[]] = [[], [], []]
  for (const one of said) {
    const value = valueOf(one)
    if (held.some((row) => row.kind === one.kind && row.value === value && row.current)) continue
    const standing = severalAtOnce.includes(one.kind) ? [] : held.filter((row) => row.kind === one.kind && row.current)
    if (held.some((row) => row.id === one.id)) contested.push({ path: one.path, reason: 'this was taken before and changed since; the record stays' })
    else if (standing.some(({ mine }) => !mine)) contested.push({ path: one.path, reason: 'somebody has recorded otherwise; the record stays' })
    else {
      supersede.push(...standing.map(({ id }) => id))
      add.push(one)
    }
  }
  return { add, supersede, contested }
}

/** Takes what an extract tells of a person beside what a census could: names, addresses, numbers, care and case notes. Twice is once. */
export const takeMapped = command('exchange.takeMapped', TakeMapped, {
  may: 'person.add', people: ({ personId }) => [personId],
  async run(asking, entry): Promise<Done<TakenMapped>> {
    const { db, actor, now } = asking
    await writesFor(db, entry.importId, entry.personId)
    const held = await store.heldOf(db, actor.id, entry)
    const names = renewal(entry.names, held.names, ({ given, family }) => [given, family].join(' ').trim())
    const facts = renewal(entry.facts, held.facts, ({ value }) => value)
    const identifiers = renewal(entry.identifiers, held.identifiers, ({ value }) => value)
    await store.writePerson(asking, { personId: entry.personId, names: names.add, facts: facts.add, identifiers: identifiers.add }, [...names.supersede, ...facts.supersede, ...identifiers.supersede])
    let addresses = 0
    for (const one of entry.addresses) if (await keepAddress(asking, entry.personId, one)) addresses++
    await fileChanged(asking)
    const care = entry.periods.length > 0 && !held.inCare
    if (care) await store.writeCare(asking, entry)
    const notes = entry.notes.filter(({ id }) => !held.notes.includes(id))
    const happened: Happening[] = []
    for (const { writtenBy, source, place, title, happenedOn, kind, ...note } of notes) {
      const told = isNoteKind(kind) ? kind : 'note'
      // Who wrote it has no account here: their name stands with their words.
      const words = `${note.words}\n\n${writtenBy ? `Written by ${writtenBy} in ${source}.` : `From ${source}.`}`
      await keepNote(db, { ...note, words, kind: told, people: [entry.personId], happenedOn, title: title ?? kindInWords(told), authorId: actor.id, recordedAt: now, happenedAt: undefined, domain: 'children', ...(place ? { place } : {}) })
      if (isPlainDate(happenedOn)) happened.push({ kind: `${told === 'visit' ? 'visit' : 'note'}.written`, people: [entry.personId], on: happenedOn, subject: { kind: 'note', id: note.id } })
    }
    const stays = entry.periods.length > 0 && held.inCare && held.care.length < entry.periods.length
    return {
      answer: {
        added: names.add.length + facts.add.length + identifiers.add.length + addresses + notes.length + (care ? entry.periods.length + entry.placements.length + entry.statuses.length : 0),
        contested: [...names.contested, ...facts.contested, ...identifiers.contested, ...(stays ? [{ path: 'episode', reason: 'the record has a time in care of this child already: it stays as it is' }] : [])],
      },
      happened,
    }
  },
})

/** Takes how two people of the extracts stand to each other, when both are on record. */
export const takeRelated = command('exchange.takeRelated', TakeRelated, {
  may: 'person.add', people: ({ personId, otherId }) => [personId, otherId],
  async run(asking, related): Promise<Done<{ added: boolean }>> {
    await writesFor(asking.db, related.importId, related.personId)
    const added = await store.writeRelationship(asking, related)
    if (added) await giveTheirHues(asking, [related.otherId])
    return { answer: { added } }
  },
})
