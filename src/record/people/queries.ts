import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { isId } from '../../kernel/ids.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { notFound } from '../../kernel/errors.ts'
import { query } from '../access/act.ts'
import type { Asking, Sight } from '../access/model.ts'
import { lookUp, standing } from '../access/register.ts'
import type { Address, Card, Fact, Identifier, Name, Relationship, Voice, Warning } from './model.ts'
import type { LegalStatus } from './legal/model.ts'
import { statuses } from './legal/store.ts'
import type { Db } from '../../platform/db/pool.ts'
import * as store from './store/reading.ts'
import type { Parts } from './store/reading.ts'

export type { Parts }

/** What may be known of somebody, before anything is read. @throws NotFound where existence is hidden */
export async function sightOf(asking: Asking, personId: string): Promise<{ id: string; sight: Exclude<Sight, 'nothing'>; marking: string }> {
  asking.saw([personId])
  const [known] = await Promise.all([standing(asking.db, personId), lookUp(asking.db, [personId].filter(isId))])
  return sightIn(known)
}

function sightIn(known: Awaited<ReturnType<typeof standing>>): { id: string; sight: Exclude<Sight, 'nothing'>; marking: string } {
  if (known.sight === 'nothing') throw notFound('We could not find that person.')
  return { id: known.survivorId, sight: known.sight, marking: known.marking }
}

/** Everything held about some people, as the reader may see it: merged parts answer as the survivor. */
export type PeopleRead = Readonly<{
  cards: readonly Card[]
  names: readonly Name[]
  addresses: readonly Address[]
  facts: readonly Fact[]
  identifiers: readonly Identifier[]
  relationships: readonly Relationship[]
  warnings: readonly Warning[]
  voices: readonly Voice[]
  legalStatuses: readonly LegalStatus[]
}>

const together = <Row extends Readonly<{ personId: string }>>(rows: readonly Row[], survivorOf: (id: string) => string): Row[] =>
  rows.map((row) => ({ ...row, personId: survivorOf(row.personId) }))

/** The rows about people as they stand; with `before`, as they stood just before that moment. `people`: survivors. `today`: which safety notes have ended. */
export async function rowsAbout(asking: Asking, people: readonly string[], today: PlainDate, before?: Instant): Promise<Omit<PeopleRead, 'cards'>> {
  const { db } = asking
  const parts = await store.partsOf(db, people)
  return rowsOf(db, parts, today, before)
}

async function rowsOf(db: Db, parts: Parts, today: PlainDate, before?: Instant): Promise<Omit<PeopleRead, 'cards'>> {
  const survivors = new Map([...parts].flatMap(([survivor, ids]) => ids.map((id) => [id, survivor] as const)))
  const survivorOf = (id: string) => survivors.get(id) ?? id
  const all = [...survivors.keys()]
  const [names, addresses, facts, identifiers, relationships, warnings, voices, legalStatuses] = await Promise.all([
    store.names(db, all, before), store.addresses(db, all, before), store.facts(db, all, before), store.identifiers(db, all, before), store.relationships(db, all, before),
    store.warnings(db, all, today, before), store.voices(db, all, before), statuses(db, all, before),
  ])
  return {
    names: together(names, survivorOf), addresses: together(addresses, survivorOf), facts: together(facts, survivorOf), identifiers: together(identifiers, survivorOf),
    relationships: together(relationships, survivorOf).map((r) => ({ ...r, otherId: survivorOf(r.otherId) })), warnings: together(warnings, survivorOf), voices: together(voices, survivorOf),
    legalStatuses: together(legalStatuses, survivorOf),
  }
}

/** Reads people whole. `people`: survivors. `parts`: the ids under which their rows stand, where they are known already. */
export async function readPeople(asking: Asking, people: readonly string[], parts?: Parts): Promise<PeopleRead> {
  const [cards, rows] = await Promise.all([store.cards(asking.db, people), parts ? rowsOf(asking.db, parts, asking.today) : rowsAbout(asking, people, asking.today)])
  asking.saw(cards.map((card) => card.id))
  return { cards, ...rows }
}

