import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, closeSync, existsSync, lchownSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartFault } from '../start/fault.ts'
import { codeOf } from '../start/process.ts'
import { pathsIn, type Paths } from './embeddedPaths.ts'
import { embeddedPrograms, type Programs } from './embeddedPrograms.ts'
import { endServer, forgetTheDead, livingOn } from './embeddedServer.ts'
import { settingsOfReach, type Reach } from './embeddedReach.ts'
import { settingsFor } from './embeddedSettings.ts'
import { command, endingWithUs, environmentFor, runnerFor, type Runner } from './embeddedUser.ts'

export type Embedded = Readonly<{
  /** The address of the database, as its owner. */
  ownerUrl: string
  stop(): Promise<void>
  /** Settles when the server ended without being asked to. */
  lost: Promise<void>
}>

export type EmbeddedWish = Readonly<{
  dataFolder: string
  log: (line: string) => void
  /** For tests: quick, not safe against a power cut, and gone with the process that started it. */
  disposable?: boolean
  /** Where another machine finds it. Else this machine alone, on any free port. */
  reach?: Reach | undefined
  /** This port, where it was before. */
  port?: number
  /** What PostgreSQL is set to besides. */
  settings?: Readonly<Record<string, string>>
}>

/**
 * Starts the embedded PostgreSQL on a data folder, made at the first time; what an earlier start left running there is ended first.
 * A folder whose cluster follows another one is opened as the standby that it is. The caller holds the lock of the folder.
 * @throws StartFault when the folder is damaged or the server cannot start
 */
export async function startEmbedded(wish: EmbeddedWish): Promise<Embedded> {
  const dataFolder = resolve(wish.dataFolder)
  const disposable = wish.disposable ?? false
  const paths = pathsIn(dataFolder)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const programs = embeddedPrograms(paths.links)
  const runner = runnerFor(programs, dataFolder)

  const left = livingOn(paths)
  if (left) {
    wish.log('Ending the database that an earlier start left running.')
    await endServer(left.pid, paths)
  }
  if (wasMade(paths)) refuseDamage(paths)
  else makeCluster(paths, programs, runner, disposable)
  forgetTheDead(paths)
  giveTo(runner, paths.cluster)

  const settings = { ...settingsOfReach(wish.reach, dataFolder, runner.owner), ...wish.settings }
  const { pid, port, ended } = await launch(paths, programs, disposable ? endingWithUs(runner, programs, dataFolder) : runner, { ...wish, settings })
  giveTheRest(dataFolder)
  const ownerUrl = urlOf(paths, port)
  if (!existsSync(paths.follows)) {
    try {
      await makeDatabase(ownerUrl)
    } catch (error) {
      await endServer(pid, paths)
      throw isDamage(error) ? hurt(paths) : error
    }
  }

  let asked = false
  const lost = new Promise<void>((settle) => void ended.then(() => { if (!asked) settle() }))
  const stop = async () => {
    asked = true
    await endServer(pid, paths)
  }
  return { ownerUrl, stop, lost }
}

/** Whether the database of this folder follows another one. */
export const isFollowing = (dataFolder: string): boolean => existsSync(pathsIn(resolve(dataFolder)).follows)

/** Whether a database was ever made here. */
export const hasDatabase = (dataFolder: string): boolean => wasMade(pathsIn(resolve(dataFolder)))

/** The address of the server that is already running on this folder, if one is. */
export function livingOwnerUrl(dataFolder: string): string | undefined {
  const paths = pathsIn(resolve(dataFolder))
  const living = livingOn(paths)
  return living?.ready ? urlOf(paths, living.port) : undefined
}

const urlOf = (paths: Paths, port: number) => `postgres://kith:${readFileSync(paths.password, 'utf8').trim()}@127.0.0.1:${port}/kith`

const partsOfACluster = ['PG_VERSION', 'base', 'global', 'pg_logical', 'pg_multixact/members', 'pg_multixact/offsets', 'pg_subtrans', 'pg_tblspc', 'pg_twophase', 'pg_wal', 'pg_xact', 'pg_hba.conf', 'pg_ident.conf', 'postgresql.conf']
const controlFileBytes = 8_192

const damaged = (paths: Paths) =>
  new StartFault(`The database in ${paths.cluster} is damaged or not complete, and nothing was changed. Put a backup of the data folder back, or set KITH_DATA to a new folder. What the database says is in ${paths.log}.`)

const hurt = (paths: Paths) =>
  new StartFault(`The database in ${paths.cluster} is damaged: parts of it are missing or cannot be read. Put a backup of the data folder back, or set KITH_DATA to a new folder. What the database says is in ${paths.log}.`)

/** What PostgreSQL says when its own files are missing or unreadable: no such database (3D000), undefined file and input or output (58), corrupted data or index (XX001, XX002). */
const isDamage = (error: unknown): boolean => /^(3D000|58|XX00[12])/.test(codeOf(error))

/** What is said when a fault came out of a damaged embedded database; nothing for any other fault. */
export const saidOfDamage = (error: unknown, dataFolder: string): StartFault | undefined => (isDamage(error) ? hurt(pathsIn(resolve(dataFolder))) : undefined)

