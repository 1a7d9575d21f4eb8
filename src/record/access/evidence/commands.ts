import { Type } from '@sinclair/typebox'
import { Id, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../act.ts'
import { changeSetting } from '../council.ts'
import * as store from './store.ts'

/** The privacy officer looked at a line of unusual viewing; what they found out is kept. Their own viewing is for another one. */
export const reviewUnusual = command('access.reviewUnusual', shape({ id: Id, note: Words(2000) }), {
  may: 'audit.read',
  people: () => [],
  run: async ({ db }, { id, note }) =>
    ((await store.reviewUnusual(db, id, note.trim())) === 0 ? { problems: [{ question: 'id', problem: 'This line was looked at already, or is about your own viewing.' }] } : { answer: {} }),
})

/** The privacy officer looked at an account that opened very many records: it is not slowed any more. */
export const reviewMany = command('access.reviewMany', shape({ id: Id, note: Words(2000) }), {
  may: 'audit.read',
  people: () => [],
  run: async ({ db }, { id, note }) => ((await store.reviewMany(db, id, note.trim())) === 0 ? { problems: [{ question: 'id', problem: 'This was looked at already, or is about your own account.' }] } : { answer: {}, why: note.trim() }),
})

/** From how many different records within an hour, and within a day, the privacy officer is told. */
export const setManyOpened = command('access.setManyOpened', shape({ hour: Type.Integer({ minimum: 5, maximum: 10_000, problem: 'Write a number from 5.' }), day: Type.Integer({ minimum: 10, maximum: 100_000, problem: 'Write a number from 10.' }) }), {
  may: 'council.configure',
  people: () => [],
  run: async ({ db, actor }, { hour, day }) => {
    if (day < hour) return { problems: [{ question: 'day', problem: 'A day holds at least as many as an hour.' }] }
    await changeSetting(db, 'access.manyOpened', { hour, day }, actor.id)
    return { answer: { hour, day } }
  },
})
