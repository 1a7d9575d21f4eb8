import { agreedWords } from '../../engine/timescales/words.ts'
import { addDays, shortDay, type PlainDate } from '../../kernel/dates.ts'
import type { Asking } from '../access/model.ts'
import { groupByDay } from '../work/besideRows.ts'
import type { BesideOfTeam, BesideSource, BesideWork } from '../work/besideTray.ts'
import type { Household, HouseholdStep } from './model.ts'
import { householdClocks, nextOfHousehold, type HouseholdClock } from './reckoning/householdClocks.ts'
import { householdStands, type Stands } from './reckoning/households.ts'
import * as store from './store/households.ts'

const soon = 28

/** What is due next of a household: late, or due within four weeks, or waiting. */
function dueOf(stands: Stands, today: PlainDate): HouseholdClock | undefined {
  const next = stands.stage !== 'over' ? nextOfHousehold(householdClocks(stands.household.kind, stands.steps, today)) : undefined
  return next?.clock.dueOn && (next.clock.state === 'paused' || next.clock.dueOn <= addDays(today, soon)) ? next : undefined
}

function rowOf(stands: Stands, next: HouseholdClock, today: PlainDate): BesideWork {
  const waits = next.clock.state === 'paused'
  const dueOn = next.clock.dueOn ?? today
  const href = `/care/households/${stands.household.id}#clocks`
  const late = dueOn < today
  const clock = waits ? { state: 'waiting' as const, words: 'Paused', second: next.clock.reason ?? '' }
    : { state: late ? 'late' as const : dueOn === today ? 'today' as const : next.clock.state === 'dueSoon' ? 'soon' as const : 'inTime' as const, words: agreedWords(dueOn, today), second: `${late ? 'was due' : 'due'} ${shortDay(dueOn, today)}${next.ownOn ? `; our own measure ${next.ownOn < today ? 'was' : 'is'} ${shortDay(next.ownOn, today)}` : ''}` }
  return { group: waits ? 'waiting' : groupByDay(dueOn, today), dueOn, row: { title: next.words, about: [], who: stands.household.name, names: [{ words: stands.household.name, href: `/care/households/${stands.household.id}` }], also: 'carer household', clock, open: { href, words: waits ? 'View' : 'Open' } } }
}

const standsOf = (all: readonly Household[], steps: readonly HouseholdStep[]): Stands[] => {
  const of = Map.groupBy(steps, (one) => one.householdId)
  return all.map((one) => householdStands(one, of.get(one.id) ?? [], 0))
}

async function mine(asking: Asking): Promise<readonly BesideWork[]> {
  if (!asking.actor.roles.some((role) => role === 'worker' || role === 'manager')) return []
  const ever = await store.everWith(asking.db, [asking.actor.id])
  if (ever.length === 0) return []
  const [all, steps] = await Promise.all([store.householdsNamed(asking.db, ever), store.stepsOfAll(asking.db, ever)])
  return standsOf(all, steps).flatMap((stands) => {
    const next = stands.worker?.id === asking.actor.id ? dueOf(stands, asking.today) : undefined
    return next ? [rowOf(stands, next, asking.today)] : []
  })
}

async function ofTeams(asking: Asking, teams: readonly string[]): Promise<readonly BesideOfTeam[]> {
  const members = new Map((await store.membersOfTeams(asking.db, teams)).map((one) => [one.id, one]))
  const ever = await store.everWith(asking.db, [...members.keys()])
  if (ever.length === 0) return []
  const [all, steps] = await Promise.all([store.householdsNamed(asking.db, ever), store.stepsOfAll(asking.db, ever)])
  return standsOf(all, steps).flatMap((stands): BesideOfTeam[] => {
    const member = stands.worker?.id ? members.get(stands.worker.id) : undefined
    const next = member ? dueOf(stands, asking.today) : undefined
    return member && next ? [{ ...rowOf(stands, next, asking.today), team: member.team, worker: member.id, workerName: member.name }] : []
  })
}

/** What is due of carer households: in the tray of whoever has one, and on the boards of their teams. */
export const householdsDue: BesideSource = { kind: 'carerHousehold', duties: [], mine, ofTeams }
