// Messages of the extended query protocol (PostgreSQL 18, 54.7), written one behind the other into one piece.

/** A value as it is sent: text, or bytes as they are. */
type Sent = string | Buffer | null

const withinList = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return listOf(value)
  const sent = sentAs(value)
  return Buffer.isBuffer(sent) ? `"\\\\x${sent.toString('hex')}"` : `"${String(sent).replace(/[\\"]/g, '\\$&')}"`
}
const listOf = (values: readonly unknown[]): string => `{${values.map(withinList).join(',')}}`

/** A value in the text that PostgreSQL reads: a list as `{"a","b"}`, anything else that is made of parts as JSON. */
export function sentAs(value: unknown): Sent {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) return value
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return listOf(value)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** One statement of a piece: under which name it is known on this connection, and what of it is not known yet. */
export type Piece = Readonly<{ name: string; text: string; values: readonly unknown[]; /** It may be known under this name already, or not: forgotten first. */ doubtful: boolean; /** It was never sent before. */ fresh: boolean }>

let page = Buffer.allocUnsafe(1 << 14)
let at = 0

function room(bytes: number): void {
  if (at + bytes <= page.length) return
  const larger = Buffer.allocUnsafe(Math.max(page.length * 2, at + bytes))
  page.copy(larger, 0, 0, at)
  page = larger
}

/** A message: its letter, its length with these four bytes, and what `body` writes. */
function message(letter: number, body: () => void): void {
  room(5)
  page[at] = letter
  const length = at + 1
  at += 5
  body()
  page.writeInt32BE(at - length, length)
}

function short(number: number): void {
  room(2)
  at = page.writeUInt16BE(number, at)
}

/** Text with a zero behind it. A letter takes at most three bytes. */
function ended(text: string): void {
  room(text.length * 3 + 1)
  at += page.write(text, at)
  page[at++] = 0
}

function counted(value: Sent): void {
  room(4 + (value === null ? 0 : typeof value === 'string' ? value.length * 3 : value.length))
  const bytes = value === null ? -1 : typeof value === 'string' ? page.write(value, at + 4) : value.copy(page, at + 4)
  page.writeInt32BE(bytes, at)
  at += 4 + Math.max(bytes, 0)
}

const letter = (of: string): number => of.charCodeAt(0)
const [close, parse, bind, describe, execute, sync] = [letter('C'), letter('P'), letter('B'), letter('D'), letter('E'), letter('S')]
const kindOf = (of: string) => () => {
  room(1)
  page[at++] = letter(of)
}
const [statementKind, portalKind] = [kindOf('S'), kindOf('P')]

const closeOf = (name: string) => message(close, () => { statementKind(); ended(name) })

function pieceInto({ name, text, values, doubtful, fresh }: Piece): void {
  if (doubtful) closeOf(name)
  if (fresh || doubtful) message(parse, () => { ended(name); ended(text); short(0) })
  const sent = values.map(sentAs)
  message(bind, () => {
    ended('')
    ended(name)
    short(sent.length)
    for (const value of sent) short(Buffer.isBuffer(value) ? 1 : 0)
    short(sent.length)
    sent.forEach(counted)
    short(0)
  })
  // What it answers with is told once, and stays so as long as the statement is known.
  if (fresh || doubtful) message(describe, () => { portalKind(); ended('') })
  message(execute, () => { ended(''); short(0); short(0) })
}

/** These statements, and one sync behind the last: they are answered in one piece too. `forget`: names that are not used any more. */
export function inOneMessage(pieces: readonly Piece[], forget: readonly string[] = []): Buffer {
  at = 0
  forget.forEach(closeOf)
  for (const piece of pieces) pieceInto(piece)
  message(sync, () => undefined)
  const whole = Buffer.from(page.subarray(0, at))
  if (page.length > 1 << 20) page = Buffer.allocUnsafe(1 << 14)
  return whole
}
