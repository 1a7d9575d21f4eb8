import type { LineCommand } from '../start/commandLine.ts'
import { migrate } from './migrate.ts'

/** Brings the database to the form of this version. Every start does so too; this is for doing it beforehand. */
export const migrateLine: LineCommand = {
  name: 'migrate',
  does: 'Brings the database to the form that this version needs. Every start does this too.',
  async run({ ownerUrl, print }) {
    const ran = await migrate(ownerUrl)
    for (const name of ran) print(`Ran ${name}`)
    print(ran.length === 0 ? 'The database has the form that this version needs.' : `The database now has the form that this version needs (${ran.length} steps).`)
  },
}
