import { notFound } from '../../../kernel/errors.ts'
import { Id, shape } from '../../../kernel/shape.ts'
import { query } from '../../access/act.ts'
import { standing } from '../../access/register.ts'
import type { Adoption, OnList } from './model.ts'
import * as store from './store.ts'

/** The sealed adoptions of somebody, with their lists, for those on them; for everybody else there is none. */
export const adoption = query('people.adoption', shape({ personId: Id }), {
  may: 'adoption.keep',
  run: async ({ db, saw }, { personId }) => {
    saw([personId])
    const { sight, survivorId } = await standing(db, personId)
    const adoptions: (Adoption & { list: readonly OnList[] })[] = []
    for (const one of await store.adoptionsOf(db, survivorId)) adoptions.push({ ...one, list: await store.onList(db, one.id) })
    if (sight !== 'full') throw notFound('We could not find that person.')
    return { personId: survivorId, adoptions, holders: await store.holders(db) }
  },
})
