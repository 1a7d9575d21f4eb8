const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

const grown = <Numbers extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(from: Numbers, into: Numbers): Numbers => {
  into.set(from)
  return into
}

/**
 * Texts one after another in bytes, by their number from 0. A hundred thousand of them cost their letters and nothing more, and none keeps the piece of a file alive that it was
 * cut out of.
 */
export function shelf() {
  let bytes = new Uint8Array(4_096)
  let ends = new Uint32Array(256)
  let count = 0
  const begin = (at: number): number => (at === 0 ? 0 : ends[at - 1] ?? 0)
  return {
    add(text: string): number {
      const from = begin(count)
      // A letter is three bytes at most.
      while (from + text.length * 3 > bytes.length) bytes = grown(bytes, new Uint8Array(bytes.length * 2))
      if (count === ends.length) ends = grown(ends, new Uint32Array(count * 2))
      ends[count] = from + encoder.encodeInto(text, bytes.subarray(from)).written
      return count++
    },
    at: (one: number): string => decoder.decode(bytes.subarray(begin(one), ends[one])),
  }
}

/** Of a text, the number it was first given here, or the next: a look-up without a string for each. */
export function numbered() {
  const texts = shelf()
  let slots = new Uint32Array(1_024)
  let count = 0
  const place = (text: string, among: Uint32Array): number => {
    let hash = 2_166_136_261
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
    let slot = (hash >>> 0) % among.length
    for (let there = among[slot] ?? 0; there !== 0 && texts.at(there - 1) !== text; there = among[slot] ?? 0) slot = (slot + 1) % among.length
    return slot
  }
  const widen = (): void => {
    const wider = new Uint32Array(slots.length * 2)
    for (let one = 0; one < count; one++) wider[place(texts.at(one), wider)] = one + 1
    slots = wider
  }
  return (text: string): Readonly<{ number: number; known: boolean }> => {
    if (count * 2 >= slots.length) widen()
    const slot = place(text, slots)
    const there = slots[slot] ?? 0
    if (there !== 0) return { number: there - 1, known: true }
    texts.add(text)
    slots[slot] = ++count
    return { number: count - 1, known: false }
  }
}
