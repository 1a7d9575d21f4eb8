import { notFound } from '../../../kernel/errors.ts'
import { Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'
import { Type } from '@sinclair/typebox'
import { command } from '../../../record/access/act.ts'
import { workOfSubject } from '../../../record/work/queries.ts'
import { finishWork, itemFor, openWork, peopleOfItem } from '../../../record/work/register.ts'
import * as contacts from '../store/contacts.ts'
import { openAgain, peopleOfContact, stillOpen } from './change.ts'

const kind = 'reopenRequest'

/** Somebody who may not decide asks those who may to decide again, and says why. */
export const askToDecideAgain = command('contacts.askAgain', shape({ contactId: Id, reason: Words(1000) }), {
  may: 'record.write',
  people: peopleOfContact,
  run: async (asking, { contactId, reason }) => {
    const contact = await contacts.contactById(asking.db, contactId)
    if (!contact) throw notFound('We could not find that contact.')
    if (contact.state !== 'decided') return { problems: [{ question: 'changeReason', problem: 'Only a contact that is decided can be decided again.' }] }
    const work = await workOfSubject(asking, contactId)
    if (work.some((item) => item.kind === kind && stillOpen(item.state))) return { problems: [{ question: 'changeReason', problem: 'This is asked already, and waits for a manager.' }] }
    const children = (await contacts.peopleOn(asking.db, contactId)).filter((one) => one.role === 'child').map((one) => one.personId)
    const decision = work.find((item) => item.kind === 'contactDecision')
    const itemId = await openWork(asking, { kind, domain: 'children', people: children, subject: { kind: 'contact', id: contactId }, parentId: decision?.id, teamId: decision?.teamId, askedBy: asking.actor.id, words: reason.trim(), involves: false })
    return { answer: { itemId } }
  },
})

/** Whoever decides opens the contact again, or leaves it as it is and says why. */
export const decideToReopen = command('contacts.decideAgain', shape({ itemId: Id, decision: OneOf(['agree', 'return'] as const), comment: optional(Type.String({ maxLength: 1000 })) }), {
  may: 'contact.decide',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, decision, comment }) => {
    const item = await itemFor(asking, itemId)
    if (item.kind !== kind || !item.subjectId) throw notFound('We could not find that request.')
    if (!stillOpen(item.state)) return { problems: [{ question: 'comment', problem: 'Somebody has decided on this already.' }] }
    const said = comment?.trim() ?? ''
    if (decision === 'return' && said === '') return { problems: [{ question: 'comment', problem: 'Say why it stays as it was decided.' }] }
    const happened = decision === 'agree' ? await openAgain(asking, item.subjectId, item.words ?? said) : []
    await finishWork(asking, itemId, { outcome: decision === 'agree' ? 'reopened' : 'stays', ...(said ? { reason: said } : {}) })
    return { answer: { contactId: item.subjectId }, happened }
  },
})
