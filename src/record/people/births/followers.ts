import type { Asking } from '../../access/model.ts'

/**
 * What follows a birth in the same transaction, contributed by the modules that hold work about the unborn. `unborn`: all parts of the record, which the
 * first child keeps; `beside`: the others who were born with them.
 */
export type BirthFollower = Readonly<{
  born: (asking: Asking, unborn: readonly string[], beside: readonly string[]) => Promise<void>
  ended?: (asking: Asking, unborn: readonly string[]) => Promise<void>
  takenBack?: (asking: Asking, unborn: readonly string[]) => Promise<void>
}>

const followers: BirthFollower[] = []

/** Plugs in who follows a birth. Called once, when the house is put together. */
export function plugBirthFollowers(contributed: readonly BirthFollower[]): void {
  followers.length = 0
  followers.push(...contributed)
}

export const eachFollower = async (run: (follower: BirthFollower) => Promise<void> | undefined): Promise<void> => { for (const follower of followers) await run(follower) }
