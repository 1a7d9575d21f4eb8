import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { dayInWords, dayOf, moment, timeOf } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { systemClock } from '../clock.ts'
import { migrate } from '../db/migrate.ts'
import { dbOf, openPool } from '../db/pool.ts'
import { documentsFrom } from '../documents.ts'
import { appUrl, jobsUrl, reportsUrl } from '../db/roles.ts'
import type { LineCommand } from '../start/commandLine.ts'
import { StartFault } from '../start/fault.ts'
import type { Job } from './model.ts'
import { mostTries } from './rules.ts'
import { runnerOf } from './runner.ts'
import * as store from './store.ts'

/** `jobs`, and `jobs run NAME`. */
export const jobsLine = (jobs: readonly Job[], plug: () => void = () => undefined): LineCommand => ({
  name: 'jobs',
  takes: '[run NAME]',
  does: 'Shows the background work: what waits, is at work, failed and was done; run: does one now.',
  async run({ ownerUrl, words, print }) {
    const [what, wanted] = words
    if (what !== undefined && what !== 'run') throw new StartFault('Say npm run kith -- jobs, or npm run kith -- jobs run NAME.')
    const job = jobs.find((one) => one.name === wanted)
    if (what === 'run' && !job) throw new StartFault(`Say which: ${jobs.map((one) => one.name).join(', ')}.`)
    await migrate(ownerUrl)
    plug()
    const [pool, reports, app] = [openPool(await jobsUrl(ownerUrl), 3), openPool(await reportsUrl(ownerUrl), 1), openPool(await appUrl(ownerUrl), 1)]
    try {
      if (job) print(await runNow(pool, reports, app, job))
      else for (const line of listing(jobs, await store.openAndLast(dbOf({ query: pool.query.bind(pool) }), 20))) print(line)
    } finally {
      await Promise.all([pool.end(), reports.end(), app.end()])
    }
  },
})

/** Adds it and does it, unless a server that is running is quicker. @returns what came of it */
async function runNow(pool: pg.Pool, reports: pg.Pool, app: pg.Pool, job: Job): Promise<string> {
  const db = dbOf({ query: pool.query.bind(pool) })
  const id = newId()
  await store.addByHand(db, id, job.name)
  const { when: _, ...once } = job
  await runnerOf(pool, [once], systemClock, reports, documentsFrom(process.env), app).round()
  for (let patience = 1_200; patience > 0; patience--) {
    const now = await store.outcomeOf(db, id)
    if (now?.state === 'done') return `${job.title}: ${now.did ?? ''}.`
    if (now?.problem) throw new StartFault(`${job.title}: could not be done. ${now.problem}. It is tried again by itself, when the server runs.`)
    await wait(500)
  }
  return `${job.title}: at work still. npm run kith -- jobs shows what comes of it.`
}

const when = (at: string) => `${dayInWords(dayOf(moment(at)))} ${timeOf(moment(at))}`
const groups = [['Could not be done', 'failed'], ['At work', 'running'], ['To come', 'waiting'], ['Done last', 'done']] as const

function listing(jobs: readonly Job[], rows: readonly store.Listed[]): string[] {
  if (rows.length === 0) return ['Nothing yet: the first turns come when the server runs.']
  const width = Math.max(...rows.map((row) => row.name.length))
  return groups.flatMap(([title, state]) => {
    const these = rows.filter((row) => row.state === state)
    const lineOf = (row: store.Listed) => `  ${row.name.padEnd(width)}  ${when(row.state === 'done' ? (row.endedAt ?? row.dueAt) : row.dueAt)}  ${jobs.find((one) => one.name === row.name)?.title ?? row.name}${row.did ? `: ${row.did}` : ''}${row.problem ? `. ${row.problem}; tried ${row.tries} of ${mostTries} times` : ''}`
    return these.length === 0 ? [] : [`${title}:`, ...these.map(lineOf)]
  })
}
