import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root } from './project.mjs'

/** The Node that Kith runs on: this one when it is 24 or newer, else the one that npm brought. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const brought = join(root, `node_modules/node-linux-${process.arch}/bin/node`)
  if (existsSync(brought)) return brought
  return giveUp(`Kith runs on Node 24, this is ${process.versions.node}, and npm did not bring one for this machine (${process.platform} ${process.arch}). Install Node 24, then start again.`)
}

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program of ours under Node 24 until it ends, and answers its exit code. Signals are handed on, and it is ended too
 * when whoever started us (npm, a shell) is gone without a word, or after so many minutes. `heard` is told all that it prints.
 */
export function runUnderNode24(words, { environment = {}, folder = process.cwd(), minutes = Infinity, heard } = {}) {
  const parent = process.ppid
  const child = spawn(node24(), words, { cwd: folder, stdio: ['inherit', heard ? 'pipe' : 'inherit', 'inherit', 'ipc'], env: { ...process.env, ...environment } })
  if (heard) {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text)
      heard(text)
    })
  }
  const hand = (signal) => child.kill(signal)
  for (const signal of forwarded) process.on(signal, hand)
  const watch = setInterval(() => { if (process.ppid !== parent) child.kill('SIGTERM') }, 1_000)
  const limit = minutes === Infinity ? undefined : setTimeout(() => child.kill('SIGTERM'), minutes * 60_000)
  return new Promise((settle) => {
    const end = (status) => {
      clearInterval(watch)
      clearTimeout(limit)
      for (const signal of forwarded) process.off(signal, hand)
      settle(status)
    }
    child.once('error', () => end(1))
    child.once('close', (status) => end(status ?? 1))
  })
}
