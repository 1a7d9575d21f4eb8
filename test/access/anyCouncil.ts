import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import type pg from 'pg'
import { inTransaction } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import type { Visitor } from '../visitors.ts'
import { anyChanges, anyPlan, worldOf } from './anyWorld.ts'
import { answeredByHttp, answeredByPolicy } from './byHttp.ts'
import { letHappen } from './change.ts'
import type { World } from './policy.ts'
import { seenByPolicy, seenInDatabase, writeRows, type Rows } from './rows.ts'
import { asActor, writeWorld } from './world.ts'

/** Signs somebody in to a house on the same database. */
export type Visit = (actorId: string) => Promise<Visitor>

/**
 * Asks database and policy (and, given a way in, the open interface) what every actor sees of every person and row of this world, and whether what is derived
 * about them equals its sources. @throws at the first difference
 */
export async function agreeIn(pool: pg.Pool, owner: pg.Pool, world: World, rows: Rows, visit?: Visit): Promise<void> {
  for (const actor of [...world.actors.map((a) => a.id), undefined]) {
    const seen = await asActor(pool, actor, (db) => seenInDatabase(db, world, rows))
    const lookedUp = await asActor(pool, actor, async (db) => {
      await db.run(sql`select access.know(${world.people.map((p) => p.id)}::uuid[])`)
      return seenInDatabase(db, world, rows)
    })
    // What one request set about who asks is gone with it, also when it was kept.
    if (actor) await inTransaction(pool, `begin; select access.enter_as('${actor}')`, (db) => db.run(sql`select access.know(${world.people.map((p) => p.id)}::uuid[])`))
    deepStrictEqual(await asActor(pool, undefined, (db) => db.one(sql`select count(*)::int as cards from people.card`)), { cards: 0 })
    const policy = seenByPolicy(world, rows, actor)
    deepStrictEqual(seen, policy)
    deepStrictEqual(lookedUp, policy)
    if (visit && actor) deepStrictEqual(await answeredByHttp(await visit(actor), world, rows), answeredByPolicy(world, rows, actor))
  }
  deepStrictEqual((await differences(owner, world.people.map((p) => p.id))).of, [])
}

/** Makes that many councils at random, changes them, and asks what every actor sees of every person in every domain. */
export async function agreeInAnyCouncil(pool: pg.Pool, owner: pg.Pool, runs: number, more: { seed?: number; visit?: Visit } = {}): Promise<void> {
  const now = Date.now()
  await fc.assert(fc.asyncProperty(anyPlan, anyChanges, async (plan, changes) => {
    const world = worldOf(plan, now)
    await writeWorld(owner, world)
    const rows = await writeRows(owner, world)
    const after = await letHappen(owner, world, changes)
    await agreeIn(pool, owner, after, rows, more.visit)
  }), { numRuns: runs, endOnFailure: false, ...(more.seed === undefined ? {} : { seed: more.seed }) })
  deepStrictEqual((await differences(owner, [])).all, 0)
}

/** How many derived rows differ from their sources in all, and which ones of these people. */
async function differences(owner: pg.Pool, people: string[]): Promise<{ all: number; of: unknown[] }> {
  const client = await owner.connect()
  try {
    await client.query('begin; set local role kith_gate')
    const { rows: all } = await client.query('select access.scope_difference() as differs')
    const { rows: of } = await client.query(`
      select 'kept' as side, x.* from (table access.person_scope except table access.scope_now) x where person_id = any ($1)
      union all select 'source', x.* from (table access.scope_now except table access.person_scope) x where person_id = any ($1)`, [people])
    const columns = 'actor_id, scopes, wide, wide_write, cards, roles, teams, until'
    const { rows: reach } = await client.query(`(select 'kept', ${columns} from access.reach except select 'kept', ${columns} from access.reach_now) union all (select 'source', ${columns} from access.reach_now except select 'source', ${columns} from access.reach)`)
    return { all: all[0].differs, of: [...of, ...reach] }
  } finally {
    await client.query('rollback')
    client.release()
  }
}
