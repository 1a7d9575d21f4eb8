import { Type } from '@sinclair/typebox'
import { Id, optional, shape } from '../../../kernel/shape.ts'
import { command } from '../../access/act.ts'
import type { Asking, Happening } from '../../access/model.ts'
import type { WorkItem } from '../model.ts'
import { allocateWork, itemFor, peopleOfItem } from '../register.ts'
import { giverOf, type GivenTo } from './giving.ts'

async function move(asking: Asking, item: WorkItem, to: GivenTo): Promise<Readonly<{ happened: readonly Happening[] }>> {
  await allocateWork(asking, item.id, to)
  return { happened: [{ kind: 'work.allocated', people: item.people.map((person) => person.id), on: asking.today, subject: { kind: 'actor', id: to.workerId } }] }
}

/** Hands pieces of work to a worker, one or several at once: all or nothing, and the history keeps who had them before. What waits for a worker as a step of its pathway is allocated by it. */
export const giveWork = command('work.give', shape({ items: Type.Array(Id, { minItems: 1, maxItems: 100 }), workerId: Id, teamId: optional(Id), reason: optional(Type.String({ maxLength: 500 })) }), {
  may: 'work.allocate',
  people: async ({ items }, db) => [...new Set((await Promise.all(items.map((id) => peopleOfItem(db, id)))).flat())],
  run: async (asking, { items, workerId, teamId, reason }) => {
    const happened: Happening[] = []
    for (const id of items) {
      const item = await itemFor(asking, id)
      if (item.state === 'done' || item.state === 'cancelled') return { problems: [{ question: 'items', problem: 'One of these is finished meanwhile. Look at the list again.' }] }
      const to = { teamId: teamId ?? item.teamId, workerId, reason }
      const given = await (giverOf(item.kind)?.give(asking, item, to) ?? move(asking, item, to))
      if ('problems' in given) return given
      happened.push(...given.happened)
    }
    return { answer: { items: items.length }, happened }
  },
})
