import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { dbOf, inTransaction, type Db } from './pool.ts'
import { sql } from './sql.ts'

const { pool } = await freshDatabase()

const holding = async <Answer>(run: (db: Db) => Promise<Answer>): Promise<Answer> => {
  const client = await pool.connect()
  try {
    return await run(dbOf(client))
  } finally {
    client.release()
  }
}
const number = (db: Db, n: number) => db.one<{ n: number }>(sql`select ${n}::int as n`)

it('Whatever is sent as a value comes back as it was, in lists too', () => holding(async (db) => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'))
  await fc.assert(fc.asyncProperty(text, fc.array(fc.option(text)), fc.uint8Array(), fc.json(), async (one, list, bytes, json) => {
    const [first, second] = await Promise.all([
      db.one(sql`select ${one}::text as text, ${list}::text[] as list, ${Buffer.from(bytes)}::bytea as bytes`),
      db.one(sql`select (${json}::jsonb = ${JSON.parse(json) === null ? 'null' : JSON.stringify(JSON.parse(json))}::jsonb) as alike, ${null}::text as nothing`),
    ])
    expect(first).toEqual({ text: one, list, bytes: Buffer.from(bytes) })
    expect(second).toEqual({ alike: true, nothing: null })
  }), { numRuns: 60 })
  const long = 'ünbekannt 👶 '.repeat(60_000)
  expect(await db.one(sql`select ${long}::text as text, ${[1, 2.5]}::float8[] as numbers, ${{ a: [1] }}::jsonb as parts, ${true}::boolean as so, ${new Date(0)}::timestamptz as at`))
    .toEqual({ text: long, numbers: [1, 2.5], parts: { a: [1] }, so: true, at: '1970-01-01T00:00:00.000Z' })
}))

it('What is asked in one turn is answered each with its own, also the same statement several times', () => holding(async (db) => {
  for (const _ of [1, 2]) {
    const all = await Promise.all([number(db, 1), number(db, 2), db.rows(sql`select x from generate_series(1, 3) x`), db.run(sql`select 1 where false`), db.maybe(sql`select 1 as one where false`), number(db, 3)])
    expect(all).toEqual([{ n: 1 }, { n: 2 }, [{ x: 1 }, { x: 2 }, { x: 3 }], 0, undefined, { n: 3 }])
  }
}))

it('What is asked while the database is at work waits, and goes together', () => holding(async (db) => {
  const slow = db.one(sql`select pg_sleep(0.05) is not null as slept`)
  await new Promise((settle) => setImmediate(settle))
  expect(await Promise.all([slow, number(db, 1), number(db, 2)])).toEqual([{ slept: true }, { n: 1 }, { n: 2 }])
}))

it('Where one fails, those before it are answered, those behind it are refused with its reason and were not done, and the connection goes on', () => holding(async (db) => {
  await db.run(sql`create temp table written (n int)`)
  const write = (n: number) => db.run(sql`insert into written values (${n})`)
  const came = await Promise.allSettled([number(db, 1), db.one(sql`select 1 / ${0}::int`), write(1), number(db, 2)])
  expect(came.map((one) => (one.status === 'fulfilled' ? one.value : Reflect.get(one.reason, 'code')))).toEqual([{ n: 1 }, '22012', '22012', '22012'])
  expect(await Promise.all([write(2), number(db, 3)])).toEqual([1, { n: 3 }])
  expect(await db.rows(sql`select n from written`)).toEqual([{ n: 2 }])
  await expect(db.run(sql`select nothing from nowhere`)).rejects.toHaveProperty('code', '42P01')
  await db.run(sql`create temp table nowhere (nothing int)`)
  expect(await db.run(sql`select nothing from nowhere`)).toBe(0)
}))

it('A statement that the database has forgotten, or that answers in another shape, is sent anew the next time', () => holding(async (db) => {
  await db.run(sql`create temp table shaped (a int)`)
  await db.run(sql`insert into shaped values (1)`)
  const read = () => db.rows(sql`select * from shaped`)
  expect(await read()).toEqual([{ a: 1 }])
  await db.run(sql`alter table shaped add b text default 'new'`)
  await expect(read()).rejects.toHaveProperty('code', '0A000')
  expect(await read()).toEqual([{ a: 1, b: 'new' }])
  await db.run(sql`deallocate all`)
  await expect(read()).rejects.toHaveProperty('code', '26000')
  expect(await Promise.all([read(), number(db, 5)])).toEqual([[{ a: 1, b: 'new' }], { n: 5 }])
}))

it('Nothing stays of a transaction whose last write fails, and the connection is used again', async () => {
  const before = pool.totalCount
  await expect(inTransaction(pool, sql`select 1`, (db) => number(db, 1), (db) => db.one(sql`select 1 / ${0}::int`))).rejects.toHaveProperty('code', '22012')
  expect(await inTransaction(pool, sql`select 7 as seven`, async (_, entered) => entered)).toEqual([{ seven: 7 }])
  expect(pool.totalCount).toBe(before)
})

it('A value that cannot be written as text refuses what was asked with it and nothing after', () => holding(async (db) => {
  const round: Record<string, unknown> = {}
  round.itself = round
  await expect(db.run(sql`select ${round}::jsonb`)).rejects.toThrow('circular')
  expect(await number(db, 4)).toEqual({ n: 4 })
}))
