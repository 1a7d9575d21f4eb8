import { Id, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../act.ts'
import * as store from './store.ts'

/** The privacy officer looked at a line of unusual viewing; what they found out is kept. Their own viewing is for another one. */
export const reviewUnusual = command('access.reviewUnusual', shape({ id: Id, note: Words(2000) }), {
  may: 'audit.read',
  people: () => [],
  run: async ({ db }, { id, note }) =>
    ((await store.reviewUnusual(db, id, note.trim())) === 0 ? { problems: [{ question: 'id', problem: 'This line was looked at already, or is about your own viewing.' }] } : { answer: {} }),
})
