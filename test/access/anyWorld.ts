import fc from 'fast-check'
import { addDays, dayOf, moment } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { domains, survivorOf, type Marking, type MembershipOf, type TeamOf, type World } from './policy.ts'

const hour = 3_600_000
const markings: Marking[] = ['open', 'restricted', 'sealed']

/** How a small council looks, by numbers. */
export const anyPlan = fc.record({
  actors: fc.array(fc.record({ kind: fc.constantFrom('staff', 'staff', 'staff', 'staff', 'partner', 'portal', 'machine'), active: fc.integer({ min: 0, max: 9 }), own: fc.option(fc.nat(4), { freq: 6 }) }), { minLength: 4, maxLength: 6 }),
  // The first team is the directorate; every other stands under an earlier one.
  teams: fc.array(fc.record({ kind: fc.constantFrom('team', 'team', 'service', 'frontDoor', 'emergencyDuty', 'agency'), parent: fc.nat(5) }), { minLength: 4, maxLength: 6 }),
  memberships: fc.array(fc.record({
    actor: fc.nat(5), team: fc.option(fc.nat(6), { freq: 8 }),
    role: fc.constantFrom('worker', 'worker', 'worker', 'manager', 'manager', 'head', 'businessSupport', 'records', 'administrator', 'privacy', 'legal', 'designatedOfficer', 'partner', 'partner'),
    from: fc.constantFrom(-400, -400, -1, 1), lasts: fc.option(fc.constantFrom(200, 399, 800), { freq: 2 }),
  }), { minLength: 4, maxLength: 9 }),
  people: fc.array(fc.constantFrom(...markings, 'open', 'open', 'open'), { minLength: 5, maxLength: 5 }),
  merges: fc.uniqueArray(fc.record({ part: fc.integer({ min: 1, max: 4 }), into: fc.nat(3) }), { maxLength: 2, selector: (m) => m.part }),
  listed: fc.array(fc.record({ person: fc.nat(4), actor: fc.nat(5), until: fc.constantFrom(undefined, undefined, -hour, hour) }), { maxLength: 4 }),
  exclusions: fc.array(fc.record({ person: fc.nat(4), actor: fc.nat(5), until: fc.constantFrom(undefined, undefined, -hour, hour) }), { maxLength: 2 }),
  involvements: fc.array(fc.record({
    person: fc.nat(4), team: fc.option(fc.nat(6), { freq: 5 }), worker: fc.option(fc.nat(5), { freq: 1 }),
    domain: fc.constantFrom(...domains, 'children', 'children', 'adults'), ended: fc.option(fc.constantFrom(-30, 0, 1, 200, 364, 365, 366, 400), { freq: 1 }), superseded: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  }), { minLength: 3, maxLength: 8 }),
  grants: fc.array(fc.record({ person: fc.nat(4), actor: fc.nat(5), domain: fc.constantFrom(...domains), write: fc.boolean(), until: fc.constantFrom(-hour, hour), ended: fc.integer({ min: 0, max: 3 }).map((n) => n === 0) }), { maxLength: 2 }),
  glass: fc.array(fc.record({ person: fc.nat(4), actor: fc.nat(5), until: fc.constantFrom(-hour, hour) }), { maxLength: 2 }),
  shares: fc.array(fc.record({ person: fc.nat(4), agency: fc.nat(6), until: fc.constantFrom(undefined, hour, -hour) }), { maxLength: 3 }),
  together: fc.array(fc.record({ people: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }), domain: fc.constantFrom(...domains) }), { maxLength: 4 }),
  adoption: fc.option(fc.record({ old: fc.nat(4), became: fc.nat(4), leftBehind: fc.uniqueArray(fc.nat(4), { maxLength: 2 }), listed: fc.array(fc.record({ actor: fc.nat(5), until: fc.constantFrom(undefined, -hour, hour) }), { maxLength: 2 }) }), { freq: 1 }),
})

