import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Caller } from '../../src/record/access/act.ts'
import { markPerson } from '../../src/record/access/commands/keeping.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'

const house = await openForHttp()
const council = await usualCouncil(house.owner)
const as = (actor: string): Caller => ({ ...house.as(actor), clock: systemClock })
const reason = 'Police are at the flat now. Who may collect the children?'

async function child(marking: 'open' | 'restricted' | 'sealed'): Promise<string> {
  const id = newId()
  await addPeople.do(as(council.worker), { people: [{ id, given: 'Perpetua', family: 'Openfield', bornOn: '2015-01-02' }], relationships: [] })
  if (marking !== 'open') await markPerson.do(as(council.manager), { personId: id, marking, named: [council.manager], reason: 'A threat to the family.' })
  return id
}

describe('The page before a record is opened with a reason', () => {
  it('tells of a restricted record without a name, and opens it for reading', async () => {
    const [person, sam] = [await child('restricted'), await house.visit(council.otherWorker)]
    const before = await sam.get(`/people/${person}/open`)
    expect(before.text).toContain('This record is kept to a few people')
    expect(before.text).not.toMatch(/Perpetua|Openfield|2015/)
    expect(await sam.post(`/people/${person}/open`, { what: 'harm', reason, commandId: newId() })).toMatchObject({ status: 303, go: `/people/${person}` })
    expect((await sam.get(`/people/${person}`)).text).toContain('Perpetua')
    expect((await sam.get(`/people/${person}/open`)).text).toContain('You opened it with a reason')
    await sam.post(`/people/${person}/close`, { commandId: newId() })
    expect((await sam.get(`/people/${person}`)).text).not.toContain('Perpetua')
  })

  it('keeps what was typed when the reason is too short, and says what to do', async () => {
    const [person, sam] = [await child('open'), await house.visit(council.otherWorker)]
    const back = await sam.post(`/people/${person}/open`, { what: 'duty', reason: 'urgent, police', commandId: newId() })
    expect(back.status).toBe(422)
    expect(back.text).toContain('urgent, police')
    expect(back.text).toContain('in 20 characters or more')
  })

  it('is not there for a sealed record: the same as for nobody', async () => {
    const [person, sam, nobody] = [await child('sealed'), await house.visit(council.otherWorker), newId()]
    for (const path of ['', '/open']) expect(await sam.get(`/people/${person}${path}`)).toEqual(await sam.get(`/people/${nobody}${path}`))
    const tried = await sam.post(`/people/${person}/open`, { what: 'harm', reason })
    expect(tried).toEqual(await sam.post(`/people/${nobody}/open`, { what: 'harm', reason }))
    expect(tried.status).toBe(404)
    expect((await sam.get('/people/not-an-id/open')).status).toBe(404)
  })

  it('is told to the privacy officer, who looks at each opening; nobody else opens that page', async () => {
    const [person, sam, paula] = [await child('open'), await house.visit(council.otherWorker), await house.visit(council.privacy)]
    await sam.post(`/people/${person}/open`, { what: 'other', reason: 'Ambulance crew ask for a name of a guardian.', commandId: newId() })
    const shown = await paula.get('/privacy/openings')
    expect(shown.text).toContain('Ambulance crew ask')
    expect(shown.text).not.toContain('Perpetua')
    expect((await sam.get('/privacy/openings')).status).toBe(403)
    const { rows } = await house.owner.query('select id from access.break_glass where person_id = $1', [person])
    expect(await paula.post('/privacy/openings', { id: rows[0].id, note: 'Right to open.', commandId: newId() })).toMatchObject({ status: 303 })
    expect((await paula.get('/privacy/openings')).text).not.toContain('Ambulance crew ask')
  })
})
