import { Type } from '@sinclair/typebox'
import { newId } from '../../../kernel/ids.ts'
import { Id, shape } from '../../../kernel/shape.ts'
import { command } from '../../../record/access/act.ts'
import { typedOf } from '../model/typed.ts'
import * as store from '../store/drafts.ts'

/** Keeps what is being typed, for whoever types it and nobody else: it survives a closed tab, an ended session and a stopped server. `tab`: which window writes; `base`: the version it began from. */
export const keepDraft = command('contacts.keepDraft', shape({ id: Id, typed: Type.Record(Type.String(), Type.Unknown()), tab: Type.String({ maxLength: 60 }), base: Type.Integer({ minimum: 0 }) }), {
  may: 'contact.record',
  people: () => [],
  run: async (asking, { id, typed, tab, base }) => {
    const saved = { actorId: asking.actor.id, typed: typedOf(typed, id), tab, at: asking.now }
    const version = await store.saveDraft(asking.db, { ...saved, id, base })
    if (version !== undefined) return { answer: { id, version, savedAt: asking.now }, section: id }
    // Another tab wrote the same contact meanwhile: both texts are kept, each as an unsent contact of its own.
    const other = newId(Date.parse(asking.now))
    await store.saveDraft(asking.db, { ...saved, typed: { ...saved.typed, draft: other }, id: other, base: 0 })
    return { answer: { id: other, version: 1, savedAt: asking.now }, section: other }
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
