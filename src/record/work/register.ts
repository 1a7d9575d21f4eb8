import { conflict, notAllowed, notFound } from '../../kernel/errors.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql } from '../../platform/db/sql.ts'
import { involve, involveBeside } from '../access/register.ts'
import type { Asking, Domain } from '../access/model.ts'
import type { WorkItem } from './model.ts'
import { ownDue } from './ownMeasure.ts'
import * as store from './store.ts'

export type { Opening } from './store.ts'

/** Opens a piece of work for all its people at once, inside a command. Given a worker or a team, it is allocated. @returns its id */
export async function openWork(asking: Asking, opening: Omit<store.Opening, 'domain'> & Readonly<{ domain: Domain; /** `false`: who is asked decides, and does not begin to work with the family. */ involves?: false }>): Promise<string> {
  const id = await store.insertItem(asking.db, asking.actor.id, asking.now, asking.today, opening)
  if ((opening.workerId || opening.teamId) && opening.involves !== false) {
    await allocate(asking, id, opening.people, opening.domain, { teamId: opening.teamId ?? null, workerId: opening.workerId ?? null })
  }
  return id
}

export type StartedClock = Readonly<{ itemId: string; subject: Readonly<{ kind: string; id: string }>; duty: string; startedOn: PlainDate; startedAt?: Instant; dueOn?: PlainDate; dueAt?: Instant }>

export const startClock = (asking: Asking, clock: StartedClock): Promise<void> => store.insertClock(asking.db, asking.actor.id, asking.now, clock)

/** A clock, and the council’s own measure beside it where one is in force. */
export async function startClocks(asking: Asking, clock: StartedClock): Promise<void> {
  const own = ownDue(clock.duty, clock.startedOn, clock.startedAt)
  await startClock(asking, clock)
  if (own) await startClock(asking, { itemId: clock.itemId, subject: clock.subject, duty: `${clock.duty}.own`, startedOn: clock.startedOn, dueOn: own.on, ...(clock.startedAt ? { startedAt: clock.startedAt } : {}), ...(own.at ? { dueAt: own.at } : {}) })
}

/** The piece of work, as far as the reader may see it. @throws NotFound */
export async function itemFor(asking: Asking, itemId: string): Promise<WorkItem> {
  const item = await store.itemById(asking.db, itemId)
  if (!item) throw notFound('We could not find that piece of work.')
  asking.saw(item.people.map((person) => person.id))
  return item
}

/** All people a piece of work is about, for the `people` of a command. */
export const peopleOfItem = store.peopleOf
export const peopleToWrite = store.peopleToWrite

/** More people on a piece of work that is open: those who hold it work with them too from now on. */
export async function addToWork(asking: Asking, itemId: string, people: readonly string[]): Promise<void> {
  const item = await itemFor(asking, itemId)
  const fresh = people.filter((id) => !item.people.some((person) => person.id === id))
  if (fresh.length === 0) return
  await store.addPeople(asking.db, itemId, fresh)
  if (item.teamId || item.workerId) for (const personId of fresh) await involve(asking.db, { personId, teamId: item.teamId, workerId: item.workerId, domain: 'children', from: asking.today })
}

/** Finishes a piece of work with its outcome; its clocks are met, or met late. `on`: when it was really done, today unless given. */
export async function finishWork(asking: Asking, itemId: string, end: Readonly<{ outcome: string; reason?: string | undefined; on?: PlainDate; /** `stopped`: its clocks end neither met nor missed. */ clocks?: 'stopped'; /** Why it is late, a reason of the list: kept with the work and with its clocks. */ late?: string }>): Promise<void> {
  const on = end.on ?? asking.today
  await changed(store.updateItem(asking.db, itemId, sql`state = 'done', finished_on = ${on}, outcome = ${end.outcome}, reason = coalesce(${end.reason ?? null}, reason), late_why = coalesce(${end.late ?? null}, late_why), late_words = case when ${end.late ?? null}::text is null or ${end.late ?? null} = late_why then late_words end, paused_on = null, paused_why = null, paused_duty = null`))
  await store.endClocks(asking.db, itemId, on, end.clocks ?? 'met', end.late ?? end.reason)
  await store.endQuestions(asking.db, itemId, on)
}

