import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Target } from './measure.ts'

const root = join(import.meta.dirname, '../..')
export type Three = Readonly<{ thin: Target; kith: Target; open: Target; stop: () => Promise<void> }>

/** Thin, Kith, and Kith on a connection that looks past row-level security, all on one database. */
export async function startThree(ownerUrl: string, backends: Target['backends']): Promise<Three> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-load-'))
  const children: ChildProcess[] = []
  const first = 20_000 + Math.floor(Math.random() * 20_000)
  const start = async (entry: string, environment: Record<string, string>, ready: string): Promise<Target> => {
    const port = first + children.length
    const child = spawn(process.execPath, [join(root, entry)], { env: { ...process.env, ...environment, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    await new Promise<void>((settle, fail) => {
      child.stdout?.on('data', (text: Buffer) => { if (String(text).includes(ready)) settle() })
      child.once('exit', (code) => fail(new Error(`${entry} ended with ${code}`)))
    })
    return { port, pid: child.pid ?? 0, backends }
  }
  const stop = async () => {
    await Promise.all(children.map((child) => new Promise<void>((settle) => {
      if (child.exitCode !== null) return settle()
      child.once('exit', () => settle())
      child.kill('SIGTERM')
      void wait(8000).then(() => child.kill('SIGKILL'))
    })))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return {
      kith: await start('dist/server/main.js', { DATABASE_URL: ownerUrl, KITH_DATA: join(folder, 'kith') }, 'Kith is open'),
      open: await start('dist/server/main.js', { DATABASE_URL: ownerUrl, KITH_APP_DATABASE_URL: ownerUrl, KITH_DATA: join(folder, 'open') }, 'Kith is open'),
      thin: await start('bench/load/thin.ts', { THIN_DATABASE: ownerUrl }, 'ready'), stop,
    }
  } catch (fault) {
    await stop()
    throw fault
  }
}
