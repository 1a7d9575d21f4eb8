import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { markPerson } from '../../src/record/access/commands/keeping.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { tray } from '../../src/record/work/queries.ts'
import { done } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'

const house = await openForHttp()
const council = await usualCouncil(house.owner)
const now = new Date().toISOString()
const as = (actor: string) => house.as(actor, now)
const perpetua = (family: string) => ({ people: [{ id: newId(), given: 'Perpetua', family, bornOn: '2015-01-02', address: { lines: ['4 Quay Row'], postcode: 'ZV9 3TT' } }], relationships: [] })

it('somebody recorded now who may be a sealed person becomes a task of those on the list within a minute, with both records beside each other; the writer and everybody else learn nothing', async () => {
  const sealed = perpetua('Sealwright')
  await done(addPeople.do(as(council.worker), sealed))
  const sealedId = sealed.people[0]?.id ?? ''
  await done(markPerson.do(as(council.manager), { personId: sealedId, marking: 'sealed', named: [council.manager], reason: 'Witness protection.' }))

  const fresh = perpetua('Sealwrihgt')
  const freshId = fresh.people[0]?.id ?? ''
  const writer = await house.visit(council.otherWorker)
  const answered = await writer.api('commands/people.add', fresh)
  expect(answered.status).toBe(200)
  expect(answered.text).not.toContain(sealedId)

  const tasks = async (actor: string) => (await done(tray.perform(as(actor), {}))).filter((item) => item.kind === 'sealedMatch')
  // The house's own background does it, as it does while people work.
  await expect.poll(() => tasks(council.manager), { timeout: 60_000 }).toHaveLength(1)
  const [task] = await tasks(council.manager)
  const manager = await house.visit(council.manager)
  const page = (await manager.get(`/work/${task?.id}`)).text
  expect(page).toContain('Somebody recorded now may be this sealed person')
  expect(page).toContain(`/people/${sealedId}/compare/${freshId}`)
  expect((await manager.get(`/people/${sealedId}/compare/${freshId}`)).text).toContain('Sealwrihgt')

  for (const other of [council.otherWorker, council.worker, council.head, council.records, council.frontDoorWorker]) {
    const visitor = await house.visit(other)
    if (other !== council.records) expect(await tasks(other)).toEqual([])
    // Nothing else than an id of nothing gives them.
    for (const pathOf of [(id: string) => `/work/${id === sealedId ? task?.id : id}`, (id: string) => `/people/${id}`, (id: string) => `/people/${freshId}/compare/${id}`]) {
      const { status } = await visitor.get(pathOf(sealedId))
      expect(status).not.toBe(200)
      expect(status).toBe((await visitor.get(pathOf(newId()))).status)
    }
  }
  expect((await (await house.visit(council.records)).get('/people/duplicates')).text).not.toMatch(/Sealw/)
  expect((await manager.post(`/work/${task?.id}`, { commandId: newId(), what: 'finish', outcome: 'One person: told the records team' })).go).toBe('/')
  expect(await tasks(council.manager)).toEqual([])
})
