import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { newId } from '../../kernel/ids.ts'
import type { Clock } from '../clock.ts'
import { dbOf, inTransaction } from '../db/pool.ts'
import { unsealed, type Documents } from '../documents.ts'
import type { Job } from './model.ts'
import { faultOf, mostTries, nextTurn, pauseAfter } from './rules.ts'
import * as store from './store.ts'

/** What runs the jobs of one server, one after the other. `pool`: connections as the role of jobs. */
export type Runner = Readonly<{
  /** Adds the turns that are next and what waits, and does everything that is due. @returns how many jobs were begun */
  round: () => Promise<number>
  /** Lets the job at work finish for so many milliseconds, else hands it back, and ends. */
  stop: (patienceMs?: number) => Promise<void>
}>

/** `rests`: nothing is begun while it says so. `told`: after each round, whether it went well. `reports`: connections as the role that reads everybody for a return; `app`: as the application. */
type Watched = Readonly<{ rests?: () => boolean; told?: (well: boolean) => void; reports?: pg.Pool; app?: pg.Pool; documents?: Documents }>

/** Runs jobs until it is stopped. Whatever happens to a round, the server goes on and the next round comes, later each time while it fails. */
export function startRunner(pool: pg.Pool, jobs: readonly Job[], clock: Clock, everyMs = 3_000, { rests, told, reports, app, documents }: Watched = {}): Runner {
  const runner = runnerOf(pool, jobs, clock, reports, documents, app)
  const ending = new AbortController()
  const loop = (async () => {
    let failed = 0
    while (!ending.signal.aborted) {
      await wait(Math.min(everyMs * 2 ** failed, 60_000), undefined, { signal: ending.signal, ref: false }).catch(() => undefined)
      if (ending.signal.aborted || rests?.()) continue
      failed = await runner.round().then(() => 0, () => failed + 1)
      told?.(failed === 0)
    }
  })()
  return {
    round: runner.round,
    stop: async (patienceMs) => {
      ending.abort()
      await runner.stop(patienceMs)
      await loop
    },
  }
}

/** The same without a clock of its own: the command line and tests say when. */
export function runnerOf(pool: pg.Pool, jobs: readonly Job[], clock: Clock, reports = pool, documents = unsealed, app = pool): Runner {
  const server = newId()
  const names = jobs.map((one) => one.name)
  const db = dbOf({ query: pool.query.bind(pool) })
  const added = new Map<string, string>()
  let stopping = false
  let atWork: Promise<void> | undefined
  let held: store.Taken | undefined

  const fill = async () => {
    for (const one of jobs) {
      if (!one.when) continue
      const turn = nextTurn(one.when, clock.now())
      if (turn && added.get(one.name) !== turn) {
        await store.addTurn(db, one.name, turn)
        added.set(one.name, turn)
      } else if ('whenever' in one.when && (await one.when.whenever(db))) await store.addForWaiting(db, one.name)
    }
  }

  const work = async (taken: store.Taken) => {
    const job = jobs.find((one) => one.name === taken.name)
    let lost = false
    const beat = setInterval(() => void store.stillHeld(db, taken.id, server).then((still) => { lost ||= !still }, () => undefined), store.leaseSeconds * 250)
    beat.unref()
    try {
      if (taken.tries > mostTries) throw new StoppedEachTime()
      const done = await job?.run({ pool, reports, app, documents, stopping: () => stopping || lost }, taken.input)
      if (!done || done.more) await store.handBack(db, taken.id, server)
      else await inTransaction(pool, 'begin', (inside) => store.finish(inside, taken, server, done))
    } catch (problem) {
      await store.fail(db, taken.id, server, faultOf(problem), pauseAfter(taken.tries))
    } finally {
      clearInterval(beat)
    }
  }

  const round = async () => {
    await fill()
    let begun = 0
    while (!stopping) {
      const taken = await store.takeNext(db, names, server)
      if (!taken) break
      begun++
      held = taken
      atWork = work(taken)
      await atWork.finally(() => { held = undefined; atWork = undefined })
    }
    return begun
  }

  const stop = async (patienceMs = 7_000) => {
    stopping = true
    const left = held
    if (!atWork || !left) return
    const over = await Promise.race([atWork.then(() => true, () => true), wait(patienceMs, false, { ref: false })])
    if (!over) await store.handBack(db, left.id, server)
  }
  return { round, stop }
}

/** The server ended each time while this was at work. */
class StoppedEachTime extends Error {}
