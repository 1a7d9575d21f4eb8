import { notAllowed, notFound } from '../../kernel/errors.ts'
import { isId } from '../../kernel/ids.ts'
import type { Asking } from '../../record/access/model.ts'
import { notWritable } from '../../record/access/register.ts'
import { cardsOf, family, holdersOf, idsOf } from '../../record/people/queries.ts'
import { byBirth, childrenOf } from '../../record/people/marks.ts'
import type { Card } from '../../record/people/model.ts'
import { openWorkAbout } from '../../record/work/queries.ts'
import { manages } from '../../record/work/register.ts'
import { carriers } from '../../record/work/team/store.ts'
import type { Handover } from './model.ts'
import { splitWork, type Split } from './rules.ts'
import * as store from './store.ts'

/** One handover. @throws NotFound */
export async function handoverFor(asking: Asking, id: string): Promise<Handover> {
  const found = isId(id) ? await store.byId(asking.db, id) : undefined
  if (!found) throw notFound('We could not find that handover.')
  asking.saw(found.people)
  return found
}

export type With = Readonly<{ teamId: string; workerId: string | null }>
/** The one team that has all of these people, and the worker where all have the same. */
export async function heldBy(asking: Asking, people: readonly string[]): Promise<With | undefined> {
  const holders = [...(await holdersOf(asking, people)).values()]
  const teamId = holders[0]?.teamId
  if (!teamId || holders.length < people.length || holders.some((one) => one.teamId !== teamId)) return undefined
  const workers = new Set(holders.map((one) => one.workerId))
  return { teamId, workerId: workers.size === 1 ? (holders[0]?.workerId ?? null) : null }
}

/** Which open work goes with these people when they leave this team, and which stays and why. */
export async function workThatGoes(asking: Asking, people: readonly string[], fromTeamId: string): Promise<Split> {
  const items = await openWorkAbout(asking, await idsOf(asking, people))
  const others = await store.alsoAboutOthers(asking.db, items.map((item) => item.id), people, asking.today)
  return splitWork(items, { teamId: fromTeamId, workers: await store.workersOf(asking.db, fromTeamId), withOthers: (id) => others.has(id) })
}

/** The adults of the family with whom the same team works for their sake: they go along. */
export async function adultsOf(asking: Asking, people: readonly string[], teamId: string): Promise<readonly string[]> {
  const adults = new Set<string>()
  for (const id of people) {
    const found = await family.of(asking, { id })
    const children = new Set(childrenOf(found, asking.today).map((card) => card.id))
    for (const card of found.cards) if (!children.has(card.id) && !people.includes(card.id)) adults.add(card.id)
  }
  const holders = await holdersOf(asking, [...adults])
  const refused = new Set(await notWritable(asking.db, [...adults], 'children'))
  return [...adults].filter((id) => holders.get(id)?.teamId === teamId && !refused.has(id))
}

/** Whether the actor may hand children of this team over: whoever works in it or manages it. */
export async function mayHandOver(asking: Asking, teamId: string): Promise<boolean> {
  return asking.actor.teams.includes(teamId) || manages(asking.db, asking.actor.id, teamId)
}

/** The page that asks: the children of the family with whom they are, and the teams. @throws NotFound, NotAllowed */
export async function asking(asking: Asking, personId: string) {
  const found = await family.of(asking, { id: personId })
  const children = childrenOf(found, asking.today)
  const ids = children.map((one) => one.id)
  const holders = await holdersOf(asking, ids)
  const own = holders.get(personId)?.teamId
  if (own && !(await mayHandOver(asking, own))) throw notAllowed('Another team works with this child. Whoever works there hands them over.')
  const teams = await store.teams(asking.db)
  const theirs = children.filter((one) => own && holders.get(one.id)?.teamId === own)
  return {
    children: theirs, from: teams.find((one) => one.id === own), teams: teams.filter((one) => one.id !== own && one.kind === 'team'),
    waiting: await store.waitingFor(asking.db, await idsOf(asking, ids)), split: own ? await workThatGoes(asking, theirs.map((one) => one.id), own) : { goes: [], stays: [] },
  }
}

/** One handover as its page shows it: who may take it and to whom they can give it. */
export async function handing(asking: Asking, id: string) {
  const handover = await handoverFor(asking, id)
  const open = handover.state === 'open'
  const takes = open && handover.askedById !== asking.actor.id && (await manages(asking.db, asking.actor.id, handover.toTeamId))
  const cards: Card[] = [...(await cardsOf(asking, handover.people)).values()].sort(byBirth)
  return {
    handover, cards, takes, gives: open && (await mayHandOver(asking, handover.fromTeamId)), today: asking.today,
    workers: takes ? (await carriers(asking.db, handover.toTeamId, null)).filter((one) => one.teamId === handover.toTeamId) : [],
    split: open ? await workThatGoes(asking, handover.people, handover.fromTeamId) : { goes: [], stays: [] },
  }
}