/** The name cards of people, by id: whom the reader may not know is missing without a trace. */
export async function cardsOf(asking: Asking, people: readonly string[]): Promise<Map<string, Card>> {
  const cards = await store.cards(asking.db, people)
  asking.saw(cards.map((card) => card.id))
  return new Map(cards.map((card) => [card.id, card]))
}

/** All ids under which rows about these people stand (parts of merged people). */
export const idsOf = async (asking: Asking, people: readonly string[]): Promise<string[]> => [...(await store.partsOf(asking.db, people)).values()].flat()

/** The parts of each of these people, in one round trip. */
export const partsOf = (asking: Asking, people: readonly string[]): Promise<Parts> => store.partsOf(asking.db, people)

/** The same of people whose parts are known already. */
export const idsIn = (parts: Parts, people: readonly string[]): string[] => people.flatMap((id) => parts.get(id) ?? [id])

/** One person, whole. */
export const person = query('people.person', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const known = await sightOf(asking, id)
    return { id: known.id, sight: known.sight, ...(await readPeople(asking, known.sight === 'exists' ? [] : [known.id])) }
  },
})

/** Who belongs to the family around somebody, in one round trip: with everybody's sight looked up before it is asked row by row. @throws NotFound where existence is hidden */
export async function familyAround(asking: Asking, id: string): Promise<{ id: string; sight: Exclude<Sight, 'nothing'>; parts: Parts }> {
  asking.saw([id])
  if (!isId(id)) throw notFound('We could not find that person.')
  const [found, , members] = await Promise.all([standing(asking.db, id), store.lookUpFamily(asking.db, id), store.familyOf(asking.db, id)])
  const known = sightIn(found)
  return { id: known.id, sight: known.sight, parts: known.sight === 'full' ? members : known.sight === 'card' ? await store.partsOf(asking.db, [known.id]) : new Map() }
}

/** The family around somebody: kin and household, each as far as the reader may see. */
export const family = query('people.family', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const around = await familyAround(asking, id)
    return { id: around.id, sight: around.sight, ...(await readPeople(asking, [...around.parts.keys()], around.parts)) }
  },
})

/** The worker of each person now, by survivor. */
export async function keyWorkersOf(asking: Asking, people: readonly string[], known?: Parts): Promise<Map<string, { worker: string; team: string | null; since: string }>> {
  const parts = known ?? (await store.partsOf(asking.db, people))
  const rows = await store.keyWorkers(asking.db, [...parts.values()].flat())
  const owner = new Map([...parts].flatMap(([survivor, ids]) => ids.map((id) => [id, survivor] as const)))
  const first = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const survivor = owner.get(row.personId)
    if (survivor !== undefined && !first.has(survivor)) first.set(survivor, row)
  }
  return first
}

/** To whom work about each of these people is given: their worker with the team, else the team. */
export async function holdersOf(asking: Asking, people: readonly string[]): Promise<Map<string, { workerId: string | null; teamId: string | null }>> {
  const parts = await store.partsOf(asking.db, people)
  const rows = await store.holders(asking.db, [...parts.values()].flat())
  return new Map([...parts].flatMap(([survivor, ids]) => rows.filter((row) => ids.includes(row.personId)).sort((a, b) => Number(a.workerId === null) - Number(b.workerId === null)).slice(0, 1).map((row) => [survivor, row] as const)))
}

/** Who works with somebody, for the name card. */
export async function workingWith(asking: Asking, personId: string): Promise<store.Working[]> {
  const all = await store.whoWorksWith(asking.db, personId)
  // Somebody allocated to several pieces of work is named once, a team only where nobody of it is.
  return all.filter((w, i) => all.findIndex((o) => o.worker === w.worker && o.team === w.team) === i && (w.worker !== null || !all.some((o) => o.worker !== null && o.team === w.team && (o.to === null || w.to !== null))))
}
