import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFault } from '../start/fault.ts'
import type { Programs } from './embeddedPrograms.ts'

/** How the database's programs are run: the words before the command, and who owns the files they make. */
export type Runner = Readonly<{ words: readonly string[]; owner?: Readonly<{ uid: number; gid: number }> }>

/**
 * PostgreSQL refuses to be run by root. As root we run it in a user namespace, where root's own files are seen as another user's;
 * where a container forbids namespaces, as another user who keeps the one right to pass through folders closed to others (a 0700 home).
 * A data folder that belongs to an ordinary user is served as that user, so that one `sudo` does not take it away from them.
 */
export function runnerFor(programs: Programs, folder: string): Runner {
  const way = waysFor(statSync(folder)).find((each) => canRun(each, programs, folder))
  if (way) return way
  throw new StartFault(
    'PostgreSQL may not be run by root, and this machine allows neither a user namespace nor another user for it. Start Kith as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

function waysFor(folder: Readonly<{ uid: number; gid: number }>): readonly Runner[] {
  const uid = process.getuid?.() ?? -1
  const accounts = localAccounts()
  const direct: Runner = { words: [] }
  const host = ['postgres', 'daemon', 'nobody'].map((name) => accounts.find((account) => account.name === name)).find((found) => found)
  const namespaced: readonly Runner[] = host ? [{ words: ['unshare', '--user', `--map-user=${host.uid}`, `--map-group=${host.gid}`, '--'] }] : []
  if (uid !== 0) return accounts.some((account) => account.uid === uid) ? [direct] : [...namespaced, direct]
  if (folder.uid !== 0) return [...as(folder), ...namespaced]
  return host ? [...namespaced, ...as(host)] : []
}

/**
 * Another user with the right to pass. PostgreSQL asks by access(2) for its own programs, which forgets that right unless the fix-up of setuid is off
 * (capabilities(7), securebits): first with it off, for programs in a closed home; else without, where a container does not let us switch it.
 */
function as({ uid, gid }: Readonly<{ uid: number; gid: number }>): readonly Runner[] {
  const passing = ['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=-all,+dac_override`)
  return [['--securebits=+no_setuid_fixup'], []].map((more) => ({ words: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs', ...more, ...passing, '--'], owner: { uid, gid } }))
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
