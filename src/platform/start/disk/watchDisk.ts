import { spawn } from 'node:child_process'
import { existsSync, rmSync, statSync, statfsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ticks } from '../../clock.ts'
import type { Standing, Standings } from '../../standing.ts'
import { StartFault } from '../fault.ts'
import { stepFrom, type Step } from './rules.ts'

const megabyte = 1 << 20

/** `KITH_RESERVE_MB`: 256 unless said, and never more than a sixteenth of the disk. @throws StartFault */
export function reserveFrom(given: string | undefined, dataFolder: string): number {
  const wished = Number(given || '256')
  if (!Number.isInteger(wished) || wished < 8) throw new StartFault('KITH_RESERVE_MB is a number of megabytes, 8 or more: how much of the disk is kept for reading when it is full.')
  const { blocks, bsize } = statfsSync(dataFolder)
  return given ? wished * megabyte : Math.min(wished * megabyte, Math.floor((blocks * bsize) / 16))
}

const standingOf: Readonly<Record<Step, Standing | undefined>> = {
  room: undefined,
  noWrites: { reads: true, writes: false, why: 'Nothing can be saved just now: the disk of the record is almost full. You can read on. What you wrote is kept where you wrote it. Kith goes on by itself when those who look after it have made room.' },
  reserveUsed: { reads: true, writes: false, why: 'Nothing can be saved just now: the disk of the record is full. You can read on for a while. What you wrote is kept where you wrote it. Kith goes on by itself when those who look after it have made room.' },
  nothing: { reads: false, writes: false, why: 'The record cannot be opened just now: the disk is full, and nothing is shown without a note of who saw it. What you wrote is kept where you wrote it. Kith goes on by itself when those who look after it have made room.' },
}
const alerts: Readonly<Record<Step, string>> = {
  room: 'The disk of the record has room again: Kith takes everything.',
  noWrites: 'ALERT The disk of the record is almost full: nothing is saved, reading goes on. Make room.',
  reserveUsed: 'ALERT The disk of the record is full: the reserve was given up so that reading goes on for a while. Make room now.',
  nothing: 'ALERT The disk of the record is full, the reserve too: Kith neither saves nor shows anything until there is room.',
}

/** Puts the reserve on the disk, each block of it: a file with holes would keep nothing. Left out while there is no room for it. */
async function makeReserve(file: string, bytes: number): Promise<void> {
  if (existsSync(file) && statSync(file).size === bytes) return
  rmSync(file, { force: true })
  if (!(await allocated(file, bytes)) && !(await written(file, bytes))) rmSync(file, { force: true })
}

const allocated = (file: string, bytes: number): Promise<boolean> => new Promise((settle) => {
  const child = spawn('fallocate', ['--length', String(bytes), file], { stdio: 'ignore' })
  child.once('error', () => settle(false))
  child.once('close', (code) => settle(code === 0))
})

async function written(file: string, bytes: number): Promise<boolean> {
  try {
    const out = await open(file, 'w', 0o600)
    try {
      for (let at = 0; at < bytes; at += megabyte) await out.write(Buffer.alloc(Math.min(megabyte, bytes - at)))
      await out.sync()
      return true
    } finally {
      await out.close()
    }
  } catch {
    return false
  }
}

/** Watches the disk of the data folder each half second, and says what can be done with the record. @returns how to stop */
export async function watchDisk(on: Readonly<{ dataFolder: string; reserve: number; standings: Standings; log: (line: string) => void }>): Promise<() => void> {
  const file = join(on.dataFolder, 'reserve')
  const free = () => {
    const { bavail, bsize } = statfsSync(on.dataFolder)
    return bavail * bsize
  }
  let [step, toldAt, stopped, stepped]: [Step, number, boolean, boolean] = ['room', ticks(), false, false]
  const look = async () => {
    const next = stepFrom(step, { free: free(), reserve: on.reserve, reserveThere: existsSync(file) })
    stepped = next !== step
    step = next
    if (step === 'reserveUsed' || step === 'nothing') rmSync(file, { force: true })
    if (step === 'room') await makeReserve(file, on.reserve)
    on.standings.say('disk', standingOf[step])
    on.standings.measure('kith_disk_free_bytes', free(), 'Room on the disk of the record, beside the reserve.')
    on.standings.measure('kith_disk_reserve_bytes', existsSync(file) ? on.reserve : 0, 'What is kept so that reading goes on when the disk is full.')
    if (!stepped && (step === 'room' || ticks() - toldAt < 60_000)) return
    toldAt = ticks()
    on.log(alerts[step])
  }
  if (free() > 2.5 * on.reserve) await makeReserve(file, on.reserve)
  await look()
  void (async () => {
    for (; !stopped; await wait(500, undefined, { ref: false })) await look().catch(() => undefined)
  })()
  return () => { stopped = true }
}
