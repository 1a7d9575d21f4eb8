import type pg from 'pg'
import { setTimeout as wait } from 'node:timers/promises'
import { shape } from '../../../kernel/shape.ts'
import { ticks } from '../../../platform/clock.ts'
import { inTransaction } from '../../../platform/db/pool.ts'
import { job } from '../../../platform/jobs/model.ts'
import { probesFor, reasonsOf } from '../matching/keys.ts'
import { score } from '../matching/score.ts'
import { probablySame } from '../search/model.ts'
import { describedFrom } from '../search/rules.ts'
import { fileAllDue } from '../search/store.ts'
import * as store from './store.ts'

/**
 * Compares the next people who were filed with all others, and keeps the pairs that are probably one person. Runs outside of anybody's request.
 * @returns how many were compared
 */
export async function compareNext(pool: pg.Pool, most = 40): Promise<number> {
  return inTransaction(pool, 'begin', async (db) => {
    const due = await store.toCompare(db, most)
    for (const { person_id: who, described } of due) {
      const wanted = describedFrom(described)
      const probes = probesFor(wanted)
      const alone = { ...wanted, addresses: [], nhsNumber: null, upn: null, formerUpns: [], localIds: [] }
      const pairs = (await store.alike(db, who, probes)).map((other) => {
        const known = { names: other.names, bornOn: other.born_on, bornEstimated: other.born_about !== null && other.born_about !== 'day', addresses: [] }
        return { other: other.person_id, ...score(alone, known, reasonsOf(probes, other.matched)) }
      })
      await store.keepAlike(db, who, pairs.filter((pair) => pair.score >= probablySame).map(({ other, score, reasons }) => ({ other, score, reasons })))
    }
    return due.length
  })
}

/** Files and compares everybody who is due, to the end: after an import, so that its account can say who may be known already. */
export async function compareAllDue(pool: pg.Pool, tell: (compared: number) => void = () => undefined): Promise<void> {
  await fileAllDue(pool)
  for (let [now, compared] = [1, 0]; now > 0; compared += now, tell(compared)) now = await compareNext(pool)
}

/** Keeps everybody filed for search who was written without a command: an import, the demonstration council. */
export const filePeople = job('people.file', {
  title: 'People filed for search', does: 'Files everybody who was added or changed by an import, so that they are found.',
  schema: shape({}), prompt: true, when: { whenever: (db) => store.filingWaits(db) },
  run: async ({ pool }) => ({ did: `${await fileAllDue(pool)} filed` }),
})

/** Compares who was filed with the others, some forty at a time, until nobody waits. */
export const comparePeople = job('people.compare', {
  title: 'Possible duplicates looked for', does: 'Compares everybody who is new or changed with the others, for the records team.',
  schema: shape({}), prompt: true, when: { whenever: (db) => store.comparingWaits(db) },
  run: async ({ pool, stopping }) => {
    let compared = 0
    for (let now = 1; now > 0; compared += now) {
      if (stopping()) return { did: `${compared} compared`, more: true }
      const began = ticks()
      now = await compareNext(pool)
      // After an import or a large demonstration it goes on for minutes: the requests of people come first.
      await wait(ticks() - began)
    }
    return { did: `${compared} compared` }
  },
})
