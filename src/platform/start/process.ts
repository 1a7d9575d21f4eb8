import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** When the process began, in the kernel's own ticks since this boot, or nothing when there is no such process. A process id alone is used again after a while; together with this it is not. */
export function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold spaces: the fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** Which boot of the machine this is. */
export function boot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

/** The words the process was started with; empty when there is none. */
export function wordsOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

/** Whether `isTrue` became true within so many milliseconds. */
export async function within(milliseconds: number, isTrue: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 40) {
    if (isTrue()) return true
    await wait(40)
  }
  return isTrue()
}

/** The system's short word for what went wrong (`ENOENT`, `EADDRINUSE`), or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
