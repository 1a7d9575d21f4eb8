import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { coveredYears as censusStructures } from '../../../../content/returns/cin/elements.ts'
import { isPlainDate } from '../../../kernel/dates.ts'
import { beginReturn, madeFiles, makeReturn, type Ways } from '../../../oversight/returns/making.ts'
import { coveredYears, returnKinds, unknownAuthority, type ReturnKind } from '../../../oversight/returns/model.ts'
import { systemClock } from '../../../platform/clock.ts'
import { migrate } from '../../../platform/db/migrate.ts'
import { openPool } from '../../../platform/db/pool.ts'
import { documentsFrom } from '../../../platform/documents.ts'
import { jobsUrl, reportsUrl } from '../../../platform/db/roles.ts'
import { progress } from '../../../platform/progress.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { coveredYear, fromWhereTheyStand, said } from './words.ts'

const usage = 'Say what to export: npm run kith -- export ssda903 --year 2026 --out FOLDER, or export cin --year 2026 --out FILE.xml. With --as-at 2026-03-31: as it was known on that day.'

const isKind = (what: string | undefined): what is ReturnKind => returnKinds.some((kind) => kind === what)
/** A census that came in is told again by its own year, though no rules of it were published. */
const years: Readonly<Record<ReturnKind, Readonly<{ first: number; last: number }>>> = { ssda903: coveredYears.ssda903, cin: { first: censusStructures.first, last: coveredYears.cin.last } }

/** Where the files go: an empty folder for many, a file that is not there yet for one. */
function placeFor(kind: ReturnKind, out: string): (name: string) => string {
  const place = fromWhereTheyStand(out)
  if (kind === 'cin') {
    if (existsSync(place)) throw new StartFault(`There is a file or folder ${out} already. Name a new one, so that no other return is written over.`)
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    return () => place
  }
  mkdirSync(place, { recursive: true, mode: 0o700 })
  if (readdirSync(place).length > 0) throw new StartFault(`The folder ${out} is not empty. Name a new one, so that no file of another return stands beside these.`)
  return (name) => join(place, name)
}

/** `export ssda903 --year 2026 --out DIR`, `export cin --year 2026 --out FILE`: kept among the returns of the council and in the audit. */
export const exportLine: LineCommand = {
  name: 'export',
  takes: 'ssda903 --year 2026 --out FOLDER | cin --year 2026 --out FILE.xml [--as-at DAY]',
  does: 'Makes a return from the record as it stands, or as it was known on a day: SSDA903 as CSV files and XML, the children in need census as XML, checked by the department’s rules.',
  async run({ ownerUrl, words, print }) {
    const { words: [what, ...more], options } = said(words, ['year', 'out', 'as-at'], usage)
    const [out, asAt] = [options.get('out'), options.get('as-at')]
    if (!isKind(what) || more.length > 0 || !out) throw new StartFault(usage)
    if (asAt !== undefined && !isPlainDate(asAt)) throw new StartFault('Write the day of --as-at as 2026-03-31.')
    const year = coveredYear(options.get('year'), years[what], '--year')
    const place = placeFor(what, out)
    await migrate(ownerUrl)
    const ways: Ways = { jobs: openPool(await jobsUrl(ownerUrl), 1), reports: openPool(await reportsUrl(ownerUrl), 1), documents: documentsFrom(process.env) }
    try {
      const id = await beginReturn(ways, what, year, asAt)
      const shown = progress('Children kept')
      const counts = await makeReturn(ways, id, systemClock, (done, whole) => shown.at(done, whole))
      shown.end()
      if (!counts) throw new StartFault('The return could not be made. Start it again.')
      for (const { name, text } of await madeFiles(ways, id)) writeFileSync(place(name), text, { mode: 0o600 })
      print(`${counts.children.toLocaleString('en-GB')} children, ${Object.values(counts.rows).reduce((sum, rows) => sum + rows, 0).toLocaleString('en-GB')} rows. The rules of ${year} found ${counts.errors.toLocaleString('en-GB')} errors and ${counts.queries.toLocaleString('en-GB')} queries: under Returns each leads to its children.`)
      if (counts.authority === unknownAuthority) print('The council has not said its number at the department (Settings, Your council): the header says 000.')
    } finally {
      await Promise.all([ways.jobs.end(), ways.reports.end()])
    }
  },
}
