import { conflict, notAllowed, notFound } from '../../../kernel/errors.ts'
import { Id, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../../access/act.ts'
import { decisionTellerOf, isMineToDecide } from '../decisions/queries.ts'
import { pauseWork, resumeWork, waitsOf } from '../pauses/register.ts'
import { cancelWork, finishWork, itemFor, openWork, peopleOfItem, setWorkState } from '../register.ts'
import { itemsOfSubject } from '../store.ts'
import * as store from './store.ts'

const problem = (question: string, words: string) => ({ problems: [{ question, problem: words }] })
/** Why time stands still while a question is with its author. */
const becauseOf = (name: string): string => `A question is with ${name}.`
const stillOpen = (state: string) => state === 'open' || state === 'waiting' || state === 'returned'

/**
 * Before deciding, the manager asks whoever wrote it. It goes into that person's work; what is to be decided waits. Its clock goes on,
 * unless its content, or the council’s own measure, lets time stand still.
 */
export const askFirst = command('work.askFirst', shape({ itemId: Id, question: Words(2000) }), {
  may: 'work.decide',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, question }) => {
    const item = await itemFor(asking, itemId)
    if (!decisionTellerOf(item.kind)) throw notFound('We could not find that decision.')
    if (!(await isMineToDecide(asking, itemId))) throw notAllowed('Only whoever decides on this can ask about it.')
    if ((await store.ofItem(asking.db, itemId)).some((one) => one.answeredAt === null)) return problem('comment', 'A question is with its author already. The answer comes back here.')
    const author = await store.authorOf(asking.db, itemId)
    if (!author || author.id === asking.actor.id) return problem('comment', 'You wrote this yourself, so there is nobody to ask.')
    if (!author.sees) return problem('comment', `${author.name} cannot answer here, because their role sees name cards only. Ring them, then decide.`)
    const id = await store.insert(asking.db, { itemId, words: question.trim(), by: asking.actor.id, of: author.id, at: asking.now })
    await openWork(asking, {
      kind: 'question', domain: 'children', people: item.people.map((one) => one.id), subject: { kind: 'question', id }, parentId: itemId, workerId: author.id, askedBy: asking.actor.id, words: question.trim().slice(0, 300), dueOn: item.dueOn ?? undefined, involves: false,
    })
    await setWorkState(asking, itemId, 'waiting')
    const waits = item.paused ? [] : await waitsOf(asking, item)
    if (waits.length > 0) await pauseWork(asking, item, waits, asking.today, becauseOf(author.name))
    return { answer: { questionId: id, askedOf: author.name } }
  },
})

/** The author answers: it is back with whoever decides, with the answer beside it. */
export const answerQuestion = command('work.answerQuestion', shape({ questionId: Id, words: Words(4000) }), {
  may: 'record.write',
  people: async ({ questionId }, db) => {
    const question = await store.byId(db, questionId)
    if (!question) throw notFound('We could not find that question.')
    return peopleOfItem(db, question.itemId)
  },
  run: async (asking, { questionId, words }) => {
    const question = await store.byId(asking.db, questionId)
    if (!question) throw notFound('We could not find that question.')
    if (question.askedOfId !== asking.actor.id) throw notAllowed(`This was asked of ${question.askedOf}.`)
    if (!(await store.answer(asking.db, questionId, { words: words.trim(), by: asking.actor.id, at: asking.now }))) throw conflict('This is answered already.')
    for (const task of await itemsOfSubject(asking.db, questionId)) if (stillOpen(task.state)) await finishWork(asking, task.id, { outcome: 'answered' })
    const item = await itemFor(asking, question.itemId)
    if (item.state === 'waiting') await setWorkState(asking, item.id, 'open')
    if (item.paused?.why === becauseOf(question.askedOf)) await resumeWork(asking, item, asking.today, 'The question is over.')
    return { answer: { itemId: item.id } }
  },
})

/** Nobody needs the answer any more. */
export const withdrawQuestion = command('work.withdrawQuestion', shape({ questionId: Id }), {
  may: 'work.decide',
  people: async ({ questionId }, db) => {
    const question = await store.byId(db, questionId)
    if (!question) throw notFound('We could not find that question.')
    return peopleOfItem(db, question.itemId)
  },
  run: async (asking, { questionId }) => {
    const question = await store.byId(asking.db, questionId)
    if (!question) throw notFound('We could not find that question.')
    if (question.askedById !== asking.actor.id) throw notAllowed('Only whoever asked takes a question back.')
    if (!(await store.answer(asking.db, questionId, { words: 'The question was taken back.', by: asking.actor.id, at: asking.now }))) throw conflict('This is answered already.')
    for (const task of await itemsOfSubject(asking.db, questionId)) if (stillOpen(task.state)) await cancelWork(asking, task.id, 'The question was taken back.')
    const item = await itemFor(asking, question.itemId)
    if (item.state === 'waiting') await setWorkState(asking, item.id, 'open')
    if (item.paused?.why === becauseOf(question.askedOf)) await resumeWork(asking, item, asking.today, 'The question is over.')
    return { answer: { itemId: item.id } }
  },
})
