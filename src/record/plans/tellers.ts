import { planEndings } from '../../../content/codes/meetings.ts'
import { labelOf } from '../../kernel/codes.ts'
import type { ChronologyTeller, Told } from '../chronology/tellers.ts'
import { planKindOf } from './queries.ts'
import * as store from './store.ts'

/** How plans read in a chronology. */
export const planTellers: readonly ChronologyTeller[] = [{
  kinds: ['plan.started', 'plan.changed', 'plan.ended'],
  tell: async (asking, events) => {
    const plans = new Map((await store.plansByIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((plan) => [plan.id, plan]))
    return new Map(events.flatMap((event): [string, Told][] => {
      const plan = event.subjectId ? plans.get(event.subjectId) : undefined
      if (!plan) return []
      const name = planKindOf(plan.kind).name
      const over = plan.people.find((one) => event.people.includes(one.personId) && one.endReason)
      const words = event.kind === 'plan.ended' && over?.endReason ? [labelOf(planEndings, over.endReason), over.endWords].filter(Boolean).join('. ') : undefined
      return [[event.id, { title: event.kind === 'plan.started' ? `${name} begun` : event.kind === 'plan.changed' ? `${name} changed` : `${name} ended`, href: `/plans/${plan.id}`, ...(words ? { words } : {}) }]]
    }))
  },
}]
