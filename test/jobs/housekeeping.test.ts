import { describe, expect, it } from 'vitest'
import { jobs } from '../../src/modules.ts'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { runnerOf } from '../../src/platform/jobs/runner.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const runner = runnerOf(fresh.jobs, jobs, systemClock)
/** The turn of this job comes now. */
const turn = async (name: string) => {
  const id = newId()
  await fresh.owner.query('insert into jobs.job (id, name) values ($1, $2)', [id, name])
  await runner.round()
  return (await fresh.owner.query('select did from jobs.job where id = $1', [id])).rows[0]?.did
}
const asGate = async (text: string, values: unknown[] = []) => {
  const client = await fresh.owner.connect()
  try {
    await client.query('begin; set local role kith_gate')
    const { rows } = await client.query(text, values)
    await client.query('commit')
    return rows
  } finally {
    client.release()
  }
}

describe('After 90 days', () => {
  it('unsent contacts are wiped, younger ones and half-written forms are not', async () => {
    for (const days of [91, 89]) await fresh.owner.query("insert into contacts.draft (id, actor_id, typed, saved_at) values ($1, $2, '{}', now() - make_interval(days => $3))", [newId(), council.worker, days])
    await fresh.owner.query("insert into answers.form (id, form, form_version, domain, state, started_by, started_at) values ($1, 'x', 1, 'children', 'draft', $2, now() - interval '400 days')", [newId(), council.worker])
    expect(await turn('contacts.wipeDrafts')).toBe('1 unsent contact removed')
    expect(await asGate('select count(*)::int as n from contacts.draft')).toEqual([{ n: 1 }])
    expect(await asGate('select count(*)::int as n from answers.form')).toEqual([{ n: 1 }])
  })
  it('answers kept for repeats are wiped, younger ones are not', async () => {
    for (const days of [91, 89]) await fresh.owner.query("insert into ops.answered (actor_id, command_id, command, answer, at) values ($1, $2, 'x', '{}', now() - make_interval(days => $3))", [council.worker, newId(), days])
    expect(await turn('access.wipeAnswered')).toBe('1 answer removed')
    expect(await asGate('select count(*)::int as n from ops.answered')).toEqual([{ n: 1 }])
  })
})

describe('Sessions', () => {
  it('that ended or ran out more than a day ago are removed, and no others', async () => {
    const session = (started: string, last: string, ended: string | null) => fresh.owner.query('insert into access.session (token_hash, id, actor_id, started_at, last_at, ended_at) values (decode($1, $$hex$$), $2, $3, now() - $4::interval, now() - $5::interval, now() - $6::interval)', [newId().replaceAll('-', ''), newId(), council.worker, started, last, ended])
    await session('3 days', '2 days', null)
    await session('3 days', '3 days', '2 days')
    await session('1 hour', '1 minute', null)
    await session('1 hour', '1 minute', '1 minute')
    expect(await turn('access.wipeSessions')).toBe('2 sessions removed')
  })
})

describe('Every night', () => {
  const known = async () => { const id = newId(); await fresh.owner.query('insert into access.subject (id) values ($1)', [id]); await fresh.owner.query("insert into access.involvement (id, person_id, team_id, domain, from_on) values ($1, $2, $3, 'children', current_date)", [newId(), id, council.teams.two]); return id }

  it('who may see whom is compared with the reasons for it, and differs by nothing', async () => {
    await known()
    expect(await turn('access.compareSight')).toBe('Nothing differed')
    expect((await fresh.owner.query('select * from jobs.alert')).rows).toEqual([])
  })

  it('what differs is put right, and somebody has to look', async () => {
    const [lost, gained] = [await known(), await known()]
    await asGate('delete from access.person_scope where person_id = $1', [lost])
    await asGate("insert into access.person_scope (person_id, scope, domain, sight, may_write) values ($1, $2, 'children', 'full', true)", [gained, council.otherWorker])
    await fresh.owner.query("update access.reach set wide = '{children}' where actor_id = $1", [council.otherWorker])
    expect(await turn('access.compareSight')).toBe('3 lines put right')
    expect(await asGate('select person_id, scope from access.person_scope where person_id = any ($1) order by 1', [[lost, gained]])).toEqual([lost, gained].toSorted().map((person_id) => ({ person_id, scope: council.teams.two })))
    expect((await fresh.owner.query('select access.scope_difference()::int as n')).rows).toEqual([{ n: 0 }])
    expect((await fresh.owner.query('select wide from access.reach where actor_id = $1', [council.otherWorker])).rows).toEqual([{ wide: [] }])
    const { rows } = await fresh.owner.query('select kind, words from jobs.alert')
    expect(rows).toMatchObject([{ kind: 'scopeDiffered', words: expect.stringContaining('2 people on record and 1 account') }])
  })
})

describe('People who came without a command', () => {
  it('are filed for search and compared with the others', async () => {
    const person = async () => {
      const id = newId()
      await fresh.owner.query('insert into access.subject (id) values ($1)', [id])
      await fresh.owner.query('insert into people.person (id) values ($1)', [id])
      await fresh.owner.query("insert into people.name (id, person_id, domain, kind, given, family) values ($1, $2, 'shared', 'legal', 'Ottoline', 'Featherstonehaugh')", [newId(), id])
      await fresh.owner.query("insert into people.fact (id, person_id, domain, kind, value) values ($1, $2, 'shared', 'bornOn', '2014-05-06')", [newId(), id])
      return id
    }
    const pair = [await person(), await person()].toSorted()
    for (let begun = 1; begun > 0;) begun = await runner.round()
    expect(await asGate('select person_id, other_id from people.possible_duplicate')).toEqual([{ person_id: pair[0], other_id: pair[1] }])
  })
})
