/** Reads a stream by length. */
export function reader(source: AsyncIterable<Buffer>) {
  const from = source[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let length = 0
  let over = false
  const more = async (wanted: number) => {
    while (length < wanted && !over) {
      const next = await from.next()
      over = next.done === true
      if (next.done) continue
      held.push(next.value)
      length += next.value.length
    }
  }
  const upTo = async (wanted: number): Promise<Buffer> => {
    await more(wanted)
    const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held)
    const taken = all.subarray(0, wanted)
    held = all.length > wanted ? [all.subarray(wanted)] : []
    length = all.length - taken.length
    return taken
  }
  return {
    /** As many bytes, or what is left. */
    upTo,
    ended: async () => {
      await more(1)
      return length === 0
    },
    async *rest(): AsyncGenerator<Buffer> {
      for (let bytes = await upTo(1 << 16); bytes.length > 0; bytes = await upTo(1 << 16)) yield bytes
    },
  }
}
