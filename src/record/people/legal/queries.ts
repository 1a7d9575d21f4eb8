import { Id, shape } from '../../../kernel/shape.ts'
import { query } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { idsOf, sightOf } from '../queries.ts'
import type { LegalStatus, Superseded } from './model.ts'
import * as store from './store.ts'

/** The orders and statuses of one person as they stand, and what stood there before. */
export const legalHistory = query('people.legalHistory', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const known = await sightOf(asking, id)
    const ids = await idsOf(asking, known.sight === 'full' ? [known.id] : [])
    const ours = <Row extends LegalStatus>(rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, personId: known.id }))
    return { id: known.id, sight: known.sight, statuses: ours(await store.statuses(asking.db, ids)), earlier: ours(await store.earlierVersions(asking.db, ids)) }
  },
})

/** What stands under these orders, and what was taken back of them: for the chronology. */
export const ordersTold = async ({ db }: Asking, orderIds: readonly string[]): Promise<Readonly<{ now: readonly LegalStatus[]; gone: readonly Superseded[] }>> =>
  ({ now: await store.statusesOfOrder(db, orderIds), gone: await store.takenBack(db, orderIds) })

/** For whom else of a family an order was recorded: people by order. */
export const underOrder = async ({ db }: Asking, orderId: string): Promise<readonly LegalStatus[]> => store.statusesOfOrder(db, [orderId])
