import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coveredYears903 } from '../../../../content/returns/ssda903/child.ts'
import { beginReturn, madeFiles, makeReturn, type Ways } from '../../../oversight/returns/making.ts'
import { systemClock } from '../../../platform/clock.ts'
import { migrate } from '../../../platform/db/migrate.ts'
import { openPool } from '../../../platform/db/pool.ts'
import { documentsFrom } from '../../../platform/documents.ts'
import { jobsUrl, reportsUrl } from '../../../platform/db/roles.ts'
import { progress } from '../../../platform/progress.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { coveredYear, fromWhereTheyStand, said } from './words.ts'

const usage = 'Say what to export: npm run kith -- export ssda903 --year 2026 --out FOLDER.'

/** `export ssda903 --year 2026 --out DIR`: every table as CSV and the whole as XML; kept among the returns of the council and in the audit. */
export const exportLine: LineCommand = {
  name: 'export',
  takes: 'ssda903 --year 2026 --out FOLDER',
  does: 'Makes a return from the record as it stands: its CSV files and its XML, checked by the department’s rules.',
  async run({ ownerUrl, words, print }) {
    const { words: [what, ...more], options } = said(words, ['year', 'out'], usage)
    const out = options.get('out')
    if (what !== 'ssda903' || more.length > 0 || !out) throw new StartFault(usage)
    const year = coveredYear(options.get('year'), coveredYears903, '--year')
    const folder = fromWhereTheyStand(out)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (readdirSync(folder).length > 0) throw new StartFault(`The folder ${out} is not empty. Name a new one, so that no file of another return stands beside these.`)
    await migrate(ownerUrl)
    const ways: Ways = { jobs: openPool(await jobsUrl(ownerUrl), 1), reports: openPool(await reportsUrl(ownerUrl), 1), documents: documentsFrom(process.env) }
    try {
      const id = await beginReturn(ways, 'ssda903', year)
      const shown = progress('Children kept')
      const counts = await makeReturn(ways, id, systemClock, (done, whole) => shown.at(done, whole))
      shown.end()
      if (!counts) throw new StartFault('The return could not be made. Start it again.')
      for (const { name, text } of await madeFiles(ways, id)) writeFileSync(join(folder, name), text, { mode: 0o600 })
      print(`${counts.children.toLocaleString('en-GB')} children, ${Object.values(counts.rows).reduce((sum, rows) => sum + rows, 0).toLocaleString('en-GB')} rows. The rules of ${year} found ${counts.errors.toLocaleString('en-GB')} errors and ${counts.queries.toLocaleString('en-GB')} queries: under Returns each leads to its children.`)
    } finally {
      await Promise.all([ways.jobs.end(), ways.reports.end()])
    }
  },
}
