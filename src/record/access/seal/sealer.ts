import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { inTransaction } from '../../../platform/db/pool.ts'
import type { Keys } from '../../../platform/keys.ts'
import { checkpointOf, sealed, signingKey } from './chain.ts'
import type { Checkpoint, Event, Seal } from './model.ts'
import * as store from './store.ts'

const mostAtOnce = 5_000

const purpose = 'seals of the audit'
/** The secret of the key that signs, from the key room. */
export const auditKey = (keys: Keys): Buffer => keys.keyFor(purpose)
/** The same of every key that was ever used here, as far as it is given. */
export const auditKeys = (keys: Keys): readonly Buffer[] => keys.everyKeyFor(purpose)

/** Ids between the last seal and the end of this one that have not arrived: their transactions may still be open, or were rolled back. */
export function awaitedAfter(before: Pick<Seal, 'upto' | 'awaited'>, events: readonly Pick<Event, 'id'>[], upto: number): number[] {
  const here = new Set(events.map((event) => event.id))
  const between = Array.from({ length: Math.max(0, upto - before.upto) }, (_, i) => before.upto + 1 + i)
  return [...before.awaited, ...between].filter((id) => !here.has(id))
}

/** Seals what was appended since the last time. @returns the seal, or undefined when there was nothing to seal, or another server is at it */
export async function sealOnce(pool: pg.Pool, secret: Buffer): Promise<Seal | undefined> {
  const key = signingKey(secret)
  return inTransaction(pool, 'begin', async (db) => {
    if (!(await store.mayTurn(db))) return undefined
    const before = await store.lastSeal(db)
    const events = await store.eventsSince(db, before?.upto ?? 0, before?.awaited ?? [], mostAtOnce)
    if (events.length === 0) return undefined
    const upto = Math.max(before?.upto ?? (events[0]?.id ?? 1) - 1, ...events.map((event) => event.id))
    const awaited = awaitedAfter(before ?? { upto: (events[0]?.id ?? 1) - 1, awaited: [] }, events, upto)
    // A transaction does not stay open for an hour: what is awaited longer never comes.
    const settled = awaited.length > 0 ? await store.uptoAnHourAgo(db) : 0
    const seal = sealed(before, { sealedAt: await store.momentOfSealing(db), upto, awaited: awaited.filter((id) => id > settled) }, events, key.secret)
    await store.keepSeal(db, seal)
    return seal
  })
}

export type Sealer = Readonly<{ stop: () => Promise<void> }>

/**
 * Seals every second until it is stopped, and once more then. `note`: the end of the chain, each time it has moved and at most once a minute.
 * `worry`: told when sealing fails, and again each minute while it does.
 */
export function startSealer(pool: pg.Pool, secret: Buffer, on: Readonly<{ note: (end: Checkpoint) => void; worry: (problem: unknown) => void; everyMs?: number; noteEveryMs?: number }>): Sealer {
  const everyMs = on.everyMs ?? 1_000
  const noteTurns = Math.max(1, Math.round((on.noteEveryMs ?? 60_000) / everyMs))
  const ending = new AbortController()
  const shown = signingKey(secret).shown
  let last: Seal | undefined
  let noted = 0
  const note = () => {
    if (!last || last.number === noted) return
    on.note(checkpointOf(last, shown))
    noted = last.number
  }
  const turn = async (): Promise<boolean> => {
    try {
      last = (await sealOnce(pool, secret)) ?? last
      return true
    } catch (problem) {
      if (!ending.signal.aborted) on.worry(problem)
      return false
    }
  }
  const loop = (async () => {
    for (let n = 0; !ending.signal.aborted; n += 1) {
      const well = await turn()
      if (n % noteTurns === 0 || noted === 0) note()
      await wait(well ? everyMs : 10 * everyMs, undefined, { signal: ending.signal, ref: false }).catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      ending.abort()
      await loop
      await turn()
      note()
    },
  }
}
