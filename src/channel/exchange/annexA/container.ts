import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'

/** Why a workbook cannot be read. */
export type NotRead = Readonly<{ sentence: string }>
export type Container = Readonly<{ parts: ReadonlySet<string>; /** The bytes of a part, piece by piece. @throws TooLarge, Broken */ read: (part: string) => AsyncIterable<Uint8Array>; close: () => Promise<void> }>

/** A part that is larger than any list can be: a file that hides another size than it has. */
export class TooLarge extends Error {}
export class Broken extends Error {}

export const bounds = { parts: 2000, list: 4_000_000, bytesOfPart: 400_000_000, times: 400 } as const
type Entry = Readonly<{ name: string; method: number; locked: boolean; packed: number; whole: number; at: number }>

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

/** The list of what is in it (APPNOTE.TXT 6.3.3, sections 4.3.12 and 4.3.16). */
async function entriesOf(file: FileHandle): Promise<readonly Entry[] | NotRead> {
  const { size } = await file.stat()
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) return { sentence: 'This is no workbook: it is not a file of the kind .xlsx, or its end is missing.' }
  const [many, length, at] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (many > bounds.parts || length > bounds.list || at + length > size) return { sentence: 'This is no workbook that we read: its list of contents is broken or far too long.' }
  const list = await bytesAt(file, at, length)
  const found: Entry[] = []
  for (let place = 0; place + 46 <= list.length && list.readUInt32LE(place) === 0x02014b50;) {
    const [name, extra, comment] = [list.readUInt16LE(place + 28), list.readUInt16LE(place + 30), list.readUInt16LE(place + 32)]
    found.push({
      name: list.subarray(place + 46, place + 46 + name).toString('utf8'), method: list.readUInt16LE(place + 10), locked: (list.readUInt16LE(place + 8) & 1) === 1,
      packed: list.readUInt32LE(place + 20), whole: list.readUInt32LE(place + 24), at: list.readUInt32LE(place + 42),
    })
    place += 46 + name + extra + comment
  }
  return found.length === many ? found : { sentence: 'The workbook is broken: its list of contents ends too early.' }
}

async function* partOf(path: string, file: FileHandle, { method, locked, packed, whole, at }: Entry): AsyncGenerator<Uint8Array> {
  if (locked) throw new Broken('The workbook is locked with a password. Save it without one.')
  // What it says of itself is looked at first, and what it is while it is read.
  if (whole > bounds.bytesOfPart || whole > packed * bounds.times + 1_000_000) throw new TooLarge()
  const head = await bytesAt(file, at, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50 || (method !== 0 && method !== 8)) throw new Broken('The workbook is broken: a part of it is not where its list says.')
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (packed === 0) return
  const bytes = createReadStream(path, { start, end: start + packed - 1 })
  let read = 0
  const inflate = method === 8 ? bytes.pipe(createInflateRaw()) : undefined
  bytes.on('error', (problem) => inflate?.destroy(problem))
  try {
    for await (const piece of inflate ?? bytes) {
      if (!(piece instanceof Uint8Array)) continue
      read += piece.length
      if (read > whole || read > bounds.bytesOfPart) throw new TooLarge()
      yield piece
    }
  } finally {
    bytes.destroy()
    inflate?.destroy()
  }
}

/** Opens a container; its parts are read when they are asked for, and none is ever held whole. */
export async function openContainer(path: string): Promise<Container | NotRead> {
  const file = await open(path, 'r')
  const entries = await entriesOf(file)
  if ('sentence' in entries) {
    await file.close()
    return entries
  }
  const named = new Map(entries.map((entry) => [entry.name.replace(/^\//, ''), entry]))
  return {
    parts: new Set(named.keys()), close: () => file.close(),
    read(part) {
      const entry = named.get(part)
      if (!entry) throw new Broken(`The workbook is broken: its part ${part} is missing.`)
      return partOf(path, file, entry)
    },
  }
}
