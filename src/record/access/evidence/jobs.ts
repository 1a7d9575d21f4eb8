import { opening } from '../../../../content/words/audited.ts'
import { shape } from '../../../kernel/shape.ts'
import { dbOf } from '../../../platform/db/pool.ts'
import { job } from '../../../platform/jobs/model.ts'
import { counted } from '../../../platform/jobs/words.ts'
import { unusualFrom } from './model.ts'
import * as store from './store.ts'

/** Unusual viewing is listed weekly for review (access policy, rule 27): each night for the full weeks that were not looked through yet. */
export const findUnusual = job('access.findUnusual', {
  title: 'Unusual viewing, listed', does: 'Looks through who opened which records in the last full week, and lists for the privacy officer what is unusual.',
  schema: shape({}), when: { at: '03:40' },
  run: async ({ pool }) => {
    const { weeks, lines } = await store.findUnusual(dbOf({ query: pool.query.bind(pool) }), opening, unusualFrom)
    return { did: weeks === 0 ? 'No new week to look through' : `${counted(weeks, 'week')} looked through, ${counted(lines, 'line')} to review` }
  },
})

/** Whoever opens very many records is found within minutes, slowed down, and shown to the privacy officer. */
export const findMany = job('access.findMany', {
  title: 'Very many records opened', does: 'Looks whether an account opened more different records within an hour or a day than the council’s measure, tells the privacy officer, and slows the account down.',
  schema: shape({}), when: { everyMinutes: 5 },
  run: async ({ pool }) => {
    const found = await store.findMany(dbOf({ query: pool.query.bind(pool) }), opening)
    return { did: found === 0 ? 'Nobody' : `${counted(found, 'account')} to look at` }
  },
})
