import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import type pg from 'pg'
import { inTransaction, type Db } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import type { Visitor } from '../visitors.ts'
import { anyChanges, anyPlan, worldOf } from './anyWorld.ts'
import { answeredByHttp, answeredByPolicy } from './byHttp.ts'
import { letHappen } from './change.ts'
import { hasFullSight, heldRoles, heldTeams, reachesUntil, type World } from './policy.ts'
import { answeredByWords, answeredInDatabase, partnerByPolicy, seenByPartner, seenByPolicy, seenInDatabase, writeRows, type Rows } from './rows.ts'
import { asActor, writeWorld } from './world.ts'

/** Signs somebody in to a house on the same database. */
export type Visit = (actorId: string) => Promise<Visitor>

/**
 * Asks database and policy (and, given a way in, the open interface) what every actor sees of every person and row of this world, and whether what is derived
 * about them equals its sources. @throws at the first difference
 */
export async function agreeIn(pool: pg.Pool, owner: pg.Pool, world: World, rows: Rows, visit?: Visit): Promise<void> {
  const everybody = world.people.map((p) => p.id)
  // Nobody first, and at last: nothing was set before, and nothing is left.
  const actors = [undefined, ...world.actors, undefined]
  const workedOut = await reachOf(owner, world)
  // By the open interface every eighth note: what it answers of one is what the policies show.
  const asked = { ...rows, notes: rows.notes.filter((_, i) => i % 8 === 0) }
  for (const [at, actor] of actors.entries()) {
    const policy = seenByPolicy(world, rows, actor?.id)
    await asActor(pool, actor?.id, async (db) => {
      deepStrictEqual(await seenInDatabase(db, world, rows), policy)
      deepStrictEqual(await answeredInDatabase(db, world, rows), answeredByWords(world, rows, actor?.id))
    })
    // Looked up for some at once, the policies say the same; and what one request set about who asks is gone with it, also when it was kept.
    await inTransaction(pool, actor ? `begin; select access.enter_as('${actor.id}')` : 'begin', async (db) => {
      for (const turn of [0, 1]) await db.run(sql`select access.know(${everybody.filter((_, i) => (i + at) % 3 === turn)}::uuid[])`)
      const writing = await lookedUpForWriting(db, everybody.filter((_, i) => (i + at) % 3 === 0), at % 2 === 0)
      deepStrictEqual(await seenInDatabase(db, world, rows), policy)
      deepStrictEqual(writing, everybody.filter((id, i) => (i + at) % 3 === 0 && !hasFullSight(world, actor?.id, id, 'children', true)))
    })
    if (actor?.active && (actor.kind === 'partner' || actor.kind === 'portal')) {
      deepStrictEqual(await asActor(pool, actor.id, (db) => seenByPartner(db, world, rows), 'come_in_as'), partnerByPolicy(world, rows, actor.id))
      await inTransaction(pool, `begin; select access.come_in_as('${actor.id}')`, async () => undefined)
    }
    deepStrictEqual(await nothingLeft(pool), { cards: 0, facts: 0, wide: 0, role: true })
    if (visit && actor) deepStrictEqual(await answeredByHttp(await visit(actor.id), world, asked), answeredByPolicy(world, asked, actor.id))
  }
  deepStrictEqual(await whoComesIn(pool, world), world.actors.filter((a) => a.active).map((a) => a.id).toSorted())
  deepStrictEqual((await differences(owner, world)).of, [])
  deepStrictEqual(await endsOf(owner, world), world.actors.filter((a) => a.active).map((a) => [a.id, reachesUntil(world, a) ?? null]).toSorted())
  deepStrictEqual(await rolesOf(owner, world), world.actors.filter((a) => a.active).map((a) => [a.id, [...new Set(heldRoles(world, a))].toSorted(), [...new Set(heldTeams(world, a))].toSorted()]).toSorted())
  // Coming in works out what one reaches only when it is out of date: reading writes nothing.
  deepStrictEqual(await reachOf(owner, world), workedOut)
}

/** What nobody sees in a connection that was somebody's. */
const nothingLeft = (pool: pg.Pool): Promise<unknown> => asActor(pool, undefined, (db) => db.one(sql`
  select (select count(*)::int from people.card) as cards, (select count(*)::int from people.fact) as facts, cardinality(access.wide() || access.wide_write()) as wide, current_user = session_user as role`))

/** Which accounts the door lets in at all. */
const whoComesIn = async (pool: pg.Pool, world: World): Promise<string[]> =>
  (await asActor(pool, undefined, (db) => db.rows<{ id: string }>(sql`select id from unnest(${world.actors.map((a) => a.id)}::uuid[]) id where access.enter_as(id) is not null order by id::text`))).map((row) => row.id)

