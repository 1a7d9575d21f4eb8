import { notFound } from '../../../kernel/errors.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { itemFor } from '../../../record/work/register.ts'
import * as store from '../store/assessments.ts'
import { carriers, type Carrier } from '../../../record/work/team/store.ts'

/** What is needed to hand an assessment over: the work, who may take it, and whether this reader may give it away. @throws NotFound */
export async function handingOver(asking: Asking, itemId: string): Promise<Readonly<{ item: WorkItem; carriers: readonly Carrier[]; may: boolean }>> {
  const item = await itemFor(asking, itemId)
  if (item.kind !== 'assessment') throw notFound('We could not find that assessment.')
  const may = item.workerId === asking.actor.id || (await store.manages(asking.db, asking.actor.id, item.teamId))
  return { item, may, carriers: may ? await carriers(asking.db, item.teamId, item.workerId) : [] }
}
