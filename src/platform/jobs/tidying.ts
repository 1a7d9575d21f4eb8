import { shape } from '../../kernel/shape.ts'
import { dbOf } from '../db/pool.ts'
import { job } from './model.ts'
import { forgetDone } from './store.ts'

/** What the background did is shown for a fortnight; the audit keeps it for good. */
export const forgetOldJobs = job('jobs.forget', {
  title: 'Old background work forgotten', does: 'Removes what was done more than 14 days ago from this page. The audit keeps it.',
  schema: shape({}), when: { at: '03:50' },
  run: async ({ pool }) => ({ did: `${await forgetDone(dbOf({ query: pool.query.bind(pool) }), 14)} removed` }),
})
