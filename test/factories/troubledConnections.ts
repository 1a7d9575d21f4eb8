import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import { inOnePiece, inTransaction, openPool, type Db } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'

const troubles = ['none', 'none', 'none', 'one fails', 'one fails and is hushed up', 'the commit fails', 'an answer cannot be read', 'somebody does not wait', 'takes too long', 'is cancelled', 'is killed', 'is forgotten', 'is large', 'is many', 'reads alone'] as const
const anyStep = fc.record({ trouble: fc.constantFrom(...troubles), where: fc.nat(3), after: fc.nat(12) })
type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never

const soon = (ms: number) => new Promise((settle) => setTimeout(settle, ms))
const codeOf = (problem: unknown): unknown => (typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined)
/** The connection went away: whether what was asked last was kept, nobody was told. */
const isLost = (problem: unknown): boolean => ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE'].includes(String(codeOf(problem))) || (problem instanceof Error && /terminated|not queryable|closed/.test(problem.message))

/** Every write of one is `all` three of its lines or none; `known`: who asked was told which. */
type Told = Readonly<{ id: string; outcome: 'kept' | 'refused' | 'lost' }>

/**
 * Transactions at once on a few connections, with everything that can go wrong in the middle of them. Each finds its connection as if nobody had been there,
 * what is acknowledged is kept whole, what is refused is not kept at all, and everybody is answered. @throws at what is not so @returns how many were kept, refused and cut off
 */
