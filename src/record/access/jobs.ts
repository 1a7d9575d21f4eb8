import { shape } from '../../kernel/shape.ts'
import { dbOf } from '../../platform/db/pool.ts'
import { job, type Bench } from '../../platform/jobs/model.ts'
import { counted } from '../../platform/jobs/words.ts'
import * as store from './store/background.ts'

const dbFrom = ({ pool }: Bench) => dbOf({ query: pool.query.bind(pool) })

/** Who may see whom is kept by triggers; every night it is compared with its sources. A difference is put right at once, and somebody has to look how it came. */
export const compareSight = job('access.compareSight', {
  title: 'Who may see whom, compared', does: 'Compares who may see whom with the reasons for it. What differs is put right, and shown here.',
  schema: shape({}), when: { at: '02:30' },
  run: async (bench) => {
    const { differed, people, staff } = await store.mendScope(dbFrom(bench))
    if (differed === 0) return { did: 'Nothing differed' }
    const words = `${counted(differed, 'line')} of who may see whom differed from the reasons for it, for ${counted(people, 'person on record', 'people on record')} and ${counted(staff, 'account')}. All were put right at once. This should not happen: tell those who look after Kith.`
    return { did: `${counted(differed, 'line')} put right`, alert: { kind: 'scopeDiffered', words } }
  },
})

/** Keys that make a repeat harmless are kept for 90 days (design brief, section 3.5). */
export const wipeAnswered = job('access.wipeAnswered', {
  title: 'Answers kept for repeats, wiped', does: 'Removes the answers that are kept so that a command sent twice is done once, after 90 days.',
  schema: shape({}), when: { at: '03:10' },
  run: async (bench) => ({ did: `${counted(await store.wipeAnswered(dbFrom(bench), 90), 'answer')} removed` }),
})

/** A session that is over opens nothing; a day later its row goes too. */
export const wipeSessions = job('access.wipeSessions', {
  title: 'Ended sessions, removed', does: 'Removes sessions that ended more than a day ago. Who did what stays in the audit.',
  schema: shape({}), when: { everyMinutes: 60 },
  run: async (bench) => ({ did: `${counted(await store.wipeSessions(dbFrom(bench), 1), 'session')} removed` }),
})
