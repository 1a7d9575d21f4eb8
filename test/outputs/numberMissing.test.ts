import { expect, it } from 'vitest'
import { newTransferPage, saveNewTransfer } from '../../src/channel/exchange/transfer/giving/pages.tsx'
import { transfersPage } from '../../src/channel/exchange/transfer/listPage.tsx'
import { newId } from '../../src/kernel/ids.ts'
import { htmlOf } from '../../src/platform/page/document.ts'
import { answer } from '../../src/record/access/act.ts'
import { changeSetting } from '../../src/record/access/council.ts'
import type { Ask } from '../../src/record/access/page.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const family = await smithAndBegum(as(council.worker))
const around = { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name: string) => name }) }
const asked = (more: Partial<Ask> = {}): Ask => ({ path: '', params: {}, query: { people: family.leo }, body: {}, problems: [], ...more }) as Ask
const shown = async (reading: ReturnType<typeof newTransferPage.run>): Promise<string> => { const found = await reading; return 'html' in found ? htmlOf(found.html) : '' }
const missing = 'This council’s own number is not set.'

it('A council without its own number is told so where a hand-over begins, before anything is typed, and where files come in', async () => {
  const begun = await shown(newTransferPage.run(as(council.worker), asked(), around))
  expect([begun.includes(missing), begun.includes('name="reason"')]).toEqual([true, false])
  expect(await shown(transfersPage.run(as(council.frontDoorWorker), asked({ query: {} }), around))).toContain(missing)
  // What somebody had typed before it was taken away stays on the page.
  const sent = await shown(saveNewTransfer.run(as(council.worker), { ...asked({ body: { id: newId(), around: family.leo, children: family.leo, toCode: '331', toName: 'Eastmere', reason: 'They moved to Eastmere.' } }), commandId: newId() }, around))
  expect([sent.includes(missing), sent.includes('They moved to Eastmere.')]).toEqual([true, true])
})

it('and with it the page begins with where to, and why', async () => {
  await answer(as(council.head), 'test', 'staff.read', ({ db }) => changeSetting(db, 'council.authority', '330', undefined))
  const begun = await shown(newTransferPage.run(as(council.worker), asked(), around))
  expect([begun.includes(missing), begun.includes('name="reason"')]).toEqual([false, true])
})
