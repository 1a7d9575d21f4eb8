import pg from 'pg'
import { nameOf, type Sql } from './sql.ts'

/** What a store writes its SQL against: one transaction, of one actor. */
export type Db = Readonly<{
  rows: <Row>(statement: Sql) => Promise<Row[]>
  /** The one row. @throws when there is none */
  one: <Row>(statement: Sql) => Promise<Row>
  maybe: <Row>(statement: Sql) => Promise<Row | undefined>
  /** How many rows the statement changed. */
  run: (statement: Sql) => Promise<number>
}>

const asText = (text: string) => text
const utc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/
/** An instant as JSON writes it. Told in UTC, as sessions are, it is put together from its letters: whole returns read hundreds of thousands. */
export const asInstant = (text: string): string => (utc.test(text) ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${`${text.slice(20, -3)}000`.slice(0, 3)}Z` : readInstant(text))
const readInstant = (text: string) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 1082) return asText
    if (oid === 1184) return asInstant
    if (oid === 20) return Number
    if (oid === 1182) return (text: string) => text.slice(1, -1).split(',').filter(Boolean)
    return pg.types.getTypeParser(oid, format)
  },
}

// A policy with its sub-selects takes longer to plan than to run: plan each statement once a connection, and never compile it. A record opened in a third of the time (docs/performance.md).
const options = '-c plan_cache_mode=force_generic_plan -c jit=off'

/** A pool of connections for one role. `max`: connections at most. */
export function openPool(url: string, max = 12): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 60_000, types, application_name: 'kith', options, pipeline: true })
  // A connection that the database closed while idle is replaced at the next use.
  pool.on('error', () => undefined)
  // One that is lost at work fails its statements; without a listener here its loss would end the whole server.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

const isAftermath = (problem: unknown): boolean => typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === '25P02'

type Stream = Readonly<{ cork: () => void; uncork: () => void }>
const isStream = (value: unknown): value is Stream => typeof value === 'object' && value !== null && 'cork' in value && 'uncork' in value && typeof value.cork === 'function' && typeof value.uncork === 'function'
const streamOf = (client: object): Stream | undefined =>
  'connection' in client && typeof client.connection === 'object' && client.connection !== null && 'stream' in client.connection && isStream(client.connection.stream) ? client.connection.stream : undefined

/** What is asked in the same turn goes to the database in one piece: `Promise.all` of several statements is one round trip, in the order they stand. */
function inOnePiece(client: object): () => void {
  const stream = streamOf(client)
  let held = false
  return () => {
    if (held || !stream) return
    held = true
    stream.cork()
    process.nextTick(() => {
      held = false
      stream.uncork()
    })
  }
}

/** The way to the database through one connection. */
export function dbOf(client: Pick<pg.ClientBase, 'query'>): Db {
  const hold = inOnePiece(client)
  let first: unknown
  const ask = (statement: Sql) => {
    hold()
    return client.query({ name: nameOf(statement.text), text: statement.text, values: [...statement.values] }).catch((problem: unknown) => {
      // Of statements sent together, those after the one that failed say only that the transaction has ended.
      if (!isAftermath(problem)) first = problem
      throw first ?? problem
    })
  }
  return {
    rows: async (statement) => (await ask(statement)).rows,
    one: async (statement) => {
      const { rows } = await ask(statement)
      if (rows.length !== 1) throw new Error(`Expected one row, found ${rows.length}`)
      return rows[0]
    },
    maybe: async (statement) => (await ask(statement)).rows[0],
    run: async (statement) => (await ask(statement)).rowCount ?? 0,
  }
}

/**
 * Runs inside one transaction; `begin` is the first message, or what is asked first in it, planned once a connection. Rolled back when `run` throws.
 * `last`: what is written in the same round trip as the commit; when it fails, nothing is kept.
 */
export const inTransaction = <Answer>(pool: pg.Pool, begin: string | Sql, run: (db: Db, entered: unknown) => Promise<Answer>, last?: (db: Db, answer: Answer) => Promise<unknown>): Promise<Answer> =>
  inTransactionAhead(pool, begin, undefined, (db, entered) => run(db, entered), last)

/** The same; what `ahead` asks goes out together with `begin`, before anybody knows whether it lets us in: it must change nothing. */
export async function inTransactionAhead<Early, Answer>(pool: pg.Pool, begin: string | Sql, ahead: ((db: Db) => Promise<Early>) | undefined, run: (db: Db, entered: unknown, early: PromiseSettledResult<Early | undefined>) => Promise<Answer>, last?: (db: Db, answer: Answer) => Promise<unknown>): Promise<Answer> {
  const client = await pool.connect()
  let failed: Error | undefined
  try {
    const db = dbOf(client)
    if (ahead || typeof begin !== 'string') inOnePiece(client)()
    const opening: Promise<unknown> = typeof begin === 'string' ? client.query(begin) : Promise.all([client.query('begin'), db.rows(begin)]).then(([, rows]) => rows)
    const [begun, early] = await Promise.allSettled([opening, ahead?.(db)])
    if (begun.status === 'rejected') throw begun.reason
    const answer = await run(db, begun.value, early)
    await Promise.all([last?.(db, answer), client.query('commit')])
    return answer
  } catch (problem) {
    failed = problem instanceof Error ? problem : new Error(String(problem))
    await client.query('rollback').then(() => { failed = undefined }, () => undefined)
    throw problem
  } finally {
    client.release(failed)
  }
}
