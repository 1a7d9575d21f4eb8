import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { neighbourFile } from '../../../../content/returns/statistics/measures.ts'
import { migrate } from '../../../platform/db/migrate.ts'
import { dbOf, openPool } from '../../../platform/db/pool.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { publishedFiles, readNeighbours, readPublished, readRegions } from './published.ts'
import * as store from './store.ts'

/** `statistics FOLDER`: takes in the department's published files, so that the year stands beside neighbours and England. Twice is once. */
export const statisticsLine: LineCommand = {
  name: 'statistics',
  takes: 'FOLDER',
  does: 'Takes in the department’s published statistics (CSV files of Explore Education Statistics), so that our year stands beside statistical neighbours, the region and England.',
  async run({ ownerUrl, words: [folder, ...more], print }) {
    if (!folder || more.length > 0) throw new StartFault('Say where the files are: npm run kith -- statistics FOLDER')
    const place = resolve(process.env['INIT_CWD'] ?? '.', folder)
    if (!existsSync(place) || !statSync(place).isDirectory()) throw new StartFault(`There is no folder ${folder}.`)
    const there = publishedFiles.filter((name) => existsSync(join(place, name)))
    if (there.length === 0) throw new StartFault(`None of the files that Kith reads is in ${folder}: ${publishedFiles.join(', ')}.`)
    await migrate(ownerUrl)
    const pool = openPool(ownerUrl, 1)
    const db = dbOf({ query: pool.query.bind(pool) })
    try {
      for (const name of there) {
        const text = readFileSync(join(place, name), 'utf8')
        if (name === neighbourFile) {
          const rows = readNeighbours(text)
          await store.takeNeighbours(db, rows)
          print(`${name}: ${rows.length.toLocaleString('en-GB')} neighbours.`)
          continue
        }
        const rows = readPublished(name, text)
        await store.takePublished(db, rows)
        await store.takeRegions(db, readRegions(text))
        print(`${name}: ${rows.length.toLocaleString('en-GB')} numbers.`)
      }
      const missing = publishedFiles.filter((name) => !there.includes(name))
      if (missing.length > 0) print(`Not there, and left as they were: ${missing.join(', ')}.`)
    } finally {
      await pool.end()
    }
  },
}
