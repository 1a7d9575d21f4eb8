import type pg from 'pg'
import { nameOf, type Sql } from './sql.ts'
import { inOneMessage, type Piece } from './wire.ts'

type Rows = pg.QueryResult['rows']
export type Answered = Readonly<{ rows: Rows; rowCount: number }>
export type Ask = (statement: Sql) => Promise<Answered>

type Column = Readonly<{ name: string; read: (text: string) => unknown }>
type Described = Readonly<{ fields: readonly Readonly<{ name: string; dataTypeID: number }>[] }>
type Waiting = { readonly name: string; readonly statement: Sql; readonly rows: Rows; rowCount: number; columns: readonly Column[] | undefined; readonly settle: (answer: Answered) => void; readonly refuse: (problem: unknown) => void }

const codeOf = (problem: unknown): unknown => (typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined)
/** No statement has this name any more (`deallocate`, a pooler's other connection): nothing of what was known is relied on. */
const forgotten = '26000'
/** It would answer in another shape than it did, after a change of the schema. */
const reshaped = '0A000'

function rowOf(columns: readonly Column[], fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let i = 0; i < columns.length; i++) {
    const [column, text] = [columns[i], fields[i]]
    if (column) row[column.name] = text === null || text === undefined ? null : column.read(text)
  }
  return row
}

function askingOf(client: pg.ClientBase): Ask {
  const known = new Map<string, readonly Column[]>()
  const doubted = new Set<string>()
  let gathering: Waiting[] = []
  let busy = false

  const pieceOf = (one: Waiting, i: number, all: readonly Waiting[]): Piece => {
    const fresh = !known.has(one.name) && !all.slice(0, i).some((before) => before.name === one.name)
    return { name: one.name, text: one.statement.text, values: one.statement.values, fresh, doubtful: fresh && doubted.delete(one.name) }
  }

  const send = (): void => {
    if (busy || gathering.length === 0) return
    const sent = gathering
    gathering = []
    let at = 0
    const settle = () => {
      for (const one of sent.slice(0, at)) one.settle({ rows: one.rows, rowCount: one.rowCount })
    }
    const refuse = (problem: unknown) => {
      const code = codeOf(problem)
      for (const name of code === forgotten ? [...known.keys()] : code === reshaped ? [sent[at]?.name ?? ''] : []) {
        known.delete(name)
        doubted.add(name)
      }
      for (const one of sent.slice(at)) {
        if (!known.has(one.name)) doubted.add(one.name)
        one.refuse(problem)
      }
    }
    const done = (rowCount: number) => {
      const one = sent[at]
      if (!one) return
      at += 1
      one.rowCount = rowCount
      if (!known.has(one.name)) known.set(one.name, one.columns ?? [])
    }
    const over = () => {
      busy = false
      send()
    }
    let piece: Buffer
    try {
      piece = inOneMessage(sent.map(pieceOf))
    } catch (problem) {
      return refuse(problem)
    }
    busy = true
    client.query({
      submit: (connection: pg.Connection) => void connection.stream.write(piece),
      handleRowDescription: ({ fields }: Described) => {
        const one = sent[at]
        if (one) one.columns = fields.map((field) => ({ name: field.name, read: client.getTypeParser(field.dataTypeID, 'text') }))
      },
      handleDataRow: ({ fields }: Readonly<{ fields: readonly (string | null)[] }>) => {
        const one = sent[at]
        if (!one) return
        one.columns ??= known.get(one.name)
        one.rows.push(rowOf(one.columns ?? [], fields))
      },
      handleCommandComplete: ({ text }: Readonly<{ text: string }>) => done(Number(/\d+$/.exec(text)?.[0] ?? 0)),
      handleEmptyQuery: () => done(0),
      handleReadyForQuery: () => {
        settle()
        over()
      },
      handleError: (problem: unknown) => {
        settle()
        refuse(problem)
        process.nextTick(over)
      },
    })
  }
  return (statement) => new Promise((settle, refuse) => {
    // Beside names that the driver itself gives on this connection.
    gathering.push({ name: `t${nameOf(statement.text)}`, statement, rows: [], rowCount: 0, columns: undefined, settle, refuse })
    if (gathering.length === 1) process.nextTick(send)
  })
}

const asking = new WeakMap<pg.ClientBase, Ask>()

/**
 * What is asked of one connection in the same turn, and until the database is free for it, goes there in one piece with one sync behind it, and is answered in one piece:
 * the database sends and we read once for all of it. Each statement is parsed, planned and described once a connection. Where one fails, those behind it are not done.
 */
export function togetherOn(client: pg.ClientBase): Ask {
  const before = asking.get(client)
  if (before) return before
  const ask = askingOf(client)
  asking.set(client, ask)
  return ask
}
