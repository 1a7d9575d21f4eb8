import { describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { usualCouncil } from '../../../../test/factories/council.ts'
import { addPeople } from '../commands.ts'
import { mergePeople, sayTwoPeople } from './commands.ts'
import { compareNext } from './jobs.ts'
import { possibleDuplicates } from './queries.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const records = fresh.as(council.records)
const home = { lines: ['12 Mill Lane'], postcode: 'W12 8QT' }

async function added(given: string, family: string, bornOn: string): Promise<string> {
  const id = newId()
  await addPeople.do(fresh.as(council.worker), { people: [{ id, given, family, bornOn, address: home }], relationships: [] })
  return id
}
const compared = async () => { while ((await compareNext(fresh.jobs)) > 0); }
async function shown(id: string): Promise<string[]> {
  await compared()
  const outcome = await possibleDuplicates.perform(records, { id })
  if ('problems' in outcome) throw new Error('problems')
  return outcome.done.map((pair) => (pair.one.id === id ? pair.other.id : pair.one.id))
}

describe('records of one person are found beside the work', () => {
  it('and shown with their reasons to those who may merge, until they are one', async () => {
    const [one, two] = [await added('Kathryn', 'Smith', '1988-04-03'), await added('Kate', 'Smyth', '1988-04-03')]
    expect(await shown(one)).toEqual([two])
    const outcome = await possibleDuplicates.perform(records, { id: two })
    expect('done' in outcome && outcome.done[0]?.reasons.map((reason) => reason.words)).toContain('Same date of birth')
    await mergePeople.do(records, { partId: two, intoId: one, reason: 'The same NHS number on both letters.' })
    expect(await shown(one)).toEqual([])
  })
  it('twins with different first names are not shown', async () => {
    const one = await added('Ottoline', 'Marsh', '2015-05-05')
    await added('Barnaby', 'Marsh', '2015-05-05')
    expect(await shown(one)).toEqual([])
  })
  it('a pair that is two people is not shown again, also when a fact changes', async () => {
    const [one, two] = [await added('Zacharia', 'Penrose', '2014-01-01'), await added('Zachary', 'Penrose', '2014-01-02')]
    expect(await shown(one)).toEqual([two])
    await sayTwoPeople.do(records, { personId: one, otherId: two, reason: 'Cousins.' })
    await fresh.owner.query('insert into people.compare_due (person_id) values ($1)', [one])
    expect(await shown(one)).toEqual([])
  })
  it('nobody but the records team asks', async () => {
    await expect(possibleDuplicates.perform(fresh.as(council.manager), {})).rejects.toMatchObject({ kind: 'NotAllowed' })
  })
  it('of a sealed record nobody hears but those on its list, who get a task; the writer sees nothing', async () => {
    const sealed = await added('Verity', 'Cholmondeley', '2010-10-10')
    await fresh.owner.query(`update access.subject set marking = 'sealed' where id = $1`, [sealed])
    await fresh.owner.query('insert into access.listed (person_id, actor_id) values ($1, $2)', [sealed, council.head])
    const fresher = await added('Verity', 'Chumley-Cholmondeley', '2010-10-10')
    expect(await shown(fresher)).toEqual([])
    const { rows } = await fresh.owner.query(`select worker_id, subject_id from work.item where kind = 'sealedMatch'`)
    expect(rows).toEqual([{ worker_id: council.head, subject_id: fresher }])
  })
  it('whoever was recorded last is compared first, however many wait after an import', async () => {
    const waiting = []
    for (let n = 0; n < 60; n++) waiting.push(await added(`Waiting${n}`, 'Queue', '2001-01-01'))
    await compared()
    await fresh.owner.query("insert into people.compare_due (person_id, since) select p, now() - interval '1 hour' from unnest($1::uuid[]) p", [waiting])
    await added('Verity', 'Cholmondeley', '2010-10-10')
    await compareNext(fresh.jobs, 1)
    expect((await fresh.owner.query(`select count(*)::int as n from work.item where kind = 'sealedMatch'`)).rows[0].n).toBe(2)
    await compared()
  })
  it('what the server uses for this answers nothing inside a request', async () => {
    const client = await fresh.pool.connect()
    await client.query('begin')
    await client.query(`select access.enter_as('${council.records}')`)
    expect((await client.query(`select * from people.to_file(10)`)).rows).toEqual([])
    await expect(client.query('select * from people.to_compare(10)')).rejects.toThrow('permission denied')
    await client.query('rollback')
    client.release()
  })
})
