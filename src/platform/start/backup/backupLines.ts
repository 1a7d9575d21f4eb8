import { resolve } from 'node:path'
import { systemClock } from '../../clock.ts'
import type { CommandContext, LineCommand } from '../commandLine.ts'
import { StartFault } from '../fault.ts'
import { backUp } from './backUp.ts'
import { restore } from './restore.ts'

/** npm starts us in the project; the person named the file from where they stood. */
const named = (file: string): string => resolve(process.env.INIT_CWD ?? '.', file)

export const backupLine: LineCommand = {
  name: 'backup',
  takes: '[FILE]',
  does: 'Copies the whole council into one file, also while it is in use.',
  async run({ ownerUrl, dataFolder, words, print }) {
    refuseOwnServer()
    const file = named(words[0] ?? `kith-backup-${systemClock.today()}.tar.gz`)
    const bytes = await backUp({ ownerUrl, dataFolder }, file)
    print(`The council is in ${file} (${Math.max(1, Math.round(bytes / 1e6))} MB). It is the whole record and the password of its database: keep it as safe as those.`)
  },
}

export const restoreLine: LineCommand = {
  name: 'restore',
  takes: 'FILE',
  does: 'Puts a backup into the new or empty folder that KITH_DATA names.',
  opens: 'nothing',
  async run({ dataFolder, words, print }: CommandContext) {
    refuseOwnServer()
    const [file] = words
    if (!file) throw new StartFault('Say which backup: KITH_DATA=./restored npm run kith -- restore FILE')
    await restore(named(file), dataFolder)
    print(`The council of the backup is in ${dataFolder}. KITH_DATA=${dataFolder} npm start opens it.`)
  },
}

function refuseOwnServer(): void {
  if (process.env.DATABASE_URL) throw new StartFault('A database that DATABASE_URL names is backed up and restored with the tools of PostgreSQL: pg_dump and pg_restore, or a base backup.')
}
