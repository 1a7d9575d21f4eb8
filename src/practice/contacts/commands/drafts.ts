import { Type } from '@sinclair/typebox'
import { Id, shape } from '../../../kernel/shape.ts'
import { command } from '../../../record/access/act.ts'
import { typedOf } from '../model/typed.ts'
import * as store from '../store/drafts.ts'

/** Keeps what is being typed, for whoever types it and nobody else: it survives a closed tab, an ended session and a stopped server. */
export const keepDraft = command('contacts.keepDraft', shape({ id: Id, typed: Type.Record(Type.String(), Type.Unknown()) }), {
  may: 'contact.record',
  people: () => [],
  run: async (asking, { id, typed }) => {
    await store.saveDraft(asking.db, { id, actorId: asking.actor.id, typed: typedOf(typed, id), at: asking.now })
    return { answer: { savedAt: asking.now }, section: id }
  },
})

/** Throws an unsent contact away: it is no record of anybody. */
export const dropDraft = command('contacts.dropDraft', shape({ id: Id }), {
  may: 'contact.record',
  people: () => [],
  run: async (asking, { id }) => {
    await store.dropDraft(asking.db, id)
    return { answer: {}, section: id }
  },
})
