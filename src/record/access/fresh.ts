import type { Actor } from './model.ts'

/** This asks that somebody showed in the last 15 minutes who they are. The page asks over itself, and what was typed stays. */
export class ProveAgain extends Error {}

/** @throws ProveAgain when the session's person last showed who they are more than 15 minutes ago */
export function requireFresh(actor: Actor): void {
  if (actor.fresh === false) throw new ProveAgain()
}
