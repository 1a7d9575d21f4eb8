import type pg from 'pg'
import { nameOf, type Sql } from './sql.ts'
import { takeRows, type RawRow } from './bytes.ts'
import { inOneMessage, type Piece } from './wire.ts'

type Rows = pg.QueryResult['rows']
/** `done`: what the database says it did, as `COMMIT` or `ROLLBACK`. */
export type Answered = Readonly<{ rows: Rows; rowCount: number; done: string }>
export type Ask = (statement: Sql) => Promise<Answered>

type Column = Readonly<{ name: string; read: (text: string) => unknown }>
type Described = Readonly<{ fields: readonly Readonly<{ name: string; dataTypeID: number }>[] }>
type Waiting = { readonly name: string; readonly statement: Sql; readonly rows: Rows; done: string | undefined; columns: readonly Column[] | undefined; /** What its answer could not be read for. */ unread: unknown; readonly settle: (answer: Answered) => void; readonly refuse: (problem: unknown) => void }

const codeOf = (problem: unknown): unknown => (typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined)
/** No statement has this name any more (`deallocate`, a pooler's other connection): nothing of what was known is relied on. */
const forgotten = '26000'
/** It would answer in another shape than it did, after a change of the schema. */
const reshaped = '0A000'
/** How many statements a connection knows by name. Those of the program are fewer; nothing that makes texts without end may fill the database's memory. */
const mostKnown = 2_000

function rowOf(columns: readonly Column[], fields: readonly (string | null)[] | RawRow, bytes: readonly string[] | undefined): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let i = 0; i < columns.length; i++) {
    const [column, field] = [columns[i], fields[i]]
    if (!column) continue
    row[column.name] = field === null || field === undefined ? null
      : bytes?.includes(column.name) ? (typeof field === 'string' ? Buffer.from(field) : field)
      : column.read(typeof field === 'string' ? field : field.toString('utf8'))
  }
  return row
}

function askingOf(client: pg.ClientBase, most: number): Ask {
  const known = new Map<string, readonly Column[]>()
  const doubted = new Set<string>()
  let gathering: Waiting[] = []
  let busy = false
  let standing: boolean | undefined
  let taking: (() => ((row: RawRow) => void) | undefined) | undefined

  const pieceOf = (one: Waiting, i: number, all: readonly Waiting[]): Piece => {
    const fresh = !known.has(one.name) && !all.slice(0, i).some((before) => before.name === one.name)
    return { name: one.name, text: one.statement.text, values: one.statement.values, fresh, doubtful: fresh && doubted.delete(one.name) }
  }
  /** The ones known longest, where too many are: told to the database with this piece, and no more relied on. */
  const tooMany = (sent: readonly Waiting[]): string[] => {
    const names = [...known.keys()].slice(0, Math.max(0, known.size - most)).filter((name) => !sent.some((one) => one.name === name))
    for (const name of names) known.delete(name)
    return names
  }

  const send = (): void => {
    if (busy || gathering.length === 0) return
    const sent = gathering
    gathering = []
    // Without a transaction around it the piece is one by itself: where anything of it fails, also when it ends, nothing of it was kept.
    const byItself = client.getTransactionStatus() === 'I' && sent[0]?.statement.text !== 'begin'
    let at = 0
    const answer = (one: Waiting) => {
      if (one.done === undefined) one.refuse(new Error('The database gave no answer.'))
      else if (one.unread !== undefined) one.refuse(one.unread)
      else one.settle({ rows: one.rows, rowCount: Number(/\d+$/.exec(one.done)?.[0] ?? 0), done: one.done })
    }
    const refuse = (problem: unknown) => {
      const code = codeOf(problem)
      for (const name of code === forgotten ? [...known.keys()] : code === reshaped ? [sent[at]?.name ?? ''] : []) {
        known.delete(name)
        doubted.add(name)
      }
      for (const one of sent.slice(at)) if (!known.has(one.name)) doubted.add(one.name)
      const kept = byItself ? 0 : at
      sent.slice(0, kept).forEach(answer)
      for (const one of sent.slice(kept)) one.refuse(problem)
    }
    const add = (fields: readonly (string | null)[] | RawRow) => {
      const one = sent[at]
      if (!one || one.unread !== undefined) return
      one.columns ??= known.get(one.name)
      // What is thrown here is thrown into the socket, and would end the server.
      try {
        one.rows.push(rowOf(one.columns ?? [], fields, one.statement.bytes))
      } catch (problem) {
        one.unread = problem
      }
    }
    const done = (text: string) => {
      const one = sent[at]
      if (!one) return
      at += 1
      one.done = text
      if (!known.has(one.name)) known.set(one.name, one.columns ?? [])
    }
    const over = () => {
      busy = false
      taking = undefined
      send()
    }
    const forget = tooMany(sent)
    let piece: Buffer
    try {
      piece = inOneMessage(sent.map(pieceOf), forget)
    } catch (problem) {
      for (const name of forget) doubted.add(name)
      return refuse(problem)
    }
    busy = true
    // Rows outside a statement's answer are for `copyOut` and `copyIn`; here they would never come to an end.
    const giveUp = (connection: pg.Connection) => void connection.stream.destroy(new Error('A copy is not asked for in this way.'))
    client.query({
      submit: (connection: pg.Connection) => {
        if (sent.some((one) => one.statement.bytes)) {
          standing ??= takeRows(connection.stream, () => taking)
          taking = () => (sent[at]?.statement.bytes ? add : undefined)
        }
        connection.stream.write(piece)
      },
      handleRowDescription: ({ fields }: Described) => {
        const one = sent[at]
        if (one) one.columns = fields.map((field) => ({ name: field.name, read: client.getTypeParser(field.dataTypeID, 'text') }))
      },
      handleDataRow: ({ fields }: Readonly<{ fields: readonly (string | null)[] }>) => add(fields),
      handleCommandComplete: ({ text }: Readonly<{ text: string }>) => done(text),
      handleEmptyQuery: () => done(''),
      handleCopyInResponse: giveUp,
      handleCopyData: (_: unknown, connection: pg.Connection) => giveUp(connection),
      handleReadyForQuery: () => {
        sent.forEach(answer)
        over()
      },
      handleError: (problem: unknown) => {
        refuse(problem)
        process.nextTick(over)
      },
    })
  }
  return (statement) => new Promise((settle, refuse) => {
    // Beside names that the driver itself gives on this connection.
    gathering.push({ name: `t${nameOf(statement.text)}`, statement, rows: [], done: undefined, columns: undefined, unread: undefined, settle, refuse })
    if (gathering.length === 1) process.nextTick(send)
  })
}

const asking = new WeakMap<pg.ClientBase, Ask>()

/**
 * What is asked of one connection in the same turn, and until the database is free for it, goes there in one piece with one sync behind it, and is answered in one piece:
 * the database sends and we read once for all of it. Each statement is parsed, planned and described once a connection. Where one fails, those behind it are not done;
 * without a transaction around them those before it were not kept either, and all are refused. `most`: how many statements a new connection knows by name.
 */
export function togetherOn(client: pg.ClientBase, most = mostKnown): Ask {
  const before = asking.get(client)
  if (before) return before
  const ask = askingOf(client, most)
  asking.set(client, ask)
  return ask
}
