import { Type } from '@sinclair/typebox'
import { isInstant, moment, type Instant } from '../../../kernel/dates.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { command, type Done } from '../act.ts'
import { domains } from '../model.ts'
import * as asking from '../store/asking.ts'
import * as store from '../store/keeping.ts'
import { standing } from '../store.ts'

const Moment = Type.String({ description: 'A moment, as 2026-11-22T17:00:00.000Z', maxLength: 40 })
/** Who the person is now. @throws NotFound where existence is hidden */
async function known(db: Db, personId: string): Promise<string> {
  const { sight, survivorId } = await standing(db, personId)
  if (sight === 'nothing') throw notFound('We could not find that person.')
  return survivorId
}
const putRight = (problems: readonly Problem[]): Readonly<{ problems: readonly Problem[] }> => ({ problems })
const reasonProblem = (reason: string, least: number): Problem[] =>
  reason.trim().length < least ? [{ question: 'reason', problem: `Say why in your own words, in ${least} characters or more.` }] : []
const momentProblem = (question: string, text: string | undefined, now: Instant): Problem[] =>
  text !== undefined && (!isInstant(text) || text <= now) ? [{ question, problem: 'Choose a moment that is still to come.' }] : []

const Hours = Type.Integer({ minimum: 1, maximum: 8, problem: 'Choose between 1 and 8 hours.' })
/** Opens a record because somebody may be at risk: for reading only, ended by the clock, looked at afterwards (access policy, rule 9). */
export const breakGlass = command('access.breakGlass', shape({ personId: Id, reason: Words(2000), hours: optional(Hours) }), {
  may: 'glass.break',
  fresh: true,
  people: () => [],
  run: async ({ db }, { personId, reason, hours }) => {
    const problems = reasonProblem(reason, 20)
    if (problems.length > 0) return putRight(problems)
    const survivorId = await known(db, personId)
    const until = await store.orRefused('You may not open this record. Ask your manager whom to speak to.', store.breakGlass(db, { id: newId(), personId: survivorId, reason, hours: hours ?? 8 }))
    return { answer: { personId: survivorId, until }, alsoAbout: [survivorId], why: reason.trim() }
  },
})

/** Closes what one opened oneself, before its time. */
export const closeGlass = command('access.closeGlass', shape({ personId: Id }), {
  may: 'glass.break',
  people: () => [],
  run: async ({ db }, { personId }) => ({ answer: { closed: await store.closeGlass(db, personId) }, alsoAbout: [personId] }),
})

/** The privacy officer looked at an opening. */
export const reviewGlass = command('access.reviewGlass', shape({ id: Id, note: Words(2000) }), {
  may: 'glass.review',
  people: () => [],
  run: async ({ db }, { id, note }) => {
    if ((await store.reviewGlass(db, id, note.trim())) === 0) return { problems: [{ question: 'id', problem: 'This opening was already looked at, or is your own.' }] }
    return { answer: {} }
  },
})

/** Opens a record to all who work with the person, keeps it to named staff, or seals it (rules 5 and 6). */
export const markPerson = command('access.markPerson', shape({ personId: Id, marking: OneOf(['open', 'restricted', 'sealed']), named: Type.Array(Id, { maxItems: 50 }), reason: Words(2000) }), {
  may: 'person.mark',
  fresh: true,
  people: () => [],
  run: async ({ db }, { personId, marking, named, reason }) => {
    const problems = [...reasonProblem(reason, 10), ...(marking !== 'open' && named.length === 0 ? [{ question: 'named', problem: 'Name at least one colleague who may open this record.' }] : [])]
    if (problems.length > 0) return putRight(problems)
    const survivorId = await known(db, personId)
    await store.orRefused('You may mark a record that you may write on, and name staff with an open account. Ask their manager.', store.mark(db, { id: newId(), personId: survivorId, marking, named: marking === 'open' ? [] : named, reason: reason.trim() }))
    return { answer: { personId: survivorId, marking }, alsoAbout: [survivorId], why: reason.trim() }
  },
})

/** Keeps a colleague, or oneself, from a person: own family, neighbour, former partner, conflict of interest (rule 3). */
export const excludeFrom = command('access.exclude', shape({ personId: Id, actorId: Id, reason: Words(1000), until: optional(Moment) }), {
  may: 'person.exclude',
  fresh: true,
  people: () => [],
  run: async ({ db, now }, { personId, actorId, reason, until }) => {
    const problems = [...reasonProblem(reason, 5), ...momentProblem('until', until, now)]
    if (problems.length > 0) return putRight(problems)
    const survivorId = await known(db, personId)
    const id = newId()
    await store.orRefused('You may keep yourself from a person; another colleague only when you may write on the record.', store.exclude(db, { id, personId: survivorId, actorId, reason: reason.trim(), until: until === undefined ? null : moment(until) }))
    return { answer: { id }, alsoAbout: [survivorId], why: reason.trim() }
  },
})
const Why = Words(1000)
/** A colleague may see the person again. Nobody ends what keeps themselves away. */
export const endExclusion = command('access.endExclusion', shape({ id: Id, reason: Why }), {
  may: 'person.mark',
  fresh: true,
  people: () => [],
  run: async ({ db }, { id, reason }) => {
    const problems = reasonProblem(reason, 5)
    if (problems.length > 0) return putRight(problems)
    const personId = await store.endExclusion(db, id, reason.trim())
    return personId === null ? { problems: [{ question: 'id', problem: 'This is not kept from anybody now, or not by a record that you may write on.' }] } : { answer: {}, alsoAbout: [personId], why: reason.trim() }
  },
})

