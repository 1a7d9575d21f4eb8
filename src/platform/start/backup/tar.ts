import { spawn } from 'node:child_process'

/** Runs the system's tar. GNU tar answers 1 when a file grew or went while it was read, as those of a running database do. @returns whether it did its work */
export function tar(words: readonly string[], growing = false): Promise<boolean> {
  const child = spawn('tar', words, { stdio: ['ignore', 'ignore', 'ignore'], env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' } })
  return new Promise((settle) => {
    child.once('error', () => settle(false))
    child.once('close', (code) => settle(code === 0 || (growing && code === 1)))
  })
}

/** The names in an archive, or nothing when it cannot be read to its end. */
export function namesIn(archive: string): Promise<readonly string[] | undefined> {
  const child = spawn('tar', ['--list', '--gzip', '--file', archive], { stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' } })
  let names = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { names += text })
  return new Promise((settle) => {
    child.once('error', () => settle(undefined))
    child.once('close', (code) => settle(code === 0 ? names.split('\n') : undefined))
  })
}