/** Until when what each account reaches was worked out. */
const endsOf = async (owner: pg.Pool, world: World): Promise<unknown[]> =>
  (await owner.query('select actor_id, (extract(epoch from until) * 1000)::float8 as at from access.reach where actor_id = any ($1)', [world.actors.map((a) => a.id)])).rows.map((row) => [row.actor_id, row.at]).toSorted()

/** Which roles each account holds, and where, as commands and pages ask. */
const rolesOf = async (owner: pg.Pool, world: World): Promise<unknown[]> =>
  (await owner.query('select actor_id, roles, teams from access.reach where actor_id = any ($1)', [world.actors.filter((a) => a.active).map((a) => a.id)])).rows.map((row) => [row.actor_id, row.roles, row.teams]).toSorted()

/** What stands there of how far each account reaches, row by row as it was written, but for those of whom it was out of date. */
const reachOf = async (owner: pg.Pool, world: World): Promise<unknown[]> =>
  (await owner.query('select actor_id, xmin::text from access.reach where actor_id = any ($1) order by 1', [world.actors.map((a) => a.id).filter((id) => !world.stale?.includes(id))])).rows

/** Asks for writing about many at once, as a command does; `reading`: also whom of them one sees. @returns those refused */
const lookedUpForWriting = async (db: Db, people: readonly string[], reading: boolean): Promise<readonly string[]> => {
  const { refused } = await db.one<{ refused: string[] }>(reading ? sql`select access.look_up_to_write(${people}::uuid[], 'children') as refused` : sql`select access.look_up_writing(${people}::uuid[], 'children') as refused`)
  return people.filter((id) => refused.includes(id))
}

/** Makes that many councils at random, changes them, and asks what every actor sees of every person in every domain. */
export async function agreeInAnyCouncil(pool: pg.Pool, owner: pg.Pool, runs: number, more: { seed?: number; visit?: Visit; endOnFailure?: boolean } = {}): Promise<void> {
  const { seed, visit, endOnFailure = false } = more
  await fc.assert(fc.asyncProperty(anyPlan, anyChanges, async (plan, changes) => {
    const world = worldOf(plan, Date.now())
    await writeWorld(owner, world)
    const rows = await writeRows(owner, world)
    await agreeIn(pool, owner, await letHappen(owner, world, changes), rows, visit)
    // The next council is asked in the same database: nobody of this one works there any more.
    await owner.query('update access.actor set active = false where id = any ($1)', [world.actors.map((a) => a.id)])
  }), { numRuns: runs, endOnFailure, ...(seed === undefined ? {} : { seed }) })
  deepStrictEqual((await differences(owner)).all, 0)
}

/** Some councils drawn by seed, written one after the other, with what happened to them. */
export async function someCouncils(owner: pg.Pool, many: number, seed: number): Promise<{ world: World; rows: Rows }[]> {
  const councils: { world: World; rows: Rows }[] = []
  for (const [plan, changes] of fc.sample(fc.tuple(anyPlan, anyChanges), { numRuns: many, seed })) {
    const world = worldOf(plan, Date.now())
    await writeWorld(owner, world)
    const rows = await writeRows(owner, world)
    councils.push({ world: await letHappen(owner, world, changes), rows })
  }
  return councils
}

/** How many derived rows differ from their sources in all, and which ones about the people and accounts of this world. */
export async function differences(owner: pg.Pool, world?: World): Promise<{ all: number; of: unknown[] }> {
  const client = await owner.connect()
  try {
    await client.query('begin; set local role kith_gate')
    if (!world) return { all: (await client.query('select access.scope_difference()::int as differs')).rows[0].differs, of: [] }
    const people = world.people.map((p) => p.id)
    const { rows: sight } = await client.query(`
      select 'kept' as side, x.* from (table access.person_scope except table access.scope_now) x where person_id = any ($1)
      union all select 'source', x.* from (table access.scope_now except table access.person_scope) x where person_id = any ($1)`, [people])
    const reach = 'select actor_id, scopes, wide, wide_write, cards, roles, teams, until from'
    const whose = 'where actor_id = any ($1)'
    const { rows: reached } = await client.query(`(${reach} access.reach ${whose} except ${reach} access.reach_now ${whose}) union all (${reach} access.reach_now ${whose} except ${reach} access.reach ${whose})`, [world.actors.map((a) => a.id)])
    return { all: sight.length + reached.length, of: [...sight, ...reached] }
  } finally {
    await client.query('rollback')
    client.release()
  }
}
