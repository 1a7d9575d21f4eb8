import { conflict, notFound } from '../../../kernel/errors.ts'
import { Id, optional, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import { workOfSubject } from '../../../record/work/queries.ts'
import { cancelWork, finishWork, itemFor, leaveWork, peopleOfItem, reopenWork } from '../../../record/work/register.ts'
import type { Db } from '../../../platform/db/pool.ts'
import * as store from '../store/contacts.ts'

const Why = shape({ contactId: Id, reason: Words(1000) })
/** Everybody on a contact, for the `people` of a command. @throws NotFound */
export const peopleOfContact = async ({ contactId }: { contactId: string }, db: Db): Promise<string[]> => {
  const people = (await store.peopleOn(db, contactId)).map((one) => one.personId)
  if (people.length === 0) throw notFound('We could not find that contact.')
  return people
}
const happened = (asking: Asking, kind: string, people: readonly string[], contactId: string): Happening[] => [{ kind, people, on: asking.today, at: asking.now, subject: { kind: 'contact', id: contactId } }]
export const stillOpen = (state: string) => state === 'open' || state === 'waiting' || state === 'returned'

/** Opens a contact for a new decision. What was decided stays readable and holds until then. */
export async function openAgain(asking: Asking, contactId: string, reason: string): Promise<Happening[]> {
  if (!(await store.changeState(asking.db, contactId, ['decided', 'cancelled'], 'open', reason))) throw conflict('This contact is open already.')
  const work = (await workOfSubject(asking, contactId)).find((item) => item.kind === 'contactDecision')
  if (work && !stillOpen(work.state)) await reopenWork(asking, work.id, reason)
  return happened(asking, 'contact.reopened', (await store.peopleOn(asking.db, contactId)).map((one) => one.personId), contactId)
}

/** A decided contact can be decided again, a cancelled one taken up again: with a reason. */
export const reopenContact = command('contacts.reopen', Why, {
  may: 'contact.decide',
  people: peopleOfContact,
  run: async (asking, { contactId, reason }) => ({ answer: {}, happened: await openAgain(asking, contactId, reason) }),
})

/** A contact that was recorded by mistake, twice, or for another council. It stays readable with its reason. */
export const cancelContact = command('contacts.cancel', Why, {
  may: 'contact.record',
  people: peopleOfContact,
  run: async (asking, { contactId, reason }) => {
    if (!(await store.changeState(asking.db, contactId, ['open'], 'cancelled', reason))) throw conflict('Only a contact that is not decided yet can be cancelled. Open it again to see what was decided.')
    for (const item of await workOfSubject(asking, contactId)) if (stillOpen(item.state)) await cancelWork(asking, item.id, reason)
    return { answer: {}, happened: happened(asking, 'contact.cancelled', (await store.peopleOn(asking.db, contactId)).map((one) => one.personId), contactId) }
  },
})

/** Ends one of the small pieces of work around a contact: told, read, passed on. Not told asks for a reason. */
export const finishTask = command('contacts.finishTask', shape({ itemId: Id, outcome: Words(40), reason: optional(Words(1000)) }), {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, outcome, reason }) => {
    const item = await itemFor(asking, itemId)
    if (!['tellReferrer', 'tellFamily', 'newInformation', 'sealedMatch', 'earlyHelpRequest'].includes(item.kind)) throw notFound('We could not find that piece of work.')
    if (!stillOpen(item.state)) throw conflict('Somebody has done this already.')
    if (outcome === 'notTold' && !reason) return { problems: [{ question: 'reason', problem: 'Say why they are not told: anonymous, or telling would put somebody at risk.' }] }
    await finishWork(asking, itemId, { outcome, reason })
    await leaveWork(asking, itemId)
    return { answer: {}, happened: item.kind === 'tellReferrer' && outcome === 'told' && item.subjectId ? happened(asking, 'referrer.told', item.people.map((person) => person.id), item.subjectId) : [] }
  },
})
