import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFault } from './fault.ts'
import { beginningOf, boot, codeOf } from './process.ts'

type Holder = Readonly<{ pid: number; began: string; boot: string }>

/**
 * One Kith per data folder. The lock names its process by number, beginning and boot, so that one left by a killed process,
 * or by a machine that lost power, is known as such and taken over.
 * @returns the way to give the lock back
 * @throws StartFault when another Kith holds it
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'lock')
  const mine = `${lock}-${process.pid}`
  const me = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) ?? '', boot: boot() })
  writeFileSync(mine, me, { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linked(mine, lock)) return () => release(lock, me)
      const found = textOf(lock)
      const holder = holderIn(found)
      if (holder && lives(holder)) {
        throw new StartFault(`Kith already runs on the data folder ${folder} (process ${holder.pid}). Use that one, stop it first, or set KITH_DATA to another folder.`)
      }
      removeStale(lock, found)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  throw new StartFault(`Another start on the data folder ${folder} is under way. Wait for it, or set KITH_DATA to another folder.`)
}

/** The process that runs on this folder now, if one does. */
export function holderOf(folder: string): number | undefined {
  const holder = holderIn(textOf(join(folder, 'lock')))
  return holder && lives(holder) ? holder.pid : undefined
}

const lives = (holder: Holder): boolean => holder.boot === boot() && beginningOf(holder.pid) === holder.began

/** A link is made whole or not at all: of two starts in the same instant one gets it. */
function linked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Moved aside first and looked at again: another start may have taken the stale lock over in between, and then it is put back. */
function removeStale(lock: string, stale: string): void {
  const aside = `${lock}-stale-${process.pid}`
  try {
    renameSync(lock, aside)
    if (textOf(aside) !== stale) linked(aside, lock)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function release(lock: string, me: string): void {
  if (textOf(lock) === me) rmSync(lock, { force: true })
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(text)
    if (!found || typeof found !== 'object') return undefined
    if (!('pid' in found && 'began' in found && 'boot' in found)) return undefined
    const { pid, began, boot: inBoot } = found
    return typeof pid === 'number' && typeof began === 'string' && typeof inBoot === 'string' ? { pid, began, boot: inBoot } : undefined
  } catch {
    return undefined
  }
}
