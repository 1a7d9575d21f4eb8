import { shape } from '../../kernel/shape.ts'
import { dbOf } from '../../platform/db/pool.ts'
import { job } from '../../platform/jobs/model.ts'
import { counted } from '../../platform/jobs/words.ts'
import { driftRule } from './queries.ts'
import * as store from './store.ts'

/** Which plans drift is told of one team as it stands; for a whole service it is worked out beforehand. */
export const lookForDrift = job('plans.lookForDrift', {
  title: 'Plans that drift, looked for', does: 'Goes through the last two reviews of every plan that runs, so that the board of a whole service can tell at once which of them drift.',
  schema: shape({}), when: { everyMinutes: 10 },
  run: async ({ pool }) => {
    const changed = await store.lookForDrift(dbOf({ query: pool.query.bind(pool) }), driftRule)
    return { did: changed === 0 ? 'Nothing changed' : `${counted(changed, 'plan')} changed` }
  },
})
