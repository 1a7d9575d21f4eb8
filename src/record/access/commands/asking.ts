import { Type } from '@sinclair/typebox'
import { isInstant, moment } from '../../../kernel/dates.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { Id, OneOf, optional, shape } from '../../../kernel/shape.ts'
import { command, type Done } from '../act.ts'
import { domains } from '../model.ts'
import { decisions } from '../model/keeping.ts'
import { standing } from '../store.ts'
import { orRefused } from '../store/keeping.ts'
import * as store from '../store/asking.ts'

const nobody: Problem = { question: 'reason', problem: 'Nobody can be asked through Kith: nobody works with this person now. Ring the front door; they find the right one.' }
const already: Problem = { question: 'reason', problem: 'You have asked already. The answer comes to this page.' }

/** Asks those who work with somebody, or who are named on the list, to see the record: a piece of work in their tray. Of a sealed record nobody can ask (access policy, rules 5, 6 and 8). */
export const askForSight = command('access.ask', shape({ personId: Id, domain: optional(OneOf(domains)), reason: Type.String({ minLength: 10, maxLength: 1000, problem: 'Say in 10 characters or more what you need to know, and for what.' }) }), {
  may: 'glass.break',
  people: () => [],
  run: async ({ db }, { personId, domain, reason }): Promise<Done<{ id: string }>> => {
    const { sight, survivorId } = await standing(db, personId)
    if (sight === 'nothing') throw notFound('We could not find that person.')
    const id = newId()
    const unsent = await orRefused('You may not ask for this record.', store.askForSight(db, { id, personId: survivorId, domain: domain ?? 'children', reason: reason.trim() })).then(() => undefined, (problem: unknown) => store.isUnsent(problem) ?? Promise.reject(problem))
    if (unsent) return { problems: [unsent === 'nobody' ? nobody : already] }
    return { answer: { id }, alsoAbout: [survivorId], why: reason.trim() }
  },
})

/** Given until a moment, declined, or answered in words. Nobody decides for themselves, and of an administrator's sight nobody decides alone (rules 15 and 18). */
export const decideSight = command('access.decideSight', shape({ id: Id, decision: OneOf(decisions), until: optional(Type.String({ maxLength: 40 })), words: optional(Type.String({ maxLength: 1000 })) }), {
  may: 'record.write',
  fresh: true,
  people: () => [],
  run: async ({ db, now }, { id, decision, until, words }) => {
    const request = await store.sightRequest(db, id)
    if (!request) throw notFound('We could not find that request.')
    const problems: Problem[] = []
    if (decision === 'given' && request.until === null && (until === undefined || !isInstant(until) || until <= now)) problems.push({ question: 'until', problem: 'Choose until when they may see it.' })
    if (decision !== 'given' && (words ?? '').trim().length < 5) problems.push({ question: 'words', problem: 'Say in a few words what they can do instead, or whom to ring.' })
    if (problems.length > 0) return { problems }
    const became = await orRefused('You may give sight of a record that you may write on, and never to yourself; of an administrator’s sight two people decide.', store.decideSight(db, { id, decision, until: until === undefined ? null : moment(until), words: (words ?? '').trim() }))
    if (became === 'over') return { problems: [{ question: 'words', problem: 'Somebody was quicker: this is decided. Open it again to see how.' }] }
    return { answer: { became }, alsoAbout: [request.personId], why: [became, (words ?? '').trim()].filter(Boolean).join(': ') }
  },
})

/** Whoever asked takes it back. */
export const withdrawRequest = command('access.withdrawRequest', shape({ id: Id }), {
  may: 'record.write',
  people: () => [],
  run: async ({ db }, { id }) => ((await store.withdrawRequest(db, id)) === 0 ? { problems: [{ question: 'id', problem: 'This is decided, or was not asked by you.' }] } : { answer: {} }),
})
