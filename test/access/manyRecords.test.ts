import { createHash, randomBytes } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { opening } from '../../content/words/audited.ts'
import { counting, watchSlowed } from '../../src/channel/web/rate.ts'
import { newId } from '../../src/kernel/ids.ts'
import { reviewMany, setManyOpened } from '../../src/record/access/evidence/commands.ts'
import { manyToReview } from '../../src/record/access/evidence/queries.ts'
import { slowedSessions } from '../../src/record/access/evidence/slowed.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'

const { owner, pool, jobs, as } = await freshDatabase()
const council = await usualCouncil(owner)
const open = async (who: string, records: number, at = 'now()') => owner.query(`insert into audit.event (at, actor_id, what, people, via) select ${at}, $1, 'page.person', array[gen_random_uuid()], 'page' from generate_series(1, $2)`, [who, records])
const look = async () => (await jobs.query('select access.find_many($1) as n', [opening])).rows[0].n
const listed = async () => { const outcome = await manyToReview.perform(as(council.privacy), {}); return 'done' in outcome ? outcome.done.many : [] }

it('Whoever opens very many records is told to the privacy officer within minutes and slowed down, without a name of anybody on record; until somebody has looked', async () => {
  const token = randomBytes(32).toString('hex')
  await owner.query('insert into access.session (token_hash, id, actor_id) values ($1, $2, $3)', [createHash('sha256').update(token).digest(), newId(), council.worker])
  await open(council.worker, 60)
  await open(council.manager, 190, "now() - interval '5 hours'")
  // The same record many times, lists and searches, and what is long past are no scraping.
  await owner.query(`insert into audit.event (actor_id, what, people, via) select $1, 'page.person', array[$1::uuid], 'page' from generate_series(1, 300)`, [council.head])
  await owner.query(`insert into audit.event (actor_id, what, people, via) select $1, 'people.search', array[gen_random_uuid()], 'page' from generate_series(1, 300)`, [council.head])
  await open(council.head, 300, "now() - interval '2 days'")
  expect(await look()).toBe(0)
  await open(council.worker, 1)
  await open(council.manager, 11)
  expect(await look()).toBe(2)
  expect(await look()).toBe(0)
  expect((await listed()).map((one) => [one.actor, one.span, one.people, one.measure]).toSorted()).toEqual([['Priya Nair', 'hour', 61, 60], ['Tom Hughes', 'day', 201, 200]])
  await expect(manyToReview.perform(as(council.manager), {})).rejects.toMatchObject({ kind: 'NotAllowed' })

  const slowed = watchSlowed(() => slowedSessions(pool), 20)
  await vi.waitFor(() => expect([slowed.has(token), slowed.has(`${token}0`)]).toEqual([true, false]), { timeout: 120_000 })
  expect(await reviewMany.do(as(council.privacy), { id: (await listed()).find((one) => one.span === 'hour')?.id ?? '', note: 'She covers a colleague’s list.' })).toMatchObject({ done: {} })
  await vi.waitFor(() => expect(slowed.has(token)).toBe(false), { timeout: 120_000 })
  slowed.stop()
  await expect(pool.query('select 1 from access.many_opened')).rejects.toThrow('permission denied')
})

it('A page of many is one look; a request of a program brings each of them, and so does a form that is asked about more people than a family has', async () => {
  const atOnce = (what: string, via: string, many: number) => owner.query('insert into audit.event (actor_id, what, people, via) values ($1, $2, array(select gen_random_uuid() from generate_series(1, $4::int)), $3)', [council.frontDoorWorker, what, via, many])
  for (const [what, via, many] of [['page.person', 'page', 200], ['contacts.form', 'page', 20], ['contacts.form', 'page', 30], ['chronology.of', 'api', 28]] as const) await atOnce(what, via, many)
  expect(await look()).toBe(0)
  await atOnce('chronology.of', 'api', 1)
  expect([await look(), (await listed()).find((one) => one.people === 61 && one.actor !== 'Priya Nair')?.span]).toEqual([1, 'hour'])
})

it('The measure is the council’s', async () => {
  expect(await setManyOpened.do(as(council.administrator), { hour: 20, day: 10 })).toMatchObject({ problems: [{ question: 'day' }] })
  expect(await setManyOpened.do(as(council.administrator), { hour: 10, day: 10 })).toMatchObject({ done: {} })
  await open(council.otherWorker, 11)
  expect(await look()).toBeGreaterThan(0)
  expect((await listed()).find((one) => one.actor === 'Sam Price')).toMatchObject({ measure: 10, people: 11 })
})

it('What is left to a slowed account is thirty requests, and one more every two seconds', () => {
  let now = 0
  const left = counting(30, () => now)
  for (let i = 0; i < 30; i++) expect(left('slow')).toBe(0)
  expect(left('slow')).toBeGreaterThan(0)
  now = 2_100
  expect(left('slow')).toBe(0)
})
