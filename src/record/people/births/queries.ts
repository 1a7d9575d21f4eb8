import type { PlainDate } from '../../../kernel/dates.ts'
import { Id, shape } from '../../../kernel/shape.ts'
import { query } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { idsOf, sightOf } from '../queries.ts'
import type { Becoming } from './model.ts'
import * as store from './store.ts'

/** The pregnancy of somebody, read from each child who was born of it: whose record it is, the days it was due, what became of it. */
export const pregnancy = query('people.pregnancy', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const known = await sightOf(asking, id)
    const ids = known.sight === 'full' ? await idsOf(asking, [known.id]) : []
    const all: readonly Becoming[] = ids.length > 0 ? await store.becomings(asking.db, ids) : []
    const standing = all.filter((one) => !one.gone)
    const unbornId = standing[0]?.unbornId ?? known.id
    const due: readonly { on: PlainDate; recordedAt: string; by: string | null }[] = ids.length > 0 ? await store.dueDays(asking.db, await idsOf(asking, [unbornId])) : []
    return { id: known.id, sight: known.sight, unbornId, standing, takenBack: all.filter((one) => one.gone), due }
  },
})

/** Whether there is a record of the pregnancy of somebody, to lead to it. */
export const wasExpected = ({ db }: Asking, id: string): Promise<boolean> => store.wasExpected(db, id)
