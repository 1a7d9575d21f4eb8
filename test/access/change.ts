import type pg from 'pg'
import { addDays } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { dbOf } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import type { Change } from './anyWorld.ts'
import { survivorOf, type World } from './policy.ts'

const pick = <One>(all: readonly One[], n: number): One | undefined => all[n % Math.max(all.length, 1)]
const without = <One>(all: readonly One[], one: One) => all.filter((x) => x !== one)

/** The world after the change, and the statement that makes the same change in the tables; undefined when there is nothing to change. */
function step(w: World, c: Change): { world: World; statement: ReturnType<typeof sql> } | undefined {
  const person = pick(w.people, c.who)!
  const actor = pick(w.actors, c.who)!
  if (c.what === 'mark') {
    return { world: { ...w, people: w.people.map((p) => (p === person ? { ...p, marking: c.marking } : p)) }, statement: sql`update access.subject set marking = ${c.marking} where id = ${person.id}` }
  }
  if (c.what === 'unmerge') {
    const m = pick(w.merges, c.which)
    return m && { world: { ...w, merges: without(w.merges, m) }, statement: sql`delete from access.person_part where part_id = ${m.part}` }
  }
  if (c.what === 'merge') {
    const into = pick(w.people, c.which)!
    if (w.merges.some((m) => m.part === person.id) || survivorOf(w, into.id) === person.id) return undefined
    return { world: { ...w, merges: [...w.merges, { part: person.id, into: into.id }] }, statement: sql`insert into access.person_part (part_id, survivor_id, merged_by, reason) values (${person.id}, ${into.id}, ${actor.id}, 'the same')` }
  }
  if (c.what === 'end') {
    const i = pick(w.involvements, c.which)
    const to = addDays(w.today, -1 - (c.who % 3) * 364)
    return i && {
      world: { ...w, involvements: w.involvements.map((x) => (x.person === i.person ? { ...x, to } : x)) },
      statement: sql`update access.involvement set to_on = ${to} where person_id = ${i.person}`,
    }
  }
  if (c.what === 'leave') {
    const to = w.now - 1000
    return {
      world: { ...w, memberships: w.memberships.map((m) => (m.actor === actor.id && m.from < to ? { ...m, to } : m)) },
      statement: sql`update access.membership set valid_to = ${new Date(to).toISOString()} where actor_id = ${actor.id} and valid_from < ${new Date(to).toISOString()}`,
    }
  }
  if (c.what === 'deactivate') {
    return { world: { ...w, actors: w.actors.map((a) => (a === actor ? { ...a, active: !a.active } : a)) }, statement: sql`update access.actor set active = not active where id = ${actor.id}` }
  }
  if (c.what === 'own') {
    const own = c.which % 3 === 0 ? undefined : person.id
    return { world: { ...w, actors: w.actors.map((a) => (a === actor ? { ...a, ownRecord: own } : a)) }, statement: sql`update access.actor set person_id = ${own ?? null} where id = ${actor.id}` }
  }
  if (c.what === 'moveTeam') {
    const last = w.teams.at(-1)!
    const under = pick(w.teams.slice(0, -1), c.which)!
    return { world: { ...w, teams: w.teams.map((t) => (t === last ? { ...t, parent: under.id } : t)) }, statement: sql`update access.team set parent_id = ${under.id} where id = ${last.id}` }
  }
  return {
    world: { ...w, exclusions: [...w.exclusions, { person: person.id, actor: actor.id, until: undefined }] },
    statement: sql`insert into access.exclusion (id, person_id, actor_id, reason) values (${newId()}, ${person.id}, ${actor.id}, 'neighbour')`,
  }
}

/** Lets the changes happen in the tables, each in a transaction of its own, and answers the world after them. */
export async function letHappen(owner: pg.Pool, w: World, changes: readonly Change[]): Promise<World> {
  let world = w
  for (const change of changes) {
    const next = step(world, change)
    if (!next) continue
    const client = await owner.connect()
    try {
      await client.query('begin; set local role kith_gate')
      await dbOf(client).run(next.statement)
      await client.query('commit')
    } finally {
      client.release()
    }
    world = next.world
  }
  return world
}
