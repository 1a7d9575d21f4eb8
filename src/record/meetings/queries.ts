import { Id, shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { Asking } from '../access/model.ts'
import { idsOf } from '../people/queries.ts'
import type { Meeting } from './model.ts'
import { meetingFor } from './register.ts'
import * as store from './store.ts'

const seen = (asking: Asking, meetings: readonly Meeting[]): readonly Meeting[] => {
  asking.saw([...new Set(meetings.flatMap((meeting) => meeting.people.map((person) => person.personId)))])
  return meetings
}

/** One meeting, whole. */
export const meeting = query('meetings.one', shape({ id: Id }), { may: 'record.read', run: (asking, { id }) => meetingFor(asking, id) })

/** Meetings about these people (survivors), the newest day first. */
export const meetingsAbout = async (asking: Asking, people: readonly string[], most = 50, states: readonly Meeting['state'][] = ['planned', 'held']): Promise<readonly Meeting[]> =>
  seen(asking, await store.meetingsAbout(asking.db, await idsOf(asking, people), most, states))
/** Who may chair a meeting of this kind about what these teams and workers do. */
export const chairsFor = (asking: Asking, o: store.MayChair): Promise<readonly store.Chair[]> => store.chairs(asking.db, o)
export type { Chair } from './store.ts'