export async function connectionsHold(way: string, owner: pg.Pool, steps: number, seed: number, heard: (done: number) => void = () => undefined): Promise<Readonly<Record<Told['outcome'], number>>> {
  await owner.query('create schema if not exists proof; grant usage on schema proof to kith_app; create table if not exists proof.line (id uuid, n int, once int unique deferrable initially deferred, shape text); grant select, insert on proof.line to kith_app')
  const pool = openPool(way, 4)
  const all = fc.sample(anyStep, { numRuns: steps, seed })
  const told: Told[] = []
  const wrong: string[] = []
  let next = 0

  const troubled = async (db: Db, { trouble, where, after }: Step, at: number): Promise<void> => {
    if (where !== at) return
    if (trouble === 'one fails') await db.run(sql`select 1 / ${0}::int`)
    if (trouble === 'one fails and is hushed up') await db.run(sql`select 1 / ${0}::int`).catch(() => undefined)
    if (trouble === 'the commit fails') await Promise.all([db.run(sql`insert into proof.line (once) values (${1})`), db.run(sql`insert into proof.line (once) values (${1})`)])
    if (trouble === 'an answer cannot be read') await db.run(sql`select ${'infinity'}::timestamptz as never`)
    if (trouble === 'takes too long') await Promise.all([db.run(sql`set local statement_timeout = 4`), db.run(sql`select pg_sleep(0.03)`)])
    if (trouble === 'is forgotten') await db.run(sql`deallocate all`)
    if (trouble === 'is large') {
      const long = 'Grüße 👶 '.repeat(100_000 + after)
      const answers = await Promise.all([db.one<{ long: string }>(sql`select ${long}::text as long`), db.one<{ n: number }>(sql`select ${at}::int as n`), db.one<{ long: string }>(sql`select repeat('x', 1000000) as long`)])
      deepStrictEqual([answers[0].long === long, answers[1].n, answers[2].long.length], [true, at, 1_000_000])
    }
    if (trouble === 'is many') deepStrictEqual(await Promise.all(Array.from({ length: 200 }, (_, n) => db.one<{ n: number }>(sql`select ${n}::int as n`).then((row) => row.n))), Array.from({ length: 200 }, (_, n) => n))
    if (trouble === 'is cancelled' || trouble === 'is killed') {
      const { pid } = await db.one<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      const how = trouble === 'is killed' ? 'pg_terminate_backend' : 'pg_cancel_backend'
      void soon(after).then(() => owner.query(`select ${how}($1)`, [pid])).catch(() => undefined)
      if (after % 2 === 0) await db.run(sql`select pg_sleep(0.02)`)
    }
  }
  const write = (db: Db, id: string, n: number) => db.run(sql`insert into proof.line (id, n) values (${id}, ${n})`)
  const begin = (id: string) => sql`select coalesce(current_setting('proof.who', true), '') as before, set_config('proof.who', ${id}, true) as who`

  const one = async (step: Step): Promise<void> => {
    const id = newId()
    const mine = async (db: Db, when: string) => {
      const { who } = await db.one<{ who: string }>(sql`select current_setting('proof.who') as who`)
      if (who !== id) wrong.push(`${step.trouble}: ${when}, somebody else stands in the connection.`)
    }
    const found = (entered: unknown) => {
      const before = Array.isArray(entered) ? Reflect.get(Object(entered[0]), 'before') : undefined
      if (before !== '') wrong.push(`${step.trouble}: something was left in the connection.`)
    }
    if (step.trouble === 'reads alone') {
      const [entered, { who }] = await inOnePiece(pool, (db) => Promise.all([db.rows(begin(id)), db.one<{ who: string }>(sql`select current_setting('proof.who') as who`), db.rows(sql`select n from proof.line limit 20`)]))
      found(entered)
      if (who !== id) wrong.push('reads alone: not one piece.')
      return
    }
    try {
      await inTransaction(pool, begin(id), async (db, entered) => {
        found(entered)
        await troubled(db, step, 0)
        const early = [write(db, id, 1), mine(db, 'after the first line'), troubled(db, step, 1)]
        if (step.trouble === 'somebody does not wait') {
          // Others go on asking: before the end it is part of this, afterwards it is never done.
          const goesAway = step.where % 2 === 0
          if (goesAway) void Promise.allSettled(early)
          void soon(step.after).then(() => write(db, id, 9)).then(() => goesAway && wrong.push('What nobody waited for was done.'), () => undefined)
          if (goesAway) throw new Error('Somebody went away.')
        }
        await Promise.all(early)
        await Promise.all([write(db, id, 2), troubled(db, step, 2)])
        await mine(db, 'before the end')
      }, (db) => write(db, id, 3))
      told.push({ id, outcome: 'kept' })
    } catch (problem) {
      told.push({ id, outcome: isLost(problem) ? 'lost' : 'refused' })
    }
  }
  const lane = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) {
      const step = all[at]
      if (!step) continue
      let waited = false
      const patience = new Promise<void>((settle) => setTimeout(() => { waited = true; settle() }, 60_000).unref())
      await Promise.race([one(step).catch((problem: unknown) => { if (!isLost(problem) && !['26000', '57014'].includes(String(codeOf(problem)))) wrong.push(`${step.trouble}: ${String(problem)}`) }), patience])
      if (waited) wrong.push(`${step.trouble}: nobody was answered in a minute.`)
      if (at % 1000 === 999) heard(at + 1)
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  const { rows: open } = await owner.query("select state, query from pg_stat_activity where datname = current_database() and application_name = 'kith' and usename = 'kith_app' and state like 'idle in%'")
  for (const { state, query } of open) wrong.push(`A connection was left ${state} after ${query}.`)
  await pool.end()
  const { rows } = await owner.query<{ id: string; lines: number[] }>('select id::text, array_agg(n order by n) as lines from proof.line group by id')
  const linesOf = new Map(rows.map(({ id, lines }) => [id, lines.join()]))
  for (const { id, outcome } of told) {
    const lines = outcome === 'refused' ? linesOf.get(id) : linesOf.get(id)?.replace(/,9$/, '')
    if (outcome === 'kept' ? lines !== '1,2,3' : outcome === 'refused' ? lines !== undefined : lines !== undefined && lines !== '1,2,3') wrong.push(`${outcome}, and ${lines ?? 'nothing'} is there.`)
  }
  deepStrictEqual([...new Set(wrong)], [])
  return { kept: told.filter((one) => one.outcome === 'kept').length, refused: told.filter((one) => one.outcome === 'refused').length, lost: told.filter((one) => one.outcome === 'lost').length }
}
