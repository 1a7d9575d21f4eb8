import { Type } from '@sinclair/typebox'
import { notFound } from '../../../kernel/errors.ts'
import { Id, optional, shape } from '../../../kernel/shape.ts'
import { command } from '../../access/act.ts'
import { fileForSearch } from '../search/store.ts'
import * as store from './store.ts'

/**
 * Two records of one person become one. Nothing is re-pointed: each row keeps the record it was written on, and `intoId` answers for both from now on.
 * The records role only; the gate refuses whom the actor may not find (access policy, rules 1 and 16).
 */
export const mergePeople = command('people.merge', shape({ partId: Id, intoId: Id, reason: Type.String({ maxLength: 1000 }) }), {
  may: 'person.merge',
  fresh: true,
  domain: 'shared',
  people: () => [],
  run: async ({ db }, { partId, intoId, reason }) => {
    if (partId === intoId) return { problems: [{ question: 'intoId', problem: 'Choose two different records.' }] }
    if (reason.trim().length < 10) return { problems: [{ question: 'reason', problem: 'Say in a sentence how you know that they are the same person.' }] }
    if (!(await store.mayMerge(db, partId, intoId))) throw notFound('We could not find one of the people.')
    const survivorId = await store.merge(db, partId, intoId, reason.trim())
    return { answer: { survivorId }, alsoAbout: [partId, intoId] }
  },
})

/**
 * The merge was a mistake: the part is a person of its own again, with all that was written on it before. Of what was written on the shared record since,
 * `theirs` is about the part and goes with it; the rest stays with the record that goes on.
 */
export const unmergePeople = command('people.unmerge', shape({ partId: Id, theirs: optional(Type.Array(Id, { maxItems: 100 })) }), {
  may: 'person.merge',
  fresh: true,
  domain: 'shared',
  people: () => [],
  run: async ({ db }, { partId, theirs = [] }) => {
    const given = theirs.length > 0 ? await store.giveToPart(db, partId, theirs) : 0
    const survivorId = await store.unmerge(db, partId)
    if (!survivorId) return { problems: [{ question: 'partId', problem: 'This record is not merged with another one now. Open it again to see what stands there.' }] }
    await fileForSearch(db)
    return { answer: { partId, survivorId, given }, alsoAbout: [partId, survivorId] }
  },
})

/** Two records that look alike were looked at, and are two people: the pair is not shown again. */
export const sayTwoPeople = command('people.sayTwoPeople', shape({ personId: Id, otherId: Id, reason: Type.String({ maxLength: 1000 }) }), {
  may: 'person.merge',
  domain: 'shared',
  people: () => [],
  run: async ({ db }, { personId, otherId, reason }) => {
    if (!(await store.sayTwoPeople(db, personId, otherId, reason.trim()))) throw notFound('We could not find one of the people.')
    return { answer: {}, alsoAbout: [personId, otherId] }
  },
})
