import { setTimeout as wait } from 'node:timers/promises'
import { startEmbedded, type Embedded, type EmbeddedWish } from '../db/embedded.ts'
import type { Standings } from '../standing.ts'
import { inTime } from './stop.ts'

const why = 'The record is out of reach just now: its database is being opened again. What you wrote is kept where you wrote it. Kith goes on by itself.'

/**
 * Keeps the embedded database running: when it ended by itself, killed or because its disk was full, it is opened again at the same address, later each
 * time while that fails. Meanwhile Kith stays and says so. @returns the same with a stop that ends the keeping too
 */
export function keepDatabase(first: Embedded, wish: EmbeddedWish, standings: Standings): Embedded {
  let [present, stopping]: [Embedded, boolean] = [first, false]
  const again: EmbeddedWish = { ...wish, port: Number(new URL(first.ownerUrl).port) }
  const stopped = Promise.withResolvers<void>()
  const loop = (async () => {
    for (let fails = 0; !stopping;) {
      await Promise.race([present.lost, stopped.promise])
      if (stopping) return
      standings.say('database', { reads: false, writes: false, why })
      wish.log('ALERT The database ended by itself, and is opened again. What it says is in postgres.log of the data folder.')
      for (; !stopping; fails += 1) {
        try {
          present = await startEmbedded(again)
          fails = 0
          standings.say('database', undefined)
          wish.log('The database is open again.')
          break
        } catch {
          await Promise.race([wait(Math.min(1_000 * 2 ** fails, 30_000), undefined, { ref: false }), stopped.promise])
        }
      }
    }
  })()
  return {
    ownerUrl: first.ownerUrl,
    lost: new Promise<void>(() => {}),
    stop: async () => {
      stopping = true
      stopped.resolve()
      await inTime(60_000, loop)
      await present.stop()
    },
  }
}
