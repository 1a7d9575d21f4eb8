import type { Asking, Domain } from '../access/model.ts'
import { involve } from '../access/register.ts'
import * as store from './store.ts'

type Whose = Readonly<{ teamId: string; workerId: string }>

/** A team and a worker of it work with these people from today, whether or not any piece of work goes with them. */
export async function workWith(asking: Asking, people: readonly string[], domain: Domain, to: Whose): Promise<void> {
  const already = new Set(await store.involvedAlready(asking.db, people, to.teamId, to.workerId))
  for (const personId of people) if (!already.has(personId)) await involve(asking.db, { personId, ...to, domain, from: asking.today })
}

/** A team and its workers no longer work with these people, where they hold nothing else of theirs. */
export async function letGo(asking: Asking, people: readonly string[], teamId: string, workers: readonly string[]): Promise<void> {
  for (const workerId of workers) await store.endInvolvement(asking.db, people, workerId, asking.today)
  await store.endTeamInvolvement(asking.db, people, teamId, asking.today)
}
