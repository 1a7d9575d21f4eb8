import { notFound } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Asking } from '../../access/model.ts'
import type { WorkItem } from '../model.ts'
import { itemFor } from '../register.ts'
import * as store from './store.ts'

export type { Question } from './store.ts'

/** What was asked about a piece of work before deciding, and what was answered. */
export const questionsAbout = (asking: Asking, itemId: string): Promise<readonly store.Question[]> => store.ofItem(asking.db, itemId)

/** One question with what it is about. @throws NotFound */
export async function readQuestion(asking: Asking, id: string): Promise<Readonly<{ question: store.Question; item: WorkItem }>> {
  const question = isId(id) ? await store.byId(asking.db, id) : undefined
  if (!question) throw notFound('We could not find that question.')
  return { question, item: await itemFor(asking, question.itemId) }
}
