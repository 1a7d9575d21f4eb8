import { notFound } from '../../../kernel/errors.ts'
import type { Asking } from '../../access/model.ts'
import type { WorkItem } from '../model.ts'
import { itemFor } from '../register.ts'
import * as store from '../store.ts'
import type { DecisionRead, DecisionTeller } from './model.ts'

const tellers = new Map<string, DecisionTeller>()

/** Plugs in the decisions of the modules. Called once, when the house is put together. */
export function plugDecisionTellers(contributed: readonly DecisionTeller[]): void {
  tellers.clear()
  for (const teller of contributed) tellers.set(teller.kind, teller)
}
export const decisionTellerOf = (kind: string): DecisionTeller | undefined => tellers.get(kind)

/** Everything that waits for this manager to decide, oldest first. */
export async function decisionsFor(asking: Asking): Promise<readonly WorkItem[]> {
  const items = await store.decisionsOf(asking.db, asking.actor.id, [...tellers.keys()], 100)
  asking.saw([...new Set(items.flatMap((item) => item.people.map((person) => person.id)))])
  return items
}

/** One decision, whole. @throws NotFound when it is none */
export async function readDecision(asking: Asking, itemId: string): Promise<{ item: WorkItem; read: DecisionRead }> {
  const item = await itemFor(asking, itemId)
  const teller = tellers.get(item.kind)
  if (!teller || !('read' in teller)) throw notFound('We could not find that decision.')
  return { item, read: await teller.read(asking, item) }
}
