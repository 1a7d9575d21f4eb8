import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { openPool } from '../../../platform/db/pool.ts'
import { sealerUrl } from '../../../platform/db/roles.ts'
import { checkpointOf, signingKey } from './chain.ts'
import { checkAudit } from './check.ts'
import { checkpointsIn, noteCheckpoint } from './checkpoints.ts'
import type { Checkpoint } from './model.ts'
import { awaitedAfter, sealOnce } from './sealer.ts'

const { owner, ownerUrl } = await freshDatabase()
const sealer = openPool(await sealerUrl(ownerUrl), 2)
afterAll(() => sealer.end())
const secret = randomBytes(32)

/** As somebody does who holds the whole database and stops at nothing. */
async function asSuperuser(run: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('set session_replication_role = replica')
    await run(client)
    await client.query('set session_replication_role = origin')
  } finally {
    client.release()
  }
}
const append = (what: string, on: Pick<pg.PoolClient, 'query'> = owner) => on.query("insert into audit.event (what, via, people) values ($1, 'page', array[gen_random_uuid()])", [what])
const kinds = async (checkpoints: Checkpoint[] = [], ...older: Buffer[]) => (await checkAudit(sealer, [secret, ...older], checkpoints)).findings.map((finding) => finding.kind)
const endNow = async (): Promise<Checkpoint> => {
  const seal = await sealOnce(sealer, secret)
  if (!seal) throw new Error('There was nothing to seal.')
  return checkpointOf(seal, signingKey(secret).shown)
}
let end: Checkpoint

beforeEach(async () => {
  await asSuperuser((client) => client.query('truncate audit.event, audit.seal restart identity'))
  for (const word of ['one', 'two', 'three']) await append(word)
  await endNow()
  for (const word of ['four', 'five']) await append(word)
  end = await endNow()
})

describe('An audit that nobody touched', () => {
  it('is whole, and has the end that was noted outside', async () => {
    expect(await checkAudit(sealer, [secret], [end])).toEqual({ events: 5, seals: 2, checkpoints: 1, waiting: 0, findings: [] })
  })

  it('is whole when events arrive in another order than their numbers, and some never do', async () => {
    const [slow, lost] = [await owner.connect(), await owner.connect()]
    await slow.query('begin')
    await append('slow', slow)
    await lost.query('begin')
    await append('lost', lost)
    await append('quick')
    await endNow()
    await lost.query('rollback')
    await slow.query('commit')
    slow.release()
    lost.release()
    await append('after')
    const last = await endNow()
    expect((await owner.query('select events::text[] as e from audit.seal order by number')).rows.map((row) => row.e)).toEqual([['1', '2', '3'], ['4', '5'], ['8'], ['6', '9']])
    expect(await kinds([end, last])).toEqual([])
  })

  it('cannot be changed or emptied by mistake, not even by its owner', async () => {
    for (const statement of ["update audit.event set what = 'x'", 'delete from audit.event', 'truncate audit.event', 'delete from audit.seal', "update audit.seal set hash = ''"]) {
      await expect(owner.query(statement)).rejects.toThrow('never changed')
    }
  })

  it('is whole when the key was replaced, as long as the older one is given too', async () => {
    const newer = randomBytes(32)
    await append('after')
    expect((await sealOnce(sealer, newer))?.number).toBe(3)
    expect(await kinds([end], newer)).toEqual([])
    expect(await kinds([end])).toEqual(['forged'])
  })

  it('is sealed by one server at a time', async () => {
    for (let n = 0; n < 20; n += 1) await append(`event ${n}`)
    const seals = await Promise.all([sealOnce(sealer, secret), sealOnce(sealer, secret)])
    expect(seals.filter(Boolean).length).toBeGreaterThan(0)
    expect(await kinds([end])).toEqual([])
  })
})

