import { dayOf, moment } from '../../kernel/dates.ts'
import { may } from '../access/permissions.ts'
import type { ChronologyTeller, Told } from '../chronology/tellers.ts'
import type { DecisionSource } from '../work/decisions/model.ts'
import type { TrayTeller } from '../work/model.ts'
import * as store from './store/outputs.ts'

/** What may hold something hidden and waits for a second person. */
export const outputSources: readonly DecisionSource[] = [{
  what: 'outputs', may: (actor) => may(actor, 'output.agree'), count: (asking) => store.countWaiting(asking.db, asking.actor.id),
  rows: async (asking) => {
    const waiting = await store.waiting(asking.db, asking.actor.id)
    asking.saw([...new Set(waiting.flatMap((one) => one.people))])
    return waiting.map((one) => ({ id: one.id, title: 'May this go out?', who: `${one.title}, asked by ${one.askedBy}`, since: dayOf(moment(one.askedAt)), href: `/sent/${one.id}` }))
  },
}]

export const outputTrayTellers: readonly TrayTeller[] = [
  { kind: 'outputDecided', title: () => 'A second person has looked', also: (item) => item.words ?? undefined, open: (item) => ({ href: `/sent/${item.subjectId ?? ''}`, words: 'Open' }) },
]

export const outputTellers: readonly ChronologyTeller[] = [{
  kinds: ['output.sent'],
  tell: async (asking, events) => {
    const outputs = new Map((await store.byIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
    return new Map(events.flatMap((event): [string, Told][] => {
      const one = event.subjectId ? outputs.get(event.subjectId) : undefined
      return one ? [[event.id, { title: `${one.title}, sent to ${one.toName}`, words: `${one.purpose}.`, href: `/sent/${one.id}` }]] : []
    }))
  },
}]
