import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moment, plain } from '../../kernel/dates.ts'
import { freshDatabase, type Fresh } from '../../../test/database.ts'
import { signInByPassword, testDocuments } from '../../../test/keys.ts'
import { tableNames } from '../../../content/returns/ssda903/tables.ts'
import { beginReturn, makeReturn } from '../../oversight/returns/making.ts'
import { openPool } from '../../platform/db/pool.ts'
import { reportsUrl } from '../../platform/db/roles.ts'
import { clockAt } from '../../platform/clock.ts'
import { family, person } from '../../record/people/queries.ts'
import { compareNext } from '../../record/people/merging/jobs.ts'
import { possibleDuplicates } from '../../record/people/merging/queries.ts'
import { searchPeople } from '../../record/people/search/queries.ts'
import { chronologyTellers } from '../../practice/notes/tellers.ts'
import { chronology, plugTellers } from '../../record/chronology/queries.ts'
import { recordFaults } from '../../../test/practice/recordFaults.ts'
import { checkRecord, recordRules } from '../../oversight/soundness/check.ts'
import { backupUrl } from '../../platform/db/roles.ts'
import { tray } from '../../record/work/queries.ts'
import { teamBoard } from '../../record/work/team/queries.ts'
import { demonstrationPassword, makeCouncil, type Made } from './make.ts'
import { sizes } from './sizes.ts'

const now = moment('2026-11-23T09:00:00.000Z')
let town: Fresh
let made: Made
beforeAll(async () => {
  town = await freshDatabase()
  made = await makeCouncil({ ownerUrl: town.ownerUrl, size: sizes['small']!, seed: '1', today: plain('2026-11-23') })
})
afterAll(() => undefined)
const staff = async (name: string): Promise<string> => (await town.owner.query('select id from access.actor where name = $1', [name])).rows[0].id
const one = async (text: string): Promise<number> => Number((await town.owner.query(text)).rows[0].n)

