import type pg from 'pg'
import { dbOf } from '../../platform/db/pool.ts'
import { appendReads, type ReadEvent } from './store.ts'

const mostAtOnce = 32
/** How long an event waits for others at most, while other reads are being answered. */
const patienceMs = 8

/** Answers a read once its event is in the audit and committed. What `run` throws is thrown, with no event of it. */
export type AuditedReads = <Found>(run: () => Promise<Readonly<{ found: Found; event: ReadEvent }>>) => Promise<Found>
type Waiting = Readonly<{ event: ReadEvent; settle: () => void; refuse: (problem: unknown) => void }>

/**
 * Reads answered at the same moment have their events appended in one statement and one commit (decision 0072). Each keeps its own event, and none is answered before:
 * an event waits until nobody else is reading, or a few milliseconds. `pool`: of one connection, for nothing else, so that no answer waits for a connection that waits for it.
 */
function auditedTogether(pool: pg.Pool): AuditedReads {
  const db = dbOf({ query: pool.query.bind(pool) })
  let reading = 0
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  const append = async (all: readonly Waiting[]): Promise<void> => {
    try {
      await appendReads(db, all.map((one) => one.event))
      for (const one of all) one.settle()
    } catch (problem) {
      // One event that cannot be kept is no reason to refuse the others.
      if (all.length > 1) for (const one of all) await append([one])
      else for (const one of all) one.refuse(problem)
    }
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return
    const now = waiting
    waiting = []
    void append(now)
  }
  const flushIfReady = () => {
    if (reading === 0 || waiting.length >= mostAtOnce) flush()
    else if (waiting.length > 0) timer ??= setTimeout(flush, patienceMs)
  }
  return async (run) => {
    reading += 1
    const { found, event } = await run().catch((problem: unknown) => {
      reading -= 1
      flushIfReady()
      throw problem
    })
    await new Promise<void>((settle, refuse) => {
      waiting.push({ event, settle, refuse })
      reading -= 1
      flushIfReady()
    })
    return found
  }
}

const known = new WeakMap<pg.Pool, AuditedReads>()
/** From now on, reads through this pool have their events appended together, through the other. */
export const auditTogether = (pool: pg.Pool, through: pg.Pool): void => void known.set(pool, auditedTogether(through))
/** How reads through this pool are audited together, where they are: a server with many readers; not a command line, a job or an import. */
export const auditedReads = (pool: pg.Pool): AuditedReads | undefined => known.get(pool)
