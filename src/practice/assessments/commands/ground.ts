import { conflict, notFound } from '../../../kernel/errors.ts'
import { SignedOut } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { itemFor } from '../../../record/work/register.ts'
import type { Assessment } from '../model/stored.ts'
import * as store from '../store/assessments.ts'

export type Ground = Readonly<{ item: WorkItem; assessment: Assessment; formId: string }>

/** The piece of work with its assessment. @throws NotFound before it was started */
export async function groundOf(asking: Asking, itemId: string): Promise<Ground> {
  const item = await itemFor(asking, itemId)
  const assessment = await store.ofItem(asking.db, itemId)
  if (!assessment?.formId) throw notFound('We could not find that assessment.')
  return { item, assessment, formId: assessment.formId }
}

/** The same, while it may be written. @throws Conflict after it was sent, so that what somebody types is kept and they are told */
export async function writableOf(asking: Asking, itemId: string, as?: string): Promise<Ground> {
  requireWriter(asking, as)
  const ground = await groundOf(asking, itemId)
  requireOpen(ground.assessment)
  return ground
}

/** Only which form may be written in, of an assessment that was looked up: a save asks this while somebody types. @throws as `writableOf` does */
export function formToWrite(asking: Asking, writing: store.Writing | undefined, as?: string): string {
  requireWriter(asking, as)
  if (!writing?.formId) throw notFound('We could not find that assessment.')
  requireOpen(writing)
  return writing.formId
}

function requireWriter(asking: Asking, as: string | undefined): void {
  if (as !== undefined && as !== asking.actor.id) throw new SignedOut()
}

function requireOpen({ state, sentByName }: store.Writing): void {
  if (state === 'open' || state === 'returned') return
  throw conflict(state === 'cancelled' ? 'This assessment was ended. Open it again to write in it.' : `${sentByName ?? 'Somebody'} has sent this assessment. Ask for it to be returned, or open it again with a reason, to write in it.`)
}
