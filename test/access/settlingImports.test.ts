import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { census, child } from '../../src/channel/exchange/cin/census.fixture.ts'
import { importCensus } from '../../src/channel/exchange/cin/importCensus.ts'
import { office, openOffice } from '../../src/channel/exchange/cin/office.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'

const house = await openForHttp()
const council = await usualCouncil(house.owner)
let importId = ''
beforeAll(async () => {
  await openOffice(house.ownerUrl)
  const taken = await importCensus(house.as(office.actorId), 'census.xml', () => Readable.from([Buffer.from(census({ children: [child({ localId: 'DOOR00001' })] }))]))
  importId = taken.kind === 'taken' ? taken.importId : ''
})

describe('the pages of imports, and the open interface beside them', () => {
  it('are an administrator’s, by every door; whoever else asks is told so', async () => {
    for (const actor of [council.worker, council.frontDoorWorker, council.manager, council.head, council.records, council.privacy, council.businessSupport]) {
      const other = await house.visit(actor)
      expect((await other.get('/admin/imports')).status).toBe(403)
      expect((await other.get(`/admin/imports/${importId}`)).status).toBe(403)
      expect((await other.post(`/admin/imports/${importId}`, { what: 'undo' })).status).toBe(403)
      expect((await other.api('commands/exchange.acceptImport', { id: importId })).status).toBe(403)
      expect((await other.api('commands/exchange.takeBack', { id: importId, after: '00000000-0000-0000-0000-000000000000' })).status).toBe(403)
    }
    expect((await house.owner.query('select 1 from people.person')).rowCount).toBe(1)
  })
  it('tell numbers and lines, and no child', async () => {
    const administrator = await house.visit(council.administrator)
    const page = await administrator.get(`/admin/imports/${importId}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('1 child')
    expect(page.text).not.toMatch(/DOOR00001|2015/)
  })
  it('the decision is posted once and shown', async () => {
    const administrator = await house.visit(council.administrator)
    expect(await administrator.post(`/admin/imports/${importId}`, { what: 'accept' })).toMatchObject({ go: `/admin/imports/${importId}?done=accepted` })
    const again = await administrator.post(`/admin/imports/${importId}`, { what: 'undo' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('This import was accepted, and stays.')
    expect((await house.owner.query('select 1 from people.person')).rowCount).toBe(1)
  })
})
