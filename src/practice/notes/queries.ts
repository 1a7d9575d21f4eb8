import { Type } from '@sinclair/typebox'
import { notFound } from '../../kernel/errors.ts'
import { Id, OneOf, optional, shape } from '../../kernel/shape.ts'
import { query } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { idsIn, idsOf, sightOf, type Parts } from '../../record/people/queries.ts'
import { noteKinds, type Note } from './model.ts'
import * as store from './store.ts'

const seen = (asking: Asking, notes: readonly Note[]): readonly Note[] => {
  asking.saw([...new Set(notes.flatMap((note) => note.people.map((person) => person.personId)))])
  return notes
}

/** Notes and visits about somebody, newest first, with the passages the reader may see. */
export const notesOf = query('notes.of', shape({ id: Id, most: optional(Type.Integer({ minimum: 1, maximum: 200 })), kinds: optional(Type.Array(OneOf(noteKinds))) }), {
  may: 'record.read',
  run: async (asking, { id, most, kinds }) => {
    const known = await sightOf(asking, id)
    return known.sight === 'full' ? seen(asking, await store.notesAbout(asking.db, await idsOf(asking, [known.id]), most ?? 20, kinds)) : []
  },
})

/** Notes and visits about several people at once (a family), newest first. */
export const notesAbout = async (asking: Asking, people: readonly string[], most: number, parts?: Parts): Promise<readonly Note[]> =>
  seen(asking, await store.notesAbout(asking.db, parts ? idsIn(parts, people) : await idsOf(asking, people), most, undefined))

export const note = query('notes.one', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const found = await store.noteById(asking.db, id)
    if (!found) throw notFound('We could not find that note.')
    return seen(asking, [found])[0] ?? found
  },
})

/** When each of these people was last seen, and seen alone. */
export async function lastSeenOf(asking: Asking, people: readonly string[], parts?: Parts): Promise<Map<string, store.LastSeen>> {
  const ids = parts ? idsIn(parts, people) : await idsOf(asking, people)
  return new Map((await store.lastSeen(asking.db, ids)).map((row) => [row.personId, row]))
}
