import { systemClock } from '../../clock.ts'
import type { CommandContext, LineCommand } from '../commandLine.ts'
import { StartFault } from '../fault.ts'
import { openDatabase } from '../database.ts'
import { isPlace, named } from './kept.ts'
import { goOn, momentAsked } from './log/goOn.ts'
import { fetchArchive, readArchive, sendArchive, writeArchive } from './logical/file.ts'
import { putLogical } from './logical/put.ts'
import { takeLogical } from './logical/take.ts'
import { putPhysical } from './physical/put.ts'
import { takePhysical } from './physical/take.ts'
import { placeOf } from './s3/place.ts'
import { backupKeys } from './sealing.ts'

export const backupLine: LineCommand = {
  name: 'backup',
  takes: '[FILE]',
  does: 'Copies the whole council into one file or an S3 place, also while it is in use.',
  async run({ ownerUrl, dataFolder, words, print }) {
    const own = Boolean(process.env.DATABASE_URL)
    const [key] = backupKeys(process.env)
    const usual = `kith-backup-${systemClock.today()}.tar.gz${key ? '.sealed' : ''}`
    const to = words[0] ?? usual
    const place = isPlace(to) ? placeOf(to, usual, process.env) : undefined
    const archive = own ? takeLogical(ownerUrl) : takePhysical({ ownerUrl, dataFolder })
    const bytes = place ? await sendArchive(archive, place, key) : await writeArchive(archive, named(to), key)
    print(`The council is in ${place?.name ?? named(to)} (${Math.max(1, Math.round(bytes / 1e6))} MB). ${whose(key !== undefined)} ${own || process.env.KITH_KEY ? besides : ''}`.trimEnd())
  },
}

export const restoreLine: LineCommand = {
  name: 'restore',
  takes: 'FILE [--to TIME]',
  does: 'Puts a backup into the new or empty folder that KITH_DATA names, or the empty database of DATABASE_URL; --to "2026-11-20 14:05" goes on to that moment by the kept log.',
  opens: 'nothing',
  async run({ dataFolder, words, print }: CommandContext) {
    const [file, ...more] = words
    if (!file) throw new StartFault('Say which backup: KITH_DATA=./restored npm run kith -- restore FILE')
    const [keys, place] = [backupKeys(process.env), isPlace(file) ? placeOf(file, '', process.env) : undefined]
    const archive = () => (place ? fetchArchive(place, keys) : readArchive(named(file), keys))
    if (process.env.DATABASE_URL) return restoreOwnServer(process.env.DATABASE_URL, archive, dataFolder, print)
    const to = momentAsked(more)
    const compared = await putPhysical(archive(), dataFolder, to ? (folder) => goOn({ folder, to, print }) : undefined)
    print(`The council of the backup is in ${dataFolder}${compared > 0 ? `: ${compared} files, each with the hash that was taken of it` : ''}. KITH_DATA=${dataFolder} npm start opens it.`)
  },
}

const whose = (sealed: boolean): string => (sealed ? 'It is encrypted: without the key that is set now nobody opens it, so keep that key in another place.' : 'It is the whole record and not encrypted: keep it as safe as the database. KITH_BACKUP_KEY encrypts the next one.')

/** What is sealed in the rows (a second factor) opens only with the key of the council, and no backup of a database holds that. */
const besides = 'Keep KITH_KEY, or the file kith.key of the data folder, and KITH_DOCUMENT_KEY in another place too: without them authenticators and sealed documents do not open.'

async function restoreOwnServer(databaseUrl: string, archive: () => AsyncIterable<Buffer>, dataFolder: string, print: (line: string) => void): Promise<void> {
  const database = await openDatabase({ databaseUrl, dataFolder, log: print })
  const sums = await putLogical(database.ownerUrl, archive)
  print(`The council of the backup is in the database of DATABASE_URL: ${sums.tables.length} tables, ${sums.tables.reduce((all, { rows }) => all + rows, 0)} rows, each table counted and its hash compared.`)
}
