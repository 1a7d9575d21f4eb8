import { notFound } from '../../kernel/errors.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { query } from './act.ts'
import { isId } from '../../kernel/ids.ts'
import { ownRequests, sightRequest as requestById } from './store/asking.ts'
import { givenSight as allGiven, keepings, keptHistory, openings, openUntil } from './store/keeping.ts'
import { accounts, frontDoorManagers, managersOf, memberships, staffChanges, teams } from './store/staff.ts'
import { notWritable, standing } from './store.ts'

/** What may be known of a person before their page, and how the record is kept, for those who may change that. */
export const keeping = query('access.keeping', shape({ personId: Id }), {
  may: 'person.mark',
  run: async ({ db, saw }, { personId }) => {
    saw([personId])
    const { sight, marking, survivorId } = await standing(db, personId)
    if (sight === 'nothing') throw notFound('We could not find that person.')
    return { personId: survivorId, sight, marking, may: (await notWritable(db, [survivorId], 'shared')).length === 0, kept: await keepings(db, personId), history: await keptHistory(db, personId) }
  },
})

/** What somebody is told before they open a record with a reason, and until when it is open to them already. */
export const beforeOpening = query('access.beforeOpening', shape({ personId: Id }), {
  may: 'glass.break',
  run: async ({ db, actor, today, saw }, { personId }) => {
    saw([personId])
    const { sight, survivorId } = await standing(db, personId)
    if (sight === 'nothing') throw notFound('We could not find that person.')
    return { personId: survivorId, sight, today, until: await openUntil(db, actor.id, survivorId), asked: await ownRequests(db, survivorId), managers: await managersOf(db, actor.teams), frontDoor: await frontDoorManagers(db) }
  },
})

/** A request for sight, for those whom it reached. */
export const sightRequest = query('access.sightRequest', shape({ id: Id }), {
  may: 'record.read',
  run: async ({ db, saw }, { id }) => {
    const request = isId(id) ? await requestById(db, id) : undefined
    if (!request) throw notFound('We could not find that request.')
    saw([request.personId])
    return { request }
  },
})

/** What accounts were given or kept from: who, when, until when and by whom, never whose record it is (access policy, rule 15). */
export const givenSight = query('access.givenSight', shape({}), { may: 'council.configure', run: async ({ db }) => ({ given: await allGiven(db, 300) }) })

/** Openings by break-glass that nobody has looked at yet. Without the name of anybody on record. */
export const openingsToReview = query('access.openingsToReview', shape({}), { may: 'glass.review', run: async ({ db }) => ({ openings: await openings(db) }) })

/** Everybody who works here: accounts, teams, and who is what in which team, now or from a moment to come. */
export const staff = query('staff.list', shape({}), {
  may: 'staff.read',
  run: async ({ db }) => ({ accounts: await accounts(db), teams: await teams(db), memberships: await memberships(db) }),
})

/** Who changed what of an account, and why. */
export const accountHistory = query('staff.history', shape({ actorId: Id }), { may: 'council.configure', run: async ({ db }, { actorId }) => ({ changes: await staffChanges(db, actorId) }) })
