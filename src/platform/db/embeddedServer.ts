import { readFileSync, rmSync } from 'node:fs'
import { within, wordsOf, codeOf } from '../start/process.ts'
import { StartFault } from '../start/fault.ts'
import type { Paths } from './embeddedPaths.ts'

/** A server that runs on our data folder. */
export type Living = Readonly<{ pid: number; port: number; ready: boolean }>

/** The server that lives on this folder, though perhaps an earlier Kith started it and was killed. */
export function livingOn(paths: Paths): Living | undefined {
  const [pid, , , port, , , , status] = linesOf(paths.running)
  if (!pid || !isOurs(Number(pid), paths)) return undefined
  return { pid: Number(pid), port: Number(port), ready: ['ready', 'standby'].includes(status?.trim() ?? '') }
}

/** Ends the server: first politely, within a minute; then without waiting for anyone. Nothing that was saved is lost by either. */
export async function endServer(pid: number, paths: Paths): Promise<void> {
  const gone = () => !isOurs(pid, paths)
  for (const [signal, patience] of [['SIGINT', 60_000], ['SIGQUIT', 15_000], ['SIGKILL', 5_000]] as const) {
    if (gone()) return
    signalTo(pid, signal)
    if (await within(patience, gone)) return
  }
  throw new StartFault(`The database that an earlier start left behind (process ${pid}) does not end. End it, then start again.`)
}

/** A note of a server that is no more: PostgreSQL would mistake another process with its number for it. */
export function forgetTheDead(paths: Paths): void {
  if (!livingOn(paths)) rmSync(paths.running, { force: true })
}

function isOurs(pid: number, paths: Paths): boolean {
  const words = wordsOf(pid)
  return words.some((word) => word.endsWith('postgres')) && words.includes(paths.cluster)
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return
    throw new StartFault(`The database of this data folder was started by another user (process ${pid}). Start Kith as that user, or end that process.`)
  }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
