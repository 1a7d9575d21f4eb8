import { listKinds, listWords, rulesWithout, type ListKind } from '../../../oversight/returns/lists/model.ts'
import { placeReader, providerReader } from '../../../oversight/returns/lists/reading.ts'
import * as store from '../../../oversight/returns/lists/store.ts'
import { coveredYears } from '../../../oversight/returns/model.ts'
import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { migrate } from '../../../platform/db/migrate.ts'
import { dbOf, inTransaction, openPool } from '../../../platform/db/pool.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { listRows } from './lists903.ts'
import { said, thatExists } from './words.ts'

const usage = 'Say what to take in: npm run kith -- lists providers FILE.csv, or lists postcodes FILE.csv; with --authority CODE where the list calls our own authority otherwise than the department does. Alone, it says which lists are here.'
const isKind = (word: string | undefined): word is ListKind => listKinds.some((kind) => kind === word)
/** Rows that are written in one statement. */
const piece = 5_000

/** `lists providers FILE.csv`: takes in a list that rules of SSDA903 compare with, in place of the one before, or not at all. */
export const listsLine: LineCommand = {
  name: 'lists',
  takes: 'providers FILE.csv | postcodes FILE.csv [--authority CODE]',
  does: 'Takes in Ofsted’s list of providers, or postcodes with the authority they lie in, which rules of SSDA903 compare with: then they run each night, beside the field and on returns made from the record.',
  async run({ ownerUrl, words, print }) {
    const { words: [kind, named, ...more], options } = said(words, ['authority'], usage)
    if (more.length > 0 || (kind !== undefined && (!isKind(kind) || !named))) throw new StartFault(usage)
    const file = named === undefined ? undefined : thatExists(named, 'file').path
    await migrate(ownerUrl)
    const pool = openPool(ownerUrl, 1)
    try {
      if (isKind(kind) && file !== undefined) {
        const entries = await inTransaction(pool, 'begin', async (db) => {
          await store.emptyList(db, kind)
          for await (const rows of listRows<Parameters<typeof store.addToList>[2][number]>(file, kind === 'providers' ? providerReader() : placeReader())) {
            for (let at = 0; at < rows.length; at += piece) await store.addToList(db, kind, rows.slice(at, at + piece))
          }
          return store.endList(db, kind, options.get('authority'))
        })
        print(`${listWords[kind].title}: ${entries.toLocaleString('en-GB')} taken in.`)
      }
      const given = await store.listsGiven(dbOf({ query: pool.query.bind(pool) }))
      for (const one of listKinds) {
        const found = given.find((list) => list.kind === one)
        print(found ? `${listWords[one].title}: ${found.entries.toLocaleString('en-GB')}, of ${dayInWords(dayOf(moment(found.takenAt)))}.` : `${listWords[one].title}: not here. Not run without it: ${rulesWithout(listWords[one].need, coveredYears.ssda903.last).join(', ')}.`)
      }
    } finally {
      await pool.end()
    }
  },
}
