import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { documentsWith, unsealed, type Documents } from '../../src/platform/documents.ts'
import { sealDocuments } from '../../src/platform/jobs/sealing.ts'
import { keysFrom } from '../../src/platform/keys.ts'
import { runnerOf } from '../../src/platform/jobs/runner.ts'
import { sendRecord } from '../../src/record/outputs/bundle/commands.ts'
import { answer } from '../../src/record/access/act.ts'
import { readOutput } from '../../src/record/outputs/queries.ts'
import { keysMissing, outputDocuments } from '../../src/record/outputs/sealing.ts'
import { dbOf } from '../../src/platform/db/pool.ts'
import { done } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { freshDatabase } from '../database.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const [first, second] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)]
const keyed = (...masters: Buffer[]): Documents => (masters.length === 0 ? unsealed : documentsWith(keysFrom(masters)))
const as = (documents: Documents) => ({ ...fresh.as(council.worker), documents })
const kept = async () => (await fresh.owner.query('select w.id, w.words, o.sha256 from outputs.words w join outputs.output o on o.id = w.output_id order by o.asked_at, starts_with(w.words, $1)', ['sealed:'])).rows
const job = sealDocuments([outputDocuments])
/** What the background's turn does with these keys, in its own words. */
async function sealAll(documents: Documents): Promise<string> {
  const done = await job.run({ pool: fresh.jobs, reports: fresh.jobs, app: fresh.jobs, documents, stopping: () => false }, {})
  return done.alert ? `${done.did}. ${done.alert.words}` : done.did
}

describe('What was sent out, at rest', async () => {
  const id = await smithAndBegum(fresh.as(council.worker, '2026-01-05T10:00:00.000Z'))
  const send = async (documents: Documents) => (await done(sendRecord.do(as(documents), { people: [id.amelia], to: 'outside', name: 'Family Court', knows: Object.values(id), purpose: 'For proceedings in court', lawfulBasis: 'Legal obligation' }))).outputId
  const read = (documents: Documents, which: string) => answer(as(documents), 'test', 'record.read', (asking) => readOutput(asking, which))
  const before = await send(unsealed)
  const after = await send(keyed(first))

  it('is sealed before it reaches the database, and read as before by whoever might', async () => {
    expect((await kept()).map((row) => [String(row.words).startsWith('sealed:'), String(row.words).includes('Amelia Smith')])).toEqual([[false, true], [true, false]])
    for (const which of [before, after]) expect(JSON.stringify((await read(keyed(first), which)).paper)).toContain('Amelia Smith')
  })

  it('is not shown without its key or with another, in plain words; what was kept before the key is', async () => {
    for (const documents of [unsealed, keyed(second)]) await expect(read(documents, after)).rejects.toThrow('Nothing is lost: tell whoever looks after Kith')
    expect((await read(keyed(second), before)).paper).toBeDefined()
    const jobs = dbOf({ query: fresh.jobs.query.bind(fresh.jobs) })
    expect([await keysMissing(jobs, keyed(first)), await keysMissing(jobs, keyed(second)), await keysMissing(jobs, unsealed)]).toEqual([0, 1, 1])
  })

  it('is sealed anew at night: with the wrong key nothing is touched and somebody is told; with the right one an older key can go, and every word is there', async () => {
    expect(await sealAll(unsealed)).toBe('No key of documents is given: nothing is sealed')
    expect(await sealAll(keyed(second))).toContain('1 document sealed, 1 that no key opens. 1 document cannot be opened: the key that sealed them is not given')
    expect(await sealAll(keyed(second, first))).toBe('1 document sealed, 0 that no key opens')
    expect(await sealAll(keyed(second))).toBe('0 documents sealed, 0 that no key opens')
    for (const row of await kept()) expect(createHash('sha256').update(keyed(second).read(row.id, row.words)).digest('hex')).toBe(row.sha256)
    for (const which of [before, after]) expect(JSON.stringify((await read(keyed(second), which)).paper)).toContain('Amelia Smith')
    await expect(read(keyed(first), after)).rejects.toThrow('Nothing is lost')
  })

  it('is sealed by its turn of the background work too, which cannot put anything there but what is sealed', async () => {
    await fresh.owner.query("insert into jobs.job (id, name, input, due_at) values (gen_random_uuid(), 'documents.seal', '{}', now())")
    expect(await runnerOf(fresh.jobs, [{ ...job, when: { everyMinutes: 1_000_000 } }], systemClock, fresh.jobs, keyed(second)).round()).toBeGreaterThan(0)
    const [row] = await kept()
    await fresh.jobs.query("select outputs.keep_sealed($1, 'Other words', null)", [row.id])
    expect((await kept())[0].words).toBe(row.words)
  })
})