describe('the small council', () => {
  it('lets each of its accounts sign in with the password that is printed', async () => {
    expect(made.accounts.length).toBeGreaterThanOrEqual(9)
    for (const account of made.accounts.slice(0, 3)) expect(await signInByPassword(town.pool, clockAt(now), account.email, demonstrationPassword, 'a test')).toBeDefined()
  })
  it('breaks no rule of the record itself, read as the role that reads it', async () => {
    const reader = openPool(await backupUrl(town.ownerUrl), 1)
    try {
      expect((await checkRecord(reader, plain('2026-11-23'))).map(({ rule, count, faults }) => [rule.name, count, faults.slice(0, 3)])).toEqual([])
    } finally {
      await reader.end()
    }
  })
  it('and every rule finds the fault that is put in past all guards', async () => {
    expect(recordRules.filter((rule) => !recordFaults.some((fault) => fault.rule === rule.name)).map((rule) => rule.name)).toEqual([])
    const client = await town.owner.connect()
    const missed: string[] = []
    try {
      for (const fault of recordFaults) {
        await client.query('begin; set local session_replication_role = replica')
        for (const [table = '', constraint = ''] of (fault.free ?? []).map((one) => one.split(' '))) await client.query(`alter table ${table} drop constraint ${constraint}`)
        const put = await client.query(fault.sql).then(() => 'put in', (problem: Error) => `could not be put in: ${problem.message}`)
        const found = put === 'put in' ? await checkRecord(client, plain('2026-11-23'), recordRules.filter((rule) => rule.name === fault.rule)) : []
        if (found.length === 0) missed.push(`${fault.rule}: ${fault.says}, ${put}`)
        await client.query('rollback')
      }
    } finally {
      client.release()
    }
    expect(missed).toEqual([])
  })
  it('derives who may see whom exactly as the triggers would', async () => {
    expect(await one('select access.scope_difference() as n')).toBe(0)
    expect(await one(`select count(*) as n from work.item_person l join work.item i on i.id = l.item_id where (l.team_id, l.worker_id, l.own) is distinct from
      (case when i.state in ('open', 'waiting', 'returned') then row(i.team_id, i.worker_id, l.domain = i.domain) else row(null::uuid, null::uuid, null::boolean) end)
      or i.shown <> exists (select 1 from work.item_person o where o.item_id = i.id and o.domain = i.domain)`)).toBe(0)
    expect(await one('select count(*) as n from (table access.reach except select actor_id, scopes, wide, wide_write, cards, roles, teams, until from access.reach_now) x')).toBe(0)
  })
  it('leaves every trigger on guard again, and every index and constraint in its place', async () => {
    const empty = await freshDatabase()
    const indexes = 'select indexdef from pg_indexes where schemaname not like $$pg_%$$ order by 1'
    const constraints = 'select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where conrelid <> 0 and connamespace::regnamespace::text not like $$pg_%$$ order by 1, 2'
    for (const all of [indexes, constraints]) expect((await town.owner.query(all)).rows).toEqual((await empty.owner.query(all)).rows)
    expect(await one(`select count(*) as n from pg_trigger where not tgisinternal and tgenabled = 'D'`)).toBe(0)
  })
  it('has cards as the database works them out', async () => {
    await town.owner.query('create temp table before as select person_id, name, given, family, born_on, born_about, due_on, died_on, sex, unborn from people.card')
    const answer = await town.owner.query(`begin; set local role kith_gate; select count(people.derive_card(id)) from people.person; reset role;
      select count(*) as n from (select person_id, name, given, family, born_on, born_about, due_on, died_on, sex, unborn from people.card except select * from before) x; rollback`)
    const rows: unknown = Array.isArray(answer) ? answer.at(-2)?.rows : undefined
    expect(rows).toEqual([{ n: 0 }])
  })
  it('sends trays, boards and chronologies as the database writes them: they say the same as what the pages are made of', async () => {
    const hard = 'Said "no".\n\\ and\ttabs, ½ & <b>, 😀, '.repeat(12)
    await town.owner.query("update notes.note set words = $1, title = 'A \"title\"' where id in (select subject_id from chronology.event where kind = 'note.written' order by id desc limit 200)", [hard])
    plugTellers(chronologyTellers)
    const longest = (await town.owner.query('select person_id as id from chronology.event_person group by 1 order by count(*) desc limit 3')).rows
    for (const name of ['Priya Nair', 'Tom Hughes', 'Margaret Ellison', 'Ffion Davies']) {
      const caller = town.as(await staff(name), now)
      const same = async (query: Pick<typeof tray | typeof teamBoard | typeof chronology, 'perform' | 'json'>, input: unknown) => {
        const [objects, text] = [await query.perform(caller, input), await query.json?.(caller, input)]
        expect('done' in objects && text && 'done' in text ? JSON.parse([text.done].flat().join('')) : 'refused').toEqual('done' in objects ? objects.done : 'not refused')
      }
      await same(tray, {})
      await same(teamBoard, {})
      for (const { id } of longest) for (const most of [40, 2000]) await same(chronology, { id, most })
    }
  })
  it('gives Priya Nair her day and shows her the family at 12 Mill Lane', async () => {
    const priya = town.as(await staff('Priya Nair'), now)
    const work = await tray.perform(priya, {})
    expect('done' in work && work.done.length).toBeGreaterThan(10)
    const found = await searchPeople.perform(priya, { text: 'Isla Begum' })
    expect(JSON.stringify(found)).toContain('Isla')
    const isla = (await town.owner.query(`select person_id as id from people.card where name = 'Isla Begum'`)).rows[0].id
    const read = await person.perform(priya, { id: isla })
    expect('done' in read).toBe(true)
    const home = await family.perform(priya, { id: isla })
    for (const name of ['Kelly', 'Darren', 'Ahmed', 'Amelia', 'Noah', 'Leo', 'Jean']) expect(JSON.stringify(home)).toContain(name)
  })
  it('lets the server find three people who were written down twice: spelt in two ways, a nickname with a year out, day and month the other way round', async () => {
    for (let compared = 1; compared > 0;) compared = await compareNext(town.jobs, 100)
    const found = await possibleDuplicates.perform(town.as(await staff('Rhys Morgan'), now), {})
    const pairs = 'done' in found ? found.done.map((pair) => [pair.one.name, pair.other.name].toSorted().join(' and ')) : []
    expect(pairs).toEqual(expect.arrayContaining(['Katherine Smith and Kathryn Smyth', 'Oliver Smyth and Ollie Smyth', 'Helena Smith and Helena Smyth']))
  })
  it('exports every return of every covered year that has begun without an error, and every table', async () => {
    const reports = openPool(await reportsUrl(town.ownerUrl), 1)
    const ways = { reports, jobs: town.jobs, documents: testDocuments }
    const years = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)
    for (const [kind, year] of [...years(2023, 2027).map((one) => ['ssda903', one] as const), ...years(2023, 2026).map((one) => ['cin', one] as const)]) {
      const counts = await makeReturn(ways, await beginReturn(ways, kind, year), clockAt(now))
      expect([kind, year, counts?.errors, (counts?.children ?? 0) > 0]).toEqual([kind, year, 0, true])
      if (kind === 'ssda903') expect(Object.keys(counts?.rows ?? {}).sort()).toEqual([...tableNames].sort())
    }
    // Annex A as at two days: early help assessments (list 2) have no place in the record.
    for (const on of [plain('2026-03-31'), plain('2026-11-23')]) {
      const counts = await makeReturn(ways, await beginReturn(ways, 'annexA', 2026, on), clockAt(now))
      expect([on, counts?.errors, Object.entries(counts?.rows ?? {}).filter(([, rows]) => rows === 0).map(([list]) => list)]).toEqual([on, 0, ['List 2']])
    }
    await reports.end()
  })
  it('keeps the sealed family from everybody but its list', async () => {
    const sealed = (await town.owner.query(`select c.name from access.subject s join people.card c on c.person_id = s.id where s.marking = 'sealed' limit 1`)).rows[0].name
    const found = await searchPeople.perform(town.as(await staff('Ffion Davies'), now), { text: sealed })
    expect(JSON.stringify(found)).not.toContain(sealed)
  })
})
