import { setTimeout as wait } from 'node:timers/promises'
import type { Reach } from '../../db/embeddedReach.ts'
import { ticks } from '../../clock.ts'
import type { Standings } from '../../standing.ts'
import { StartFault } from '../fault.ts'
import { asked } from './connecting.ts'
import { standbyName, type Pair, type WhileAway } from './model.ts'
import { keepPair, readPair, tookOver } from './pair.ts'

type On = Readonly<{ ownerUrl: string; reach: Reach | undefined; whileAway: WhileAway | undefined; standings: Standings; log: (line: string) => void }>

const replaced = (pair: Pair) => new StartFault(`The standby at ${pair.standbyAt} took over from this database, and this one is no longer the record. Nothing here was changed. Open Kith there; to make a standby of this machine, start with a new KITH_DATA and KITH_STANDBY_OF.`)
const addressOf = (reach: Reach | undefined) => (reach ? `${reach.host}:${reach.port}` : '')
const waitingWords = 'Nothing can be saved just now: Kith waits for its second copy. What you wrote is kept where you wrote it. Kith goes on by itself.'

/** Before a primary opens: refuses one whose standby took over; and where the primary waits for its standby, does so here. @throws StartFault */
export async function expectPrimary({ ownerUrl, reach, whileAway, log }: On, ended: () => boolean): Promise<void> {
  const pair = await readPair(ownerUrl)
  if (!pair || pair.tookOverAt) return
  if (pair.standbyAt === addressOf(reach)) return void (await keepPair(ownerUrl, undefined))
  if (await tookOver(ownerUrl, pair)) throw replaced(pair)
  for (let told = false; whileAway === 'wait' && !ended() && !(await inStep(ownerUrl)).streaming; told = true) {
    if (!told) log(`Waiting for the standby at ${pair.standbyAt}: KITH_STANDBY=wait saves nothing without it. Start it; or, when it is lost for good and did not take over, run npm run kith -- standby forget.`)
    await wait(500)
    const now = await readPair(ownerUrl)
    if (!now) return
    if (await tookOver(ownerUrl, now)) throw replaced(now)
  }
}

/** How the standby follows, and for whom commits wait. */
async function inStep(ownerUrl: string): Promise<{ answered: boolean; streaming: boolean; behind: number; names: string }> {
  const rows = await asked<{ state: string | null; behind: string | null; names: string }>(ownerUrl, `
    select current_setting('synchronous_standby_names') as names, r.state, pg_wal_lsn_diff(pg_current_wal_lsn(), r.flush_lsn)::text as behind
    from (select 1) one left join pg_stat_replication r on r.application_name = $1 order by r.state = 'streaming' desc nulls last limit 1`, [standbyName])
  return { answered: rows !== undefined, streaming: rows?.[0]?.state === 'streaming', behind: Number(rows?.[0]?.behind ?? 0), names: rows?.[0]?.names ?? '' }
}

const setWaiting = async (ownerUrl: string, names: string): Promise<void> => {
  await asked(ownerUrl, `alter system set synchronous_standby_names = '${names}'`)
  await asked(ownerUrl, 'select pg_reload_conf()')
}

const [patience, closeBytes] = [{ wait: 5_000, alert: 10_000 }, 16 << 20]

/**
 * While Kith runs on the primary: commits wait for the standby as soon as it follows; while it is away, what the operator chose holds.
 * `replaced` settles when the standby took over, and this server must end.
 */
export function keepInStep(on: On): { stop: () => void; replaced: Promise<StartFault> } {
  const over = Promise.withResolvers<StartFault>()
  let stopped = false
  let seenAt = ticks()
  let toldAt = -Infinity
  const turn = async (count: number): Promise<void> => {
    const pair = await readPair(on.ownerUrl)
    if (!pair || pair.tookOverAt) {
      on.standings.say('standby', undefined)
      if (count === 0 && (await inStep(on.ownerUrl)).names !== '') await setWaiting(on.ownerUrl, '')
      return
    }
    const now = await inStep(on.ownerUrl)
    if (!now.answered) return
    if (now.streaming) seenAt = ticks()
    const away = ticks() - seenAt
    on.standings.measure('kith_standby_follows', now.streaming ? 1 : 0, 'Whether the standby follows this database.')
    on.standings.measure('kith_standby_waited_for', now.names === '' ? 0 : 1, 'Whether nothing is acknowledged before the standby has it.')
    on.standings.measure('kith_standby_behind_bytes', now.behind, 'What the standby has not written to its disk yet.')
    const waiting = now.names !== ''
    if (now.streaming) {
      on.standings.say('standby', undefined)
      if (toldAt > 0) on.log(`The standby at ${pair.standbyAt} follows again.`)
      toldAt = -Infinity
      if (on.whileAway && !waiting && now.behind < closeBytes) await setWaiting(on.ownerUrl, standbyName)
      if (!on.whileAway && waiting) await setWaiting(on.ownerUrl, '')
      const waits = on.whileAway === 'wait' && waiting
      if (pair.waits !== waits) await keepPair(on.ownerUrl, { standbyAt: pair.standbyAt, waits })
      return
    }
    if (on.whileAway === 'wait' && waiting && away > patience.wait) on.standings.say('standby', { reads: false, writes: false, why: waitingWords })
    if (on.whileAway !== 'wait' && waiting && away > patience.alert) await setWaiting(on.ownerUrl, '')
    if (away > patience.alert && ticks() - toldAt > 60_000) {
      toldAt = ticks()
      on.log(on.whileAway === 'wait' ? `ALERT The standby at ${pair.standbyAt} is away, and nothing is saved until it is back (KITH_STANDBY=wait). Start it.` : `ALERT The standby at ${pair.standbyAt} is away: what is saved now is on this machine alone. Start it.`)
    }
    if (count % 3 === 0 && (await tookOver(on.ownerUrl, pair))) over.resolve(replaced(pair))
  }
  void (async () => {
    for (let count = 0; !stopped; count += 1) {
      await turn(count).catch(() => undefined)
      await wait(1_000, undefined, { ref: false })
    }
  })()
  return { stop: () => { stopped = true }, replaced: over.promise }
}
