import type { Asking } from '../access/model.ts'
import type { BirthFollower } from '../people/births/followers.ts'
import { openWorkAbout } from './queries.ts'
import { addToWork, cancelWork, reopenWork } from './register.ts'
import { cancelledBecause } from './store.ts'

/** Also the mark by which work is opened again, when the end of the pregnancy was recorded by mistake. */
const noMore = 'The pregnancy has ended'

const aloneAbout = async (asking: Asking, unborn: readonly string[]): Promise<readonly string[]> =>
  (await openWorkAbout(asking, unborn)).filter((item) => item.people.every((person) => unborn.includes(person.id))).map((item) => item.id)

/** Open work about an unborn child, with its clocks, goes on about all who are born; about none of them it ends. */
export const workFollowsBirth: BirthFollower = {
  born: async (asking, unborn, beside) => {
    if (beside.length > 0) for (const item of await openWorkAbout(asking, unborn)) await addToWork(asking, item.id, beside)
  },
  ended: async (asking, unborn) => { for (const itemId of await aloneAbout(asking, unborn)) await cancelWork(asking, itemId, noMore) },
  takenBack: async (asking, unborn) => { for (const itemId of await cancelledBecause(asking.db, unborn, noMore)) await reopenWork(asking, itemId, 'The end of the pregnancy was recorded by mistake') },
}
