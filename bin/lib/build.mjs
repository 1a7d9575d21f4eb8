import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runUnderNode24 } from './node24.mjs'
import { root } from './project.mjs'

const from = ['src', 'content', 'vite.config.ts', 'package-lock.json', 'tsconfig.json']
const made = ['server', 'client']

/** Builds the server and what the browser gets, when their sources differ from those of the last build. */
export async function buildWhatChanged() {
  const mark = markOfSources()
  if (made.every((folder) => builtFrom(folder) === mark)) return
  const status = await runUnderNode24([join(root, 'bin/build.mjs')])
  if (status !== 0) process.exit(status)
}

/** A short text that changes with every byte of the sources. */
export function markOfSources() {
  const hash = createHash('sha256')
  for (const file of from.flatMap(filesIn).filter((each) => !/\.test\.tsx?$/.test(each)).sort()) {
    hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(place) {
  if (!existsSync(join(root, place))) return []
  if (statSync(join(root, place)).isFile()) return [place]
  return readdirSync(join(root, place), { recursive: true, withFileTypes: true })
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
