import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { coveredYears as censusStructures } from '../../../../content/returns/cin/elements.ts'
import { lists } from '../../../../content/returns/annexA/lists.ts'
import { isPlainDate } from '../../../kernel/dates.ts'
import { beginReturn, madeFiles, makeReturn } from '../../../oversight/returns/making.ts'
import { coveredYears, unknownAuthority, type Counts, type ReturnKind, type RuledKind, type Ways } from '../../../oversight/returns/model.ts'
import { systemClock } from '../../../platform/clock.ts'
import { migrate } from '../../../platform/db/migrate.ts'
import { openPool } from '../../../platform/db/pool.ts'
import { documentsFrom } from '../../../platform/documents.ts'
import { jobsUrl, reportsUrl } from '../../../platform/db/roles.ts'
import { progress } from '../../../platform/progress.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { coveredYear, fromWhereTheyStand, said } from './words.ts'

const usage = 'Say what to export: npm run kith -- export ssda903 --year 2026 --out FOLDER, export cin --year 2026 --out FILE.xml, or export annex-a --date 2026-03-31 --out FILE.xlsx. With --as-at 2026-03-31: as it was known on that day.'

const kinds: Readonly<Record<string, ReturnKind>> = { ssda903: 'ssda903', cin: 'cin', 'annex-a': 'annexA' }
/** A census that came in is told again by its own year, though no rules of it were published. */
const years: Readonly<Record<RuledKind, Readonly<{ first: number; last: number }>>> = { ssda903: coveredYears.ssda903, cin: { first: censusStructures.first, last: coveredYears.cin.last } }

/** Where the files go: an empty folder for many, a file that is not there yet for one. */
function placeFor(kind: ReturnKind, out: string): (name: string) => string {
  const place = fromWhereTheyStand(out)
  if (kind !== 'ssda903') {
    if (existsSync(place)) throw new StartFault(`There is a file or folder ${out} already. Name a new one, so that no other return is written over.`)
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    return () => place
  }
  mkdirSync(place, { recursive: true, mode: 0o700 })
  if (readdirSync(place).length > 0) throw new StartFault(`The folder ${out} is not empty. Name a new one, so that no file of another return stands beside these.`)
  return (name) => join(place, name)
}

const listsInWords = ({ children, rows, errors }: Counts): string =>
  `${children.toLocaleString('en-GB')} children. ${lists.map(({ name, title }) => `${name}, ${title.toLowerCase()}: ${(rows[name] ?? 0).toLocaleString('en-GB')}`).join('. ')}. ${errors.toLocaleString('en-GB')} cells do not fit their column: under Returns each leads to its child.`

/** `export ssda903 --year 2026 --out DIR`, `export cin --year 2026 --out FILE`: kept among the returns of the council and in the audit. */
export const exportLine: LineCommand = {
  name: 'export',
  takes: 'ssda903 --year 2026 --out FOLDER | cin --year 2026 --out FILE.xml [--as-at DAY] | annex-a --date 2026-03-31 --out FILE.xlsx',
  does: 'Makes a return from the record as it stands, or as it was known on a day: SSDA903 as CSV files and XML, the children in need census as XML, checked by the department’s rules; Annex A as a workbook of its eleven lists.',
  async run({ ownerUrl, words, print }) {
    const { words: [named = '', ...more], options } = said(words, ['year', 'out', 'as-at', 'date'], usage)
    const [out, what] = [options.get('out'), kinds[named]]
    if (!what || more.length > 0 || !out || options.has(what === 'annexA' ? 'year' : 'date')) throw new StartFault(usage)
    const option = what === 'annexA' ? 'date' : 'as-at'
    const asAt = options.get(option)
    if ((asAt === undefined && what === 'annexA') || (asAt !== undefined && !isPlainDate(asAt))) throw new StartFault(`Write the day of --${option} as 2026-03-31.`)
    if (what === 'annexA' && asAt && asAt > systemClock.today()) throw new StartFault('The day of --date has not come yet. Name today or an earlier day.')
    const year = what === 'annexA' ? Number(asAt?.slice(0, 4)) : coveredYear(options.get('year'), years[what], '--year')
    const place = placeFor(what, out)
    await migrate(ownerUrl)
    const ways: Ways = { jobs: openPool(await jobsUrl(ownerUrl), 1), reports: openPool(await reportsUrl(ownerUrl), 1), documents: documentsFrom(process.env) }
    try {
      const id = await beginReturn(ways, what, year, asAt)
      const shown = progress('Children kept')
      const counts = await makeReturn(ways, id, systemClock, (done, whole) => shown.at(done, whole))
      shown.end()
      if (!counts) throw new StartFault('The return could not be made. Start it again.')
      for (const { name, text, bytes } of await madeFiles(ways, id)) writeFileSync(place(name), bytes ?? text, { mode: 0o600 })
      if (what === 'annexA') print(listsInWords(counts))
      else print(`${counts.children.toLocaleString('en-GB')} children, ${Object.values(counts.rows).reduce((sum, rows) => sum + rows, 0).toLocaleString('en-GB')} rows. The rules of ${year} found ${counts.errors.toLocaleString('en-GB')} errors and ${counts.queries.toLocaleString('en-GB')} queries: under Returns each leads to its children.`)
      if (counts.authority === unknownAuthority) print('The council has not said its number at the department (Settings, Your council): the header says 000.')
    } finally {
      await Promise.all([ways.jobs.end(), ways.reports.end()])
    }
  },
}
