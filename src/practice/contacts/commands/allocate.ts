import { conflict, notFound } from '../../../kernel/errors.ts'
import { Type } from '@sinclair/typebox'
import { Id, optional, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { workOfSubject } from '../../../record/work/queries.ts'
import { allocateWork, finishWork, itemFor, peopleOfItem } from '../../../record/work/register.ts'
import * as store from '../store/decisions.ts'
import { allocateTo } from './allocating.ts'
import { openAgain } from './change.ts'

async function stepFor(asking: Asking, itemId: string): Promise<Readonly<{ item: WorkItem; referralId: string }>> {
  const item = await itemFor(asking, itemId)
  if (item.kind !== 'allocation' || !item.subjectId) throw notFound('We could not find that referral.')
  if (item.state === 'done' || item.state === 'cancelled') throw conflict('Somebody has done this already. Look at the list again.')
  return { item, referralId: item.subjectId }
}

/** A referral is given to a worker of a team, or passed to another team that allocates it. Late, it asks why; any true reason is fine. */
export const allocateReferral = command('contacts.allocate', shape({ itemId: Id, teamId: Id, workerId: optional(Id), reason: optional(Type.String({ maxLength: 500 })) }), {
  may: 'work.allocate',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, teamId, workerId, reason }) => {
    const { item, referralId } = await stepFor(asking, itemId)
    const people = item.people.map((one) => one.id)
    if (!workerId) {
      if (teamId === item.teamId) return { problems: [{ question: 'taker', problem: 'It is with this team already. Choose a worker.' }] }
      await allocateWork(asking, itemId, { teamId, workerId: null, reason })
      return { answer: { itemId }, happened: [{ kind: 'referral.passedOn', people, on: asking.today, at: asking.now, subject: { kind: 'work', id: itemId } }] }
    }
    if (item.dueOn && asking.today > item.dueOn && !reason?.trim()) return { problems: [{ question: 'lateReason', problem: 'Choose why it is later than one working day. Any true reason is fine.' }] }
    return { answer: { itemId }, happened: await allocateTo(asking, { id: itemId, referralId, children: people }, { teamId, workerId }, reason) }
  },
})

/** The team does not take it: with the reason it goes back to the front door, where the contact is decided again. Its clocks stop, neither met nor missed. */
export const returnReferral = command('contacts.returnReferral', shape({ itemId: Id, reason: Words(1000) }), {
  may: 'work.allocate',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, reason }) => {
    const { item, referralId } = await stepFor(asking, itemId)
    const contactId = await store.contactOfReferral(asking.db, referralId)
    if (!contactId) return { problems: [{ question: 'comment', problem: 'This referral came from another system, without a contact to go back to. Pass it to another team instead.' }] }
    const happened = await openAgain(asking, contactId, reason.trim())
    await finishWork(asking, item.id, { outcome: 'notAccepted', reason: reason.trim(), clocks: 'stopped' })
    const decision = (await workOfSubject(asking, contactId)).find((one) => one.kind === 'contactDecision')
    return { answer: { contactId, itemId: decision?.id ?? null }, happened: [{ kind: 'referral.returned', people: item.people.map((one) => one.id), on: asking.today, at: asking.now, subject: { kind: 'work', id: item.id } }, ...happened] }
  },
})
