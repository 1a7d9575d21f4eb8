import { Value } from '@sinclair/typebox/value'
import { migrationsHere } from '../../../db/migrate.ts'
import { StartFault } from '../../fault.ts'
import { entriesOf, notWhole, tally, type Entry } from './archive.ts'
import { Opening, openingName, Sums, sumsName, tableOf } from './model.ts'

const read = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * Reads a whole archive before anything is changed: every table has the rows and the hash that its last file tells, and its form is that of this version.
 * @throws StartFault when it is not so
 */
export async function checked(archive: AsyncIterable<Buffer>): Promise<Sums> {
  const counted = new Map<string, ReturnType<typeof tally>>()
  let sums: unknown
  let opened = false
  for await (const { name, body } of entriesOf(archive)) {
    if (!opened) opened = expectForm({ name, body })
    const table = tableOf(name)
    if (table) {
      const so = counted.get(table) ?? tally()
      so.add(body)
      counted.set(table, so)
    }
    if (name === sumsName) sums = read(body)
  }
  if (!opened || !Value.Check(Sums, sums)) throw notWhole()
  for (const { name, rows, sha256 } of sums.tables) {
    const found = (counted.get(name) ?? tally()).sum()
    if (found.rows !== rows || found.sha256 !== sha256) throw notWhole()
  }
  if ([...counted.keys()].some((name) => !sums.tables.some((table) => table.name === name))) throw notWhole()
  return sums
}

function expectForm({ name, body }: Entry): true {
  const opening = read(body)
  if (name !== openingName || !Value.Check(Opening, opening)) throw new StartFault('The file is not a backup of a database by Kith. Nothing was changed. Use another one.')
  const here = migrationsHere()
  const same = opening.migrations.length === here.length && opening.migrations.every((each) => here.some(({ name, hash }) => name === each.name && hash === each.hash))
  if (same) return true
  throw new StartFault(`The backup was taken by another version of Kith: it ends with the step ${opening.migrations.at(-1)?.name}, this version with ${here.at(-1)?.name}. Restore it with that version; a newer one then brings it forward. Nothing was changed.`)
}
