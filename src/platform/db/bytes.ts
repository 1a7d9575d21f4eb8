import type { Duplex } from 'node:stream'

/** The fields of a row as they came. */
export type RawRow = readonly (Buffer | null)[]

/** A row of an answer (PostgreSQL 18, 54.7, DataRow). */
const dataRow = 'D'.charCodeAt(0)
const head = 5

function fieldsOf(message: Buffer): RawRow {
  const fields: (Buffer | null)[] = []
  let at = head + 2
  for (let left = message.readUInt16BE(head); left > 0; left--) {
    const length = message.readInt32BE(at)
    at += 4
    fields.push(length < 0 ? null : message.subarray(at, at + Math.max(length, 0)))
    at += Math.max(length, 0)
  }
  return fields
}

/**
 * Stands between the database and the driver, which reads each field as text: where somebody wants it, a row is taken as the bytes that came and the driver never sees it, all else goes on
 * untouched. `wanting`: nobody, or who asks for each row who takes it. Nothing of a message may be on its way yet. `false`: it cannot stand there.
 */
export function takeRows(stream: Duplex, wanting: () => (() => ((row: RawRow) => void) | undefined) | undefined): boolean {
  const [driver, ...others] = stream.listeners('data')
  if (!driver || others.length > 0) return false
  const pass = (bytes: Buffer) => {
    if (bytes.length > 0) Reflect.apply(driver, stream, [bytes])
  }
  /** What came of a message that is not whole yet and may be ours, and how long it is. */
  let held: Buffer[] = []
  let missing = 0
  /** How much is still to come of a message that the driver reads already. */
  let passing = 0

  const read = (came: Buffer): void => {
    if (passing >= came.length) {
      passing -= came.length
      return pass(came)
    }
    let [at, from] = [passing, 0]
    while (at < came.length) {
      if (came.length - at < head) {
        pass(came.subarray(from, at))
        held = [came.subarray(at)]
        passing = 0
        return
      }
      const length = came.readUInt32BE(at + 1) + 1
      const wanted = came[at] === dataRow ? wanting() : undefined
      if (wanted) {
        // What comes before it says which answer it belongs to.
        pass(came.subarray(from, at))
        from = at
        const take = wanted()
        if (take && at + length > came.length) {
          held = [came.subarray(at)]
          passing = 0
          missing = at + length - came.length
          return
        }
        if (take) {
          take(fieldsOf(came.subarray(at, at + length)))
          from = at + length
        }
      }
      at += length
    }
    passing = at - came.length
    pass(came.subarray(from))
  }

  const arrive = (came: Buffer): void => {
    if (held.length === 0) return read(came)
    held.push(came)
    missing -= came.length
    if (missing > 0) return
    const whole = Buffer.concat(held)
    held = []
    missing = 0
    read(whole)
  }
  stream.removeAllListeners('data')
  stream.on('data', arrive)
  return true
}
