import type { NoticeTeller } from '../../record/people/notices.ts'
import { standingOf } from './store.ts'

/** Says on the page of a child in our care that the return would be wrong as the record stands. */
export const returnNotices: NoticeTeller = async ({ db }, ids) => {
  const many = await standingOf(db, ids)
  if (many === 0) return []
  return [{ kind: 'theme', title: many === 1 ? 'One thing is missing or wrong for the department’s return.' : `${many} things are missing or wrong for the department’s return.`, words: 'Record quality, under In our care, lists them.' }]
}
