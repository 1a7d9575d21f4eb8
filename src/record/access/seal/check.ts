import type pg from 'pg'
import { inTransaction, type Db } from '../../../platform/db/pool.ts'
import { asText, beginning, digestLength, digestOf, hashOf, isSignedBy, signingKey } from './chain.ts'
import type { Checkpoint, Finding, Seal } from './model.ts'
import * as store from './store.ts'

/** What was looked at and what was found. `waiting`: events that are not sealed yet though they are older than five seconds, because no server runs. */
export type Checked = Readonly<{ events: number; seals: number; checkpoints: number; waiting: number; findings: readonly Finding[] }>

const sealsAtOnce = 200
// An event is written at the end of its request: longer than this between the two, while seals came before it, says that its time was made up.
const mostSecondsToSeal = 60
const seconds = (at: string): number => Date.parse(at.replace(/(\.\d{3})\d*Z$/, '$1Z')) / 1000

/** Walks the whole chain and reads every event again. `secrets`: of the keys that sealed it. Memory does not grow with the audit, except by what is found. */
export async function checkAudit(pool: pg.Pool, secrets: readonly Buffer[], checkpoints: readonly Checkpoint[]): Promise<Checked> {
  const shown = secrets.map((secret) => signingKey(secret).shown)
  const ours = new Set(shown.map(asText))
  // One snapshot: what is sealed meanwhile belongs to the next check.
  return inTransaction(pool, 'begin isolation level repeatable read, read only', async (db) => {
    const findings: Finding[] = []
    const find = (kind: Finding['kind'], words: string) => void findings.push({ kind, words })
    const byNumber = new Map(checkpoints.map((end) => [end.number, end]))
    let before: Seal | undefined
    let events = 0
    for (;;) {
      const seals = await store.sealsFrom(db, (before?.number ?? 0) + 1, sealsAtOnce)
      if (seals.length === 0) break
      const written = new Map((await store.eventsOf(db, seals.flatMap((seal) => [...seal.events]))).map((event) => [event.id, event]))
      for (const seal of seals) {
        if (seal.number !== (before?.number ?? 0) + 1) find('missing', `Seals ${(before?.number ?? 0) + 1} to ${seal.number - 1} are not there.`)
        if (!hashOf(before?.hash ?? beginning, seal).equals(seal.hash)) find('broken', `Seal ${seal.number} of ${seal.sealedAt} does not follow from what it says and from the seal before it.`)
        if (!shown.some((key) => isSignedBy(key, seal))) find('forged', `Seal ${seal.number} of ${seal.sealedAt} is not signed with a key of this council.`)
        const noted = byNumber.get(seal.number)
        if (noted && noted.hash !== seal.hash.toString('base64')) find('forged', `Seal ${seal.number} of ${seal.sealedAt} is another one than the checkpoint noted outside.`)
        seal.events.forEach((id, i) => {
          const event = written.get(id)
          if (!event) find('deleted', `Event ${id}, sealed ${seal.sealedAt}, is not there any more.`)
          else if (!digestOf(event).equals(seal.digests.subarray(i * digestLength, (i + 1) * digestLength))) find('changed', `Event ${id}, sealed ${seal.sealedAt}, was changed since.`)
          else if (before && seconds(before.sealedAt) - seconds(event.at) > mostSecondsToSeal) find('antedated', `Event ${id} says that it is of ${event.at}, and was not there when later ones were sealed.`)
        })
        events += seal.events.length
        before = seal
      }
    }
    await checkEnd(db, before, checkpoints, find)
    for (const end of checkpoints) if (!ours.has(end.key)) find('forged', `The checkpoint of ${end.sealedAt} was signed with another key.`)
    return { events, seals: before?.number ?? 0, checkpoints: checkpoints.length, waiting: await store.waitingLonger(db, before?.upto ?? 0, 5), findings }
  })
}

async function checkEnd(db: Db, last: Seal | undefined, checkpoints: readonly Checkpoint[], find: (kind: Finding['kind'], words: string) => void): Promise<void> {
  const end = checkpoints.toSorted((a, b) => b.number - a.number)[0]
  if (end && end.number > (last?.number ?? 0)) find('cutOff', `The audit ends at seal ${last?.number ?? 0}; the checkpoint of ${end.sealedAt} noted seal ${end.number} outside.`)
  if (!last) return
  const awaited = new Set(last.awaited)
  for (const { id, at } of await store.unsealedBelow(db, last.upto)) {
    if (!awaited.has(id)) find('inserted', `Event ${id} says that it is of ${at}, and was put in after its neighbours were sealed.`)
  }
}
