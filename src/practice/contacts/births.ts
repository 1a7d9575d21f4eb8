import type { BirthFollower } from '../../record/people/births/followers.ts'
import { addChildren } from './store/births.ts'

/** An open referral, and a contact that is not decided yet, is about all children who are born. */
export const contactsFollowBirth: BirthFollower = { born: async ({ db }, unborn, beside) => { if (beside.length > 0) await addChildren(db, unborn, beside) } }
