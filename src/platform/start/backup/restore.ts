import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFault } from '../fault.ts'
import { namesIn, tar } from './tar.ts'

const parts = ['./kith-data.json', './postgres-password', './postgres/PG_VERSION', './postgres/backup_label', './postgres/global/pg_control']

/**
 * Puts a backup into a new data folder. It is unpacked beside it and then named: a broken file or a full disk leaves nothing behind.
 * @throws StartFault when the folder is in use or the file is no whole backup
 */
export async function restore(file: string, dataFolder: string): Promise<void> {
  if (!existsSync(file)) throw new StartFault(`There is no file ${file}.`)
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
    throw new StartFault(`The folder ${dataFolder} is not empty, and nothing was changed. Set KITH_DATA to a new folder for the restored council.`)
  }
  const names = await namesIn(file)
  if (!names || parts.some((part) => !names.includes(part))) throw new StartFault(`${file} is not a whole backup of Kith. Nothing was changed. Use another one.`)
  const aside = `${dataFolder}.being-restored`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(dirname(dataFolder), { recursive: true })
  mkdirSync(aside, { mode: 0o700 })
  if (!(await tar(['--extract', '--gzip', '--preserve-permissions', '--file', file, '--directory', aside]))) {
    rmSync(aside, { recursive: true, force: true })
    throw new StartFault(`The backup could not be unpacked beside ${dataFolder}. Look whether the disk is full. Nothing was changed.`)
  }
  if (existsSync(dataFolder)) rmdirSync(dataFolder)
  renameSync(aside, dataFolder)
}
