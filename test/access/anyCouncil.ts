import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import type pg from 'pg'
import { sql } from '../../src/platform/db/sql.ts'
import { anyChanges, anyPlan, worldOf } from './anyWorld.ts'
import { letHappen } from './change.ts'
import { seenByPolicy, seenInDatabase, writeRows } from './rows.ts'
import { asActor, writeWorld } from './world.ts'

/** Makes that many councils at random, changes them, and asks database and policy what every actor sees of every person in every domain. */
export async function agreeInAnyCouncil(pool: pg.Pool, owner: pg.Pool, runs: number, seed?: number): Promise<void> {
  const now = Date.now()
  await fc.assert(fc.asyncProperty(anyPlan, anyChanges, async (plan, changes) => {
    const world = worldOf(plan, now)
    await writeWorld(owner, world)
    const rows = await writeRows(owner, world)
    const after = await letHappen(owner, world, changes)
    for (const actor of [...after.actors.map((a) => a.id), undefined]) {
      const seen = await asActor(pool, actor, (db) => seenInDatabase(db, after, rows))
      const lookedUp = await asActor(pool, actor, async (db) => {
        await db.run(sql`select access.know(${after.people.map((p) => p.id)}::uuid[])`)
        return seenInDatabase(db, after, rows)
      })
      const policy = seenByPolicy(after, rows, actor)
      deepStrictEqual(seen, policy)
      deepStrictEqual(lookedUp, policy)
    }
    deepStrictEqual((await differences(owner, after.people.map((p) => p.id))).of, [])
  }), { numRuns: runs, endOnFailure: false, ...(seed === undefined ? {} : { seed }) })
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
    return { all: all[0].differs, of }
  } finally {
    await client.query('rollback')
    client.release()
  }
}
