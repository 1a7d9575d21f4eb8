import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ticks } from '../../../clock.ts'
import type { Standings } from '../../../standing.ts'
import { StartFault } from '../../fault.ts'
import { asked } from '../../standby/connecting.ts'
import { keptIn, type Kept } from '../kept.ts'
import { backupKeys } from '../sealing.ts'

/** Where the database puts each piece of its log for us; from there it goes to where it is kept. */
export const spoolOf = (dataFolder: string): string => join(dataFolder, 'postgres-log')

const isPiece = (name: string): boolean => /^[0-9A-F]{24}(\.[0-9A-F]{8}\.backup)?$|^[0-9A-F]{8}\.history$/.test(name)
const endings = ['.gz', '.gz.sealed']

/** What a piece is called where it is kept, or nothing when it is not there. */
export async function pieceName(kept: Kept, name: string): Promise<string | undefined> {
  for (const ending of endings) if (await kept.has(name + ending)) return name + ending
  return undefined
}

/** What PostgreSQL is set to: a piece is handed over when it is full, and at the latest a minute after something was written (PostgreSQL 18, 25.3.1). */
export function logSettings(dataFolder: string, archive: string | undefined): Readonly<Record<string, string>> {
  if (!archive) return {}
  const spool = spoolOf(dataFolder)
  mkdirSync(spool, { recursive: true, mode: 0o700 })
  // The database may run as another user than we: it may put pieces there, and the folder above is closed to everybody else.
  chmodSync(spool, 0o777)
  const part = `"${spool}/%f.part"`
  return { archive_mode: 'on', archive_timeout: '60', archive_command: `cp "%p" ${part} && sync ${part} && mv ${part} "${spool}/%f"` }
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  yield readFileSync(file)
}

/** Moves one piece to where it is kept. One that is there already is compared: the same was moved before, another is another council's. */
async function moveOne(kept: Kept, spool: string, name: string, keys: readonly Buffer[]): Promise<void> {
  const there = await pieceName(kept, name)
  const body = readFileSync(join(spool, name))
  if (there) {
    const chunks: Buffer[] = []
    for await (const chunk of kept.get(there, keys)) chunks.push(chunk)
    if (!Buffer.concat(chunks).equals(body)) throw new StartFault(`There is another ${there} where the log is kept. Each council, and each one restored to an earlier moment, needs a place of its own as KITH_LOG_ARCHIVE.`)
  } else await kept.put(`${name}.gz${keys[0] ? '.sealed' : ''}`, bytesOf(join(spool, name)), keys[0])
  rmSync(join(spool, name))
}

/**
 * While Kith runs, each piece of the log goes to where it is kept: compressed, and encrypted when there is a key. What cannot be moved stays and is
 * moved later. @returns what stops it: what was written until then is handed over first
 */
export function keepLog(on: Readonly<{ dataFolder: string; ownerUrl: string; archive: string; standings: Standings; log: (line: string) => void }>): () => Promise<void> {
  const [kept, keys, spool] = [keptIn(on.archive, process.env), backupKeys(process.env), spoolOf(on.dataFolder)]
  let stopped = false
  let toldAt = -Infinity
  const waiting = () => readdirSync(spool).filter(isPiece).sort()
  const round = async () => {
    try {
      for (const name of waiting()) await moveOne(kept, spool, name, keys)
      toldAt = -Infinity
    } catch (problem) {
      if (ticks() - toldAt > 60_000) {
        on.log(`ALERT The log of the database cannot be kept, and waits in ${spool}. ${problem instanceof StartFault ? problem.message : 'Look whether the place of KITH_LOG_ARCHIVE can be written.'}`)
        toldAt = ticks()
      }
    }
    on.standings.measure('kith_log_waiting', waiting().length, 'Pieces of the log of the database that are not yet where they are kept.')
  }
  const loop = (async () => {
    for (; !stopped; await wait(1_000, undefined, { ref: false })) await round()
  })()
  return async () => {
    stopped = true
    await loop
    const [end] = (await asked<{ piece: string }>(on.ownerUrl, 'select pg_walfile_name(pg_switch_wal()) as piece')) ?? []
    for (let left = 50; end && left > 0 && !waiting().includes(end.piece); left -= 1) await wait(100)
    await round()
  }
}