type Plan = typeof anyPlan extends fc.Arbitrary<infer One> ? One : never
/** The world of a plan at this moment (milliseconds), each time with ids of its own, so that many fit into one database. */
export function worldOf(p: Plan, now: number): World {
  const today = dayOf(moment(now))
  const people = p.people.map((marking) => ({ id: newId(), marking }))
  const directorate: TeamOf = { id: newId(), kind: 'directorate' }
  const teams: TeamOf[] = [directorate]
  for (const t of p.teams) teams.push({ id: newId(), kind: t.kind, parent: (teams[t.parent % teams.length] ?? directorate).id })
  const person = (n: number) => people[n % people.length]!.id
  const team = (n: number) => teams[n % teams.length]!.id
  const actors = p.actors.map((a) => ({ id: newId(), kind: a.kind, active: a.active > 0, ownRecord: a.own === null ? undefined : person(a.own) }))
  const actor = (n: number) => actors[n % actors.length]!.id
  const day = 24 * hour
  const memberships: MembershipOf[] = p.memberships.map((m) => ({
    actor: actor(m.actor), team: m.team === null ? undefined : team(m.team), role: m.role, from: now + m.from * day, to: m.lasts === null ? undefined : now + (m.from + m.lasts) * day,
  }))
  const world: World = {
    now, today, actors, teams, memberships, people,
    merges: p.merges.filter((m) => m.into < m.part).map((m) => ({ part: person(m.part), into: person(m.into) })),
    listed: p.listed.map((l) => ({ person: person(l.person), actor: actor(l.actor), until: l.until && now + l.until }))
      .filter((l, i, all) => !all.slice(i + 1).some((m) => m.person === l.person && m.actor === l.actor)),
    exclusions: p.exclusions.map((x) => ({ person: person(x.person), actor: actor(x.actor), until: x.until && now + x.until })),
    involvements: p.involvements.filter((i) => i.team !== null || i.worker !== null).map((i) => ({
      person: person(i.person), team: i.team === null ? undefined : team(i.team), worker: i.worker === null ? undefined : actor(i.worker),
      domain: i.domain, superseded: i.superseded, to: i.ended === null ? undefined : addDays(today, -i.ended),
    })),
    grants: p.grants.map((g) => ({ ...g, person: person(g.person), actor: actor(g.actor), until: now + g.until })),
    glass: p.glass.map((g) => ({ person: person(g.person), actor: actor(g.actor), until: now + g.until })),
    shares: p.shares.map((s) => ({ person: person(s.person), agency: team(s.agency), until: s.until && now + s.until })),
    together: p.together.map((t) => ({ people: t.people.map(person), domain: t.domain })),
    adoptions: p.adoption === null ? [] : [{
      old: person(p.adoption.old), became: person(p.adoption.became), leftBehind: p.adoption.leftBehind.map(person),
      listed: p.adoption.listed.map((l) => ({ actor: actor(l.actor), until: l.until && now + l.until })).filter((l, i, all) => !all.slice(i + 1).some((m) => m.actor === l.actor)),
    }],
  }
  return { ...world, adoptions: world.adoptions.filter(() => !isMuddled(world)) }
}

/** Nobody becomes who they are already, or is their own brother or sister: what merging refuses. */
export const isMuddled = (w: World): boolean => w.adoptions.some((a) => [a.became, ...a.leftBehind].some((other) => survivorOf(w, other) === survivorOf(w, a.old)))

/** What may happen to a council afterwards. Numbers choose whom. */
export const anyChanges = fc.array(fc.record({
  what: fc.constantFrom('mark', 'unmerge', 'merge', 'end', 'supersede', 'leave', 'join', 'deactivate', 'moveTeam', 'newTeam', 'exclude', 'meetAgain', 'own', 'list', 'offList', 'work', 'endGrant', 'nameForAdoption'), who: fc.nat(20), which: fc.nat(20), marking: fc.constantFrom(...markings),
}), { maxLength: 5 })
export type Change = typeof anyChanges extends fc.Arbitrary<readonly (infer One)[]> ? One : never
