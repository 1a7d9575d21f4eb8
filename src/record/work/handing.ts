import type { Asking, Domain } from '../access/model.ts'
import { involve, involveBeside } from '../access/register.ts'
import { sql } from '../../platform/db/sql.ts'
import * as store from './store.ts'

type Whose = Readonly<{ teamId: string; workerId: string }>

/** A team and a worker of it work with these people from today, whether or not any piece of work goes with them. */
export async function workWith(asking: Asking, people: readonly string[], domain: Domain, to: Whose): Promise<void> {
  const already = new Set(await store.involvedAlready(asking.db, people, to.teamId, to.workerId))
  for (const personId of people) if (!already.has(personId)) await involve(asking.db, { personId, ...to, domain, from: asking.today })
}

/** Whom a team works with for the sake of these people (their parents) goes with them. @returns who they are */
export async function besideGoesToo(asking: Asking, people: readonly string[], domain: Domain, from: Readonly<{ teamId: string; workerId: string | null }>, to: Whose): Promise<readonly string[]> {
  const beside = await store.besideOf(asking.db, people, from.teamId, from.workerId, true)
  if (beside.length > 0) await involveBeside(asking.db, { people: beside, becauseOf: people, ...to, domain, from: asking.today })
  return beside
}

/** A team and its workers no longer work with these people, where they hold nothing else of theirs. */
export async function letGo(asking: Asking, people: readonly string[], teamId: string, workers: readonly string[]): Promise<void> {
  for (const workerId of workers) await store.endInvolvement(asking.db, people, workerId, asking.today)
  await store.endTeamInvolvement(asking.db, people, teamId, asking.today)
}

/** What somebody saw for the sake of a part that they do not take after all ends at once, for their line too. */
export const endPart = (asking: Asking, people: readonly string[], role: string): Promise<number> =>
  asking.db.run(sql`update access.involvement set superseded_at = ${asking.now} where person_id = any (${people}::uuid[]) and role = ${role} and superseded_at is null and to_on is null`)