/** Lets a colleague see, or write on, one domain of a record for a time. Nobody grants themselves anything; what an administrator would see waits for a second person (rules 7 and 15). */
export const grantSight = command('access.grant', shape({ personId: Id, actorId: Id, domain: OneOf(domains), mayWrite: Type.Boolean(), until: Moment, reason: Words(1000) }), {
  may: 'person.mark',
  fresh: true,
  people: () => [],
  run: async ({ db, now }, { personId, actorId, domain, mayWrite, until, reason }) => {
    const problems = [...reasonProblem(reason, 10), ...momentProblem('until', until, now)]
    if (problems.length > 0) return putRight(problems)
    const survivorId = await known(db, personId)
    const grant = { id: newId(), personId: survivorId, actorId, domain, mayWrite, until: moment(until), reason: reason.trim() }
    const sentence = 'You may give sight of an open record that you may write on, to a colleague, and never to yourself.'
    if (await asking.isAdministrator(db, actorId)) return proposed(db, grant, sentence)
    await store.orRefused(sentence, store.grant(db, grant))
    return { answer: { id: grant.id, waits: false }, alsoAbout: [survivorId], why: reason.trim() }
  },
})
async function proposed(db: Db, grant: Parameters<typeof asking.proposeSight>[1], sentence: string): Promise<Done<{ id: string; waits: boolean }>> {
  const unsent = await store.orRefused(sentence, asking.proposeSight(db, grant)).then(() => undefined, (problem: unknown) => { if (asking.isUnsent(problem) === 'nobody') return true; throw problem })
  if (unsent) return putRight([{ question: 'actorId', problem: 'They are an administrator, so a second person has to agree, and nobody else may keep this record. Ask the head of service to work with it first.' }])
  return { answer: { id: grant.id, waits: true }, alsoAbout: [grant.personId], why: grant.reason }
}
/** By those who keep the record; or by an administrator, who takes sight away without having any. */
export const endGrant = command('access.endGrant', shape({ id: Id, reason: Why }), {
  may: 'sight.end',
  fresh: true,
  people: () => [],
  run: async ({ db }, { id, reason }) => {
    const problems = reasonProblem(reason, 5)
    if (problems.length > 0) return putRight(problems)
    const personId = await store.endGrant(db, id, reason.trim())
    return personId === null ? { problems: [{ question: 'id', problem: 'This grant is over, or the record is not one that you may write on.' }] } : { answer: {}, alsoAbout: [personId], why: reason.trim() }
  },
})

/** Names a colleague on the list of a restricted or sealed record, for good or until a day. */
export const nameOnList = command('access.nameOnList', shape({ personId: Id, actorId: Id, until: optional(Moment), reason: Words(1000) }), {
  may: 'person.mark',
  fresh: true,
  people: () => [],
  run: async ({ db, now }, { personId, actorId, until, reason }) => {
    const problems = [...reasonProblem(reason, 10), ...momentProblem('until', until, now)]
    if (problems.length > 0) return putRight(problems)
    const survivorId = await known(db, personId)
    const sentence = 'You may name a colleague on the list of a marked record that you may write on, and never yourself.'
    if (await asking.isAdministrator(db, actorId)) {
      if (until === undefined) return putRight([{ question: 'until', problem: 'They are an administrator: say until when, and a second person is asked.' }])
      return proposed(db, { id: newId(), personId: survivorId, actorId, domain: 'shared', mayWrite: true, until: moment(until), reason: reason.trim() }, sentence)
    }
    const id = newId()
    await store.orRefused(sentence, store.nameOnList(db, { id, personId: survivorId, actorId, until: until === undefined ? null : moment(until), reason: reason.trim() }))
    return { answer: { id, waits: false }, alsoAbout: [survivorId], why: reason.trim() }
  },
})
export const takeOffList = command('access.takeOffList', shape({ personId: Id, actorId: Id, reason: Words(1000) }), {
  may: 'person.mark',
  fresh: true,
  people: () => [],
  run: async ({ db }, { personId, actorId, reason }) => {
    const problems = reasonProblem(reason, 5)
    if (problems.length > 0) return putRight(problems)
    const survivorId = await known(db, personId)
    const taken = await store.orRefused('You may change the list of a record that you may write on.', store.takeOffList(db, { id: newId(), personId: survivorId, actorId, reason: reason.trim() }))
    return taken === 0 ? { problems: [{ question: 'actorId', problem: 'They are not on the list now.' }] } : { answer: {}, alsoAbout: [survivorId], why: reason.trim() }
  },
})

/** A colleague has a record of their own here: they never read it through the system (rule 4). */
export const tieOwnRecord = command('access.tieOwnRecord', shape({ actorId: Id, personId: Id }), {
  may: 'person.mark',
  fresh: true,
  people: () => [],
  run: async ({ db }, { actorId, personId }) => {
    const survivorId = await known(db, personId)
    await store.orRefused('You may say this of a record that you may write on, and never of yourself.', store.tieOwnRecord(db, actorId, survivorId))
    return { answer: {}, alsoAbout: [survivorId] }
  },
})
