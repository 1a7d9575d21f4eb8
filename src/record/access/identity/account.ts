import { Id, shape } from '../../../kernel/shape.ts'
import { query } from '../act.ts'
import { factorsOf, recoveryCodesLeft, secondFactorRule, sessionsOf, signerOf } from '../store/identity.ts'
import { recoveryNotices, toWitness as waiting, witnesses } from '../store/recovery.ts'
import { needsFactor, type FactorKind } from './identity.ts'

/** How one signs in, and where one is signed in now. */
export const ownSignIns = query('account.signIns', shape({}), {
  may: 'account.own',
  run: async ({ db, actor }) => {
    const signer = await signerOf(db, actor.id)
    const factors = (await factorsOf(db, actor.id)).map(({ id, kind, label, madeAt, usedAt }) => ({ id, kind, label, madeAt, usedAt }))
    return {
      here: actor.sessionId ?? null, sessions: await sessionsOf(db, actor.id), factors, codesLeft: await recoveryCodesLeft(db, actor.id), hasPassword: signer?.hasPassword ?? false,
      needed: signer !== undefined && needsFactor(signer, await secondFactorRule(db)), notices: await recoveryNotices(db, false), toWitness: await waiting(db),
    }
  },
})

/** With what somebody signed in shows again who they are, and whether that is due. */
export const session = query('session.look', shape({}), {
  may: 'account.own',
  run: async ({ db, actor }) => {
    const signer = await signerOf(db, actor.id)
    const kinds = signer?.kinds ?? []
    const ways: readonly (FactorKind | 'password' | 'provider')[] = kinds.length > 0 ? kinds : signer?.hasPassword ? ['password'] : ['provider']
    return { id: actor.id, fresh: actor.fresh !== false, ways }
  },
})

/** A colleague's open sessions and who may witness that their second factor is taken away. */
export const signInsOf = query('staff.signIns', shape({ actorId: Id }), {
  may: 'council.configure',
  run: async ({ db }, { actorId }) => ({
    sessions: await sessionsOf(db, actorId), kinds: (await signerOf(db, actorId))?.kinds ?? [], witnesses: (await witnesses(db)).filter((one) => one.id !== actorId),
  }),
})

/** What of the council is asked for signing in. */
export const signInRule = query('council.signIn', shape({}), { may: 'council.configure', run: async ({ db }) => ({ rule: await secondFactorRule(db) }) })
