import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import type { ReadingTeller } from '../../record/people/notices.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import { itemsOf } from '../../record/work/queries.ts'
import { paperKindOf, paperKinds } from './kinds.ts'
import { finishedOfKind } from './store.ts'

export const trayTellers: readonly TrayTeller[] = [
  { kind: 'paper', title: (item) => paperKindOf(item.section)?.title ?? 'Paper', also: (item) => item.words ?? undefined, open: (item) => ({ href: `/papers/${item.id}`, words: 'Write' }), read: (item) => `/papers/${item.id}` },
]

export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: ['paper.finished'],
  tell: async (asking, events) => {
    const papers = new Map((await itemsOf(asking, events.flatMap((event) => event.subjectId ?? []))).map((item) => [item.id, item]))
    return new Map(events.flatMap((event): [string, Told][] => {
      const item = papers.get(event.subjectId ?? '')
      return item ? [[event.id, { title: `${paperKindOf(item.section)?.title ?? 'A paper'}, finished`, ...(item.words ? { words: item.words } : {}), href: `/papers/${item.id}` }]] : []
    }))
  },
}]

/** What was written with the family is read beside the records: the newest of each kind, which leads to those before it. */
export const personReadings: readonly ReadingTeller[] = [async (asking, _personId, ids) => {
  const newest = await Promise.all(paperKinds.filter((kind) => kind.withFamily).map(async (kind) => ({ label: kind.title, itemId: (await finishedOfKind(asking.db, kind.id, ids))[0] })))
  return newest.flatMap(({ label, itemId }) => (itemId ? [{ label, href: `/papers/${itemId}` }] : []))
}]
