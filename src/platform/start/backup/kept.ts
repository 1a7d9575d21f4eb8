import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fetchArchive, readArchive, sendArchive, writeArchive } from './logical/file.ts'
import { isThere, placeOf } from './s3/place.ts'

type Settings = Readonly<Record<string, string | undefined>>

/** Where backups and logs are kept: a folder, or a place in the form of S3. What is there is never written over. */
export type Kept = Readonly<{
  /** @returns the size in bytes */
  put: (name: string, archive: AsyncIterable<Buffer>, key: Buffer | undefined) => Promise<number>
  get: (name: string, keys: readonly Buffer[]) => AsyncGenerator<Buffer>
  has: (name: string) => Promise<boolean>
  /** What a person calls it. */
  named: (name: string) => string
}>

/** npm starts us in the project; the person named the file from where they stood. */
export const named = (file: string): string => resolve(process.env.INIT_CWD ?? '.', file)

export const isPlace = (words: string): boolean => words.startsWith('s3://')

/** The folder or the S3 place that these words name. @throws StartFault when an S3 place is not clear or has no keys */
export function keptIn(words: string, settings: Settings): Kept {
  if (!isPlace(words)) {
    const at = (name: string) => join(named(words), name)
    return { put: (name, archive, key) => writeArchive(archive, at(name), key), get: (name, keys) => readArchive(at(name), keys), has: async (name) => existsSync(at(name)), named: at }
  }
  const at = (name: string) => placeOf(`${words.replace(/\/$/, '')}/${name}`, name, settings)
  at('probe')
  return { put: (name, archive, key) => sendArchive(archive, at(name), key), get: (name, keys) => fetchArchive(at(name), keys), has: (name) => isThere(at(name)), named: (name) => at(name).name }
}
