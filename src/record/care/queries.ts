import { addDays, type Instant, type PlainDate } from '../../kernel/dates.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { Asking } from '../access/model.ts'
import type { LegalStatus } from '../people/legal/model.ts'
import { statusesOf } from '../people/legal/register.ts'
import { idsOf, partsOf, sightOf } from '../people/queries.ts'
import type { CareFact, GaveWay, HouseholdStep, Period, Placement } from './model.ts'
import { countsIn, countsOf, whereTonight, whichOf, type Count, type Tonight } from './reckoning/tonight.ts'
import * as store from './store/care.ts'
import { stepsOfAll } from './store/households.ts'
import { lookUpTonight, whereOn, type Listed } from './store/tonight.ts'

/** Everything about the care of some people, under the ids of those who were asked for. */
export type CareRead = Readonly<{ periods: readonly Period[]; placements: readonly Placement[]; statuses: readonly LegalStatus[]; facts: readonly CareFact[]; /** Of the carer households in which they live or lived, where clocks are asked. */ steps?: readonly HouseholdStep[] }>

const parts = async (asking: Asking, people: readonly string[]): Promise<{ all: readonly string[]; of: (id: string) => string }> => {
  const each = await Promise.all(people.map(async (id) => [id, await idsOf(asking, [id])] as const))
  const owner = new Map(each.flatMap(([id, ids]) => ids.map((part) => [part, id] as const)))
  return { all: [...owner.keys()], of: (id) => owner.get(id) ?? id }
}
const under = <Row extends { personId: string }>(rows: readonly Row[], of: (id: string) => string): Row[] => rows.map((row) => ({ ...row, personId: of(row.personId) }))

/** The care of some people as it stands. `known`: all parts of each, where they are known. `places`: how their placements are read. `before`: as it stood just before a moment. */
export async function careOf(asking: Asking, people: readonly string[], known?: ReadonlyMap<string, readonly string[]>, places = store.placements, before?: Instant): Promise<CareRead> {
  const owner = known ? new Map([...known].flatMap(([id, ids]) => ids.map((part) => [part, id] as const))) : undefined
  const { all, of } = owner ? { all: [...owner.keys()], of: (id: string) => owner.get(id) ?? id } : await parts(asking, people)
  const [periods, placements, statuses, facts] = await Promise.all([store.periods(asking.db, all, before), places(asking.db, all, before), statusesOf(asking, all, before), store.facts(asking.db, all, before)])
  return { periods: under(periods, of), placements: under(placements, of), statuses: under(statuses, of), facts: under(facts, of) }
}

/** The same with the steps of the carer households in which they live or lived: by them an approval is over. */
export async function withSteps<Care extends CareRead>(asking: Asking, care: Care): Promise<Care> {
  const ids = [...new Set(care.placements.flatMap((one) => one.householdId ?? []))]
  return ids.length === 0 ? care : { ...care, steps: await stepsOfAll(asking.db, ids) }
}

/** One child's time in care, with what was corrected. */
export const careHistory = query('care.history', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const known = await sightOf(asking, id)
    const ids = known.sight === 'full' ? await idsOf(asking, [known.id]) : []
    const read = await careOf(asking, [known.id], new Map([[known.id, ids]]))
    const corrected: readonly (Placement & GaveWay)[] = under(await store.earlierPlacements(asking.db, ids), () => known.id)
    return { id: known.id, sight: known.sight, ...read, corrected }
  },
})

/** Every part of these people, by who they are now. */
export const wholeOf = async (asking: Asking, people: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => partsOf(asking, [...new Set(people)])

/** The same where their ids are known already: most have one. */
export const partsUnder = async (asking: Asking, people: readonly string[], ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> =>
  (ids.length === people.length ? new Map(people.map((id) => [id, [id]])) : wholeOf(asking, people))

export type TonightRead = Readonly<{ on: PlainDate; rows: readonly Tonight[]; counts: readonly Count[] }>

/** Everybody in our care on a day whom the reader may see, each once. */
export const tonight = query('care.tonight', shape({}), {
  may: 'record.read',
  run: async (asking): Promise<TonightRead> => {
    const on = asking.today
    const next = addDays(on, 1)
    await lookUpTonight(asking.db, on)
    const [looked, held] = await Promise.all([store.inCareBetween(asking.db, on, next), store.heldOn(asking.db, on)])
    const known = await wholeOf(asking, [...looked, ...held].map((one) => one.id))
    const of = new Map([...known].flatMap(([id, ids]) => ids.map((part) => [part, id] as const)))
    const ids = [...of.keys()]
    const [periods, placements, statuses, away] = await Promise.all([store.periods(asking.db, ids), store.placements(asking.db, ids), statusesOf(asking, ids), store.factsOfKinds(asking.db, ids, ['missing'])])
    const owner = (id: string) => of.get(id) ?? id
    const rows = whereTonight(on, under(periods, owner), under(placements, owner), under(statuses, owner), under(away, owner))
    asking.saw(rows.map((row) => row.personId))
    return { on, rows, counts: countsOf(rows) }
  },
})

/** The list as it is read: everybody counted, one page of them shown. `key`: behind which count; without it, everybody. */
export async function tonightPage(asking: Asking, key: string | undefined, from: number, most: number): Promise<Readonly<{ on: PlainDate; rows: readonly Listed[]; counts: readonly Count[] }>> {
  const told = await whereOn(asking.db, asking.today, whichOf(key), from, most)
  asking.saw(told.rows.map((row) => row.personId))
  return { on: asking.today, rows: told.rows, counts: countsIn(told.counts) }
}

/** What the events of the chronology point to. */
export const careTold = async ({ db }: Asking, ids: readonly string[]) => {
  const [periods, placements, facts] = await Promise.all([store.periodsNamed(db, ids), store.placementsNamed(db, ids), store.factsNamed(db, ids)])
  return { periods, placements, facts }
}

/** Facts of some kinds about a person, by all their ids. */
export const factsAbout = (asking: Asking, ids: readonly string[], kinds: readonly string[]): Promise<readonly CareFact[]> => store.factsOfKinds(asking.db, ids, kinds)

/** Children in our care with whom nobody works, as far as the reader sees them. */
export const inCareWithNobody = (asking: Asking): Promise<{ id: string; since: PlainDate }[]> => store.withNobody(asking.db)
