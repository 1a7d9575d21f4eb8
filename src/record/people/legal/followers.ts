import type { Asking } from '../../access/model.ts'

/** What follows when orders of some people have changed, in the same transaction: what is due by them. Contributed from above. */
export type OrderFollower = (asking: Asking, people: readonly string[]) => Promise<void>
let followers: readonly OrderFollower[] = []
/** Plugs in what follows orders. Called once, when the house is put together. */
export function plugOrderFollowers(contributed: readonly OrderFollower[]): void {
  followers = contributed
}
export async function followOrders(asking: Asking, people: readonly string[]): Promise<void> {
  for (const follower of followers) await follower(asking, people)
}
