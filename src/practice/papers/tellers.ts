import { paperKindOf } from '../../../content/forms/papers/kinds.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import { itemFor } from '../../record/work/register.ts'

export const trayTellers: readonly TrayTeller[] = [
  { kind: 'paper', title: (item) => paperKindOf(item.section)?.title ?? 'Paper', also: (item) => item.words ?? undefined, open: (item) => ({ href: `/papers/${item.id}`, words: 'Write' }), read: (item) => `/papers/${item.id}` },
]

export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: ['paper.finished'],
  tell: async (asking, events) => {
    const told = new Map<string, Told>()
    for (const event of events) {
      if (!event.subjectId) continue
      const item = await itemFor(asking, event.subjectId).catch(() => undefined)
      if (item) told.set(event.id, { title: `${paperKindOf(item.section)?.title ?? 'A paper'}, finished`, ...(item.words ? { words: item.words } : {}), href: `/papers/${item.id}` })
    }
    return told
  },
}]
