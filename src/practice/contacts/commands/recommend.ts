import { conflict, notFound } from '../../../kernel/errors.ts'
import { Id, OneOf, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../../../record/access/act.ts'
import { outcomes } from '../model/recorded.ts'
import * as contacts from '../store/contacts.ts'
import * as store from '../store/recommendations.ts'

/** What the worker at the front door thinks should happen, for whoever decides. It is no decision; a newer one takes its place. */
export const recommendOutcome = command('contacts.recommend', shape({ contactId: Id, outcome: OneOf(outcomes), reason: Words(4000) }), {
  may: 'record.write',
  people: async ({ contactId }, db) => {
    const people = (await contacts.peopleOn(db, contactId)).map((one) => one.personId)
    if (people.length === 0) throw notFound('We could not find that contact.')
    return people
  },
  run: async (asking, { contactId, outcome, reason }) => {
    const contact = await contacts.contactById(asking.db, contactId)
    if (!contact) throw notFound('We could not find that contact.')
    if (contact.state !== 'open') throw conflict('Somebody has decided on this contact meanwhile. Open it again to read what was decided.')
    await store.insert(asking.db, { contactId, outcome, reason: reason.trim(), by: asking.actor.id, at: asking.now })
    return { answer: {} }
  },
})
