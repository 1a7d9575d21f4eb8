import type { BirthFollower } from '../../record/people/births/followers.ts'
import { addChildren } from './store/births.ts'

/** An assessment that is not agreed yet goes on about all children who are born. */
export const assessmentsFollowBirth: BirthFollower = { born: async ({ db }, unborn, beside) => { if (beside.length > 0) await addChildren(db, unborn, beside) } }
