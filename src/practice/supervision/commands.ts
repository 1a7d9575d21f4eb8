import { isPlainDate } from '../../kernel/dates.ts'
import { conflict, notAllowed, notFound } from '../../kernel/errors.ts'
import { command } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { openWork, teamOfWorker } from '../../record/work/register.ts'
import { Begin, Discuss, EndSupervisor, NameSupervisor, OwnPart, Sign, type Session } from './model.ts'
import { leadsIn, sessionFor } from './queries.ts'
import { problemsOfDiscussion } from './rules.ts'
import * as store from './store.ts'

const by = (asking: Asking) => ({ at: asking.now, by: asking.actor.id })

/** Begins a supervision with somebody whom the actor leads; one that is open goes on. */
export const beginSupervision = command('supervision.begin', Begin, {
  may: 'work.do',
  people: () => [],
  run: async (asking, { id, workerId, on }) => {
    if (!isPlainDate(on) || on > asking.today) return { problems: [{ question: 'on', problem: 'Give the day of the supervision: today or before.' }] }
    const byNamed = !(await store.leads(asking.db, workerId))
    if (byNamed && !(await store.isNamedFor(asking.db, workerId))) throw notAllowed('Only whoever leads this colleague supervises them, or whom they have named.')
    const open = (await store.sessionsOf(asking.db, workerId)).find((one) => one.state === 'open' && one.byNamed === byNamed && (!byNamed || one.managerId === asking.actor.id))
    if (open) return { answer: { id: open.id } }
    await store.insertSession(asking.db, by(asking), { id, workerId, on, byNamed })
    return { answer: { id } }
  },
})

/** A covering manager or a consultant practitioner supervises somebody from a day on, because their line manager says so. It gives sight of nobody. */
export const nameSupervisor = command('supervision.name', NameSupervisor, {
  may: 'work.allocate',
  people: () => [],
  run: async (asking, { id, workerId, supervisorId, from, reason }) => {
    if (!(await store.leads(asking.db, workerId))) throw notAllowed('Only whoever leads this colleague names who else supervises them.')
    if (!isPlainDate(from) || from > asking.today) return { problems: [{ question: 'from', problem: 'Give the day: today or before.' }] }
    if (supervisorId === workerId || supervisorId === asking.actor.id || (await store.colleagues(asking.db, [supervisorId])).length === 0) return { problems: [{ question: 'supervisorId', problem: 'Choose a colleague who works here: not the one who is supervised, and not yourself.' }] }
    if ((await store.named(asking.db)).some((one) => one.workerId === workerId && one.supervisorId === supervisorId)) return { problems: [{ question: 'supervisorId', problem: 'This colleague is named already.' }] }
    await store.insertNamed(asking.db, by(asking), { id, workerId, supervisorId, from, reason: reason.trim() })
    return { answer: { id } }
  },
})

/** They supervise no longer; what they wrote down stays. */
export const endSupervisor = command('supervision.endNamed', EndSupervisor, {
  may: 'work.allocate',
  people: () => [],
  run: async (asking, { id, on }) => {
    const one = (await store.named(asking.db)).find((other) => other.id === id)
    if (!one || !(await store.leads(asking.db, one.workerId))) throw notFound('We could not find who was named.')
    if (!isPlainDate(on) || on > asking.today || on < one.from) return { problems: [{ question: 'on', problem: 'Give the day: not before they were named, and not to come.' }] }
    await store.endNamed(asking.db, by(asking), id, on)
    return { answer: { id } }
  },
})

async function openFor(asking: Asking, id: string): Promise<Session> {
  const session = await sessionFor(asking, id)
  if (session.state !== 'open') throw conflict('This supervision is signed by both. Begin another.')
  return session
}
const isParty = async (asking: Asking, session: Session): Promise<boolean> => session.workerId === asking.actor.id || leadsIn(asking, session)

/** What was discussed about some people of a family, what was decided and who does it: on the record of each of them, and in the work of those who do it. */
export const discussInSupervision = command('supervision.discuss', Discuss, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, input) => {
    const session = await openFor(asking, input.sessionId)
    if (!(await isParty(asking, session))) throw notAllowed('Only the two of them write in this supervision.')
    const problems = problemsOfDiscussion(input, asking.today)
    const actions = input.actions ?? []
    if (actions.some((one) => one.ownerId !== session.workerId && one.ownerId !== session.managerId)) problems.push({ question: 'actions', problem: 'An action is for the worker or for whoever leads them. Ask others by a task.' })
    const group = [...new Set(input.with ?? [])]
    if (group.some((one) => one === session.workerId || one === session.managerId) || (await store.colleagues(asking.db, group)).length !== group.length) problems.push({ question: 'with', problem: 'Choose colleagues who work here, besides the two of you.' })
    if (problems.length > 0) return { problems }
    const decided = input.decided?.trim() ?? ''
    await store.insertEntry(asking.db, by(asking), { id: input.id, session, people: input.people, words: input.words.trim(), decided, beside: input.beside?.trim() ?? '', with: group })
    const teamId = await teamOfWorker(asking.db, session.workerId)
    for (const action of actions) {
      if (!isPlainDate(action.dueOn)) continue
      await openWork(asking, {
        kind: 'task', domain: 'children', people: input.people, subject: { kind: 'supervision', id: input.id }, words: action.words.trim(), workerId: action.ownerId, teamId: action.ownerId === session.workerId ? teamId : null,
        dueOn: action.dueOn, involves: false, ...(action.ownerId === asking.actor.id ? {} : { askedBy: asking.actor.id }),
      })
    }
    if (session.managerSignedAt || session.workerSignedAt) await store.unsign(asking.db, session.id)
    return { answer: { id: input.id }, happened: [{ kind: 'supervision.discussed', people: input.people, on: session.on, significant: decided !== '', subject: { kind: 'supervision', id: input.id } }] }
  },
})

/** How the worker is, what they want to learn, what was agreed about it: theirs and their line manager’s. */
export const writeOwnPart = command('supervision.ownPart', OwnPart, {
  may: 'work.do',
  people: () => [],
  run: async (asking, { sessionId, wellbeing, learning, agreed }) => {
    const session = await openFor(asking, sessionId)
    if (!(await isParty(asking, session))) throw notAllowed('Only the two of them write in this supervision.')
    await store.insertOwn(asking.db, by(asking), session, { wellbeing: wellbeing.trim(), learning: learning.trim(), agreed: agreed.trim() })
    if (session.managerSignedAt || session.workerSignedAt) await store.unsign(asking.db, session.id)
    return { answer: { id: sessionId } }
  },
})

/** Signed by one of them; when both have, nothing in it changes any more. */
export const signSupervision = command('supervision.sign', Sign, {
  may: 'work.do',
  people: () => [],
  run: async (asking, { sessionId }) => {
    const session = await openFor(asking, sessionId)
    const who = session.workerId === asking.actor.id ? 'worker' : 'manager'
    if (who === 'manager' && !(await leadsIn(asking, session))) throw notAllowed('Only the worker and whoever leads them sign this.')
    if ((await store.entriesOfSession(asking.db, sessionId)).length === 0 && !(await store.ownOf(asking.db, sessionId))) return { problems: [{ question: 'sign', problem: 'Nothing is written down yet. Write what was discussed, then sign.' }] }
    await store.sign(asking.db, sessionId, who, asking.now)
    return { answer: { id: sessionId } }
  },
})
