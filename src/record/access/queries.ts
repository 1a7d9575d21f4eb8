import { notFound } from '../../kernel/errors.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { query } from './act.ts'
import { keepings, openings, openUntil } from './store/keeping.ts'
import { accounts, frontDoorManagers, managersOf, memberships, staffChanges, teams } from './store/staff.ts'
import { standing } from './store.ts'

/** What may be known of a person before their page, and how the record is kept, for those who may change that. */
export const keeping = query('access.keeping', shape({ personId: Id }), {
  may: 'person.mark',
  run: async ({ db, saw }, { personId }) => {
    saw([personId])
    const { sight, marking, survivorId } = await standing(db, personId)
    if (sight === 'nothing') throw notFound('We could not find that person.')
    return { personId: survivorId, sight, marking, kept: await keepings(db, personId) }
  },
})

/** What somebody is told before they open a record with a reason, and until when it is open to them already. */
export const beforeOpening = query('access.beforeOpening', shape({ personId: Id }), {
  may: 'glass.break',
  run: async ({ db, actor, today, saw }, { personId }) => {
    saw([personId])
    const { sight, survivorId } = await standing(db, personId)
    if (sight === 'nothing') throw notFound('We could not find that person.')
    return { personId: survivorId, sight, today, until: await openUntil(db, actor.id, survivorId), managers: await managersOf(db, actor.teams), frontDoor: await frontDoorManagers(db) }
  },
})

/** Openings by break-glass that nobody has looked at yet. Without the name of anybody on record. */
export const openingsToReview = query('access.openingsToReview', shape({}), { may: 'glass.review', run: async ({ db }) => ({ openings: await openings(db) }) })

/** Everybody who works here: accounts, teams, and who is what in which team, now or from a moment to come. */
export const staff = query('staff.list', shape({}), {
  may: 'staff.read',
  run: async ({ db }) => ({ accounts: await accounts(db), teams: await teams(db), memberships: await memberships(db) }),
})

/** Who changed what of an account, and why. */
export const accountHistory = query('staff.history', shape({ actorId: Id }), { may: 'council.configure', run: async ({ db }, { actorId }) => ({ changes: await staffChanges(db, actorId) }) })