/** Those who held a finished piece of work no longer work with its people, where they hold nothing else of theirs: the front door, once it has decided. */
export async function leaveWork(asking: Asking, itemId: string): Promise<void> {
  const item = await itemFor(asking, itemId)
  const people = await store.peopleOf(asking.db, itemId)
  if (item.workerId) await store.endInvolvement(asking.db, people, item.workerId, asking.today)
  if (item.teamId) await store.endTeamInvolvement(asking.db, people, item.teamId, asking.today)
}

/** Work that is not needed any more ends with a reason; its clocks stop, neither met nor missed. */
export async function cancelWork(asking: Asking, itemId: string, reason: string): Promise<void> {
  await changed(store.updateItem(asking.db, itemId, sql`state = 'cancelled', finished_on = ${asking.today}, reason = ${reason}, paused_on = null, paused_why = null, paused_duty = null`))
  await store.endClocks(asking.db, itemId, asking.today, 'stopped', reason)
  await store.endQuestions(asking.db, itemId, asking.today)
}

/** Opens again what was finished or cancelled, with a reason. */
export async function reopenWork(asking: Asking, itemId: string, reason: string): Promise<void> {
  await changed(store.updateItem(asking.db, itemId, sql`state = 'returned', finished_on = null, outcome = null, reason = ${reason}`))
  await asking.db.run(sql`update work.clock set met_on = null, state = 'running', reason = ${reason} where item_id = ${itemId} and superseded_at is null`)
  const item = await itemFor(asking, itemId)
  const people = await store.peopleOf(asking.db, itemId)
  await workAlsoWith(asking, await store.besideOf(asking.db, people, item.teamId, item.workerId, false), people, 'children', item)
}

/** When a running clock of a piece of work is due. */
export const clockDueOn = async (asking: Asking, duty: string, itemId: string): Promise<PlainDate | undefined> =>
  (await asking.db.maybe<{ dueOn: PlainDate | null }>(sql`select due_on as "dueOn" from work.clock where item_id = ${itemId} and duty = ${duty} and superseded_at is null and state in ('running', 'paused') limit 1`))?.dueOn ?? undefined
/** A clock that runs on goes with the work to the piece that carries it now. */
export const moveClock = (asking: Asking, duty: string, fromItem: string, toItem: string): Promise<number> =>
  asking.db.run(sql`update work.clock set item_id = ${toItem} where item_id = ${fromItem} and duty = ${duty} and superseded_at is null and state in ('running', 'paused')`)

/** Agreed for another day, or moment: its clocks run on. */
export async function setDue(asking: Asking, itemId: string, on: PlainDate, at: Instant | null): Promise<void> {
  await changed(store.updateItem(asking.db, itemId, sql`due_on = ${on}, due_at = ${at}`))
}

/** With somebody else for now (a decision is asked), or back again. */
export async function setWorkState(asking: Asking, itemId: string, state: 'open' | 'waiting' | 'returned', reason?: string): Promise<void> {
  await changed(store.updateItem(asking.db, itemId, sql`state = ${state}, reason = coalesce(${reason ?? null}, reason)`))
}

/** To whom work is given; `left`: what whoever had it says is left to do. */
export type Allocated = Readonly<{ teamId: string | null; workerId: string | null; reason?: string | undefined; left?: string | undefined }>

/** Hands a piece of work to a team, a worker or both: the history is kept, and they work with every person from now on. */
export async function allocateWork(asking: Asking, itemId: string, to: Allocated): Promise<void> {
  const item = await itemFor(asking, itemId)
  const people = await store.peopleOf(asking.db, itemId)
  await changed(store.updateItem(asking.db, itemId, sql`team_id = ${to.teamId}, worker_id = ${to.workerId}, words = coalesce(${to.left ?? null}, words)`))
  await allocate(asking, itemId, people, 'children', to)
  const beside = await store.besideOf(asking.db, people, item.teamId, item.workerId, true)
  await workAlsoWith(asking, beside, people, 'children', to)
  if (item.workerId && item.workerId !== to.workerId) await store.endInvolvement(asking.db, [...people, ...beside], item.workerId, asking.today)
}

