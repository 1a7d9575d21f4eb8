import { notFound } from '../../../kernel/errors.ts'
import type { Asking } from '../../access/model.ts'
import type { WorkItem } from '../model.ts'
import { itemFor } from '../register.ts'
import type { DecisionRead, DecisionSource, DecisionTeller, WaitingRow } from './model.ts'
import * as store from './store.ts'

const tellers = new Map<string, DecisionTeller>()
let sources: readonly DecisionSource[] = []

/** Plugs in the decisions of the modules. Called once, when the house is put together. */
export function plugDecisionTellers(contributed: readonly DecisionTeller[], others: readonly DecisionSource[] = []): void {
  tellers.clear()
  for (const teller of contributed) tellers.set(teller.kind, teller)
  sources = others
}
export const decisionTellerOf = (kind: string): DecisionTeller | undefined => tellers.get(kind)
/** The kinds of work by which somebody decides. */
export const decisionKinds = (): readonly string[] => [...tellers.keys()]

function decidesOf({ actor }: Asking): store.Decides {
  const mine = actor.roles.some((role) => role === 'manager' || role === 'head') ? [...tellers.values()].filter((teller) => teller.may?.(actor) ?? true) : []
  return { actorId: actor.id, kinds: mine.map((teller) => teller.kind), every: mine.filter((teller) => teller.everyManager).map((teller) => teller.kind) }
}

export type Inbox = Readonly<{ items: readonly WorkItem[]; others: readonly WaitingRow[]; routine: ReadonlySet<string> }>

/** Everything that waits for this person to decide: the soonest due first, and which of it may be decided several at once. */
export async function decisionsFor(asking: Asking): Promise<Inbox> {
  const decides = decidesOf(asking)
  const items = decides.kinds.length > 0 ? await store.decisionsOf(asking.db, decides, 100) : []
  asking.saw([...new Set(items.flatMap((item) => item.people.map((person) => person.id)))])
  const routine = new Set<string>()
  for (const teller of tellers.values()) {
    const of = items.filter((item) => item.kind === teller.kind && item.state !== 'waiting')
    if (of.length > 0) for (const id of (await teller.routine?.(asking, of)) ?? []) routine.add(id)
  }
  const others: WaitingRow[] = []
  for (const source of sources) if (source.may(asking.actor)) others.push(...(await source.rows(asking)))
  return { items, others, routine }
}

/** The number beside the place in the bar: what waits for this person now. */
export async function decisionsWaiting(asking: Asking): Promise<number> {
  const decides = decidesOf(asking)
  let waiting = decides.kinds.length > 0 ? await store.countDecisions(asking.db, decides) : 0
  for (const source of sources) if (source.may(asking.actor)) waiting += await source.count(asking)
  return waiting
}

/** Whether this piece of work waits for this person to decide. */
export const isMineToDecide = (asking: Asking, itemId: string): Promise<boolean> => store.isTheirs(asking.db, decidesOf(asking), itemId)

/** One decision, whole. @throws NotFound when it is none */
export async function readDecision(asking: Asking, itemId: string): Promise<{ item: WorkItem; read: DecisionRead }> {
  const item = await itemFor(asking, itemId)
  const teller = tellers.get(item.kind)
  if (!teller || !('read' in teller)) throw notFound('We could not find that decision.')
  return { item, read: await teller.read(asking, item) }
}
