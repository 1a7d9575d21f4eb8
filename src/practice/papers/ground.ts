import type { PaperKind } from '../../../content/forms/papers/kinds.ts'
import type { About } from '../../engine/forms/model.ts'
import { notFound } from '../../kernel/errors.ts'
import type { Asking } from '../../record/access/model.ts'
import type { WorkItem } from '../../record/work/model.ts'
import { itemFor } from '../../record/work/register.ts'
import { paperKindOf } from './kinds.ts'
import { formOfPaper } from './store.ts'

/** Whom a paper is about, as its form asks. */
export const aboutOf = (item: Pick<WorkItem, 'people'>): About => ({ children: item.people.map((person) => ({ id: person.id, name: person.given || person.name, ...(person.unborn ? { unborn: true } : {}) })) })

/** A paper with its form. @throws NotFound */
export async function paperFor(asking: Asking, itemId: string): Promise<Readonly<{ item: WorkItem; kind: PaperKind; formId: string }>> {
  const item = await itemFor(asking, itemId)
  const kind = paperKindOf(item.section)
  const formId = kind && item.kind === 'paper' ? await formOfPaper(asking.db, itemId) : undefined
  if (!kind || !formId) throw notFound('We could not find that paper.')
  return { item, kind, formId }
}
