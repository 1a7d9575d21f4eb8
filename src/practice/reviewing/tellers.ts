import { counted, sentence } from '../../kernel/phrasing.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import type { DeskNotice, DeskTeller } from '../../record/work/team/boards.ts'
import { chairWaits } from './queries.ts'
import * as store from './store.ts'

const titles: Readonly<Record<string, string>> = { 'dispute.raised': 'Disputed by the chair or reviewing officer', 'dispute.further': 'The dispute goes further', 'dispute.answered': 'The dispute is answered', 'dispute.resolved': 'The dispute is resolved', 'dispute.withdrawn': 'The dispute is taken back' }
/** Disputes in the chronology of each child. */
export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: Object.keys(titles),
  tell: async (asking, events) => {
    const found = new Map((await store.disputesByIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
    return new Map(events.flatMap((event): [string, Told][] => {
      const one = event.subjectId ? found.get(event.subjectId) : undefined
      const words = event.kind === 'dispute.raised' ? one?.words : event.kind === 'dispute.resolved' || event.kind === 'dispute.withdrawn' ? one?.endedWords : undefined
      return one ? [[event.id, { title: titles[event.kind] ?? 'A dispute', href: `/disputes/${one.id}`, ...(words ? { words } : {}) }]] : []
    }))
  },
}]
export const trayTellers: readonly TrayTeller[] = [{ kind: 'dispute', title: (item) => `Answer a dispute${item.askedByName ? ` of ${item.askedByName}` : ''}`, also: (item) => item.words ?? undefined, open: (item) => ({ href: `/disputes/${item.subjectId ?? ''}`, words: 'Answer' }) }]

/** For whoever chairs: what is to come and what is to be written down. */
export const chairsNotice: DeskTeller = async (asking): Promise<readonly DeskNotice[]> => {
  if (!asking.actor.roles.some((role) => role === 'worker' || role === 'manager' || role === 'head')) return []
  const { toCome, toWrite, chairs, reviews } = await chairWaits(asking)
  return chairs || reviews > 0 ? [{ title: 'Your conferences and reviews', second: `${reviews > 0 ? `${sentence(counted(reviews, 'child', 'children'))} to review, ${counted(toCome, 'meeting', 'meetings')} to come` : `${sentence(counted(toCome, 'is', 'are'))} to come`}${toWrite > 0 ? `, ${counted(toWrite, 'is', 'are')} to be written down` : ''}`, href: '/desk' }] : []
}
