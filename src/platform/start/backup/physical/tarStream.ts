import { createHash } from 'node:crypto'
import { reader } from '../reading.ts'
import { notWhole } from '../logical/archive.ts'

const block = 512

/** What came of a file in a tar as it passed. */
export type Passed = Readonly<{ name: string; sha256: string }>

const text = (head: Buffer, from: number, to: number): string => head.toString('utf8', from, to).replace(/\0.*$/s, '')

/** The same head under a folder: in the field that ustar has for it (POSIX.1-2001, pax). */
function under(folder: string, head: Buffer): Buffer {
  const told = Buffer.from(head)
  told.fill(0, 345, 500)
  told.write([folder, text(head, 345, 500)].filter(Boolean).join('/'), 345, 155)
  told.fill(' ', 148, 156)
  told.write(`${told.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148)
  return told
}

/**
 * A tar passed on as it comes, without what ends it. `folder`: where its files are put. `passed`: told each file with the hash of its bytes.
 * `held`: a file of this name is not passed on but given as a whole. @throws StartFault when it does not reach its end
 */
export async function* tarStream(source: AsyncIterable<Buffer>, on: Readonly<{ folder?: string; passed?: (file: Passed) => void; held?: Readonly<{ name: string; give: (body: Buffer) => void }> }>): AsyncGenerator<Buffer> {
  const from = reader(source)
  for (;;) {
    const head = await from.upTo(block)
    if (head.length < block) throw notWhole()
    if (head[0] === 0) break
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8)
    if (head.toString('latin1', 257, 262) !== 'ustar' || !(size >= 0)) throw notWhole()
    const told = on.folder ? under(on.folder, head) : head
    const name = [text(told, 345, 500), text(told, 0, 100)].filter(Boolean).join('/')
    const whole = size + ((block - (size % block)) % block)
    if (on.held?.name === name) {
      on.held.give((await from.upTo(whole)).subarray(0, size))
      continue
    }
    yield told
    const hash = createHash('sha256')
    for (let at = 0; at < whole;) {
      const bytes = await from.upTo(Math.min(whole - at, 1 << 16))
      if (bytes.length === 0) throw notWhole()
      hash.update(bytes.subarray(0, Math.max(0, size - at)))
      at += bytes.length
      yield bytes
    }
    // '0' is a file, '5' a folder: only what has bytes is compared.
    if (head[156] === '0'.charCodeAt(0) || head[156] === 0) on.passed?.({ name: name.replace(/^\.\//, ''), sha256: hash.digest('hex') })
  }
  // What pads the end is read, so that whoever writes it is not cut off.
  for await (const bytes of from.rest()) void bytes
}
