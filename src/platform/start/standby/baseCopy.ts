import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ticks } from '../../clock.ts'
import { copyOut } from '../../db/copy.ts'
import { pathsIn } from '../../db/embeddedPaths.ts'
import { progress } from '../../progress.ts'
import { closing } from '../backup/logical/archive.ts'
import { tarStream } from '../backup/physical/tarStream.ts'
import { StartFault } from '../fault.ts'
import { codeOf } from '../process.ts'
import { asked, connectionTo, conninfoOf } from './connecting.ts'
import { standbyName } from './model.ts'

/** A message of a base backup: its kind, then what it carries (PostgreSQL 18, 54.4, BASE_BACKUP). Only the tar is wanted; it is one, since we make no tablespaces. */
const tarOf = (chunk: Buffer): Buffer => (chunk[0] === 'd'.charCodeAt(0) ? chunk.subarray(1) : Buffer.alloc(0))
const words = `BASE_BACKUP (LABEL 'kith', WAL true, WAIT false, CHECKPOINT 'fast', MANIFEST 'no')`

/** The running cluster at this address as a tar, with the log that makes it whole. */
export async function* clusterOf(url: string): AsyncGenerator<Buffer> {
  const client = connectionTo(url, { replication: true })
  await client.connect()
  try {
    // The slot keeps every piece of the log that is written meanwhile; it goes with the connection.
    await client.query(`CREATE_REPLICATION_SLOT kith_copy_${process.pid}_${Math.round(ticks())} TEMPORARY PHYSICAL (RESERVE_WAL true)`)
    yield* copyOut(client, words, tarOf)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const outOfReach = (at: URL) => new StartFault(`The primary at ${at.hostname}:${at.port} cannot be copied. Look whether Kith runs there with KITH_DATABASE_AT set to this address, and whether KITH_STANDBY_OF is what npm run kith -- standby prints there.`)

/** Makes this folder's database a copy of the primary's that follows it. A copy that was broken off leaves no half of one. @throws StartFault */
export async function copyPrimary(url: string, dataFolder: string): Promise<void> {
  const [paths, at] = [pathsIn(dataFolder), new URL(url)]
  const key = await asked<{ key: string | null }>(url, `select pg_read_file(current_setting('data_directory') || '/../kith.key', true) as key`)
  if (!key) throw outOfReach(at)
  const made = paths.clusterInTheMaking
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { mode: 0o700 })
  writeFileSync(paths.password, decodeURIComponent(at.password), { mode: 0o600 })
  if (key[0]?.key) writeFileSync(join(dataFolder, 'kith.key'), key[0].key, { mode: 0o600 })
  const unpacking = spawn('tar', ['--extract', '--no-same-owner', '--preserve-permissions', '--file', '-', '--directory', made], { stdio: ['pipe', 'ignore', 'ignore'], env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' } })
  const unpacked = new Promise<boolean>((settle) => {
    unpacking.once('error', () => settle(false))
    unpacking.once('close', (code) => settle(code === 0))
  })
  const shown = progress('Megabytes copied')
  let bytes = 0
  try {
    await pipeline(clusterOf(url), async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of tarStream(source, {})) {
        shown.at(Math.round((bytes += chunk.length) / 1e6))
        yield chunk
      }
      // Nothing comes after its end: tar closes there, and would cut off whoever still writes.
      yield closing
    }, unpacking.stdin)
  } catch (problem) {
    throw codeOf(problem) === 'EPIPE' ? new StartFault(`The copy of the primary could not be written in ${dataFolder}. Look whether the disk is full.`) : outOfReach(at)
  } finally {
    shown.end()
  }
  if (!(await unpacked)) throw new StartFault(`The copy of the primary could not be written in ${dataFolder}. Look whether the disk is full.`)
  // What the primary was set to while it ran is its own, above all for whom it waits.
  writeFileSync(join(made, 'postgresql.auto.conf'), `primary_conninfo = '${conninfoOf(url, standbyName).replaceAll("'", "''")}'\n`, { mode: 0o600 })
  writeFileSync(join(made, 'standby.signal'), '', { mode: 0o600 })
  // Copied files are safe from a power cut before the folder has its name.
  spawnSync('sync', ['--file-system', made], { stdio: 'ignore' })
  renameSync(made, paths.cluster)
}
