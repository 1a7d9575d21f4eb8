import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock, ticks } from '../../clock.ts'
import { hasDatabase, isFollowing, startEmbedded, type Embedded } from '../../db/embedded.ts'
import { pathsIn } from '../../db/embeddedPaths.ts'
import type { Reach } from '../../db/embeddedReach.ts'
import { StartFault } from '../fault.ts'
import { copyPrimary } from './baseCopy.ts'
import { asked, conninfoOf } from './connecting.ts'
import { standbyName } from './model.ts'
import { keepPair, readPair } from './pair.ts'
import { openWaiting } from './waiting.ts'

export type StandbyWish = Readonly<{
  /** The primary's database, as its owner. */
  primary: string
  dataFolder: string
  reach: Reach | undefined
  port: number
  /** Seconds without the primary after which this one takes over by itself, where the primary acknowledged nothing without it. */
  takeOverAfter?: number | undefined
  /** What its database is set to besides. */
  settings?: Readonly<Record<string, string>>
  ended: () => boolean
  log: (line: string) => void
}>

const settings = { wal_receiver_timeout: '10s', wal_receiver_status_interval: '1s', wal_retrieve_retry_interval: '1s' }

/**
 * Follows the primary until this machine is told to take over. @returns the database, which is the primary then; nothing when somebody asked to stop,
 * and `already` when this folder took over before. @throws StartFault
 */
export async function standBy(wish: StandbyWish): Promise<Embedded | 'already' | undefined> {
  const { dataFolder, log, reach, primary } = wish
  if (!reach) throw new StartFault('A standby needs an address of its own, for when it is the primary. Set KITH_DATABASE_AT, as 10.0.0.6:7432.')
  if (hasDatabase(dataFolder) && !isFollowing(dataFolder)) return 'already'
  if (!hasDatabase(dataFolder)) {
    log('Copying the primary.')
    await copyPrimary(primary, dataFolder)
  } else writeFileSync(pathsIn(dataFolder).ownSettings, `primary_conninfo = '${conninfoOf(primary, standbyName).replaceAll("'", "''")}'\n`, { mode: 0o600 })
  const closeWaiting = await openWaiting(wish.port)
  const database = await startEmbedded({ dataFolder, log, reach, settings: { ...settings, ...wish.settings } })
  try {
    log('This is the standby. It follows the primary until npm run kith -- failover is asked for here.')
    const promoted = await follow(wish, `${reach.host}:${reach.port}`, database)
    if (!promoted) return void (await database.stop())
    return database
  } catch (problem) {
    await database.stop()
    throw problem
  } finally {
    await closeWaiting()
  }
}

async function follow({ primary, ended, log, takeOverAfter }: StandbyWish, ownAt: string, { ownerUrl, lost }: Embedded): Promise<boolean> {
  let gone = false
  void lost.then(() => { gone = true })
  let [seenAt, toldAt, known] = [ticks(), ticks(), false]
  for (; !ended(); await wait(500)) {
    if (gone) throw new StartFault('The database of the standby ended by itself. Start it again; when it does not follow the primary any more, start with a new KITH_DATA.')
    const [here] = (await asked<{ follows: boolean; streams: boolean }>(ownerUrl, `select pg_is_in_recovery() as follows, exists (select from pg_stat_wal_receiver where status = 'streaming') as streams`)) ?? []
    if (here?.follows === false) {
      await keepPair(ownerUrl, { standbyAt: ownAt, waits: false, tookOverAt: systemClock.now() })
      return true
    }
    if (here?.streams) {
      if (toldAt < 0) log('The standby follows the primary again.')
      ;[seenAt, toldAt] = [ticks(), ticks()]
      if (!known) known = await announce(primary, ownAt)
      continue
    }
    if (ticks() - toldAt > (toldAt < 0 ? Infinity : 15_000)) {
      toldAt = -1
      log('ALERT The standby does not follow: the primary is out of reach, or has no longer what this one missed. If it runs, start this standby with a new KITH_DATA; if it is lost, run npm run kith -- failover here.')
    }
    if (takeOverAfter && ticks() - seenAt > takeOverAfter * 1_000) await takeOver(primary, ownerUrl, log)
  }
  return false
}

/** Says in the record where this standby is found. */
async function announce(primary: string, standbyAt: string): Promise<boolean> {
  const pair = await readPair(primary)
  return pair?.standbyAt === standbyAt && !pair.tookOverAt ? true : keepPair(primary, { standbyAt, waits: false })
}

/** By itself only where the primary waited for this one, so that it cannot have acknowledged anything since, and where it does not answer. */
async function takeOver(primary: string, ownerUrl: string, log: (line: string) => void): Promise<void> {
  const pair = await readPair(ownerUrl)
  if (!pair?.waits || (await asked(primary, 'select 1 as one'))) return
  log('The primary does not answer, and it acknowledged nothing without this standby: taking over.')
  await asked(ownerUrl, 'select pg_promote(true, 60)', [], 60)
}
