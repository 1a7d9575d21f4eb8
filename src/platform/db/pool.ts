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
const asInstant = (text: string) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
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
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 60_000, types, application_name: 'kith', options })
  // A connection that the database closed while idle is replaced at the next use.
  pool.on('error', () => undefined)
  return pool
}

/** The way to the database through one connection. */
export function dbOf(client: Pick<pg.ClientBase, 'query'>): Db {
  const ask = (statement: Sql) => client.query({ name: nameOf(statement.text), text: statement.text, values: [...statement.values] })
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

/** Runs inside one transaction; `begin` is the first message, with what must be set in it. Rolled back when `run` throws. */
export async function inTransaction<Answer>(pool: pg.Pool, begin: string, run: (db: Db, entered: unknown) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect()
  let failed: Error | undefined
  try {
    const answers: unknown = await client.query(begin)
    const answer = await run(dbOf(client), answers)
    await client.query('commit')
    return answer
  } catch (problem) {
    failed = problem instanceof Error ? problem : new Error(String(problem))
    await client.query('rollback').then(() => { failed = undefined }, () => undefined)
    throw problem
  } finally {
    client.release(failed)
  }
}
