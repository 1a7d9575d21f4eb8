import { allegationOutcomes } from '../../../content/codes/allegations.ts'
import { labelOf } from '../../kernel/codes.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import * as store from './store.ts'

const titles: Readonly<Record<string, string>> = { 'allegation.answered': 'Allegation: first answer of the designated officer', 'allegation.step': 'Allegation: something was done', 'allegation.ended': 'Allegation: what came of it' }
/** How allegations read in a chronology, for those who may see them at all. */
export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: Object.keys(titles),
  tell: async (asking, events) => {
    const all = await store.all(asking.db)
    return new Map(events.flatMap((event): [string, Told][] => {
      const one = all.find((each) => each.id === event.subjectId)
      return one ? [[event.id, { title: titles[event.kind] ?? 'Allegation', words: event.kind === 'allegation.ended' && one.outcome ? `${labelOf(allegationOutcomes, one.outcome)}.` : one.name, href: `/allegations/${one.id}` }]] : []
    }))
  },
}]
