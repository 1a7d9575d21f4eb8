import { setImmediate as breath } from 'node:timers/promises'
import type { Row } from './rows.ts'
import type { Loading } from './store.ts'

/** Rows of many families, written when there are enough of them for one round. */
export function gathering(loading: Loading, enough: number) {
  let waiting = new Map<string, Row[]>()
  let count = 0
  let added = 0
  let writing: Promise<void> = Promise.resolve()
  const flush = async () => {
    await writing
    const full = waiting
    waiting = new Map()
    count = 0
    writing = loading.insert(full)
    // The fault is thrown at the next round, or at the end.
    writing.catch(() => undefined)
  }
  return {
    add: async (rows: ReadonlyMap<string, readonly Row[]>) => {
      for (const [table, some] of rows) {
        const before = waiting.get(table)
        if (before) before.push(...some)
        else waiting.set(table, [...some])
        count += some.length
      }
      if (count >= enough) await flush()
      // Rows go to the database while the next families are told.
      added += 1
      if (added % 10 === 0) await breath()
    },
    end: async () => {
      await flush()
      await writing
    },
  }
}
