import { Type } from '@sinclair/typebox'
import { newId } from '../../../kernel/ids.ts'
import { Id, OneOf, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../act.ts'
import { changeSetting } from '../council.ts'
import { needsFactor, secondFactorKey } from '../identity/identity.ts'
import { orRefused } from '../store/keeping.ts'
import { endFactor, endSessions, endWeakSessions, factorsOf, secondFactorRule, signerOf } from '../store/identity.ts'
import { tieOutside } from '../store/outside.ts'
import { askRecovery as ask, recoveryNotices, witnessRecovery as witness } from '../store/recovery.ts'

/** Ends one of one's own sessions, or all but this one. */
export const endOwnSessions = command('account.endSessions', shape({ only: Type.Optional(Id) }), {
  may: 'account.own',
  people: () => [],
  run: async ({ db, actor }, { only }) => ({ answer: { ended: await endSessions(db, actor.id, only === undefined ? { keep: actor.sessionId } : { only }) } }),
})

/** Takes one of one's own second factors away; never the last where the council asks for one. */
export const removeFactor = command('account.removeFactor', shape({ id: Id }), {
  may: 'account.own',
  fresh: true,
  people: () => [],
  run: async ({ db, actor }, { id }) => {
    const [signer, factors, rule] = [await signerOf(db, actor.id), await factorsOf(db, actor.id), await secondFactorRule(db)]
    if (signer && needsFactor(signer, rule) && !factors.some((one) => one.id !== id)) return { problems: [{ question: 'factors', problem: 'This is your only one, and the council asks for one. Add the new one first, then take this away.' }] }
    return { answer: { ended: await endFactor(db, id, actor.id) } }
  },
})

/** The notice that one's second factor was taken away is read. */
export const readRecoveryNotices = command('account.readNotices', shape({}), {
  may: 'account.own',
  people: () => [],
  run: async ({ db }) => ({ answer: { read: (await recoveryNotices(db, true)).length } }),
})

/** An administrator ends a colleague's sessions, wherever they are open. */
export const endSessionsOf = command('staff.endSessions', shape({ actorId: Id }), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db }, { actorId }) => ({ answer: { ended: await endSessions(db, actorId, {}) }, why: actorId }),
})

const Reason = Type.String({ minLength: 20, maxLength: 1000, problem: 'Say in 20 characters or more how you know that it is them: whom you saw, or rang on which known number.' })
/** Somebody lost their phone and their codes: an administrator asks, and a witness who knows them confirms. */
export const askRecovery = command('staff.askRecovery', shape({ actorId: Id, witnessId: Id, reason: Reason }), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db }, { actorId, witnessId, reason }) => {
    const id = newId()
    await orRefused('An administrator asks for a colleague, and a third person is the witness. Choose another witness.', ask(db, { id, actorId, witnessId, reason: reason.trim() }))
    return { answer: { id }, why: `${actorId}: ${reason.trim()}` }
  },
})
/** The witness confirms that it is them, and the lost factor, the codes and open sessions end; or declines. */
export const witnessRecovery = command('staff.witnessRecovery', shape({ id: Id, agreed: Type.Boolean() }), {
  may: 'account.own',
  fresh: true,
  people: () => [],
  run: async ({ db }, { id, agreed }) => {
    const who = await orRefused('This does not wait for you any more. The administrator can ask again.', witness(db, id, agreed))
    return { answer: { agreed }, why: `${agreed ? 'confirmed' : 'declined'}: ${who}` }
  },
})

/** Says who somebody is at the council's own sign-in: its issuer and the subject that stays. What they were there before is void. */
export const tieCouncilSignIn = command('staff.tieCouncilSignIn', shape({ actorId: Id, issuer: Type.String({ pattern: '^https?://', maxLength: 300 }), subject: Words(300), reason: Words(1000) }), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db }, { actorId, issuer, subject, reason }) => {
    await orRefused('An administrator says this of a colleague, and nobody of themselves.', tieOutside(db, { issuer, subject: subject.trim() }, actorId, reason.trim()))
    return { answer: {}, why: `${actorId}: ${reason.trim()}` }
  },
})

/** Of whom a second factor is asked. */
export const changeSecondFactor = command('council.changeSecondFactor', shape({ rule: OneOf(['required', 'administrators']) }), {
  may: 'council.configure',
  fresh: true,
  people: () => [],
  run: async ({ db, actor }, { rule }) => {
    await changeSetting(db, secondFactorKey, rule, actor.id)
    return { answer: { rule, ended: await endWeakSessions(db, { keep: actor.sessionId }) } }
  },
})