/** The password is written while the cluster is in the making: a password without either means that the cluster was lost. */
const wasMade = (paths: Paths) => existsSync(paths.cluster) || (existsSync(paths.password) && !existsSync(paths.clusterInTheMaking))

function refuseDamage(paths: Paths): void {
  // Looked for here, because a server that finds one of them missing has already written others by then.
  if (partsOfACluster.some((part) => !existsSync(`${paths.cluster}/${part}`))) throw damaged(paths)
  if (statSize(paths.password) === 0 || statSize(`${paths.cluster}/global/pg_control`) !== controlFileBytes) throw damaged(paths)
  const version = readFileSync(`${paths.cluster}/PG_VERSION`, 'utf8').trim()
  if (version !== '18') throw new StartFault(`The database in ${paths.cluster} was made by PostgreSQL ${version}, and this Kith brings 18. Start the version of Kith that made it, export, and import here.`)
}

/** Ctrl-C in a terminal reaches us and not PostgreSQL: what it is making is finished, and then we stop. Not among the types of `spawnSync`, which does it all the same. */
const apart: object = { detached: true }

/** Made aside and then renamed: an interrupted first start leaves nothing half made that looks whole. */
function makeCluster(paths: Paths, programs: Programs, runner: Runner, disposable: boolean): void {
  const made = paths.clusterInTheMaking
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { mode: 0o700 })
  if (runner.owner) chownSync(made, runner.owner.uid, runner.owner.gid)
  writeFileSync(paths.password, randomBytes(24).toString('hex'), { mode: 0o600 })
  const words = ['-D', made, '-U', 'kith', '--auth=scram-sha-256', `--pwfile=${paths.password}`, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions']
  const [program, all] = command(runner, programs.initdb, disposable ? [...words, '--no-sync'] : words)
  const log = openSync(paths.log, 'a', 0o600)
  const { status } = spawnSync(program, all, { stdio: ['ignore', log, log], env: environmentFor(programs), cwd: made, ...apart })
  closeSync(log)
  if (status !== 0) throw new StartFault(`The database could not be made in ${made}. Look whether the disk is full; what PostgreSQL says is in ${paths.log}.`)
  renameSync(made, paths.cluster)
}

/** After a change from root to another user, or back, the files go to the one who runs the server now. */
function giveTo(runner: Runner, cluster: string): void {
  const uid = runner.owner?.uid ?? process.getuid?.()
  if (uid === undefined || statSync(cluster).uid === uid || process.getuid?.() !== 0) return
  spawnSync('chown', ['-R', `${uid}:${runner.owner?.gid ?? process.getgid?.() ?? 0}`, cluster])
  chmodSync(cluster, 0o700)
}

/** What root made beside the cluster in an ordinary user's data folder is theirs too. */
function giveTheRest(dataFolder: string): void {
  const { uid, gid } = statSync(dataFolder)
  if (process.getuid?.() !== 0 || uid === 0) return
  for (const name of readdirSync(dataFolder)) lchownSync(join(dataFolder, name), uid, gid)
}

async function launch(paths: Paths, programs: Programs, runner: Runner, { disposable = false, reach, port: before, settings }: EmbeddedWish) {
  // Another program may take the free port before us, and processes of a killed server need a moment to notice: then once more.
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const port = reach?.port ?? before ?? (await freePort())
    const log = openSync(paths.log, statSize(paths.log) > 5_000_000 ? 'w' : 'a', 0o600)
    const [program, words] = command(runner, programs.postgres, ['-D', paths.cluster, ...settingsFor(port, disposable, settings)])
    // In a session of its own: Ctrl-C reaches us alone, and we end the database after the last answer.
    const child = spawn(program, words, { stdio: ['ignore', log, log], detached: true, env: environmentFor(programs), cwd: paths.cluster })
    closeSync(log)
    child.unref()
    const ended = new Promise<void>((settle) => {
      child.once('exit', () => settle())
      child.once('error', () => settle())
    })
    const ready = await readyOrEnded(paths, ended)
    if (ready) return { pid: ready.pid, port: ready.port, ended }
    forgetTheDead(paths)
    await wait(attempt * 500)
  }
  throw new StartFault(`The database in ${paths.cluster} does not start. Look whether the disk is full. If it is damaged, put a backup of the data folder back, or set KITH_DATA to a new folder. What the database says is in ${paths.log}.`)
}

async function readyOrEnded(paths: Paths, ended: Promise<void>) {
  let over = false
  void ended.then(() => { over = true })
  // Recovery after a power cut may take minutes; a server that still works on it has not ended.
  while (!over) {
    const living = livingOn(paths)
    if (living?.ready) return living
    await wait(25)
  }
  return undefined
}

async function makeDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl.replace(/kith$/, 'postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'kith'`)
    if (!rowCount) await client.query('create database kith')
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((settle, refuse) => {
    const probe = createServer()
    probe.once('error', refuse)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address && typeof address === 'object' ? address.port : 0
      probe.close(() => settle(port))
    })
  })
}

function statSize(file: string): number {
  try {
    return statSync(file).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  }
}