describe('Each kind of tampering is found', () => {
  const tamperings: [string, string[], (client: pg.PoolClient) => Promise<unknown>][] = [
    ['a word changed', ['changed'], (c) => c.query("update audit.event set what = 'nothing' where id = 2")],
    ['whom it was about taken out', ['changed'], (c) => c.query("update audit.event set people = '{}' where id = 5")],
    ['who it was changed', ['changed'], (c) => c.query('update audit.event set actor_id = gen_random_uuid() where id = 4')],
    ['its time moved by a microsecond', ['changed'], (c) => c.query("update audit.event set at = at + interval '1 microsecond' where id = 1")],
    ['a refusal made a success', ['changed'], (c) => c.query('update audit.event set refused = not refused where id = 3')],
    ['deleted in the middle', ['deleted'], (c) => c.query('delete from audit.event where id = 2')],
    ['deleted at the end', ['deleted'], (c) => c.query('delete from audit.event where id = 5')],
    ['two swapped', ['changed', 'changed'], (c) => c.query("update audit.event e set what = o.what, people = o.people, at = o.at from audit.event o where (e.id, o.id) in ((1, 4), (4, 1))")],
    ['put in between two others', ['inserted'], async (c) => {
      await c.query('delete from audit.event where id = 2')
      await c.query("insert into audit.event (id, what, via) overriding system value values (0, 'made up', 'page')")
      await c.query("insert into audit.event (id, what, via) overriding system value select 2, 'made up', 'page'")
    }],
    ['a seal taken out', ['missing', 'broken', 'inserted', 'inserted', 'inserted'], (c) => c.query('delete from audit.seal where number = 1')],
    ['a seal made to fit', ['changed', 'broken'], async (c) => {
      await c.query("update audit.event set what = 'nothing' where id = 4")
      await c.query("update audit.seal set digests = sha256('x') where number = 2")
    }],
  ]
  it.each(tamperings)('%s', async (_, found, tamper) => {
    await asSuperuser(tamper)
    const seen = await kinds([end])
    expect(seen.length).toBeGreaterThan(0)
    for (const kind of found) expect(seen).toContain(kind)
  })

  it('an event of long ago put in at the end', async () => {
    await owner.query("insert into audit.event (what, via, at) values ('made up', 'page', now() - interval '1 year')")
    await endNow()
    expect(await kinds([end])).toEqual(['antedated'])
  })

  it('the end cut off, back to the checkpoint that was noted outside', async () => {
    await asSuperuser((c) => c.query('delete from audit.seal where number = 2; delete from audit.event where id > 3'))
    expect(await kinds([end])).toEqual(['cutOff'])
    expect(await kinds([])).toEqual([])
  })

  it('the whole chain written anew by somebody who has not the key', async () => {
    await asSuperuser(async (c) => {
      await c.query("delete from audit.seal; update audit.event set what = 'nothing' where id = 2")
    })
    const [first, other] = [await sealOnce(sealer, randomBytes(32)), undefined]
    expect(other).toBeUndefined()
    expect(first?.number).toBe(1)
    expect(await kinds([end])).toEqual(expect.arrayContaining(['forged', 'cutOff']))
  })
})

describe('Checkpoints', () => {
  it('are kept a file a day, of a day that is over only the last', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-checkpoints-'))
    const at = (number: number, sealedAt: string): Checkpoint => ({ number, sealedAt, hash: 'h', signature: 's', key: 'k' })
    for (const each of [at(1, '2026-03-01T10:00:00.000000Z'), at(2, '2026-03-01T10:01:00.000000Z'), at(3, '2026-03-02T09:00:00.000000Z'), at(4, '2026-03-02T09:01:00.000000Z')]) noteCheckpoint(folder, each)
    expect(checkpointsIn(folder).map((each) => each.number)).toEqual([2, 3, 4])
    expect(checkpointsIn(join(folder, 'none'))).toEqual([])
  })
})

describe('What is awaited', () => {
  it('is always every number below the end that no seal holds', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1 }), (arriving, sizes) => {
      let before = { upto: 0, awaited: [] as number[] }
      const held = new Set<number>()
      for (let at = 0, turn = 0; at < arriving.length; turn += 1) {
        const batch = arriving.slice(at, at + (sizes[turn % sizes.length] ?? 1))
        at += batch.length
        const upto = Math.max(before.upto, ...batch)
        before = { upto, awaited: awaitedAfter(before, batch.map((id) => ({ id })), upto) }
        batch.forEach((id) => held.add(id))
        expect(before.awaited.toSorted((a, b) => a - b)).toEqual(Array.from({ length: upto }, (_, i) => i + 1).filter((id) => !held.has(id)))
      }
    }))
  })
})
