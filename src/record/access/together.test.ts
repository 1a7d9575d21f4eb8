import { Type } from '@sinclair/typebox'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { tenByTen } from '../../../test/access/tenByTen/council.ts'
import { asActor, writeWorld } from '../../../test/access/world.ts'
import { systemClock } from '../../platform/clock.ts'
import { sql } from '../../platform/db/sql.ts'
import { command } from './act.ts'

const { pool, owner } = await freshDatabase()
const { world, actor } = tenByTen()
await writeWorld(owner, world)
const caller = { pool, clock: systemClock, who: { actor: actor.allocatedWorker }, via: 'api' } as const

it('Two commands that wait for each other are both done: the one that the database ends begins again', async () => {
  let begun = 0
  const both = Promise.withResolvers<void>()
  const taking = command('test.taking', Type.Object({ first: Type.Integer(), second: Type.Integer() }), {
    may: 'record.write',
    people: () => [],
    run: async ({ db }, { first, second }) => {
      await db.run(sql`select pg_advisory_xact_lock(${first})`)
      begun += 1
      if (begun >= 2) both.resolve()
      await both.promise
      await db.run(sql`select pg_advisory_xact_lock(${second})`)
      return { answer: { taken: [first, second] } }
    },
  })
  const done = await Promise.all([taking.do(caller, { first: 70_001, second: 70_002 }), taking.do(caller, { first: 70_002, second: 70_001 })])
  expect(done).toEqual([{ done: { taken: [70_001, 70_002] } }, { done: { taken: [70_002, 70_001] } }])
  expect(begun).toBe(3)
})

it('Of statements sent together the one that failed is told, not those after it', async () => {
  const asked = asActor(pool, actor.allocatedWorker, async (db) => {
    const deeper = async () => {
      const failed = db.run(sql`select 1 / 0`)
      await failed
    }
    await Promise.all([deeper(), db.run(sql`select 1`), db.run(sql`select 2`)])
  })
  await expect(asked).rejects.toThrow('division by zero')
})
