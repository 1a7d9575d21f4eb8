import { Id, shape } from '../../../kernel/shape.ts'
import { query } from '../../access/act.ts'
import { requireFresh } from '../../access/fresh.ts'
import type { Asking } from '../../access/model.ts'
import { idsOf, sightOf } from '../queries.ts'
import type { Hiding } from './model.ts'
import * as store from './store.ts'

/** Where somebody is, though it is hidden: only to whom it may be shown, who showed again who they are. @throws ProveAgain */
export const seeHidden = query('people.seeHidden', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const known = await sightOf(asking, id)
    if (known.sight !== 'full') return { id: known.id, kept: [] }
    requireFresh(asking.actor)
    return { id: known.id, kept: await store.kept(asking.db, await idsOf(asking, [known.id])) }
  },
})

/** From whom what is hidden, why and until when: also those that ended. */
export const hidingsOf = async (asking: Asking, personId: string): Promise<readonly Hiding[]> => store.hidings(asking.db, await idsOf(asking, [personId]))

/** Whom to name: agencies, and staff with a need. */
export const whomToName = async (asking: Asking): Promise<Readonly<{ agencies: readonly { id: string; name: string }[]; staff: readonly { id: string; name: string; team: string | null }[] }>> => {
  const [agencies, staff] = await Promise.all([store.agencies(asking.db), store.careStaff(asking.db, 'children')])
  return { agencies, staff }
}
