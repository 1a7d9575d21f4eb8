import { once } from 'node:events'
import { Readable, type Duplex } from 'node:stream'
import type pg from 'pg'

const gathered = 1 << 16

type CopyMessage = Readonly<{ chunk: Buffer }>

/** What a `copy … to stdout` answers, as it comes: the server waits while nobody reads. `part`: what of each message is wanted. */
export function copyOut(client: pg.Client, text: string, part: (chunk: Buffer) => Buffer = (chunk) => chunk): Readable {
  let rows: Buffer[] = []
  let held = 0
  let wire: Duplex | undefined
  const out = new Readable({ read: () => void wire?.resume(), highWaterMark: gathered, destroy: (problem, done) => { wire?.resume(); done(problem) } })
  const give = () => {
    if (held > 0 && !out.push(Buffer.concat(rows))) wire?.pause()
    rows = []
    held = 0
  }
  client.query({
    submit: (connection: pg.Connection) => {
      wire = connection.stream
      connection.query(text)
    },
    handleCopyData: ({ chunk }: CopyMessage) => {
      // The driver uses its buffer again for the next message.
      const wanted = Buffer.from(part(chunk))
      rows.push(wanted)
      held += wanted.length
      if (held >= gathered) give()
    },
    handleCommandComplete: give,
    handleRowDescription: () => undefined,
    handleDataRow: () => undefined,
    handleReadyForQuery: () => void out.push(null),
    handleError: (problem: Error) => void out.destroy(problem),
  })
  return out
}

/** One message of the protocol (PostgreSQL 18, 54.7): its letter, its length with these four bytes, its body. */
function message(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5, letter)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** Gives a `copy … from stdin` what it reads. @throws what the database finds wrong with it, or what the chunks throw: nothing is copied then */
export async function copyIn(client: pg.Client, text: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const begun = Promise.withResolvers<Duplex | undefined>()
  const ended = Promise.withResolvers<Error | undefined>()
  let wire: Duplex | undefined
  let refused: Error | undefined
  client.query({
    submit: (connection: pg.Connection) => {
      wire = connection.stream
      connection.query(text)
    },
    handleCopyInResponse: () => begun.resolve(wire),
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => ended.resolve(refused),
    handleError: (problem: Error) => {
      refused = problem
      begun.resolve(undefined)
      ended.resolve(problem)
    },
  })
  const into = await begun.promise
  try {
    for await (const chunk of into ? chunks : []) {
      if (refused) break
      if (into && !into.write(message('d', chunk))) await Promise.race([once(into, 'drain'), ended.promise])
    }
    if (!refused) into?.write(message('c', Buffer.alloc(0)))
  } catch (problem) {
    if (!refused) into?.write(message('f', Buffer.from('stopped\0')))
    await ended.promise
    throw problem
  }
  const problem = await ended.promise
  if (problem) throw problem
}
