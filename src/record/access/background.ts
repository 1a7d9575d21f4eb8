import { Type } from '@sinclair/typebox'
import { notFound } from '../../kernel/errors.ts'
import { Id, shape } from '../../kernel/shape.ts'
import type { Job } from '../../platform/jobs/model.ts'
import { addJob } from '../../platform/jobs/store.ts'
import { command, query } from './act.ts'
import * as store from './store/background.ts'

let plugged: readonly Job[] = []
/** The jobs of all modules, for their names and words. */
export const plugJobs = (jobs: readonly Job[]): void => { plugged = jobs }

export type Shown = store.ShownJob & Readonly<{ title: string }>

/** What is done in the background: what waits, is at work and failed, what was done last, and what somebody has to look at. */
export const background = query('background.show', shape({}), {
  may: 'council.configure',
  run: async ({ db }) => {
    const rows = await store.shownJobs(db, 40)
    const titled = rows.map((row): Shown => ({ ...row, title: plugged.find((one) => one.name === row.name)?.title ?? row.name }))
    return { jobs: titled, kinds: plugged.map(({ name, title, does }) => ({ name, title, does })), alerts: await store.openAlerts(db) }
  },
})

/** What failed is tried again now. */
export const tryJobAgain = command('background.tryAgain', shape({ id: Id }), {
  may: 'council.configure',
  people: () => [],
  run: async ({ db }, { id }) => {
    if ((await store.tryAgain(db, id)) === 0) return { problems: [{ question: 'id', problem: 'It is not waiting to be tried again: somebody was quicker, or it has been done.' }] }
    return { answer: { id } }
  },
})

/** Done now, beside its usual time. */
export const runJobNow = command('background.runNow', shape({ name: Type.String({ maxLength: 60 }) }), {
  may: 'council.configure',
  people: () => [],
  run: async ({ db }, { name }) => {
    const job = plugged.find((one) => one.name === name)
    if (!job) throw notFound('There is no background work of that name.')
    return { answer: { id: await addJob(db, job) } }
  },
})

/** Somebody has looked at it. */
export const closeAlert = command('background.closeAlert', shape({ id: Id }), {
  may: 'council.configure',
  people: () => [],
  run: async ({ db }, { id }) => ({ answer: { closed: await store.closeAlert(db, id) } }),
})
