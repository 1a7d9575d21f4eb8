import type { ClockSource } from '../../record/work/standing/sources.ts'
import * as store from './store.ts'

/** A child was seen: a visit or direct work that says so, as it stands now. A visit that was corrected counts once. */
export const seenClocks: ClockSource = async (asking, _people, ids) =>
  (await store.seenDays(asking.db, ids)).flatMap((one) => ['child.seen', 'child.visited'].map((event) => ({ event, on: one.on, people: [one.personId] })))
