import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { pathsIn } from '../../../db/embeddedPaths.ts'
import { StartFault } from '../../fault.ts'
import { codeOf } from '../../process.ts'
import { closing, notWhole } from '../logical/archive.ts'
import { sumsOfFiles } from './take.ts'
import { tarStream } from './tarStream.ts'

const parts = ['kith-data.json', 'postgres-password', 'postgres/PG_VERSION', 'postgres/backup_label', 'postgres/global/pg_control']
const Sums = Type.Object({ files: Type.Array(Type.Object({ name: Type.String(), sha256: Type.String() })) })

/**
 * Puts a backup into a new data folder. It is unpacked beside it, every file compared with the hash that was taken of it, and only then named: a broken
 * file or a full disk leaves nothing behind. `before`: what is done with the folder before it has its name. @returns how many files were compared
 * @throws StartFault when the folder is in use or the backup is not whole
 */
export async function putPhysical(archive: AsyncIterable<Buffer>, dataFolder: string, before: (folder: string) => Promise<void> = async () => {}): Promise<number> {
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
    throw new StartFault(`The folder ${dataFolder} is not empty, and nothing was changed. Set KITH_DATA to a new folder for the restored council.`)
  }
  const aside = `${dataFolder}.being-restored`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(dirname(dataFolder), { recursive: true })
  mkdirSync(aside, { mode: 0o700 })
  try {
    const compared = await unpack(archive, aside)
    // Whom the council waited for, or followed, is not with its copy.
    rmSync(pathsIn(aside).follows, { force: true })
    rmSync(pathsIn(aside).ownSettings, { force: true })
    await before(aside)
    if (existsSync(dataFolder)) rmdirSync(dataFolder)
    renameSync(aside, dataFolder)
    return compared
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

async function unpack(archive: AsyncIterable<Buffer>, aside: string): Promise<number> {
  mkdirSync(pathsIn(aside).cluster, { mode: 0o700 })
  const found = new Map<string, string>()
  let sums: unknown
  const child = spawn('tar', ['--extract', '--no-same-owner', '--preserve-permissions', '--file', '-', '--directory', aside], { stdio: ['pipe', 'ignore', 'ignore'], env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' } })
  const unpacked = new Promise<boolean>((settle) => {
    child.once('error', () => settle(false))
    child.once('close', (code) => settle(code === 0))
  })
  const full = new StartFault(`The backup could not be unpacked beside ${aside.replace(/\.being-restored$/, '')}. Look whether the disk is full. Nothing was changed.`)
  const held = { name: sumsOfFiles, give: (body: Buffer) => { sums = read(body) } }
  try {
    await pipeline(async function* () {
      yield* tarStream(archive, { held, passed: ({ name, sha256 }) => void found.set(name, sha256) })
      yield closing
    }, child.stdin)
  } catch (problem) {
    await unpacked
    throw codeOf(problem) === 'EPIPE' ? full : problem
  }
  if (!(await unpacked)) throw full
  if (parts.some((part) => !found.has(part))) throw notWhole()
  // A backup of an earlier version has no hashes; its compression has sums of its own.
  if (sums === undefined) return 0
  if (!Value.Check(Sums, sums) || sums.files.some(({ name, sha256 }) => found.get(name) !== sha256)) throw notWhole()
  return sums.files.length
}

function read(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
