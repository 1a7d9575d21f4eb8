import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { newId } from '../../src/kernel/ids.ts'
import { shape } from '../../src/kernel/shape.ts'
import { answer } from '../../src/record/access/act.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { job, type Job } from '../../src/platform/jobs/model.ts'
import { jobsUrl } from '../../src/platform/db/roles.ts'
import { runnerOf, startRunner } from '../../src/platform/jobs/runner.ts'
import { addJob } from '../../src/platform/jobs/store.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const runner = (...jobs: Job[]) => runnerOf(fresh.jobs, jobs, systemClock)
const add = (one: Job, input: unknown = {}) => answer(fresh.as(council.worker), 'test', 'staff.read', ({ db }) => addJob(db, one, input))
const row = async (id: string) => (await fresh.owner.query('select state, tries, did, problem, held_by from jobs.job where id = $1', [id])).rows[0]
const dueNow = (id: string) => fresh.owner.query("update jobs.job set due_at = now() - interval '1 second' where id = $1", [id])
const named = (run: Job['run'], name = `test.${newId()}`): Job => job(name, { title: 'A test', does: 'Nothing', schema: shape({ n: Type.Optional(Type.Number()) }), run })

describe('A job', () => {
  it('is there when the request that added it is kept, and not when it is rolled back', async () => {
    const one = named(async () => ({ did: 'ok' }))
    await expect(answer(fresh.as(council.worker), 'test', 'staff.read', async ({ db }) => { await addJob(db, one); throw new Error('no') })).rejects.toThrow('no')
    expect(await runner(one).round()).toBe(0)
    const id = await add(one)
    expect(await runner(one).round()).toBe(1)
    expect(await row(id)).toMatchObject({ state: 'done', did: 'ok', tries: 1 })
  })

  it('is audited in the name of Kith', async () => {
    const one = named(async () => ({ did: '3 removed' }))
    await add(one)
    await runner(one).round()
    const { rows } = await fresh.owner.query('begin; set local role kith_gate; select a.name, a.kind, e.what, e.why, e.via from audit.event e join access.actor a on a.id = e.actor_id where e.what = $$job.' + one.name + '$$; rollback').then((all: unknown) => (Array.isArray(all) ? all[2] : all))
    expect(rows).toEqual([{ name: 'Kith', kind: 'machine', what: `job.${one.name}`, why: '3 removed', via: 'job' }])
  })

  it('is done once by two servers on one database', async () => {
    const done: number[] = []
    const one = named(async (_, input) => { done.push(Number(Reflect.get(Object(input), 'n'))); return { did: 'ok' } })
    for (let n = 0; n < 30; n++) await add(one, { n })
    await Promise.all([runner(one).round(), runner(one).round()])
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  })

  it('of a server that fell silent is taken by another; the silent one, should it come back, changes nothing', async () => {
    let release: (() => void) | undefined
    const name = `test.${newId()}`
    const slow = named(() => new Promise((settle) => { release = () => settle({ did: 'late' }) }), name)
    const id = await add(slow)
    const silent = runner(slow).round()
    while (!release) await new Promise((settle) => setTimeout(settle, 20))
    const quick = named(async () => ({ did: 'by another' }), name)
    expect(await runner(quick).round()).toBe(0)
    await fresh.owner.query("update jobs.job set held_until = now() - interval '1 second' where id = $1", [id])
    expect(await runner(quick).round()).toBe(1)
    release()
    await silent
    expect(await row(id)).toMatchObject({ state: 'done', did: 'by another', tries: 2 })
  })

  it('whose server is killed in the middle is done by the next, once its lease has run out', async () => {
    const name = `test.${newId()}`
    const one = named(async () => ({ did: 'by the next' }), name)
    const id = await add(one)
    const server = spawn(process.execPath, [join(import.meta.dirname, 'server.fixture.ts'), await jobsUrl(fresh.ownerUrl), name], { stdio: 'ignore' })
    while ((await row(id)).state !== 'running') await new Promise((settle) => setTimeout(settle, 50))
    server.kill('SIGKILL')
    await once(server, 'exit')
    expect(await row(id)).toMatchObject({ state: 'running', tries: 1 })
    expect(await runner(one).round()).toBe(0)
    await fresh.owner.query("update jobs.job set held_until = now() - interval '1 second' where id = $1 and held_until < now() + interval '61 seconds'", [id])
    expect(await runner(one).round()).toBe(1)
    expect(await row(id)).toMatchObject({ state: 'done', did: 'by the next', tries: 2 })
  })

  it('that fails is tried again later, and after eight times an administrator has to look', async () => {
    const one = named(async () => { throw Object.assign(new Error('Kelly Smith'), { code: '23514' }) })
    const id = await add(one)
    await runner(one).round()
    expect(await row(id)).toMatchObject({ state: 'waiting', tries: 1, problem: 'The database refused it: 23514', held_by: null })
    expect(await runner(one).round()).toBe(0)
    for (let tried = 1; tried < 8; tried++) { await dueNow(id); await runner(one).round() }
    expect(await row(id)).toMatchObject({ state: 'failed', tries: 8 })
    await dueNow(id)
    expect(await runner(one).round()).toBe(0)
  })

  it('with an input it does not take fails, and does nothing', async () => {
    const one = named(async () => ({ did: 'never' }))
    const id = await add(one, { name: 'x' })
    await runner(one).round()
    expect(await row(id)).toMatchObject({ state: 'waiting', problem: 'StrangeInput', did: null })
  })

  it('is handed back when the server stops before its end, and counts as no try', async () => {
    const hung = named(() => new Promise(() => undefined))
    const id = await add(hung)
    const stopped = runner(hung)
    void stopped.round()
    while ((await row(id)).state !== 'running') await new Promise((settle) => setTimeout(settle, 20))
    await stopped.stop(50)
    expect(await row(id)).toMatchObject({ state: 'waiting', tries: 0, held_by: null })
  })

  it('that can stop in between does so, and goes on with the next server', async () => {
    let begun = false
    const name = `test.${newId()}`
    const patient = named(async ({ stopping }) => {
      begun = true
      while (!stopping()) await new Promise((settle) => setTimeout(settle, 10))
      return { did: 'half', more: true }
    }, name)
    const id = await add(patient)
    const first = startRunner(fresh.jobs, [patient], systemClock, 10)
    while (!begun) await new Promise((settle) => setTimeout(settle, 20))
    await first.stop()
    expect(await row(id)).toMatchObject({ state: 'waiting', tries: 0 })
    await runner(named(async () => ({ did: 'whole' }), name)).round()
    expect(await row(id)).toMatchObject({ state: 'done', did: 'whole' })
  })
})

