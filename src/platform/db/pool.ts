import pg from 'pg'
import { nameOf, word, type Sql } from './sql.ts'
import { togetherOn, type Ask } from './together.ts'

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
const asInstant = (text: string): string => (utc.test(text) ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${`${text.slice(20, -3)}000`.slice(0, 3)}Z` : readInstant(text))
const readInstant = (text: string) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
const rowOfIds: number = 2951
/** Ids in the order of their row. None of them is written in quotes, so that they are cut at the commas: a page is told of hundreds. */
export function asIds(text: string): unknown {
  // Rows of rows, and rows that do not begin at one, are read as any other.
  if (text[0] !== '{' || text[1] === '{') return pg.types.getTypeParser(rowOfIds, 'text')(text)
  const inside = text.slice(1, -1)
  if (inside === '') return []
  return inside.includes('N') ? inside.split(',').map((id) => (id === 'NULL' ? null : id)) : inside.split(',')
}
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 1082) return asText
    if (oid === 1184) return asInstant
    if (oid === 20) return Number
    if (oid === rowOfIds) return asIds
    if (oid === 1182) return (text: string) => text.slice(1, -1).split(',').filter(Boolean)
    return pg.types.getTypeParser(oid, format)
  },
}

// A policy with its sub-selects takes longer to plan than to run: plan each statement once a connection, and never compile it. A record opened in a third of the time (docs/performance.md).
const options = '-c plan_cache_mode=force_generic_plan -c jit=off'

/** A pool of connections for one role. `max`: connections at most. */
export function openPool(url: string, max = 12): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 60_000, types, application_name: 'kith', options })
  // A connection that the database closed while idle is replaced at the next use.
  pool.on('error', () => undefined)
  // One that is lost at work fails its statements; without a listener here its loss would end the whole server.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

const isAftermath = (problem: unknown): boolean => typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === '25P02'

const isOne = (client: Pick<pg.ClientBase, 'query'>): client is pg.ClientBase => 'getTypeParser' in client
/** Each statement on whichever connection is free. */
const alone = (client: Pick<pg.ClientBase, 'query'>): Ask => ({ text, values, bytes }) => client.query({ name: nameOf(text), text, values: [...values] }).then(({ rows, rowCount, command }) => {
  for (const row of bytes ? rows : []) for (const column of bytes ?? []) if (typeof row[column] === 'string') row[column] = Buffer.from(row[column])
  return { rows, rowCount: rowCount ?? 0, done: command }
})

/** The way to the database through one connection. */
export const dbOf = (client: Pick<pg.ClientBase, 'query'>): Db => dbBy(isOne(client) ? togetherOn(client) : alone(client))

function dbBy(send: Ask): Db {
  let first: unknown
  const ask = (statement: Sql) =>
    send(statement).catch((problem: unknown) => {
      // Of statements sent one behind the other, those after the one that failed say only that the transaction has ended.
      if (!isAftermath(problem)) first = problem
      // Where it was asked, not where the answer was read.
      if (problem instanceof Error) Error.captureStackTrace(problem)
      throw first ?? problem
    })
  return {
    rows: async (statement) => (await ask(statement)).rows,
    one: async (statement) => {
      const { rows } = await ask(statement)
      if (rows.length !== 1) throw new Error(`Expected one row, found ${rows.length}`)
      return rows[0]
    },
    maybe: async (statement) => (await ask(statement)).rows[0],
    run: async (statement) => (await ask(statement)).rowCount,
  }
}

const [beginning, commit, rollback] = [word('begin'), word('commit'), word('rollback')]

/**
 * A connection of the pool for one transaction. Once its end is asked for, nothing more is asked through `db`: what somebody did not wait for would be done
 * outside it, or in the transaction of whoever is given the connection next.
 */
async function connected(pool: pg.Pool) {
  const client = await pool.connect()
  const ask = togetherOn(client)
  let over = false
  let lost: Error | undefined
  const end = (how: Sql) => {
    over = true
    return ask(how)
  }
  return {
    client,
    db: dbBy((statement) => (over ? Promise.reject(new Error('This was asked after its transaction had ended.')) : ask(statement))),
    keep: async () => {
      // What was caught on the way, and not told, still undoes all of it: the database answers with another word than it was asked for.
      if ((await end(commit)).done !== 'COMMIT') throw new Error('The database undid what was to be kept.')
    },
    undo: (problem: unknown) => end(rollback).then(() => undefined, () => { lost = problem instanceof Error ? problem : new Error(String(problem)) }),
    giveBack: () => {
      over = true
      // A connection in which something is still open is nobody else's.
      client.release(lost ?? client.getTransactionStatus() !== 'I')
    },
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
  const { client, db, keep, undo, giveBack } = await connected(pool)
  try {
    const opening: Promise<unknown> = typeof begin === 'string' ? client.query(begin) : Promise.all([db.run(beginning), db.rows(begin)]).then(([, rows]) => rows)
    const [begun, early] = await Promise.allSettled([opening, ahead?.(db)])
    if (begun.status === 'rejected') throw begun.reason
    const answer = await run(db, begun.value, early)
    await Promise.all([last?.(db, answer), keep()])
    return answer
  } catch (problem) {
    await undo(problem)
    throw problem
  } finally {
    giveBack()
  }
}

/**
 * Statements that all go in one piece, without a word of beginning or ending: the piece is a transaction by itself. What `ask` asks it asks at once; anything later
 * would be of another transaction, in which nobody has entered.
 */
export async function inOnePiece<Answer>(pool: pg.Pool, ask: (db: Db) => Promise<Answer>): Promise<Answer> {
  const { db, undo, giveBack } = await connected(pool)
  try {
    return await ask(db)
  } catch (problem) {
    await undo(problem)
    throw problem
  } finally {
    giveBack()
  }
}
