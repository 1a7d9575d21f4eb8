import type pg from 'pg'
import { addDays } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { dbOf } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { isMuddled, type Change } from './anyWorld.ts'
import { domains, survivorOf, type World } from './policy.ts'

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
    const world = { ...w, merges: [...w.merges, { part: person.id, into: into.id }] }
    return isMuddled(world) ? undefined : { world, statement: sql`insert into access.person_part (part_id, survivor_id, merged_by, reason) values (${person.id}, ${into.id}, ${actor.id}, 'the same')` }
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
  if (c.what === 'supersede') {
    return { world: { ...w, involvements: w.involvements.map((x) => (x.person === person.id ? { ...x, superseded: true } : x)) }, statement: sql`update access.involvement set superseded_at = now() where person_id = ${person.id}` }
  }
  if (c.what === 'join') {
    const [team, from] = [pick(w.teams, c.which)!, w.now - 1000]
    return {
      world: { ...w, memberships: [...w.memberships, { actor: actor.id, team: team.id, role: c.marking === 'open' ? 'worker' : 'manager', from, to: undefined }] },
      statement: sql`insert into access.membership (id, actor_id, team_id, role, valid_from) values (${newId()}, ${actor.id}, ${team.id}, ${c.marking === 'open' ? 'worker' : 'manager'}, ${new Date(from).toISOString()})`,
    }
  }
  if (c.what === 'newTeam') {
    const team = { id: newId(), kind: 'team', parent: pick(w.teams, c.which)!.id } as const
    return { world: { ...w, teams: [...w.teams, team] }, statement: sql`insert into access.team (id, name, kind, parent_id) values (${team.id}, 'New', 'team', ${team.parent})` }
  }
  if (c.what === 'work') {
    const [team, worker, domain] = [c.which % 3 === 0 ? undefined : pick(w.teams, c.which)!.id, c.which % 3 === 1 ? undefined : actor.id, pick(domains, c.who + c.which)!]
    return {
      world: { ...w, involvements: [...w.involvements, { person: person.id, team, worker, domain }] },
      statement: sql`insert into access.involvement (id, person_id, team_id, worker_id, domain, from_on) values (${newId()}, ${person.id}, ${team ?? null}, ${worker ?? null}, ${domain}, '2020-01-01')`,
    }
  }
  if (c.what === 'list') {
    return {
      world: { ...w, listed: [...w.listed.filter((l) => l.person !== person.id || l.actor !== actor.id), { person: person.id, actor: actor.id, until: undefined }] },
      statement: sql`insert into access.listed (person_id, actor_id) values (${person.id}, ${actor.id}) on conflict (person_id, actor_id) do update set until = null`,
    }
  }
  if (c.what === 'offList') {
    const one = pick(w.listed, c.which)
    return one && { world: { ...w, listed: without(w.listed, one) }, statement: sql`delete from access.listed where person_id = ${one.person} and actor_id = ${one.actor}` }
  }
  if (c.what === 'meetAgain') {
    const one = pick(w.exclusions, c.which)
    return one && { world: { ...w, exclusions: w.exclusions.filter((x) => x.person !== one.person || x.actor !== one.actor) }, statement: sql`delete from access.exclusion where person_id = ${one.person} and actor_id = ${one.actor}` }
  }
  if (c.what === 'endGrant') {
    return { world: { ...w, grants: w.grants.map((g) => (g.person === person.id ? { ...g, ended: true } : g)) }, statement: sql`update access.person_grant set ended_at = now() where person_id = ${person.id}` }
  }
  if (c.what === 'nameForAdoption') {
    const one = pick(w.adoptions, c.which)
    return one && {
      world: { ...w, adoptions: w.adoptions.map((a) => (a === one ? { ...a, listed: [...a.listed.filter((l) => l.actor !== actor.id), { actor: actor.id, until: undefined }] } : a)) },
      statement: sql`insert into access.adoption_listed (adoption_id, actor_id, given_by) select id, ${actor.id}, ${actor.id} from access.adoption where old_id = ${one.old} on conflict (adoption_id, actor_id) do update set until = null`,
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
