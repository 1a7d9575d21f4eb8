import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { takeRows, type RawRow } from './bytes.ts'

const number = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
const message = (letter: string, body: Buffer) => Buffer.concat([Buffer.from(letter), number(body.length + 4), body])
const rowOf = (fields: RawRow) => message('D', Buffer.concat([Buffer.from([0, fields.length]), ...fields.flatMap((field) => (field ? [number(field.length), field] : [number(-1)]))]))

const bytes = fc.uint8Array({ maxLength: 30 }).map((some) => Buffer.from(some))
const answers = fc.array(fc.record({ wanted: fc.boolean(), described: fc.option(bytes, { nil: null }), rows: fc.array(fc.array(fc.option(bytes, { nil: null }), { maxLength: 4 }), { maxLength: 4 }) }), { maxLength: 6 })

it('However what the database sends is cut into pieces, each row that is wanted is taken whole, and the driver is given all else in its order', () =>
  fc.assert(fc.asyncProperty(answers, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), async (sent, cuts) => {
    const stream = new PassThrough()
    const taken: RawRow[] = []
    // As the driver: what is not whole yet is kept until it is; an answer ends with `C`.
    let [read, kept, answered]: [Buffer[], Buffer, number] = [[], Buffer.alloc(0), 0]
    stream.on('data', (came: Buffer) => {
      kept = Buffer.concat([kept, came])
      while (kept.length >= 5 && kept.length > kept.readInt32BE(1)) {
        const whole = kept.subarray(0, kept.readInt32BE(1) + 1)
        read = [...read, whole]
        if (whole.toString('latin1', 0, 1) === 'C') answered += 1
        kept = kept.subarray(whole.length)
      }
    })
    expect(takeRows(stream, () => (sent.slice(answered).some(({ wanted }) => wanted) ? () => (sent[answered]?.wanted ? (row) => void taken.push(row) : undefined) : undefined))).toBe(true)
    const told = sent.flatMap(({ wanted, described, rows }) => [...(described ? [{ bytes: message('T', described), driver: true }] : []), ...rows.map((row) => ({ bytes: rowOf(row), driver: !wanted })), { bytes: message('C', Buffer.from('SELECT')), driver: true }])
    const all = Buffer.concat(told.map((one) => one.bytes))
    for (let [from, n] = [0, 0]; from < all.length; n++) {
      const to = from + (cuts[n % cuts.length] ?? 1)
      stream.write(all.subarray(from, to))
      from = to
    }
    await turn()
    expect(taken).toEqual(sent.flatMap(({ wanted, rows }) => (wanted ? rows : [])))
    expect(read).toEqual(told.filter(({ driver }) => driver).map((one) => one.bytes))
    expect(kept.length).toBe(0)
  })))

it('Where somebody else reads too, or nobody, it leaves the stream as it is', () => {
  const stream = new PassThrough()
  expect(takeRows(stream, () => undefined)).toBe(false)
  stream.on('data', () => undefined).on('data', () => undefined)
  expect(takeRows(stream, () => undefined)).toBe(false)
  expect(stream.listenerCount('data')).toBe(2)
})
