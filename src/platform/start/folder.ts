import { accessSync, constants, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './process.ts'
import { StartFault } from './fault.ts'

const mark = 'kith-data.json'
const format = 1
/** What a file system or git puts in a folder that is empty for us. */
const nothing = new Set(['lost+found', '.gitkeep', '.gitignore'])

/** Makes the data folder, or finds that it is ours. @throws StartFault for a folder of somebody else's files, which stays as it is */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!statSync(folder).isDirectory()) throw new StartFault(`${folder} is not a folder. Set KITH_DATA to a folder for Kith's data.`)
    const names = readdirSync(folder).filter((name) => !nothing.has(name))
    if (names.length > 0 && !names.includes(mark)) {
      throw new StartFault(`The folder ${folder} holds files that are not Kith's, and nothing was changed. Set KITH_DATA to an empty or new folder.`)
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (names.length === 0) writeFileSync(join(folder, mark), `${JSON.stringify({ keeps: 'the record of one Kith council', format })}\n`, { mode: 0o600 })
    refuseNewer(folder)
  } catch (error) {
    throw sentenceFor(error, folder)
  }
}

function refuseNewer(folder: string): void {
  const kept: unknown = JSON.parse(readFileSync(join(folder, mark), 'utf8'))
  const its = kept && typeof kept === 'object' && 'format' in kept ? kept.format : undefined
  if (its !== format) throw new StartFault(`The data folder ${folder} was made by a newer Kith. Start that one, or set KITH_DATA to another folder.`)
}

function sentenceFor(error: unknown, folder: string): unknown {
  if (error instanceof SyntaxError) return new StartFault(`The file ${mark} in ${folder} is damaged, and nothing was changed. Put a backup of the folder back, or set KITH_DATA to a new folder.`)
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM') return new StartFault(`You may not write in ${folder}: it belongs to another user. Start Kith as that user, or set KITH_DATA to a folder of yours.`)
  if (code === 'EROFS' || code === 'ENOSPC') return new StartFault(`Nothing can be written in ${folder}: the disk is full or read-only. Make room, or set KITH_DATA to another folder.`)
  if (code === 'ENOTDIR' || code === 'EEXIST') return new StartFault(`${folder} is not a folder. Set KITH_DATA to a folder for Kith's data.`)
  return error
}
