import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dayOf, isInstant, isPlainDate, moment, momentOf, timeOf, type Instant } from '../../../../kernel/dates.ts'
import { startEmbedded } from '../../../db/embedded.ts'
import { StartFault } from '../../fault.ts'
import { asked } from '../../standby/connecting.ts'
import { keptIn } from '../kept.ts'
import { backupKeys } from '../sealing.ts'
import { pieceName, spoolOf } from './keepLog.ts'

/** What follows `--to`: a moment by the clock of England, an instant, or `end`. @throws StartFault */
export function momentAsked(words: readonly string[]): Instant | 'end' | undefined {
  if (words.length === 0) return undefined
  const [to, ...rest] = words
  const text = rest.join(' ')
  if (to === '--to' && text === 'end') return 'end'
  const [, day = '', time = '', seconds] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::(\d\d))?$/.exec(text) ?? []
  if (to === '--to' && isPlainDate(day) && time < '24:00') return moment(Date.parse(momentOf(day, time)) + Number(seconds ?? 0) * 1_000)
  const ms = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) : NaN
  if (to === '--to' && !Number.isNaN(ms) && isInstant(moment(ms))) return moment(ms)
  throw new StartFault('The moment is not clear. It looks like --to "2026-11-20 14:05", by the clock of England, or --to end.')
}

const tooLate = (to: string): string => `The backup was taken after ${to}. Use one that was taken before.`

/** In the database's own words, and in ours. */
const ends: readonly (readonly [string, (to: string) => string])[] = [
  ['recovery ended before configured recovery target was reached', (to) => `The kept log holds nothing that was saved after ${to}. Use --to end to go to its end.`],
  ['requested recovery stop point is before consistent recovery point', tooLate],
]

/**
 * Goes on from a backup that was just unpacked, by the kept log, to a moment. The database asks for one piece of the log after the other by a file of
 * its name; we fetch it and open it. @throws StartFault when the log does not reach so far
 */
export async function goOn({ folder, to, print }: Readonly<{ folder: string; to: Instant | 'end'; print: (line: string) => void }>): Promise<void> {
  const archive = process.env['KITH_LOG_ARCHIVE']
  if (!archive) throw new StartFault('Say where the log is kept as KITH_LOG_ARCHIVE, as it was when Kith ran. Nothing was changed.')
  const begun = /^START TIME: (\S+) (\S+) UTC$/m.exec(readFileSync(join(folder, 'postgres/backup_label'), 'utf8'))
  const inWords = to === 'end' ? 'the end' : `${dayOf(to)} ${timeOf(to)}`
  if (to !== 'end' && begun && Date.parse(`${begun[1]}T${begun[2]}Z`) > Date.parse(to)) throw new StartFault(`${tooLate(inWords)} Nothing was changed.`)
  const spool = spoolOf(folder)
  mkdirSync(spool, { mode: 0o700 })
  writeFileSync(join(folder, 'postgres/recovery.signal'), '', { mode: 0o600 })
  const at = (name: string) => `"${spool}/${name}"`
  const restore = `touch ${at('%f.wanted')}; while [ ! -e ${at('%f')} ] && [ ! -e ${at('%f.none')} ]; do sleep 0.05; done; rm -f ${at('%f.none')}; mv ${at('%f')} "%p"`
  const feeding = feed(spool, archive)
  let last: string | null = null
  try {
    const database = await startEmbedded({ dataFolder: folder, log: () => undefined, settings: { restore_command: restore, recovery_target_action: 'promote', ...(to === 'end' ? {} : { recovery_target_time: to.replace('T', ' ').replace('Z', '+00') }) } })
    try {
      let [gone, follows] = [false, true]
      void database.lost.then(() => { gone = true })
      for (; follows && !gone; await wait(200)) {
        const [now] = (await asked<{ follows: boolean; last: string | null }>(database.ownerUrl, 'select pg_is_in_recovery() as follows, pg_last_xact_replay_timestamp()::text as last')) ?? []
        if (now) [follows, last] = [now.follows, now.last ?? last]
      }
      if (gone) throw new StartFault('')
    } finally {
      await database.stop()
    }
  } catch (problem) {
    const said = existsSync(join(folder, 'postgres.log')) ? readFileSync(join(folder, 'postgres.log'), 'utf8') : ''
    const known = ends.find(([theirs]) => said.includes(theirs))
    if (known) throw new StartFault(`${known[1](inWords)} Nothing was changed.`)
    throw (await feeding.failed()) ?? (problem instanceof StartFault && problem.message ? problem : new StartFault('The kept log could not be read to that moment. Look whether KITH_LOG_ARCHIVE is the place where this council kept it. Nothing was changed.'))
  } finally {
    await feeding.stop()
    rmSync(spool, { recursive: true, force: true })
  }
  print(`Went on to ${inWords}: ${feeding.fetched()} pieces of the log${last ? `; the last change kept is of ${dayOf(moment(last))} ${timeOf(moment(last))}` : ''}.`)
}

function feed(spool: string, archive: string) {
  const [kept, keys] = [keptIn(archive, process.env), backupKeys(process.env)]
  let [stopped, fetched] = [false, 0]
  let fault: unknown
  const one = async (name: string) => {
    rmSync(join(spool, `${name}.wanted`), { force: true })
    try {
      const there = await pieceName(kept, name)
      if (!there) return writeFileSync(join(spool, `${name}.none`), '')
      const chunks: Buffer[] = []
      for await (const chunk of kept.get(there, keys)) chunks.push(chunk)
      writeFileSync(join(spool, `${name}.part`), Buffer.concat(chunks), { mode: 0o600 })
      renameSync(join(spool, `${name}.part`), join(spool, name))
      fetched += 1
    } catch (problem) {
      fault ??= problem
      writeFileSync(join(spool, `${name}.none`), '')
    }
  }
  const loop = (async () => {
    for (; !stopped; await wait(40)) for (const name of readdirSync(spool).filter((each) => each.endsWith('.wanted'))) await one(name.slice(0, -7))
  })()
  return { fetched: () => fetched, failed: async () => (fault instanceof StartFault ? fault : undefined), stop: async () => { stopped = true; await loop } }
}
