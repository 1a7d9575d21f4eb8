import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import { kindInWords, noteKinds } from './model.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import * as store from './store.ts'

/** How notes, visits and children's own words read in the chronology. */
export const chronologyTellers: readonly ChronologyTeller[] = [
  {
    kinds: ['note.written', 'visit.written'],
    written: store.toldNote,
    notes: Object.fromEntries(noteKinds.map((kind) => [kind, kindInWords(kind).toLowerCase()])),
    tell: async (asking, events) => {
      const notes = new Map((await store.toldNotes(asking.db, events.flatMap((e) => e.subjectId ?? []))).map((n) => [n.id, n]))
      return new Map(events.flatMap((event): [string, Told][] => {
        const note = event.subjectId ? notes.get(event.subjectId) : undefined
        return note ? [[event.id, { title: note.title, words: note.beginning, href: `/notes/${note.id}`, source: `${note.author}, ${kindInWords(note.kind).toLowerCase()}` }]] : []
      }))
    },
  },
  {
    kinds: ['voice.heard'],
    tell: async (asking, events) => {
      const voices = await store.voicesOf(asking.db, events.flatMap((e) => e.people))
      return new Map(events.flatMap((event): [string, Told][] => {
        const voice = voices.find((v) => (v.id === event.subjectId || v.sourceId === event.subjectId) && event.people.includes(v.personId))
        return voice ? [[event.id, { title: `${voice.given || 'The child'}, in ${voice.sex === 'female' ? 'her' : voice.sex === 'male' ? 'his' : 'their'} own words`, said: { words: voice.words, personId: voice.personId }, source: `Said to ${voice.saidTo}${voice.place ? `, ${voice.place}` : ''}` }]] : []
      }))
    },
  },
]

const visitNames: Readonly<Record<string, string>> = { 'childProtectionVisit.made': 'Child protection visit', 'childInNeed.visited': 'Child in need visit' }
/** A planned visit: its button leads to writing it up, with its people ticked. */
export const trayTellers: readonly TrayTeller[] = [
  {
    kind: 'visit',
    title: (item) => item.words ?? (item.duty ? (visitNames[item.duty] ?? 'Visit') : 'Visit'),
    open: (item) => ({ href: `/notes/new?kind=visit&item=${item.id}&people=${item.people.map((person) => person.id).join(',')}`, words: 'Write it up' }),
  },
]
