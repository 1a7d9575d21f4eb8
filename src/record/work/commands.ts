import { Type } from '@sinclair/typebox'
import { isPlainDate } from '../../kernel/dates.ts'
import { Day, Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import { command } from '../access/act.ts'
import { cancelWork, finishWork, itemFor, openWork, peopleOfItem, reopenWork } from './register.ts'

/** Kinds that a person writes and finishes by hand; all others are finished by what they ask for. */
const byHand = ['task', 'visit'] as const
/** Who is told that somebody may be a sealed person says so when they have looked. */
const endsByHand: readonly string[] = [...byHand, 'sealedMatch']

/** Something to do that a person writes down: for whom, by whom, by when. */
export const addTask = command('work.addTask', shape({ id: Id, kind: optional(OneOf(byHand)), people: Type.Array(Id, { minItems: 1, maxItems: 40 }), words: Words(300), dueOn: optional(Day), workerId: optional(Id) }), {
  may: 'work.do',
  people: ({ people }) => people,
  run: async (asking, { id, kind, people, words, dueOn, workerId }) => {
    if (dueOn && !isPlainDate(dueOn)) return { problems: [{ question: 'dueOn', problem: 'Write the day as day, month and year, as in 3/10/2025.' }] }
    const to = workerId ?? asking.actor.id
    await openWork(asking, {
      id, kind: kind ?? 'task', domain: 'children', people, subject: { kind: 'task', id }, words: words.trim(), workerId: to, teamId: asking.actor.teams[0], ...(to === asking.actor.id ? {} : { askedBy: asking.actor.id }),
      ...(dueOn && isPlainDate(dueOn) ? { dueOn } : {}),
    })
    return { answer: { id } }
  },
})

/** Done: what came of it, in a few words. */
export const finishTask = command('work.finish', shape({ id: Id, outcome: optional(Type.String({ maxLength: 500 })) }), {
  may: 'work.do',
  people: ({ id }, db) => peopleOfItem(db, id),
  run: async (asking, { id, outcome }) => {
    const item = await itemFor(asking, id)
    if (!endsByHand.includes(item.kind)) return { problems: [{ question: 'outcome', problem: 'This ends with the work it asks for. Open it and finish it there.' }] }
    await finishWork(asking, id, { outcome: 'done', reason: outcome?.trim() || undefined })
    return { answer: { id } }
  },
})

/** Not needed any more, with the reason. */
export const cancelTask = command('work.cancel', shape({ id: Id, reason: Words(500) }), {
  may: 'work.do',
  people: ({ id }, db) => peopleOfItem(db, id),
  run: async (asking, { id, reason }) => {
    const item = await itemFor(asking, id)
    if (!byHand.some((kind) => kind === item.kind)) return { problems: [{ question: 'reason', problem: 'This is part of a pathway. Open it and cancel it there.' }] }
    await cancelWork(asking, id, reason.trim())
    return { answer: { id } }
  },
})

/** Open again what was finished or cancelled by hand. */
export const reopenTask = command('work.reopen', shape({ id: Id, reason: Words(500) }), {
  may: 'work.do',
  people: ({ id }, db) => peopleOfItem(db, id),
  run: async (asking, { id, reason }) => {
    const item = await itemFor(asking, id)
    if (!byHand.some((kind) => kind === item.kind)) return { problems: [{ question: 'reason', problem: 'This is part of a pathway. Open it and reopen it there.' }] }
    await reopenWork(asking, id, reason.trim())
    return { answer: { id } }
  },
})
