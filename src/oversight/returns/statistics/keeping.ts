import { dbOf, inTransaction } from '../../../platform/db/pool.ts'
import type { Ways } from '../model.ts'
import { rowsOfMade } from '../store.ts'
import { countedByChild, countedIn } from './counting.ts'
import * as store from './store.ts'

const piece = 2_000
/** Keeps with each child of a return that tells of a year by which numbers it is counted: managers are told of them without the return. What was counted is not counted again. */
export async function countReturns({ jobs, documents }: Pick<Ways, 'jobs' | 'documents'>): Promise<void> {
  const db = dbOf({ query: jobs.query.bind(jobs) })
  for (const { id, kind, year, before } of await store.uncounted(db)) {
    const children = await rowsOfMade(db, documents, id, { kind, year })
    const numbers = countedIn(kind, year, children, before ? await rowsOfMade(db, documents, before, { kind, year: year - 1 }) : undefined)
    const counted = countedByChild(numbers, children)
    const measured = Object.fromEntries(Object.entries(numbers).map(([measure, { people, of }]) => [measure, { times: people.length, ...(of ? { of: of.length } : {}) }]))
    await inTransaction(jobs, 'begin', async (kept) => {
      for (let at = 0; at < counted.length; at += piece) await store.keepCounted(kept, id, counted.slice(at, at + piece))
      await store.keepMeasured(kept, id, measured)
    })
  }
}
