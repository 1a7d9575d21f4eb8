import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { connectionsHold } from '../../../test/factories/troubledConnections.ts'
import { dbOf, inTransaction, openPool, type Db } from './pool.ts'
import { asBytes, sql, word } from './sql.ts'
import { togetherOn } from './together.ts'

const { pool, owner, applicationUrl } = await freshDatabase()

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

const whatCame = async (all: readonly Promise<unknown>[]): Promise<unknown[]> => (await Promise.allSettled(all)).map((one) => (one.status === 'fulfilled' ? one.value : Reflect.get(one.reason, 'code')))

it('Where one fails, those before it are answered in a transaction, those behind it are refused with its reason and were not done, and the connection goes on', () => holding(async (db) => {
  await db.run(sql`create temp table written (n int)`)
  const write = (n: number) => db.run(sql`insert into written values (${n})`)
  await db.run(sql`begin`)
  expect(await whatCame([number(db, 1), db.one(sql`select 1 / ${0}::int`), write(1), number(db, 2)])).toEqual([{ n: 1 }, '22012', '22012', '22012'])
  await db.run(sql`rollback`)
  expect(await Promise.all([write(2), number(db, 3)])).toEqual([1, { n: 3 }])
  expect(await db.rows(sql`select n from written`)).toEqual([{ n: 2 }])
  await expect(db.run(sql`select nothing from nowhere`)).rejects.toHaveProperty('code', '42P01')
  await db.run(sql`create temp table nowhere (nothing int)`)
  expect(await db.run(sql`select nothing from nowhere`)).toBe(0)
}))

it('Without a transaction around them all are refused where one fails, or where what they are together fails at the end: nothing of them was kept', () => holding(async (db) => {
  await db.run(sql`create temp table single (n int unique deferrable initially deferred)`)
  const write = (n: number) => db.run(sql`insert into single values (${n})`)
  expect(await whatCame([write(1), write(2), db.one(sql`select 1 / ${0}::int`)])).toEqual(['22012', '22012', '22012'])
  expect(await whatCame([write(3), write(3)])).toEqual(['23505', '23505'])
  expect(await Promise.all([write(4), db.rows(sql`select n from single`)])).toEqual([1, [{ n: 4 }]])
}))

it('An answer that cannot be read refuses its own question, and what was asked with it is answered', () => holding(async (db) => {
  const [unread, read] = await Promise.allSettled([db.one(sql`select unnest(array['2026-01-01', 'infinity', '2026-01-01'])::timestamptz as at`), number(db, 6)])
  expect([unread.status, read]).toEqual(['rejected', { status: 'fulfilled', value: { n: 6 } }])
  expect(await number(db, 7)).toEqual({ n: 7 })
}))

it('Rows of every type are read as the driver itself reads them', () => holding(async (db) => {
  const text = ["select 1::int2 as a, -5::int4 as b, 9007199254740991::int8 as c, 1.50::numeric as d, 'NaN'::float8 as e, '-Infinity'::float4 as f, true as g, 'x'::char(3) as h, null::int as i, '{}'::jsonb as j, '[1,\"a\"]'::json as k",
    "select '{1,NULL,3}'::int[] as a, '{{a,b},{\"c,\\\"d\",NULL}}'::text[] as b, '{}'::uuid[] as c, '{t,f}'::bool[] as d, '{1.5,2}'::numeric[] as e, '{\"2026-01-01 10:00:00+00\"}'::timestamptz[] as f, '{2026-01-01}'::date[] as g, '{9}'::int8[] as h",
    "select '2026-02-28'::date as a, '2026-06-30 12:34:56.789+01'::timestamptz as b, '0044-03-15 BC'::date as c, '12:30'::time as d, '1 day 02:00'::interval as e, '\\xdeadbeef'::bytea as f, '{\"\\\\xde\"}'::bytea[] as g, '3c6e8f4e-3d1b-4a39-9f25-2f6a5d0d3a11'::uuid as h, 'a'::text as same, 'b'::text as same"]
  for (const one of text) expect(await db.one(word(one))).toEqual((await pool.query(one)).rows[0])
}))

