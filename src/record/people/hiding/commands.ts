import { conflict } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { command } from '../../access/act.ts'
import { idsOf } from '../queries.ts'
import { fileChanged, recordingOf } from '../register.ts'
import { EndHiding, Hide } from './model.ts'
import { problemsOfHiding } from './rules.ts'
import * as store from './store.ts'

/** Hides what tells where somebody is: also the next address, school or number, and the same place where others live with them. Whoever writes on the record may. */
export const hide = command('people.hide', Hide, {
  may: 'record.write',
  domain: 'shared',
  people: ({ personId }) => [personId],
  run: async (asking, input) => {
    const problems = problemsOfHiding(input, asking.today)
    if (problems.length > 0) return { problems }
    const id = newId(Date.parse(asking.now))
    // Hidden from everybody, it stays known to whoever hid it: somebody has to be able to say where they are.
    const seenBy = input.fromEverybody ? [...new Set([asking.actor.id, ...(input.seenBy ?? [])])] : []
    await store.insertHiding(recordingOf(asking), id, input, seenBy)
    await fileChanged(asking)
    return { answer: { id }, happened: [{ kind: 'address.hidden', people: [input.personId], on: asking.today, domain: 'shared', significant: true }] }
  },
})

/** Ends it before its day. Who does this shows again who they are: from now on it may go out. */
export const endHiding = command('people.endHiding', EndHiding, {
  may: 'person.mark',
  fresh: true,
  domain: 'shared',
  people: ({ personId }) => [personId],
  run: async (asking, { hidingId, personId, reason }) => {
    if ((await store.endHiding(recordingOf(asking), hidingId, await idsOf(asking, [personId]), reason.trim())) === 0) throw conflict('This has ended already.')
    await fileChanged(asking)
    return { answer: { hidingId }, why: reason.trim(), happened: [{ kind: 'address.shown', people: [personId], on: asking.today, domain: 'shared' }] }
  },
})
