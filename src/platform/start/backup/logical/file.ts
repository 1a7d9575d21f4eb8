import { createReadStream, createWriteStream, existsSync, openSync, fsyncSync, closeSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { codeOf } from '../../process.ts'
import { StartFault } from '../../fault.ts'
import { download, upload, type Place } from '../s3/place.ts'
import { opening, sealing } from '../sealing.ts'
import { notWhole } from './archive.ts'

const buffers = (stream: Readable): AsyncIterable<Buffer> => stream

/** Writes an archive into a new file: compressed, sealed when there is a key, whole or not at all. @returns its size in bytes */
export async function writeArchive(archive: AsyncIterable<Buffer>, file: string, key: Buffer | undefined): Promise<number> {
  if (existsSync(file)) throw new StartFault(`There is a file ${file} already, and it was not changed. Name another one.`)
  if (!existsSync(dirname(file))) throw new StartFault(`There is no folder ${dirname(file)}. Make it first, or name another file.`)
  const part = `${file}.part`
  try {
    await pipeline(archive, createGzip({ level: 3 }), sealing(key), createWriteStream(part, { mode: 0o600 }))
    const written = openSync(part, 'r')
    fsyncSync(written)
    closeSync(written)
    renameSync(part, file)
    return statSync(file).size
  } catch (error) {
    if (['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EDQUOT'].includes(codeOf(error) ?? '')) throw new StartFault(`The backup could not be written to ${file}. Look whether the disk is full and whether you may write there. The record was not touched.`)
    throw error
  } finally {
    rmSync(part, { force: true })
  }
}

/** The same into an object of an S3 place. */
export async function sendArchive(archive: AsyncIterable<Buffer>, place: Place, key: Buffer | undefined): Promise<number> {
  let size = 0
  await pipeline(archive, createGzip({ level: 3 }), sealing(key), async (source: AsyncIterable<Buffer>) => { size = await upload(place, source) })
  return size
}

/** The archive in a file. @throws StartFault when it is damaged or no key fits */
export async function* readArchive(file: string, keys: readonly Buffer[]): AsyncGenerator<Buffer> {
  if (!existsSync(file)) throw new StartFault(`There is no file ${file}.`)
  yield* opened(buffers(createReadStream(file)), keys)
}

/** The archive in an object of an S3 place. @throws StartFault */
export const fetchArchive = (place: Place, keys: readonly Buffer[]): AsyncGenerator<Buffer> => opened(download(place), keys)

async function* opened(source: AsyncIterable<Buffer>, keys: readonly Buffer[]): AsyncGenerator<Buffer> {
  const plain = Readable.from(opening(keys)(source))
  const out = createGunzip()
  plain.on('error', (problem) => out.destroy(problem))
  try {
    yield* buffers(plain.pipe(out))
  } catch (problem) {
    // A gzip stream that is cut off or changed says so by its own code.
    throw codeOf(problem)?.startsWith('Z_') ? notWhole() : problem
  } finally {
    plain.destroy()
  }
}
