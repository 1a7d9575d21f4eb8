import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type, type Static } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Checkpoint } from './model.ts'

// Outside the database: a folder of its own, which the council copies to where nobody of the database's keepers can write.
const Line = Type.Object({ number: Type.Integer(), sealedAt: Type.String(), hash: Type.String(), signature: Type.String(), key: Type.String() }, { additionalProperties: false })
const ending = '.checkpoints'
const dayFile = (folder: string, sealedAt: string): string => join(folder, `${sealedAt.slice(0, 10)}${ending}`)

const linesOf = (file: string): Checkpoint[] => readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap((line): Static<typeof Line>[] => {
  try {
    const read: unknown = JSON.parse(line)
    return Value.Check(Line, read) ? [read] : []
  } catch {
    // the last line of a day on which the power failed
    return []
  }
})

const filesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending)).toSorted().map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** The folder of the checkpoints: `KITH_CHECKPOINTS`, else one in the data folder. */
export const checkpointFolder = (dataFolder: string, given = process.env['KITH_CHECKPOINTS']): string => given || join(dataFolder, 'audit-checkpoints')

/** Notes the end of the chain, a file a day; of a day that is over only its last line stays. */
export function noteCheckpoint(folder: string, end: Checkpoint): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = dayFile(folder, end.sealedAt)
  const before = filesOf(folder).at(-1)
  if (before && before !== file) {
    const last = linesOf(before).at(-1)
    if (last) writeFileSync(before, `${JSON.stringify(last)}\n`, { mode: 0o600 })
  }
  appendFileSync(file, `${JSON.stringify(end)}\n`, { mode: 0o600 })
}

/** Every checkpoint that was noted, the oldest first. */
export const checkpointsIn = (folder: string): Checkpoint[] => filesOf(folder).flatMap(linesOf)
