import { describe, expect, it } from 'vitest'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { openForHttp } from '../http.ts'
import { newId } from '../../src/kernel/ids.ts'

const world = await openForHttp()
const council = await usualCouncil(world.owner)

describe('The one inbox of decisions holds what is no piece of work', () => {
  it('a record opened with a reason, for the privacy officer, without a name of anybody on record; gone when it is looked at', async () => {
    const id = await smithAndBegum(world.as(council.worker, new Date().toISOString()))
    await world.owner.query(`insert into access.break_glass (id, person_id, actor_id, reason, started_at, until) values ($1, $2, $3, 'A school rang about a child at risk.', now(), now() + interval '1 hour')`, [newId(), id.leo, council.otherWorker])
    const officer = await world.visit(council.privacy)
    const inbox = await officer.get('/decisions')
    expect(inbox.text).toContain('A record was opened with a reason')
    expect(inbox.text).toContain('by Sam Price')
    expect(inbox.text).not.toContain('Leo')
    expect(inbox.text).toMatch(/bar-count">1</)
    await world.owner.query('update access.break_glass set reviewed_at = now(), reviewed_by = $1', [council.privacy])
    expect((await officer.get('/decisions')).text).toContain('You are up to date.')
  })
  it('two records that may be one person, for the records office, leading to both side by side', async () => {
    const [one, other] = [await smithAndBegum(world.as(council.worker, new Date().toISOString())), await smithAndBegum(world.as(council.worker, new Date().toISOString()))]
    const [a, b] = [one.kelly, other.kelly].sort()
    await world.owner.query(`insert into people.possible_duplicate (person_id, other_id, score, reasons) values ($1, $2, 20, '[]')`, [a, b])
    const inbox = await (await world.visit(council.records)).get('/decisions')
    expect(inbox.text).toContain('Recorded twice?')
    expect(inbox.text).toMatch(new RegExp(`/people/(${a}/compare/${b}|${b}/compare/${a})`))
  })
  it('is no page for a worker, and nobody is offered it who may not decide anything', async () => {
    for (const who of [council.worker, council.businessSupport, council.administrator]) {
      const visitor = await world.visit(who)
      expect((await visitor.get('/decisions')).status).toBe(403)
      expect((await visitor.get('/')).text).not.toContain('href="/decisions"')
    }
  })
})
