import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFault } from '../start/fault.ts'
import type { Programs } from './embeddedPrograms.ts'

/** How the database's programs are run: the words before the command, and who owns the files they make. */
export type Runner = Readonly<{ words: readonly string[]; owner?: Readonly<{ uid: number; gid: number }> }>

/**
 * PostgreSQL refuses to be run by root. As root we run it in a user namespace, where root's own files are seen as another user's;
 * where a container forbids namespaces, as another user who keeps the one right to pass through folders closed to others (a 0700 home).
 */
export function runnerFor(programs: Programs, folder: string): Runner {
  const uid = process.getuid?.() ?? -1
  const accounts = localAccounts()
  const host = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'daemon') ?? accounts.find(({ name }) => name === 'nobody')
  const direct: Runner = { words: [] }
  const ways: Runner[] = []
  if (uid !== 0 && accounts.some((account) => account.uid === uid)) return direct
  if (host) ways.push({ words: ['unshare', '--user', `--map-user=${host.uid}`, `--map-group=${host.gid}`, '--'] })
  if (uid !== 0) ways.push(direct)
  if (uid === 0 && host) {
    const passing = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override', '--bounding-set=-all,+dac_override']
    const words = ['setpriv', `--reuid=${host.uid}`, `--regid=${host.gid}`, '--clear-groups', '--no-new-privs', ...passing, '--']
    ways.push({ words, owner: { uid: host.uid, gid: host.gid } })
  }
  const way = ways.find((each) => canRun(each, programs, folder))
  if (way) return way
  throw new StartFault(
    'PostgreSQL may not be run by root, and this machine allows neither a user namespace nor another user for it. Start Kith as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** The same, and the server ends when the process that started it dies in any way: where this machine can do that. */
export function endingWithUs(runner: Runner, programs: Programs, folder: string): Runner {
  const bound: Runner = { ...runner, words: [...runner.words, 'setpriv', '--pdeathsig', 'INT', '--'] }
  return canRun(bound, programs, folder) ? bound : runner
}

/** The command with the runner's words before it. */
export function command(runner: Runner, program: string, words: readonly string[]): readonly [string, string[]] {
  const [first, ...rest] = [...runner.words, program, ...words]
  return [first ?? program, rest]
}

function canRun(runner: Runner, programs: Programs, folder: string): boolean {
  const [program, words] = command(runner, 'sh', ['-c', 'cd "$1" && "$2" --version', 'sh', folder, programs.postgres])
  return spawnSync(program, words, { stdio: 'ignore', cwd: dirname(programs.postgres), env: environmentFor(programs) }).status === 0
}

/** Only what the database needs: none of our own settings or secrets. */
export function environmentFor(programs: Programs): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LD_LIBRARY_PATH: programs.libraries, LC_ALL: 'C', TZ: 'UTC' }
}

function localAccounts(): readonly { name: string; uid: number; gid: number }[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').flatMap((line) => {
      const [name, , uid, gid] = line.split(':')
      return name ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
    })
  } catch {
    return []
  }
}
