import { afterAll, expect, it } from 'vitest'
import { shape } from '../../kernel/shape.ts'
import { openPool } from '../../platform/db/pool.ts'
import { sql } from '../../platform/db/sql.ts'
import { appUrl } from '../../platform/db/roles.ts'
import { freshDatabase } from '../../../test/database.ts'
import { answer, query } from './act.ts'
import { auditTogether } from './auditedTogether.ts'
import { tenByTen } from '../../../test/access/tenByTen/council.ts'
import { writeWorld } from '../../../test/access/world.ts'

const { pool, owner, ownerUrl, as } = await freshDatabase()
const { world, actor, person } = tenByTen()
await writeWorld(owner, world)
const through = openPool(await appUrl(ownerUrl), 1)
afterAll(() => through.end())
auditTogether(pool, through)

const look = query('test.look', shape({}), { may: 'record.read', run: async ({ saw }) => { saw([person.allocated]); return { seen: true } } })
const ask = () => look.perform(as(actor.allocatedWorker), {})
const events = async () => (await owner.query<{ n: number }>("select count(*)::int as n from audit.event where what = 'test.look' and actor_id = $1 and people = array[$2]::uuid[]", [actor.allocatedWorker, person.allocated])).rows[0]?.n

it('Forty who read at the same moment are all answered, and each has its own event, committed before the answer', async () => {
  const seen: (number | undefined)[] = []
  await Promise.all(Array.from({ length: 40 }, async () => { await ask(); seen.push(await events()) }))
  expect(await events()).toBe(40)
  expect(seen.every((n, i) => n !== undefined && n > i)).toBe(true)
})

it('Where no event can be kept nobody is answered, and who asks afterwards is', async () => {
  const before = await events()
  await owner.query('alter table audit.event rename to elsewhere')
  const refused = await Promise.allSettled(Array.from({ length: 10 }, ask))
  await owner.query('alter table audit.elsewhere rename to event')
  expect(new Set(refused.map((one) => one.status))).toEqual(new Set(['rejected']))
  expect(await events()).toBe(before)
  expect(await ask()).toEqual({ done: { seen: true } })
})

it('An event that cannot be kept refuses its own answer and nobody else\'s', async () => {
  const broken = answer(as(actor.allocatedWorker), 'test.broken', 'record.read', async ({ saw }) => saw(['nobody']), 'reads')
  const answers = await Promise.allSettled([broken, ask(), ask()])
  expect(answers.map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
})

it('A read that is audited so can write nothing', async () => {
  const write = answer(as(actor.allocatedWorker), 'test.write', 'record.read', ({ db }) => db.run(sql`insert into ops.answered (actor_id, command_id, command, answer) values (access.actor(), gen_random_uuid(), 'test', '{}')`), 'reads')
  await expect(write).rejects.toThrow('read-only')
})
