import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Caller } from '../../../record/access/act.ts'
import { findings } from './queries.ts'
import type { Reconciliation } from './reconciliation.ts'

/** The account as JSON, with every finding of the file and not only the first lines of each kind. Written as it is read, a page at a time. */
async function* reportText(caller: Caller, importId: string, account: Reconciliation): AsyncGenerator<string> {
  const { findings: groups, ...head } = account
  yield `${JSON.stringify({ ...head, kinds: groups }, null, 1).slice(0, -2)},\n "findings": [`
  let [child, place, separator] = [-1, -1, '\n']
  for (;;) {
    const page = await findings.perform(caller, { importId, child, place })
    const rows = 'done' in page ? page.done : []
    for (const row of rows) {
      yield `${separator}  ${JSON.stringify(row)}`
      separator = ',\n'
      child = row.child
      place = row.place
    }
    if (rows.length === 0) break
  }
  yield '\n ]\n}\n'
}

/** Writes the whole account into the folder. @returns the path of the file */
export async function writeReport(caller: Caller, importId: string, account: Reconciliation, folder: string): Promise<string> {
  const path = join(folder, `cin-${account.header.year.year}-${account.sha256.slice(0, 12)}.json`)
  await pipeline(Readable.from(reportText(caller, importId, account)), createWriteStream(path))
  return path
}
