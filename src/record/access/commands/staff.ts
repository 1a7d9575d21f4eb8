import { Type } from '@sinclair/typebox'
import { isInstant, moment } from '../../../kernel/dates.ts'
import { conflict } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../act.ts'
import { domains, roles } from '../model.ts'
import { passwordProblem } from '../identity/passwords.ts'
import { hashPassword } from '../signIn.ts'
import { endWeakSessions } from '../store/identity.ts'
import { orRefused } from '../store/keeping.ts'
import * as store from '../store/staff.ts'

const Moment = Type.String({ maxLength: 40, description: 'A moment, as 2026-11-22T17:00:00.000Z' })
const onlyAdministrator = 'An administrator does this, and nobody for themselves. Ask a second administrator.'
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(of: T) => Type.Union([of, Type.Null()])

/** An account, new or changed. `version`: the one that was read, 0 for a new account. */
export const keepAccount = command('staff.keepAccount', shape({
  id: Id, version: Type.Integer({ minimum: 0 }), kind: OneOf(['staff', 'partner']), name: Words(200), email: Type.String({ pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', maxLength: 200, problem: 'Write an e-mail address, as name@council.gov.uk.' }),
  jobTitle: orNull(Type.String({ maxLength: 200 })), phone: orNull(Type.String({ maxLength: 40 })), qualified: Type.Boolean(),
  /** The number of a registered social worker, as SW and digits. */
  registration: optional(orNull(Type.String({ pattern: '^SW[0-9]{1,10}$', problem: 'Write the registration number as SW and digits, as in SW123456, or leave it empty.' }))), caseloadLimit: orNull(Type.Integer({ minimum: 0, maximum: 200 })),
  hours: Type.Number({ minimum: 0, maximum: 1, problem: 'Write hours as a part of full time, between 0 and 1.' }), reason: optional(Type.String({ maxLength: 1000 })),
}), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db }, { version, reason, ...account }) => {
    const now = await orRefused(onlyAdministrator, store.keepAccount(db, { ...account, name: account.name.trim() }, version, reason ?? null))
    if (now === undefined) throw conflict('Somebody else changed this account meanwhile. Open it again and make your change there.')
    return { answer: { id: account.id, version: now } }
  },
})

/** Closes an account at once: open sessions end. Or opens it again. */
export const setAccountActive = command('staff.setActive', shape({ actorId: Id, active: Type.Boolean(), reason: Words(1000) }), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db }, { actorId, active, reason }) => {
    await orRefused(onlyAdministrator, store.setActive(db, actorId, active, reason.trim()))
    return { answer: {}, why: reason.trim() }
  },
})

const Password = Type.String({ minLength: 12, maxLength: 200, problem: 'Use 12 characters or more. Three words that do not belong together are good.' })
/** An administrator gives somebody a first or a new password. */
export const setPassword = command('staff.setPassword', shape({ actorId: Id, password: Password }), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db }, { actorId, password }) => {
    const problem = await passwordProblem(password, await store.wordsNear(db, actorId))
    if (problem) return { problems: [{ question: 'password', problem }] }
    await orRefused(onlyAdministrator, store.setPassword(db, actorId, await hashPassword(password), undefined))
    return { answer: {} }
  },
})
/** One's own password. Every other session of the account ends. */
export const changePassword = command('account.changePassword', shape({ password: Password }), {
  may: 'account.own',
  fresh: true,
  people: () => [],
  run: async ({ db, actor }, { password }) => {
    const problem = await passwordProblem(password, await store.wordsNear(db, actor.id))
    if (problem) return { problems: [{ question: 'password', problem }] }
    await store.setPassword(db, actor.id, await hashPassword(password), actor.sessionId)
    return { answer: {} }
  },
})

/** A team, new or changed. `version`: the one that was read, 0 for a new team. */
export const keepTeam = command('staff.keepTeam', shape({
  id: Id, version: Type.Integer({ minimum: 0 }), name: Words(200), kind: OneOf(['directorate', 'service', 'team', 'frontDoor', 'emergencyDuty', 'agency']), domain: OneOf(domains),
  parentId: orNull(Id), active: Type.Boolean(), reason: optional(Type.String({ maxLength: 1000 })),
}), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db }, { version, reason, ...team }) => {
    if (team.parentId !== null && (await store.isBelow(db, team.parentId, team.id))) return { problems: [{ question: 'parentId', problem: 'A team cannot stand under itself, or under a team below it. Choose another team above.' }] }
    const now = await orRefused(onlyAdministrator, store.keepTeam(db, { ...team, name: team.name.trim() }, version, reason ?? null))
    if (now === undefined) throw conflict('Somebody else changed this team meanwhile. Open it again and make your change there.')
    return { answer: { id: team.id, version: now } }
  },
})

/** Gives somebody a role in a team (or none, for roles of the whole council), from a moment on. */
export const beginRole = command('staff.beginRole', shape({ actorId: Id, teamId: orNull(Id), role: OneOf(roles), from: optional(Moment), to: optional(Moment), reason: Words(1000) }), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db, now }, { actorId, teamId, role, from, to, reason }) => {
    const starts = from ?? now
    if (!isInstant(starts) || (to !== undefined && (!isInstant(to) || to <= starts))) return { problems: [{ question: 'to', problem: 'Choose an end after the beginning.' }] }
    const id = newId()
    await orRefused(onlyAdministrator, store.beginMembership(db, { id, actorId, teamId, role, from: moment(starts), to: to === undefined ? null : moment(to) }, reason.trim()))
    await endWeakSessions(db, { who: actorId })
    return { answer: { id }, why: reason.trim() }
  },
})
/** Ends a role, now or at a moment to come. */
export const endRole = command('staff.endRole', shape({ id: Id, at: optional(Moment), reason: Words(1000) }), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db, now }, { id, at, reason }) => {
    const ends = at ?? now
    if (!isInstant(ends)) return { problems: [{ question: 'at', problem: 'Choose a day and a time.' }] }
    await orRefused(onlyAdministrator, store.endMembership(db, id, ends, reason.trim()))
    return { answer: {}, why: reason.trim() }
  },
})
