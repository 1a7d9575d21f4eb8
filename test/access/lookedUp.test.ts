import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { freshDatabase } from '../database.ts'
import { tenByTen } from './tenByTen/council.ts'
import { asActor, writeWorld } from './world.ts'

const { pool, owner } = await freshDatabase()
const { world, actor, person } = tenByTen()
await writeWorld(owner, world)

it('What was looked up is asked again as soon as anybody\'s sight changes, within the same transaction', async () => {
  const client = await owner.connect()
  const known = async () => (await client.query("select access.known() -> $1 as fully, access.found() -> $1 as card", [person.allocated])).rows[0]
  try {
    await client.query(`begin; select access.enter_as('${actor.allocatedWorker}')`)
    await client.query('select access.know($1)', [[person.allocated]])
    expect(await known()).toEqual({ fully: true, card: true })
    await client.query('set local role kith_gate')
    await client.query("insert into access.exclusion (id, person_id, actor_id, reason) values ($1, $2, $3, 'a relative')", [newId(), person.allocated, actor.allocatedWorker])
    expect(await known()).toEqual({ fully: null, card: null })
    await client.query('select access.know($1)', [[person.allocated]])
    expect(await known()).toEqual({ fully: false, card: false })
  } finally {
    await client.query('rollback')
    client.release()
  }
})

it('Whoever may be written about is remembered for that domain only, and asked again as soon as anybody\'s sight changes', async () => {
  const client = await owner.connect()
  const writes = async () => (await client.query("select access.writes($1, 'children') as children, access.writes($1, 'adoption') as adoption, access.look_up_writing(array[$1]::uuid[], 'children') as refused", [person.allocated])).rows[0]
  try {
    await client.query(`begin; select access.enter_as('${actor.allocatedWorker}')`)
    await client.query("select access.look_up_writing($1, 'children')", [[person.allocated]])
    expect(await writes()).toEqual({ children: true, adoption: false, refused: [] })
    await client.query('set local role kith_gate')
    await client.query("insert into access.exclusion (id, person_id, actor_id, reason) values ($1, $2, $3, 'a relative')", [newId(), person.allocated, actor.allocatedWorker])
    expect(await writes()).toEqual({ children: false, adoption: false, refused: [person.allocated] })
    await client.query('reset role')
    await client.query(`select access.enter_as('${actor.head}')`)
    expect(await writes()).toMatchObject({ children: true })
    await client.query(`select access.enter_as('${actor.administrator}')`)
    expect(await writes()).toMatchObject({ children: false })
  } finally {
    await client.query('rollback')
    client.release()
  }
})

it('Who is looked up to be written about is seen and written about as the rules say, in every domain and by everybody', async () => {
  const everybody = [...world.people.map((one) => one.id), newId()]
  for (const { id } of world.actors) {
    for (const domain of ['children', 'earlyHelp', 'adoption', 'legal', 'shared']) {
      const asked = await asActor(pool, id, async (db) => {
        const ruled = await db.one<{ refused: string[] }>(sql`select access.look_up_writing(${everybody}::uuid[], ${domain}) as refused`)
        await db.run(sql`select access.know(${everybody}::uuid[])`)
        return { ...ruled, ...(await db.one<object>(sql`select access.known() as known, access.found() as found`)) }
      })
      const atOnce = await asActor(pool, id, async (db) => {
        const found = await db.one<{ refused: string[] }>(sql`select access.look_up_to_write(${everybody}::uuid[], ${domain}) as refused`)
        const writable = await db.one<{ now: string }>(sql`select current_setting('kith.writable') as now`)
        expect(writable.now.split(' ').filter(Boolean).toSorted()).toEqual(everybody.filter((one) => !found.refused.includes(one)).map((one) => `${one}/${domain}`).toSorted())
        return { ...found, ...(await db.one<object>(sql`select access.known() as known, access.found() as found`)) }
      })
      expect({ ...atOnce, refused: atOnce.refused.toSorted() }).toEqual({ ...asked, refused: asked.refused.toSorted() })
    }
  }
})

it('What was looked up for one actor does not hold for the next who enters', async () => {
  const seen = await asActor(pool, actor.head, async (db) => {
    await db.run(sql`select access.know(${[person.allocated]}::uuid[])`)
    await db.run(sql`select access.enter_as(${actor.administrator})`)
    return db.rows(sql`select 1 from people.card where person_id = ${person.allocated}`)
  })
  expect(seen).toEqual([])
})
