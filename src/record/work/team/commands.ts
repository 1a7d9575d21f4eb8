import { Type } from '@sinclair/typebox'
import { Id, optional, shape } from '../../../kernel/shape.ts'
import { command } from '../../access/act.ts'
import { allocateWork, itemFor, peopleOfItem } from '../register.ts'

/** Hands pieces of work to a worker, one or several at once: all or nothing, and the history keeps who had them before. */
export const giveWork = command('work.give', shape({ items: Type.Array(Id, { minItems: 1, maxItems: 100 }), workerId: Id, teamId: optional(Id), reason: optional(Type.String({ maxLength: 500 })) }), {
  may: 'work.allocate',
  people: async ({ items }, db) => [...new Set((await Promise.all(items.map((id) => peopleOfItem(db, id)))).flat())],
  run: async (asking, { items, workerId, teamId, reason }) => {
    const moved: string[] = []
    for (const id of items) {
      const item = await itemFor(asking, id)
      await allocateWork(asking, id, { teamId: teamId ?? item.teamId, workerId, reason })
      moved.push(...item.people.map((person) => person.id))
    }
    const people = [...new Set(moved)]
    return { answer: { items: items.length }, happened: people.length > 0 ? [{ kind: 'work.allocated', people, on: asking.today, subject: { kind: 'actor', id: workerId } }] : [] }
  },
})
