import type { Problem } from '../../kernel/errors.ts'
import type { Asking, Happening } from '../access/model.ts'
import type { Hold, WholeMeeting } from './model.ts'

/** What follows from a meeting of some kinds: contributed by the module whose meetings they are. */
export type MeetingFollower = Readonly<{
  kinds: readonly string[]
  /** What is asked besides, before it is written down. */
  problems?: (meeting: WholeMeeting, hold: Hold) => readonly Problem[]
  /** After it was held: plans begin and end, work opens. */
  held?: (asking: Asking, meeting: WholeMeeting, hold: Hold) => Promise<readonly Happening[]>
  /** After it was arranged, rearranged or cancelled. */
  changed?: (asking: Asking, meeting: WholeMeeting) => Promise<void>
}>

let followers: readonly MeetingFollower[] = []
/** Plugs in what follows from meetings. Called once, when the house is put together. */
export function plugMeetingFollowers(contributed: readonly MeetingFollower[]): void {
  followers = contributed
}
export const followersOf = (kind: string): readonly MeetingFollower[] => followers.filter((one) => one.kinds.includes(kind))
