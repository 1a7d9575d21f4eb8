import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runUnderNode24 } from './node24.mjs'
import { root } from './project.mjs'

/** What each build is made of, and the folders it makes in dist. */
const parts = {
  house: { from: ['src', 'content'], makes: ['server', 'client'] },
  proofs: { from: ['src', 'content', 'soak', 'bench', 'test'], makes: ['proofs'] },
}
const always = ['vite.config.ts', 'package-lock.json', 'tsconfig.json']

/** Builds the house (server and client), or the long proofs and measurements, when their sources differ from those of the last build. */
export async function buildWhatChanged(part) {
  const mark = markOf(part)
  if (parts[part].makes.every((folder) => builtFrom(folder) === mark)) return
  const status = await runUnderNode24([join(root, 'bin/build.mjs'), part, mark])
  if (status !== 0) process.exit(status)
}

/** A short text that changes with every byte of the sources. */
export function markOf(part) {
  const hash = createHash('sha256')
  const files = [...always, ...parts[part].from.flatMap((folder) => filesIn(folder))]
  for (const file of files.filter((each) => !/\.test\.tsx?$/.test(each)).sort()) {
    hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(root.length + 1))
}

function builtFrom(folder) {
  try {
    return readFileSync(join(root, 'dist', folder, '.built-from'), 'utf8')
  } catch {
    return undefined
  }
}
