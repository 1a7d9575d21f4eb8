import { describe, expect, it } from 'vitest'
import { addDays, dayOf, moment } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { countAdoption } from '../../src/oversight/returns/adoption/keeping.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { reportsUrl } from '../../src/platform/db/roles.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { answer } from '../../src/record/access/act.ts'
import { beginLookedAfter, keepCareFact } from '../../src/practice/care/commands.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { openForHttp } from '../http.ts'
import { testDocuments } from '../keys.ts'

const house = await openForHttp()
const council = await usualCouncil(house.owner)
const keira = await council.actor('Keira Osman', [{ role: 'returns' }])
const today = dayOf(moment(systemClock.now()))
const worker = { ...house.as(council.worker, new Date().toISOString()), clock: systemClock }
const id = await smithAndBegum(worker)
const reports = openPool(await reportsUrl(house.ownerUrl), 1)
const count = () => countAdoption({ reports, jobs: house.jobs, documents: testDocuments }, systemClock)
const read = async (who: string, query = '') => (await house.visit(who)).get(`/returns/adoption${query}`)
const waiting = (text: string) => /(\w+|[Ff]ewer than six) child(ren)? waits?/.exec(text)?.[0]

describe('The adoption scorecard of the whole council', () => {
  it('says that nothing is counted before the first night, and is not for a worker', async () => {
    expect((await read(council.head)).text).toContain('Nothing is counted yet.')
    expect((await read(council.worker)).status).toBe(403)
  })

  it('counts every child whose plan is adoption, with no word of who they are; a sealed one for the returns officer alone', async () => {
    await beginLookedAfter.do(worker, { id: newId(), people: [id.isla, id.leo], on: addDays(today, -300), planned: true, need: 'abuseOrNeglect', why: 'They were not safe.', legalCode: 'interimCareOrder', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' } })
    await keepCareFact.do(worker, { id: newId(), people: [id.isla, id.leo], kind: 'permanenceDecision', on: addDays(today, -100), answers: { step: 'decisionMaker', plan: 'adoption' } })
    await house.owner.query("update access.subject set marking = 'sealed' where id = $1", [id.leo])
    expect(await count()).toBe(2)
    expect(waiting((await read(keira)).text)).toBe('Two children wait')
    expect(waiting((await read(council.head)).text)).toBe('Fewer than six children wait')
    const kept = (await house.owner.query<{ kept: string }>('select to_jsonb(w)::text as kept from returns.adoption_way w')).rows
    for (const { kept: text } of kept) for (const who of [id.isla, id.leo]) expect(text).not.toContain(who)
    const seen = (who: string) => answer(house.as(who, new Date().toISOString()), 'returns.adoption', 'year.read', async ({ db }) => (await db.rows(sql`select 1 from returns.adoption_ways()`)).length)
    expect([await seen(keira), await seen(council.head)]).toEqual([2, 1])
  })

  it('counts the same anew, not twice', async () => {
    await count()
    expect(waiting((await read(keira)).text)).toBe('Two children wait')
  })

  it('reckons with what is supposed, and keeps a number that is none beside a sentence', async () => {
    const { text } = await read(keira, '?movesIn=half+a+year&order=100&ordersAYear=8')
    expect(text).toContain('Write a whole number from 1 to 3000.')
    expect(text).toContain('value="half a year"')
    expect(text).toMatch(/within 420 days of coming into care/)
    expect(text).toMatch(/A1 first keeps the 426 days/)
    expect((await (await house.visit(keira)).api('queries/returns.adoption', { movesIn: 0 })).text).toContain('Write a whole number from 1 to 3000.')
  })
})