async function allocate(asking: Asking, itemId: string, people: readonly string[], domain: Domain, to: Allocated): Promise<void> {
  if (to.workerId && to.workerId !== asking.actor.id && await store.isKeptFrom(asking.db, to.workerId, people)) throw notAllowed('This worker is kept from one of these people, so the work would be hidden from them. Choose somebody else.')
  await store.insertAllocation(asking.db, asking.actor.id, asking.now, { itemId, teamId: to.teamId, workerId: to.workerId, from: asking.today, reason: to.reason, left: to.left })
  const already = new Set(await store.involvedAlready(asking.db, people, to.teamId, to.workerId))
  for (const personId of people) {
    if (!already.has(personId)) await involve(asking.db, { personId, teamId: to.teamId, workerId: to.workerId, domain, from: asking.today })
  }
}

async function changed(count: Promise<number>): Promise<void> {
  if ((await count) === 0) throw conflict('Somebody else has changed this piece of work, or it is no longer yours to change. Open it again.')
}

/** A team, or a worker of it, works from now on also with these people for the sake of those the work is about: the parents of referred children. They are let go when the last work about those ends. */
export async function workAlsoWith(asking: Asking, people: readonly string[], becauseOf: readonly string[], domain: Domain, to: Readonly<{ teamId: string | null; workerId: string | null }>): Promise<void> {
  if (people.length === 0 || becauseOf.length === 0 || (!to.teamId && !to.workerId)) return
  await involveBeside(asking.db, { people, becauseOf, teamId: to.teamId, workerId: to.workerId, domain, from: asking.today })
}

/** Who decides for a team: its manager, or the next above; never one of those named. */
export const managerOf = (db: Db, teamId: string, not: readonly string[]): Promise<{ id: string; name: string } | undefined> => db.maybe<{ id: string; name: string }>(sql`
  with recursive up (id, step) as (select ${teamId}::uuid, 0 union select t.parent_id, up.step + 1 from up join access.team t on t.id = up.id where t.parent_id is not null)
  select a.id, a.name from up join access.membership m on m.team_id = up.id and m.role in ('manager', 'head') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) join access.actor a on a.id = m.actor_id and a.active
  where not (a.id = any (${not}::uuid[])) order by up.step, m.role desc, a.name limit 1`)

/** Whether the actor manages this team: their own, or one below. */
export const manages = async (db: Db, actorId: string, teamId: string | null): Promise<boolean> =>
  (await db.maybe<{ ok: boolean }>(sql`
    with recursive up (id) as (select ${teamId}::uuid union select t.parent_id from up join access.team t on t.id = up.id where t.parent_id is not null)
    select true as ok from access.membership m where m.actor_id = ${actorId} and m.role in ('manager', 'head') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) and m.team_id in (select id from up) limit 1`)) !== undefined

/** The team in which somebody works now; the first where they work in several. */
export const teamOfWorker = async (db: Db, workerId: string): Promise<string | null> =>
  (await db.maybe<{ id: string }>(sql`select m.team_id as id from access.membership m join access.team t on t.id = m.team_id where m.actor_id = ${workerId} and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by t.kind <> 'team', t.name limit 1`))?.id ?? null

/** Somebody sees these people for the sake of a part they take (chairing a meeting) and carries no work with them: never their key worker. */
export async function involveAs(asking: Asking, people: readonly string[], workerId: string, domain: Domain, role: string): Promise<void> {
  if (workerId !== asking.actor.id && await store.isKeptFrom(asking.db, workerId, people)) throw notAllowed('This person is kept from one of the children. Choose somebody else.')
  const already = new Set(await store.involvedAlready(asking.db, people, null, workerId, domain, role))
  for (const personId of people) if (!already.has(personId)) await involve(asking.db, { personId, workerId, domain, role, from: asking.today })
}
