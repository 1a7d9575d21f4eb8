import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { census, child, referral } from '../../src/channel/exchange/cin/census.fixture.ts'
import { importCensus } from '../../src/channel/exchange/cin/importCensus.ts'
import { office, openOffice } from '../../src/channel/exchange/cin/office.ts'
import { expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'

const closed = `<CINdetails>${referral}<CINclosureDate>2022-01-05</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure></CINdetails>`
const file = census({ children: [
  child({ localId: 'RND00077123', identifiers: '<PersonBirthDate>2009-11-17</PersonBirthDate><GenderCurrent>2</GenderCurrent>', details: closed }),
  child({ localId: 'RND00077124', identifiers: '<PersonBirthDate>2009-11-18</PersonBirthDate><GenderCurrent>1</GenderCurrent>' }),
] })

describe.skipIf(!hasBrowser)('a census comes in while people work', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('and the front door finds a child of it by the number of the system before', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.frontDoorWorker)
    await openOffice(world.ownerUrl)
    const imported = await importCensus(world.as(office.actorId), 'census.xml', () => Readable.from([Buffer.from(file)]))
    expect(imported).toMatchObject({ kind: 'taken', gains: { newPeople: 2 } })

    const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first()
    await box.fill('RND00077123')
    await box.press('Enter')
    await page.getByText('Same local child number').waitFor({ timeout: 5000 })
    await expectAccessible(page)
  })
})
