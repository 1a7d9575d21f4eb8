import { shape } from '../../kernel/shape.ts'
import { dbOf } from '../../platform/db/pool.ts'
import { job } from '../../platform/jobs/model.ts'
import { counted } from '../../platform/jobs/words.ts'
import { wipeDrafts } from './store/wiping.ts'

/** Unsent contacts that nobody touched for 90 days. A contact that was sent, and a half-written assessment, are records and stay. */
export const wipeOldDrafts = job('contacts.wipeDrafts', {
  title: 'Unsent contacts, wiped', does: 'Removes contacts that were begun, never sent, and not touched for 90 days.',
  schema: shape({}), when: { at: '03:00' },
  run: async ({ pool }) => ({ did: `${counted(await wipeDrafts(dbOf({ query: pool.query.bind(pool) }), 90), 'unsent contact')} removed` }),
})
