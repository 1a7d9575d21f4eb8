import type pg from 'pg'
import { inTransaction } from '../../../platform/db/pool.ts'
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

/**
 * Keeps everybody filed for search who was written without a command (an import, the demonstration council), and compares who was filed with the others:
 * a little every few seconds, so that nobody waits for it. What fails is tried again the next time. @returns what ends it
 */
export function keepFiled(pool: pg.Pool, everyMs = 4_000): () => Promise<void> {
  let running: Promise<unknown> | undefined
  const timer = setInterval(() => {
    running ??= fileAllDue(pool).then(() => compareNext(pool)).catch(() => undefined).finally(() => { running = undefined })
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
