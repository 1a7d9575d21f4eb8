import type { Happening } from '../../engine/timescales/model.ts'
import type { ClockSource } from '../work/standing/sources.ts'
import { kindOf } from './rules.ts'
import * as store from './store.ts'

const conferences: readonly string[] = ['initialConference', 'preBirthConference', 'transferInConference']

/** What meetings are to clocks: held, arranged for a day, and what they decided for each child. */
export const meetingClocks: ClockSource = async (asking, _people, ids) =>
  (await store.happenedAt(asking.db, ids)).flatMap((one): Happening[] => {
    const kind = kindOf(one.kind)
    if (!kind) return []
    const about = { people: [one.personId] }
    if (one.state === 'planned') return kind.arranged ? [{ event: kind.arranged, on: one.on, knownOn: one.knownOn, ...about }] : []
    return [
      ...(kind.arranged ? [{ event: kind.arranged, on: one.on, knownOn: one.knownOn, ...about }] : []),
      { event: kind.held, on: one.on, ...about },
      ...(one.outcome === 'protectionPlan' && conferences.includes(one.kind) ? [{ event: 'initialConference.planMade', on: one.on, ...about }] : []),
      ...(one.outcome?.startsWith('section47') ? [{ event: 'section47Enquiry.initiated', on: one.on, ...about }] : []),
      ...(one.outcome === 'childInNeedPlan' && one.kind !== 'childInNeedMeeting' ? [{ event: 'childInNeedPlan.decided', on: one.on, ...about }] : []),
    ]
  })