describe('A recurring job', () => {
  it('has one turn to come, however many servers ask for it', async () => {
    const nightly = { ...named(async () => ({ did: 'ok' })), when: { at: '02:30' } }
    await Promise.all([runner(nightly).round(), runner(nightly).round(), runner(nightly).round()])
    const { rows } = await fresh.owner.query('select state, due_at > now() as later from jobs.job where name = $1', [nightly.name])
    expect(rows).toEqual([{ state: 'waiting', later: true }])
  })

  it('whose night was missed is done when a server is there again', async () => {
    let done = 0
    const nightly = { ...named(async () => { done++; return { did: 'ok' } }), when: { at: '02:30' } }
    await runner(nightly).round()
    await fresh.owner.query("update jobs.job set due_at = now() - interval '3 days', slot = '2026-11-01T02:30:00.000Z' where name = $1", [nightly.name])
    await runner(nightly).round()
    expect(done).toBe(1)
  })

  it('for what waits is added when something waits, and once', async () => {
    let waits = false
    const eager = { ...named(async () => { waits = false; return { did: 'ok' } }), when: { whenever: async () => waits } }
    expect(await runner(eager).round()).toBe(0)
    waits = true
    expect(await runner(eager).round()).toBe(1)
    expect(await runner(eager).round()).toBe(0)
  })
})

describe('The server', () => {
  it('goes on when the runner cannot reach its database, and the runner comes back', async () => {
    let reached = 0
    const flaky = { ...named(async () => ({ did: 'ok' })), when: { whenever: async () => { reached++; if (reached < 3) throw new Error('gone'); return false } } }
    const running = startRunner(fresh.jobs, [flaky], systemClock, 5)
    while (reached < 4) await new Promise((settle) => setTimeout(settle, 20))
    await running.stop()
    expect(reached).toBeGreaterThanOrEqual(4)
  })
})
