import { resolve } from 'node:path'
import { systemClock } from '../../clock.ts'
import type { CommandContext, LineCommand } from '../commandLine.ts'
import { StartFault } from '../fault.ts'
import { openDatabase } from '../database.ts'
import { backUp } from './backUp.ts'
import { fetchArchive, readArchive, sendArchive, writeArchive } from './logical/file.ts'
import { putLogical } from './logical/put.ts'
import { takeLogical } from './logical/take.ts'
import { restore } from './restore.ts'
import { placeOf } from './s3/place.ts'
import { backupKeys } from './sealing.ts'

/** npm starts us in the project; the person named the file from where they stood. */
const named = (file: string): string => resolve(process.env.INIT_CWD ?? '.', file)

export const backupLine: LineCommand = {
  name: 'backup',
  takes: '[FILE]',
  does: 'Copies the whole council into one file, also while it is in use.',
  async run({ ownerUrl, dataFolder, words, print }) {
    if (process.env.DATABASE_URL) return backUpOwnServer({ ownerUrl, words, print })
    refusePlace(words[0])
    const file = named(words[0] ?? `kith-backup-${systemClock.today()}.tar.gz`)
    const bytes = await backUp({ ownerUrl, dataFolder }, file)
    print(`The council is in ${file} (${Math.max(1, Math.round(bytes / 1e6))} MB). It is the whole record and the password of its database: keep it as safe as those.`)
  },
}

export const restoreLine: LineCommand = {
  name: 'restore',
  takes: 'FILE',
  does: 'Puts a backup into the new or empty folder that KITH_DATA names, or the empty database of DATABASE_URL.',
  opens: 'nothing',
  async run({ dataFolder, words, print }: CommandContext) {
    const [file] = words
    if (file && process.env.DATABASE_URL) return restoreOwnServer(process.env.DATABASE_URL, file, dataFolder, print)
    refusePlace(file)
    if (!file) throw new StartFault('Say which backup: KITH_DATA=./restored npm run kith -- restore FILE')
    await restore(named(file), dataFolder)
    print(`The council of the backup is in ${dataFolder}. KITH_DATA=${dataFolder} npm start opens it.`)
  },
}

function refusePlace(words: string | undefined): void {
  if (words?.startsWith('s3://')) throw new StartFault('The embedded server is backed up to a file only, and restored from one. Copy the file to and from the S3 place.')
}

const whose = (sealed: boolean): string => (sealed ? 'It is encrypted: without the key that is set now nobody opens it, so keep that key in another place.' : 'It is the whole record and not encrypted: keep it as safe as the database. KITH_BACKUP_KEY encrypts the next one.')

/** What is sealed in the rows (a second factor) opens only with the key of the council, and no backup of a database holds that. */
const besides = 'Keep KITH_KEY, or the file kith.key of the data folder, beside it.'

async function backUpOwnServer({ ownerUrl, words, print }: Pick<CommandContext, 'ownerUrl' | 'words' | 'print'>): Promise<void> {
  const [key] = backupKeys(process.env)
  const usual = `kith-backup-${systemClock.today()}.tar.gz${key ? '.sealed' : ''}`
  const place = words[0]?.startsWith('s3://') ? placeOf(words[0], usual, process.env) : undefined
  const file = named(words[0] ?? usual)
  const bytes = place ? await sendArchive(takeLogical(ownerUrl), place, key) : await writeArchive(takeLogical(ownerUrl), file, key)
  print(`The council is in ${place?.name ?? file} (${Math.max(1, Math.round(bytes / 1e6))} MB). ${whose(key !== undefined)} ${besides}`)
}

async function restoreOwnServer(databaseUrl: string, file: string, dataFolder: string, print: (line: string) => void): Promise<void> {
  const database = await openDatabase({ databaseUrl, dataFolder, log: print })
  const [keys, place] = [backupKeys(process.env), file.startsWith('s3://') ? placeOf(file, '', process.env) : undefined]
  const sums = await putLogical(database.ownerUrl, () => (place ? fetchArchive(place, keys) : readArchive(named(file), keys)))
  print(`The council of the backup is in the database of DATABASE_URL: ${sums.tables.length} tables, ${sums.tables.reduce((all, { rows }) => all + rows, 0)} rows, each table counted and its hash compared.`)
}
