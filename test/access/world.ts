import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import { dbOf, inTransaction, type Db } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import type { World } from './policy.ts'

const at = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString())

/** Writes a world into the tables as the owner's gate, source rows only: what is derived is left to the triggers. */
export async function writeWorld(owner: pg.Pool, w: World): Promise<void> {
  const client = await owner.connect()
  const db = dbOf(client)
  try {
    await client.query('begin; set local role kith_gate')
    for (const t of w.teams) await db.run(sql`insert into access.team (id, name, kind, parent_id) values (${t.id}, ${t.kind}, ${t.kind}, ${t.parent ?? null})`)
    for (const p of w.people) await db.run(sql`insert into access.subject (id, marking) values (${p.id}, ${p.marking})`)
    for (const a of w.actors) {
      await db.run(sql`insert into access.actor (id, kind, name, active, person_id) values (${a.id}, ${a.kind}, ${'Somebody'}, ${a.active}, ${a.ownRecord ?? null})`)
    }
    for (const m of w.memberships) {
      await db.run(sql`insert into access.membership (id, actor_id, team_id, role, valid_from, valid_to) values (${newId()}, ${m.actor}, ${m.team ?? null}, ${m.role}, ${at(m.from)}, ${at(m.to)})`)
    }
    for (const m of w.merges) await merge(db, m.part, m.into, w.actors[0]?.id ?? newId())
    for (const l of w.listed) {
      await db.run(sql`insert into access.listed (person_id, actor_id, until) values (${l.person}, ${l.actor}, ${at(l.until)}) on conflict (person_id, actor_id) do update set until = excluded.until`)
    }
    for (const x of w.exclusions) await db.run(sql`insert into access.exclusion (id, person_id, actor_id, reason, until) values (${newId()}, ${x.person}, ${x.actor}, 'neighbour', ${at(x.until)})`)
    for (const i of w.involvements) {
      await db.run(sql`insert into access.involvement (id, person_id, team_id, worker_id, domain, from_on, to_on, superseded_at) values (${newId()}, ${i.person}, ${i.team ?? null}, ${i.worker ?? null}, ${i.domain}, '2020-01-01', ${i.to ?? null}, ${i.superseded ? at(w.now) : null})`)
    }
    for (const g of w.grants) {
      await db.run(sql`insert into access.person_grant (id, person_id, actor_id, domain, may_write, until, reason, given_by, ended_at) values (${newId()}, ${g.person}, ${g.actor}, ${g.domain}, ${g.write}, ${at(g.until)}, 'court report', ${newId()}, ${g.ended ? at(w.now) : null})`)
    }
    for (const g of w.glass) {
      await db.run(sql`insert into access.break_glass (id, person_id, actor_id, reason, started_at, until) values (${newId()}, ${g.person}, ${g.actor}, 'Police rang, the child is at the station', ${at(g.until - 3_600_000)}, ${at(g.until)})`)
    }
    for (const s of w.shares) {
      await db.run(sql`insert into access.share (id, person_id, agency_id, until, purpose, lawful_basis) values (${newId()}, ${s.person}, ${s.agency}, ${at(s.until)}, 'early help', 'public task')`)
    }
    for (const a of w.adoptions) {
      const adoption = newId()
      const by = w.actors[0]?.id ?? newId()
      await db.run(sql`insert into access.adoption (id, old_id, new_id, order_on, reason, sealed_by) values (${adoption}, ${a.old}, ${a.became}, ${w.today}, 'Adoption order', ${by})`)
      for (const sibling of a.leftBehind) await db.run(sql`insert into access.left_behind (old_id, sibling_id) values (${a.old}, ${sibling})`)
      for (const l of a.listed) await db.run(sql`insert into access.adoption_listed (adoption_id, actor_id, until, given_by) values (${adoption}, ${l.actor}, ${at(l.until)}, ${by})`)
      await db.run(sql`select access.derive(${a.old})`)
    }
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw problem
  } finally {
    client.release()
  }
  await makeStale(owner, w)
}

/** What some accounts reach stands there as it was before something began or ended, or not at all. */
export async function makeStale(owner: pg.Pool, { stale = [] }: World): Promise<void> {
  const [never, ...before] = stale
  if (never) await owner.query('delete from access.reach where actor_id = $1', [never])
  await owner.query("update access.reach set scopes = '{}', wide = '{}', wide_write = '{}', cards = not cards, roles = '{}', teams = '{}', until = now() - interval '1 second' where actor_id = any ($1)", [before])
}

export const merge = (db: Db, part: string, into: string, by: string) =>
  db.run(sql`insert into access.person_part (part_id, survivor_id, merged_by, reason) values (${part}, ${into}, ${by}, 'the same person')`)

/** Runs as an actor through the application's own role; undefined: nobody entered. Nothing is kept. `door`: come in as requests do, so that partners and citizens work through a role of less. */
export async function asActor<Answer>(pool: pg.Pool, actor: string | undefined, run: (db: Db) => Promise<Answer>, door: 'enter_as' | 'come_in_as' = 'enter_as'): Promise<Answer> {
  class Over extends Error {}
  let answer: { is: Answer } | undefined
  try {
    await inTransaction(pool, actor ? `begin; select access.${door}('${actor}')` : 'begin', async (db) => {
      answer = { is: await run(db) }
      throw new Over()
    })
  } catch (problem) {
    if (!(problem instanceof Over)) throw problem
  }
  if (!answer) throw new Error('nothing was asked')
  return answer.is
}

/** Whether the database lets this be done. A refusal by row-level security or a missing grant is a no; anything else is thrown. */
export async function isAllowed(db: Db, what: (db: Db) => Promise<unknown>): Promise<boolean> {
  await db.run(sql`savepoint trial`)
  try {
    const changed = await what(db)
    await db.run(sql`rollback to savepoint trial`)
    return changed !== 0
  } catch (problem) {
    await db.run(sql`rollback to savepoint trial`)
    if (typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === '42501') return false
    throw problem
  }
}
