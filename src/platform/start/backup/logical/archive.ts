import { createHash } from 'node:crypto'
import { StartFault } from '../../fault.ts'
import { reader } from '../reading.ts'

/** One file in an archive that the ordinary tar reads too (POSIX.1-2001, pax: ustar). */
export type Entry = Readonly<{ name: string; body: Buffer }>

const block = 512
const most = 1 << 26

export function packed({ name, body }: Entry): Buffer {
  const head = Buffer.alloc(block)
  head.write(name, 0, 100)
  head.write('0000600\0', 100)
  head.write('0000000\0', 108)
  head.write('0000000\0', 116)
  head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
  head.write('00000000000\0', 136)
  head.write('        0', 148)
  head.write('ustar\x0000', 257)
  head.write(`${head.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([head, body, Buffer.alloc((block - (body.length % block)) % block)])
}

/** What ends an archive. */
export const closing = Buffer.alloc(2 * block)

export const notWhole = () => new StartFault('The backup is damaged or not whole. Nothing was changed. Use another one.')

/** The files of an archive, in their order. @throws StartFault when it does not reach its end */
export async function* entriesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const from = reader(source)
  for (;;) {
    const head = await from.upTo(block)
    if (head.length < block) throw notWhole()
    if (head[0] === 0) return
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8)
    if (head.toString('latin1', 257, 262) !== 'ustar' || !(size >= 0 && size <= most)) throw notWhole()
    const body = await from.upTo(size)
    const rest = (block - (size % block)) % block
    if (body.length < size || (await from.upTo(rest)).length < rest) throw notWhole()
    yield { name: head.toString('utf8', 0, 100).replace(/\0.*$/s, ''), body }
  }
}

/** Counts and hashes the rows of a table as they pass, in the text form of COPY: a line a row. */
export function tally() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add: (chunk: Buffer) => {
      hash.update(chunk)
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1
    },
    sum: () => ({ rows, sha256: hash.digest('hex') }),
  }
}
