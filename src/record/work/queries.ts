import { shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { Asking } from '../access/model.ts'
import { toldByTheHour } from './byTheHour.ts'
import type { WorkItem } from './model.ts'
import * as store from './store.ts'

const seen = (asking: Asking, items: readonly WorkItem[]): readonly WorkItem[] => {
  asking.saw([...new Set(items.flatMap((item) => item.people.map((person) => person.id)))])
  return toldByTheHour(items, asking.now)
}

/** My tray: what is mine, and what I wait for. At most 300. */
const shown = ({ saw }: Pick<Asking, 'saw'>, pieces: store.Pieces): store.Pieces => {
  saw(pieces.people)
  return pieces
}
const most = 300
export const tray = query('work.tray', shape({}), {
  may: 'work.do',
  run: async (asking) => toldByTheHour(store.itemsIn(shown(asking, await store.myTray(asking.db, most))), asking.now),
  json: async (asking) => shown(asking, await store.myTray(asking.db, most)).json,
  onceJson: () => async (db) => {
    const pieces = await store.myTray(db, most)
    return (asking) => shown(asking, pieces).json
  },
})

/** Open work about some people (all their part ids). */
export const openWorkAbout = async (asking: Asking, ids: readonly string[]): Promise<readonly WorkItem[]> => {
  const [, items] = await Promise.all([store.lookUpOpen(asking.db, { about: ids }), store.itemsAbout(asking.db, ids, 200)])
  return seen(asking, items)
}

/** All work of one subject: a contact, a referral, an assessment. */
export const itemsOf = async (asking: Asking, ids: readonly string[]): Promise<readonly WorkItem[]> => (ids.length === 0 ? [] : seen(asking, await store.itemsById(asking.db, ids)))
export const workOfSubject = async (asking: Asking, subjectId: string): Promise<readonly WorkItem[]> => seen(asking, await store.itemsOfSubject(asking.db, subjectId))

/** The open work of a colleague, as far as the reader sees it: what they have, and what they sent and wait for somebody to agree. `signOffs`: the kinds of work by which somebody decides. */
export async function caseloadOf(asking: Asking, workerId: string, signOffs: readonly string[]): Promise<Readonly<{ items: readonly WorkItem[]; sent: readonly WorkItem[] }>> {
  const [, pieces] = await Promise.all([store.lookUpOpen(asking.db, { worker: workerId }), store.trayOf(asking.db, workerId, 300)])
  const all = seen(asking, store.itemsIn(pieces))
  return { items: all.filter((item) => item.workerId === workerId && !signOffs.includes(item.kind)), sent: all.filter((item) => item.askedBy === workerId && signOffs.includes(item.kind)) }
}

/** Pieces of work by their ids, as far as the reader sees them. */
export const itemsNamed = async (asking: Asking, ids: readonly string[]): Promise<readonly WorkItem[]> => (ids.length === 0 ? [] : seen(asking, store.itemsIn(await store.itemsByKeys(asking.db, ids))))
