import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import type { Db } from '../../src/platform/db/pool.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { datedKinds } from '../../src/practice/legal/rules.ts'
import { factsOf, goingOn, openMatters } from '../../src/practice/legal/store.ts'
import { driftKept, type Drift } from '../../src/record/plans/store.ts'
import { freshDatabase } from '../database.ts'
import { actorNames, tenByTen } from './tenByTen/council.ts'
import { asActor, writeWorld } from './world.ts'

const { pool, owner } = await freshDatabase()
const { world, actor, person } = tenByTen()
await writeWorld(owner, world)

const people = Object.values(person)
// A team that works with most of them and sees them by itself, and one that sees nobody.
const family = world.teams.find((one) => one.kind === 'team')?.id ?? newId()
const teams = [family, newId()]
const next = (i: number) => people[(i + 1) % people.length] ?? newId()

const client = await owner.connect()
await client.query("begin; set local session_replication_role = 'replica'")
await client.query("insert into access.team (id, name, kind) values ($1, 'Elsewhere', 'team')", [teams[1]])
let n = 0
for (const [t, team] of teams.entries()) {
  for (const [i, id] of people.entries()) {
    for (const domain of ['children', 'adoption', 'adults']) {
      const [matter, plan] = [newId(), newId()]
      // One of the two may have ended, and a link of another domain than its matter shows nobody.
      const links = [{ id, domain, ended: i % 4 === 3 ? '2026-02-01' : null }, ...(i % 2 ? [{ id: next(i), domain: i % 3 ? domain : 'shared', ended: i % 5 ? '2026-02-02' : null }] : [])]
      await client.query('insert into legal.matter (id, domain, kind, decided_on, lead_id, team_id) values ($1, $2, $3, $4, $5, $6)', [matter, domain, i % 2 ? 'proceedings' : 'preProceedings', `2026-01-0${1 + (i % 5)}`, i % 3 ? actor.colleague : null, team])
      await client.query('insert into plans.plan (id, domain, kind, started_on, lead_id, team_id, drifts, state) values ($1, $2, $3, $4, $5, $6, $7, $8)', [plan, domain, `kind${n}`, `2026-01-0${1 + (i % 5)}`, i % 3 ? actor.colleague : null, team, i !== 4, i === 6 ? 'ended' : 'current'])
      for (const link of links) {
        await client.query("insert into legal.matter_person (matter_id, person_id, domain, kind, started_on, ended_on, outcome) values ($1, $2, $3, $4, '2026-01-01', $5, 'other')", [matter, link.id, link.domain, `kind${n}`, link.ended])
        await client.query("insert into plans.plan_person (plan_id, person_id, domain, kind, started_on, ended_on, end_reason) values ($1, $2, $3, $4, '2026-01-01', $5::date, case when $5::date is null then null else 'other' end)", [plan, link.id, link.domain, `kind${n}`, link.ended])
      }
      for (const [f, about] of [[], [id], [next(i)], [id, next(i)]].entries()) {
        await client.query("insert into legal.fact (id, fact_id, matter_id, domain, about, kind, on_day, at, until_day, superseded_at) values ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
          [newId(), matter, f === 2 && t ? 'shared' : domain, about, ['letter', 'issued', 'extension', 'hearing'][(i + f) % 4], `2026-01-1${f % 2}`, f % 3 ? null : '2026-01-10T10:00:00Z', f % 2 ? '2026-09-01' : null, (i + f) % 7 ? null : '2026-03-01'])
      }
      n++
    }
  }
}
await client.query('commit')
client.release()

const byId = <One extends Readonly<{ personId: string; startedOn: string; endedOn: string | null }>>(all: readonly One[]) => all.map(({ personId, startedOn, endedOn }) => ({ personId, startedOn, endedOn })).sort((a, b) => a.personId.localeCompare(b.personId) || String(a.endedOn).localeCompare(String(b.endedOn)))
const known = [[], people, people.filter((_, i) => i % 2)]
const seenBy = <Answer>(name: (typeof actorNames)[number], who: readonly string[], run: (db: Db) => Promise<Answer>) => asActor(pool, actor[name], async (db) => {
  await db.run(sql`select access.know(${who}::uuid[])`)
  return run(db)
})

describe.each(actorNames)('Beside the boards of a service, %s is told', (name) => {
  it('the legal work that the policies show, with the children and the days they show, whoever was looked up before', async () => {
    for (const who of known) {
      for (const of of [teams, [family]]) {
        const { told, shown } = await seenBy(name, who, async (db) => {
          const matters = (await openMatters(db)).filter((one) => of.includes(one.teamId ?? ''))
          const facts = await factsOf(db, matters.map((one) => one.id))
          return { told: await goingOn(db, of, datedKinds), shown: matters.map((one) => ({ ...one, facts: facts.filter((fact) => fact.matterId === one.id && datedKinds.includes(fact.kind)) })) }
        })
        expect(told.map((one) => ({ ...one, people: byId(one.people) }))).toEqual(shown.map(({ id, kind, teamId, lead, decidedOn, people: children, facts }) => ({
          id, kind, teamId, lead, decidedOn, people: byId(children), facts: facts.map(({ kind: what, on, until, about }) => ({ kind: what, on, until, about, answers: {}, words: null })),
        })))
      }
    }
  })
  it('the plans that drift as the policies show them, each counted with its team', async () => {
    for (const who of known) {
      const { told, shown } = await seenBy(name, who, async (db) => ({
        told: { all: await driftKept(db, teams, 500), first: await driftKept(db, teams, 3) },
        shown: await db.rows<Drift>(sql`select p.id as "planId", p.team_id as "teamId", p.kind, p.started_on as "startedOn", l.name as lead,
            array(select coalesce(part.survivor_id, pp.person_id) from plans.plan_person pp left join access.person_part part on part.part_id = pp.person_id where pp.plan_id = p.id and pp.ended_on is null order by pp.person_id) as people
          from plans.plan p left join access.actor l on l.id = p.lead_id where p.drifts and p.state = 'current' and p.team_id = any (${teams}::uuid[]) order by p.started_on, p.id`),
      }))
      expect(told.all.first).toEqual(shown)
      expect(told.first.first).toEqual(shown.slice(0, 3))
      for (const one of [told.all, told.first]) expect(new Map(one.byTeam.map(({ team, plans }) => [team, plans]))).toEqual(new Map([...Map.groupBy(shown, (plan) => plan.teamId)].map(([team, of]) => [team, of.length])))
    }
  })
})

it('Some are told much and some nothing, and nobody who has entered as no one is told any', async () => {
  const counts = await Promise.all(actorNames.map((name) => asActor(pool, actor[name], async (db) => (await goingOn(db, teams, datedKinds)).length + (await driftKept(db, teams, 500)).first.length)))
  expect(Math.max(...counts)).toBeGreaterThan(30)
  expect(new Set(counts).size).toBeGreaterThan(3)
  expect(counts).toContain(0)
  expect(await asActor(pool, undefined, (db) => goingOn(db, teams, datedKinds))).toEqual([])
  expect(await asActor(pool, undefined, (db) => driftKept(db, teams, 500))).toEqual({ byTeam: [], first: [] })
})
