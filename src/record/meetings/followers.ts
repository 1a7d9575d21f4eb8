import type { PlainDate } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import type { Asking, Happening } from '../access/model.ts'
import type { Hold, WholeMeeting } from './model.ts'

/** A plan of somebody else that a meeting confirms or changes, and does not write anew: brought forward with where it comes from. */
export type Brought = Readonly<{
  from: string; href: string; since: PlainDate; categories: ReadonlyMap<string, string>
  needs: readonly Readonly<{ about: readonly string[]; words: string; wanted: string; actions: readonly Readonly<{ words: string; owner: string; dueOn: PlainDate | null; evidence: string }>[] }>[]
  members: readonly Readonly<{ agency: string; name: string; role: string | null }>[]
}>

/** What follows from a meeting of some kinds: contributed by the module whose meetings they are. */
export type MeetingFollower = Readonly<{
  kinds: readonly string[]
  /** What somebody else decided before about these people. */
  brings?: (asking: Asking, people: readonly string[]) => Promise<Brought | undefined>
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

/** What is brought forward to a meeting of this kind about these people, if anything is. */
export async function broughtTo(asking: Asking, kind: string, people: readonly string[]): Promise<Brought | undefined> {
  for (const follower of followersOf(kind)) {
    const brought = await follower.brings?.(asking, people)
    if (brought) return brought
  }
  return undefined
}
