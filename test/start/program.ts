import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { wordsOf } from '../../src/platform/start/process.ts'
import { projectRoot } from '../../src/platform/start/project.ts'

type Wish = { dataFolder: string; environment?: NodeJS.ProcessEnv; user?: { uid: number; gid: number } }

export type Program = ReturnType<typeof startKith>

const started = new Set<Program>()
const folders = new Set<string>()

/** `npm start` without npm: the launcher, as a person's machine would run it, on a free port unless told otherwise. */
export function startKith({ dataFolder, environment, user }: Wish) {
  const child = spawn(process.execPath, [join(projectRoot, 'bin/start.mjs')], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', KITH_DATA: dataFolder, KITH_DEMONSTRATION: 'no', KITH_RESERVE_MB: '8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: projectRoot,
    ...user,
  })
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complained += text })
  const ended = new Promise<number>((settle) => child.once('close', (code) => settle(code ?? -1)))
  const address = () => /https?:\/\/localhost:\d+/.exec(said)?.[0]
  const program = {
    child,
    said: () => said,
    complained: () => complained.trim(),
    ended,
    /** The address, once Kith is open. */
    async open(): Promise<string> {
      let over = false
      void ended.then(() => { over = true })
      while (!over) {
        const found = address()
        if (found) return found
        await wait(25)
      }
      throw new Error(`Kith did not open:\n${said}\n${complained}`)
    },
    /** Asks it to stop, as the system does, and answers the exit code. */
    async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
      child.kill(signal)
      return ended
    },
    /** The process of the server itself, below the launcher. */
    server(): number {
      const [pid] = childrenOf(child.pid ?? -1)
      if (pid === undefined) throw new Error('The launcher has no server below it.')
      return pid
    },
  }
  started.add(program)
  return program
}

/** A command beside a council: its exit code, what it printed, and what it complained of. How far it is (long work only) is no complaint. */
export async function runKith(dataFolder: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(projectRoot, 'bin/kith.mjs'), ...words], { env: { PATH: process.env.PATH, KITH_DATA: dataFolder, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complained += text })
  const [code] = await once(child, 'close')
  return { code, said, complained: complained.replaceAll(/^[A-Z][A-Za-z ]+: ([\d,]+( of [\d,]+)?|done in \d+ seconds)$/gm, '').trim() }
}

/**
 * A data folder of a council that was opened and stopped before, as every start but the first finds it: made once in a run of all files, and copied.
 * What a first start does is tried on a new folder, by the tests that are about it.
 */
export async function usedFolder(dataFolder = join(newFolder(), 'data')): Promise<string> {
  const kept = join(process.env.KITH_TEST_FOLDER ?? '', 'used')
  while (!existsSync(kept)) {
    if (madeHere(`${kept}.lock`)) await makeUsed(kept).finally(() => rmSync(`${kept}.lock`, { recursive: true }))
    else await wait(100)
  }
  // The files of the database keep their owner and their modes.
  const { status } = spawnSync('cp', ['-a', `${kept}/.`, dataFolder])
  if (status !== 0) throw new Error(`The data folder could not be copied to ${dataFolder}.`)
  return dataFolder
}

async function makeUsed(kept: string): Promise<void> {
  if (existsSync(kept)) return
  const dataFolder = join(newFolder(), 'data')
  const kith = startKith({ dataFolder })
  await kith.open()
  await kith.stop()
  started.delete(kith)
  renameSync(dataFolder, kept)
}

/** Of several who make this folder at once, one did. */
function madeHere(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** A new empty folder that is removed after the test. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kith-start-')))
  folders.add(folder)
  return folder
}

/** Ends and removes what the test left. */
export async function cleanUp(): Promise<void> {
  for (const program of started) await program.stop()
  for (const folder of folders) {
    for (const pid of databasesOn(folder)) spawnSync('kill', ['-QUIT', String(pid)])
    while (databasesOn(folder).length > 0) await wait(50)
    rmSync(folder, { recursive: true, force: true })
  }
  started.clear()
  folders.clear()
}

/** The processes of PostgreSQL that were started on a folder inside this one. */
export function databasesOn(folder: string): readonly number[] {
  return processes().filter(({ words }) => words.includes('postgres') && words.includes(`-D ${folder}`)).map(({ pid }) => pid)
}

const childrenOf = (parent: number) => processes().filter((each) => each.parent === parent).map(({ pid }) => pid)

function processes() {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).flatMap((pid) => {
    const words = wordsOf(pid).join(' ').trim()
    const parent = Number(/^PPid:\s*(\d+)$/m.exec(statusOf(pid))?.[1] ?? -1)
    return words === '' ? [] : [{ pid, parent, words }]
  })
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** Every file below a folder with its content: equal texts mean that nothing was changed. */
export function contentsOf(folder: string): string {
  return spawnSync('sh', ['-c', 'cd "$1" && find . -type f -exec sha256sum {} + | sort', 'sh', folder], { encoding: 'utf8' }).stdout
}
