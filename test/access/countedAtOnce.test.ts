import { describe, expect, it } from 'vitest'
import { plain as dayOf } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { freshDatabase } from '../database.ts'
import { itemsByKeys } from '../../src/record/work/store.ts'
import { boardOf, type BoardAsked } from '../../src/record/work/team/store.ts'
import { actorNames, tenByTen } from './tenByTen/council.ts'
import { asActor, writeWorld } from './world.ts'

const { pool, owner } = await freshDatabase()
const { world, actor, person } = tenByTen()
await writeWorld(owner, world)

const day = dayOf('2026-01-05')
/** What a board of these teams asks. */
const asked = (of: readonly string[], wanted: string, more: Partial<BoardAsked> = {}): BoardAsked => ({ teams: of, today: day, soon: dayOf('2026-01-06'), stillSince: dayOf('2026-01-04'), written: ['assessment'], wanted, workerId: null, kinds: null, most: 1000, ...more })
const workers = [actor.allocatedWorker, actor.colleague, null]
const people = Object.values(person)
// Every person alone in every domain, every two neighbours together, and a link of another domain than its piece: it shows nobody.
const pieces = [
  ...people.flatMap((id) => ['shared', 'children', 'adults', 'adoption', 'earlyHelp'].map((domain) => ({ domain, links: [{ id, domain }] }))),
  ...people.map((id, i) => ({ domain: 'children', links: [{ id, domain: 'children' }, { id: people[(i + 1) % people.length], domain: 'children' }] })),
  ...people.map((id, i) => ({ domain: 'adoption', links: [{ id, domain: 'children' }, { id: people[(i + 1) % people.length], domain: 'adoption' }] })),
]
// A second team, whose work is all of a few people of children's services, and of nobody: most readers see all of it or none.
const plain = [...Array(12).keys()].map((i) => ({ domain: 'children', links: i === 5 ? [] : [{ id: person.allocated, domain: 'children' }] }))
// A third, whom nobody is kept from, with one who was merged: whoever sees all of these domains is told it without the rule (0840).
const free = [person.unallocated, person.twoDomains, person.mergedPart, person.mergedInto, person.closed200, person.closed400]
const open = [...free.map((id, i) => ({ domain: 'children', links: [id, free[(i + 1) % free.length]].map((one) => ({ id: one, domain: 'children' })) })), { domain: 'adults', links: [{ id: person.twoDomains, domain: 'adults' }] }, { domain: 'children', links: [] }]
// And the team of the world that sees most of these people by itself: whom it works with is laid beside whom it sees (0910).
const teams = { mixed: newId(), plain: newId(), open: newId(), family: world.teams.find((one) => one.kind === 'team')?.id ?? newId() }
for (const [i, id] of people.entries()) {
  const called = ['Sinéad “O’Brien”', 'Anna\\Lena', 'A "B"\tC', 'Šárka', ''][i % 5]
  await owner.query('insert into people.card (person_id, name, given, family, born_on, due_on, sex, unborn, hue) values ($1, $2, $2, $3, $4, $5, $6, $7, $8)', [id, called, `${called} ${i}`, i % 3 ? `201${i % 10}-02-03` : null, i % 3 ? null : '2026-09-30', i % 2 ? 'female' : null, i % 3 === 0, i % 4 ? i % 5 : null])
}
for (const [name, id] of Object.entries(teams)) await owner.query("insert into access.team (id, name, kind, domain) values ($1, $2, 'team', 'children') on conflict do nothing", [id, name])
for (const [i, [teamId, piece]] of [...pieces.map((piece) => [teams.mixed, piece] as const), ...plain.map((piece) => [teams.plain, piece] as const), ...open.map((piece) => [teams.open, piece] as const), ...pieces.map((piece) => [teams.family, piece] as const)].entries()) {
  const id = newId()
  await owner.query("insert into work.item (id, kind, domain, state, team_id, worker_id, opened_on, due_on, due_at, subject_kind, subject_id, section, words, asked_by, duty, reason, version) values ($1, $2, $3, 'open', $4, $5, '2026-01-01', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    [id, i % 2 ? 'visit' : 'assessment', piece.domain, teamId, workers[i % 3], i % 4 ? `2026-01-0${1 + (i % 7)}` : null, i % 5 ? null : '2026-01-03T10:20:30.4+01:00', i % 3 ? null : 'contact', i % 3 ? null : newId(), i % 4 ? null : 'views', i % 2 ? null : 'Ring "her" again\\\nsoon', workers[(i + 1) % 3], i % 3 ? 'visit' : null, i % 5 ? null : 'Élodie’s', 1 + i])
  for (const link of piece.links) await owner.query('insert into work.item_person (item_id, person_id, domain) values ($1, $2, $3)', [id, link.id, link.domain])
}

type Told = Readonly<{ work: string; people: readonly string[]; late: readonly unknown[]; workers: readonly { id: string }[] }>

describe.each(actorNames)('What %s is told by the counts of open work', (name) => {
  it.each(Object.entries(teams))('is what the policies show of the team %s, piece by piece and person by person, whoever was looked up before', async (_, teamId) => {
    for (const known of [[], people, people.filter((_, i) => i % 2)]) {
      const { told, pages, carried, heads, met, board, late } = await asActor(pool, actor[name], async (db) => {
        await db.run(sql`select access.know(${known}::uuid[])`)
        const heads = await db.rows<{ id: string; people: number }>(sql`select worker_id as id, people from work.people_of_workers(${workers}::uuid[]) order by 1`)
        const { told } = await db.one<{ told: { first: string[]; late: unknown[]; workers: { id: string }[] } | null }>(sql`select work.open_of_teams(${[teamId]}::uuid[], '2026-01-05', 1000) as told`)
        const pages = await db.rows<{ id: string; kind: string; late: boolean; workerId: string | null }>(sql`select id, kind, worker_id as "workerId", due_on is not null and due_on < '2026-01-05' as late from work.item where team_id = ${teamId} order by due_on nulls last, opened_on, id`)
        const carried = await db.rows<{ id: string; people: number }>(sql`select i.worker_id as id, count(distinct i.id)::int as items, count(distinct i.id) filter (where i.due_on < '2026-01-05')::int as late, count(distinct ip.person_id)::int as people
          from work.item i left join work.item_person ip on ip.item_id = i.id where i.team_id = ${teamId} and i.worker_id is not null group by 1 order by 1`)
        const met = await db.rows<{ id: string; people: number }>(sql`select i.worker_id as id, count(distinct ip.person_id)::int as people from work.item i join work.item_person ip on ip.item_id = i.id where i.worker_id = any (${workers}::uuid[]) group by 1 order by 1`)
        const board = await boardOf(db, asked([teamId], 'all'))
        const late = (await boardOf(db, asked([teamId], 'late', { workerId: workers[0] ?? null, kinds: ['visit'] }))).ids
        return { told, pages, carried, heads, met, board, late }
      })
      expect(board.ids).toEqual(pages.map((piece) => piece.id))
      expect(board.carried.filter((one) => one.worker).map((one) => ({ id: one.worker, people: one.people })).sort((a, b) => String(a.id).localeCompare(String(b.id)))).toEqual(carried.map(({ id, people }) => ({ id, people })))
      expect(board.rows.reduce((sum, one) => sum + one.late, 0)).toBe(pages.filter((one) => one.late).length)
      expect(board.rows.filter((one) => one.kind === 'assessment').map((one) => one.still === one.items)).not.toContain(false)
      expect(late).toEqual(pages.filter((one) => one.late && one.kind === 'visit' && one.workerId === workers[0]).map((one) => one.id))
      // The board as text, beside its pieces read under their policies; also by its first pieces only.
      for (const most of [1000, 7]) {
        const board = (once: boolean) => asActor(pool, actor[name], async (db) => {
          await db.run(sql`select access.know(${known}::uuid[])`)
          if (once) return db.maybe<Told>(sql`select work, people, late, workers from work.board_told(${[teamId]}::uuid[], '2026-01-05', ${most})`)
          const { open } = await db.one<{ open: Pick<Told, 'late' | 'workers'> & { first: string[] } | null }>(sql`select work.open_of_teams(${[teamId]}::uuid[], '2026-01-05', ${most}) as open`)
          const pieces = open && await itemsByKeys(db, open.first)
          return open && pieces ? { ...open, work: pieces.json, people: pieces.people } : undefined
        }).then((it) => it && { work: JSON.parse(it.work.toString()), people: [...it.people].sort(), late: it.late, workers: [...it.workers].sort((a, b) => a.id.localeCompare(b.id)) })
        expect(await board(true)).toEqual(await board(false))
      }
      expect(told?.first ?? []).toEqual(pages.map((piece) => piece.id))
      expect([...(told?.workers ?? [])].sort((a, b) => a.id.localeCompare(b.id))).toEqual(carried)
      expect(heads).toEqual(met)
      expect(new Map(told?.late.map((l) => Object.values(l as object) as [string, number]))).toEqual(new Map(Object.entries(Object.groupBy(pages.filter((p) => p.late), (p) => p.kind)).map(([kind, of]) => [kind, of?.length])))
    }
  })
})

describe.each(actorNames)('The board of a service, as %s is told it,', (name) => {
  it('counts both teams as the policies show them, and lists what they show behind each number', async () => {
    const both = Object.values(teams)
    const { pieces, met, told } = await asActor(pool, actor[name], async (db) => {
      const ask = (wanted: string, kinds: string[] | null = null) => boardOf(db, asked(both, wanted, { kinds }))
      const told = { all: await ask('all'), late: await ask('late', ['visit']), without: await ask('without'), still: await ask('still') }
      const pieces = await db.rows<{ id: string; team: string; kind: string; late: boolean; nobody: boolean }>(sql`select id, team_id as team, kind, worker_id is null as nobody, due_on is not null and due_on < '2026-01-05' as late from work.item where team_id = any (${both}::uuid[]) order by due_on nulls last, opened_on, id`)
      const { met } = await db.one<{ met: number }>(sql`select count(distinct ip.person_id)::int as met from work.item i join work.item_person ip on ip.item_id = i.id where i.team_id = any (${both}::uuid[])`)
      return { pieces, met, told }
    })
    const ids = (of: typeof pieces) => of.map((one) => one.id)
    expect(told.all.ids).toEqual(ids(pieces))
    expect(told.late.ids).toEqual(ids(pieces.filter((one) => one.late && one.kind === 'visit')))
    expect(told.without.ids).toEqual(ids(pieces.filter((one) => one.nobody)))
    expect(told.still.ids).toEqual(ids(pieces.filter((one) => one.kind === 'assessment')))
    const counted = (of: readonly { team: string; kind: string; items: number; late: number; without: number }[]) => of.map((one) => `${one.team} ${one.kind} ${one.items} ${one.late} ${one.without}`).sort()
    expect(counted(told.all.rows)).toEqual(counted([...Map.groupBy(pieces, (one) => `${one.team} ${one.kind}`).values()].map((of) => ({ team: of[0]!.team, kind: of[0]!.kind, items: of.length, late: of.filter((one) => one.late).length, without: of.filter((one) => one.nobody).length }))))
    expect(told.all.carried.find((one) => one.team === null && one.worker === null)?.people ?? 0).toBe(met)
  })
})

it('Whoever sees a whole board is told it as by the rule, whoever is kept from somebody on it or was until yesterday', async () => {
  const told = (most: number) => asActor(pool, actor.frontDoorWorker, (db) => db.maybe<Told>(sql`select work, people, late, workers from work.board_told(${[teams.open]}::uuid[], '2026-01-05', ${most})`))
    .then((it) => it && { work: JSON.parse(it.work), people: [...it.people].sort(), late: it.late, workers: [...it.workers].sort((a, b) => a.id.localeCompare(b.id)) })
  // Thirteen links on seven pieces: with room for twelve the board is told by the rule.
  const both = async () => ({ shortly: await told(13), byTheRule: await told(12) })
  const before = await both()
  expect(before.shortly?.work).toHaveLength(7)
  const marked = '00000000-0000-0000-0000-000000000000'
  const bars = [[person.closed400, actor.frontDoorWorker, '1 day ago'], [person.closed400, actor.frontDoorWorker, null], [person.mergedInto, actor.frontDoorWorker, null], [person.mergedPart, marked, null]] as const
  const after = []
  for (const [who, scope, until] of bars) {
    await owner.query('insert into access.bar (person_id, scope, until) values ($1, $2, now() + $3::interval)', [who, scope, until])
    after.push(await both())
    await owner.query('delete from access.bar where person_id = $1 and scope = $2', [who, scope])
  }
  for (const one of [before, ...after]) expect(one.shortly).toEqual(one.byTheRule)
  expect(after.map((one) => JSON.stringify(one) === JSON.stringify(before))).toEqual([true, false, false, false])
})

it('The counts of the head are not empty, and nobody who has entered as no one is told any', async () => {
  const asked = sql`select json_array_length(work.open_of_teams(${[teams.mixed]}::uuid[], '2026-01-05', 1000)->'first') as n`
  expect((await asActor(pool, actor.head, (db) => db.one<{ n: number }>(asked))).n).toBeGreaterThan(20)
  expect((await asActor(pool, undefined, (db) => db.one<{ n: number | null }>(asked))).n).toBeNull()
})

it('The links of a piece carry whose it is while it is open, whatever is written there, and a piece is shown when somebody of its domain is on it', async () => {
  const [team, other, id] = [newId(), newId(), newId()]
  for (const one of [team, other]) await owner.query("insert into access.team (id, name, kind, domain) values ($1, 'Carried', 'team', 'children')", [one])
  const link = async () => (await owner.query("select l.team_id, l.worker_id, l.own, i.shown from work.item i left join work.item_person l on l.item_id = i.id where i.id = $1", [id])).rows[0]
  await owner.query("insert into work.item (id, kind, domain, state, team_id, worker_id, opened_on, shown) values ($1, 'visit', 'children', 'open', $2, $3, '2026-01-01', true)", [id, team, actor.colleague])
  expect(await link()).toMatchObject({ team_id: null, shown: false })
  await owner.query("insert into work.item_person (item_id, person_id, domain, team_id, own) values ($1, $2, 'children', $3, false)", [id, person.allocated, other])
  expect(await link()).toEqual({ team_id: team, worker_id: actor.colleague, own: true, shown: true })
  await owner.query('update work.item set team_id = $2, worker_id = null, shown = false where id = $1', [id, other])
  expect(await link()).toEqual({ team_id: other, worker_id: null, own: true, shown: true })
  await owner.query("update work.item set domain = 'adults' where id = $1", [id])
  expect(await link()).toEqual({ team_id: other, worker_id: null, own: false, shown: false })
  await owner.query("update work.item set domain = 'children', state = 'done' where id = $1", [id])
  expect(await link()).toEqual({ team_id: null, worker_id: null, own: null, shown: true })
})

it('Children with nobody are those in care or on a plan whom the reader sees and nobody is allocated to, under any number of theirs', async () => {
  const client = await owner.connect()
  // Where they live and why is not asked here.
  await client.query("begin; set local session_replication_role = 'replica'")
  for (const [i, id] of people.entries()) {
    const plan = newId()
    if (i % 3) await client.query("insert into care.period (id, period_id, person_id, domain, admission_id, began_on, planned, need) values ($1, $1, $2, $3, $1, '2026-01-01', true, 'N1')", [newId(), id, i % 4 ? 'children' : 'adoption'])
    await client.query("insert into plans.plan (id, kind, started_on, ended_on) values ($1, 'inNeed', '2026-01-01', $2)", [plan, i === 5 ? '2026-02-01' : null])
    await client.query("insert into plans.plan_person (plan_id, person_id, domain, kind, started_on) values ($1, $2, 'children', 'inNeed', '2026-01-01')", [plan, id])
  }
  // Who is merged has somebody by either of two numbers; of the others some lost who they had.
  await client.query('update access.involvement set to_on = current_date where person_id = any ($1) and to_on is null', [[person.allocated, person.restricted, person.excluded, person.ownRecord]])
  await client.query('commit')
  client.release()
  const held = "select coalesce(s.survivor_id, v.person_id) from access.involvement v left join access.person_part s on s.part_id = v.person_id where v.superseded_at is null and v.to_on is null and v.role = 'allocated'"
  const now = (table: string, alias: string) => `select distinct coalesce(s.survivor_id, ${alias}.person_id) as id, ${alias}.domain from ${table} left join access.person_part s on s.part_id = ${alias}.person_id`
  const of = { care: now('care.period p', 'p'), plans: now('plans.plan n join plans.plan_person p on p.plan_id = n.id and n.ended_on is null', 'p') }
  const counts: number[] = []
  for (const name of actorNames) {
    for (const [room, from] of Object.entries(of)) {
      const { rows } = await owner.query<{ id: string; domain: string }>(`select * from (${from}) x where id not in (${held})`)
      const [told, seen] = await asActor(pool, actor[name], async (db) => [
        (room === 'care' ? await db.rows<{ id: string }>(sql`select distinct id from care.with_nobody() order by 1`) : await db.rows<{ id: string }>(sql`select distinct id from plans.with_nobody() order by 1`)).map((row) => row.id),
        (await db.rows<{ id: string }>(sql`select distinct x.id from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.domain)}::text[]) x (id, domain) where access.sees(x.id, x.domain) order by 1`)).map((row) => row.id),
      ])
      expect([name, room, told]).toEqual([name, room, seen])
      counts.push(told?.length ?? 0)
    }
  }
  expect(new Set(counts).size).toBeGreaterThan(2)
})
