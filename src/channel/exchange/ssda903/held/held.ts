import { conflict, notFound } from '../../../../kernel/errors.ts'
import { Id, OneOf, shape, Words } from '../../../../kernel/shape.ts'
import { command, query } from '../../../../record/access/act.ts'
import { cardsOf } from '../../../../record/people/queries.ts'
import { workOfSubject } from '../../../../record/work/queries.ts'
import { finishWork } from '../../../../record/work/register.ts'
import * as store from './store.ts'

const gone = 'We could not find what waits here.'

/** What a return tells of a marked person, for whoever may see that person. */
export const heldReturn = query('returns.held', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const held = await store.heldById(asking.db, id)
    const card = held && (await cardsOf(asking, [held.personId])).get(held.personId)
    if (!held || !card) throw notFound(gone)
    asking.saw([held.personId])
    return { held, card }
  },
})

/** Somebody who may write about the person takes it into the record, or says that it is not theirs. */
export const decideHeld = command('returns.decideHeld', shape({ id: Id, decision: OneOf(['take', 'refuse']), reason: Words(1000) }), {
  may: 'record.write',
  people: async ({ id }, db) => {
    const held = await store.heldById(db, id)
    if (!held) throw notFound(gone)
    return [held.personId]
  },
  run: async (asking, { id, decision, reason }) => {
    if (!(await store.settle(asking.db, id, decision === 'take', reason.trim()))) throw conflict('Somebody has decided on this meanwhile, or the numbers by which the child was found are no longer on the record.')
    for (const item of await workOfSubject(asking, id)) if (item.state === 'open') await finishWork(asking, item.id, { outcome: decision === 'take' ? 'taken' : 'refused' })
    return { answer: { id }, why: reason.trim() }
  },
})
