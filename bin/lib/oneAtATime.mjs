import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { giveUp, root, say } from './project.mjs'

const folder = join(root, '.kith-installing')
const holder = join(folder, 'process')

/** Does the work while no other start in this project does: two npm at once would undo each other. A start that was killed holds nobody up. */
export async function oneAtATime(work) {
  for (let waited = 0; !taken(); waited += 1) {
    if (waited === 0) say('Another start is installing. Waiting for it.')
    if (!lives(waited)) rmSync(folder, { recursive: true, force: true })
    await wait(250)
  }
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function taken() {
  try {
    mkdirSync(folder)
    writeFileSync(holder, String(process.pid))
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    return giveUp(`Nothing can be installed in ${root}: ${error.code === 'EACCES' ? 'the folder belongs to another user. Start Kith as that user once' : 'the disk is full or read-only. Make room'}, then start again.`)
  }
}

function lives(waited) {
  const pid = numberIn(holder)
  // Without a number the other has only just begun, or died in that moment.
  if (!pid) return waited < 20
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function numberIn(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}
