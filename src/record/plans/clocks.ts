import type { Happening } from '../../engine/timescales/model.ts'
import type { ClockSource } from '../work/standing/sources.ts'
import { plansAbout } from './store.ts'

/** What plans are to clocks: begun and ended, for each child on their own day. */
export const planClocks: ClockSource = async (asking, people, ids) =>
  (await plansAbout(asking.db, ids, false)).flatMap((plan) => plan.people.filter((one) => people.includes(one.personId)).flatMap((one): Happening[] => [
    { event: `${plan.kind}.started`, on: one.startedOn, people: [one.personId] }, ...(one.endedOn ? [{ event: `${plan.kind}.ended`, on: one.endedOn, people: [one.personId] }] : []),
  ]))