it('A connection knows only so many statements by name, and forgets those that it has known longest', async () => {
  const own = openPool(applicationUrl, 1)
  const client = await own.connect()
  const ask = togetherOn(client, 3)
  const numbered = (n: number) => ask(word(`select ${n} as n`))
  for (const _ of [1, 2]) for (const n of [1, 2, 3, 4, 5, 6, 7]) expect((await numbered(n)).rows).toEqual([{ n }])
  expect((await Promise.all([5, 6, 7, 5].map(numbered))).map(({ rows }) => rows[0].n)).toEqual([5, 6, 7, 5])
  expect((await client.query("select count(*)::int as n from pg_prepared_statements where name like 't%'")).rows[0].n).toBeLessThanOrEqual(4)
  client.release()
  await own.end()
})

it('What is not waited for is not done once its transaction has ended, and what was hushed up is not told as kept', async () => {
  let late: Promise<unknown> = Promise.resolve()
  await expect(inTransaction(pool, sql`select 1`, async (db) => {
    late = new Promise((settle) => setTimeout(settle, 20)).then(() => number(db, 1))
    late.catch(() => undefined)
    throw new Error('gone')
  })).rejects.toThrow('gone')
  await expect(late).rejects.toThrow('after its transaction had ended')
  await expect(inTransaction(pool, sql`select 1`, (db) => db.run(sql`select 1 / ${0}::int`).catch(() => 'hushed up'))).rejects.toThrow('undid')
})

it('Through errors, late ones too, cancelling, killing, time running out, large and many answers: who is told that it is kept finds it whole, and nobody finds anything of anybody', async () => {
  const { kept, refused, lost } = await connectionsHold(applicationUrl, owner, 240, 20261122)
  expect([kept > 60, refused > 60, lost > 0]).toEqual([true, true, true])
})

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

const letters = 'aZ0"\\ \tü½€😀'
it('Columns asked for as bytes come as they were, of any length, in any order with others, and nothing else is changed', () => holding(async (db) => {
  const long = (times: number) => letters.repeat(times)
  const read = (times: readonly number[]) => db.rows<{ n: number; text: Buffer | null; list: string[] }>(asBytes(sql`select n::int, case when n >= 0 then repeat(${letters}, n::int) end as text, array['x', ${letters}] as list from unnest(${times}::int[]) n`, 'text'))
  const expected = (times: readonly number[]) => times.map((n) => ({ n, text: n < 0 ? null : Buffer.from(long(n)), list: ['x', letters] }))
  await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.oneof(fc.integer({ min: -1, max: 40 }), fc.integer({ min: 0, max: 12_000 })), { maxLength: 12 }), { maxLength: 4 }), async (lists) => {
    const all = await Promise.all([number(db, 1), ...lists.flatMap((times) => [read(times), db.rows(sql`select repeat(${letters}, n::int) as text from unnest(${times.map((n) => Math.max(n, 0))}::int[]) n`)]), number(db, 2)])
    expect(all).toEqual([{ n: 1 }, ...lists.flatMap((times) => [expected(times), times.map((n) => ({ text: long(Math.max(n, 0)) }))]), { n: 2 }])
  }), { numRuns: 30 })
  const came = await Promise.allSettled([read([3]), db.rows(asBytes(sql`select repeat('x', n::int) as text, 1 / (3 - n) from generate_series(1, 4) n`, 'text')), read([1])])
  expect(came.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await read([2, -1])).toEqual(expected([2, -1]))
}))

it('Bytes are bytes too where no connection is held', async () => {
  expect(await dbOf(pool).rows(asBytes(sql`select ${letters}::text as text, 1 as n, null::text as none`, 'text', 'none'))).toEqual([{ text: Buffer.from(letters), n: 1, none: null }])
})
