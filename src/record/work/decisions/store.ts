import type { Db } from '../../../platform/db/pool.ts'
import { join, sql, word, type Sql } from '../../../platform/db/sql.ts'
import type { WorkItem } from '../model.ts'
import { itemsWhere } from '../store.ts'

/** `kinds`: what this actor decides; `every`: those among them that reach each manager of the team, whoever has it on the desk. */
export type Decides = Readonly<{ actorId: string; kinds: readonly string[]; every: readonly string[] }>

/** The teams whose manager the actor is; and those below that have no manager of their own now. */
const managed = (actorId: string): Sql => sql`
  select m.team_id from access.membership m where m.actor_id = ${actorId} and m.role in ('manager', 'head') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
  union select t.id from access.team t, access.reach r where r.actor_id = ${actorId} and r.roles && array['manager', 'head'] and t.id = any (r.scopes)
    and not exists (select 1 from access.membership o join access.actor a on a.id = o.actor_id and a.active where o.team_id = t.id and o.role in ('manager', 'head') and o.valid_from <= now() and (o.valid_to is null or o.valid_to > now()))`

/** Kinds stand in the text, so that the database knows how few of the open work they are. They are names of the modules, never what came from outside. */
const oneOf = (kinds: readonly string[]): Sql => (kinds.length === 0 ? word("('')") : sql`(${join(kinds.map((kind) => word(`'${kind.replace(/[^A-Za-z0-9]/g, '')}'`)))})`)

const theirs = ({ actorId, kinds, every }: Decides): Sql => sql`i.kind in ${oneOf(kinds)} and (i.worker_id = ${actorId} or ((i.worker_id is null or i.kind in ${oneOf(every)}) and i.team_id = any (array(${managed(actorId)}))))`

/** What waits for this person: given to them, or to nobody yet in a team they manage. The soonest due first; what waits for an answer last. */
export const decisionsOf = (db: Db, who: Decides, most: number): Promise<WorkItem[]> =>
  itemsWhere(db, sql`i.state in ('open', 'waiting', 'returned') and ${theirs(who)}`, sql`i.state = 'waiting', i.due_on nulls last, i.opened_on, i.id`, most)

/** Whether this one is among them. */
export const isTheirs = async (db: Db, who: Decides, itemId: string): Promise<boolean> =>
  (await db.maybe<{ ok: boolean }>(sql`select true as ok from work.item i where i.id = ${itemId} and i.state in ('open', 'waiting', 'returned') and ${theirs(who)}`)) !== undefined

/** How many wait now, not counting what waits for an answer; at most 100. */
export const countDecisions = async (db: Db, who: Decides): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from (select 1 from work.item i where i.state in ('open', 'returned') and ${theirs(who)} limit 100) x`)).n
