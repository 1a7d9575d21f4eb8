import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { census, child, referral } from '../../src/channel/exchange/cin/census.fixture.ts'
import { importCensus } from '../../src/channel/exchange/cin/importCensus.ts'
import { office, openOffice } from '../../src/channel/exchange/cin/office.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'

const closed = `<CINdetails>${referral}<CINclosureDate>2022-01-05</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><ChildProtectionPlans><CPPstartDate>2021-12-01</CPPstartDate><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails>`
const file = census({ children: [
  child({ localId: 'RND00077123', identifiers: '<PersonBirthDate>2009-11-17</PersonBirthDate><GenderCurrent>2</GenderCurrent>', details: closed }),
  child({ localId: 'RND00077124', identifiers: '<PersonBirthDate>2009-11-18</PersonBirthDate><GenderCurrent>1</GenderCurrent>' }),
] })

describe.skipIf(!hasBrowser)('a census comes in while people work', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('and the front door finds a child of it, opens the record and reads the chronology', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.frontDoorWorker)
    await openOffice(world.ownerUrl)
    const imported = await importCensus(world.as(office.actorId), 'census.xml', () => Readable.from([Buffer.from(file)]))
    expect(imported).toMatchObject({ kind: 'taken', gains: { newPeople: 2 } })

    const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first()
    await box.fill('RND00077123')
    await box.press('Enter')
    await page.getByText('Same local child number').waitFor()
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Child RND00077123 of the 2022 census, name not recorded', exact: true }).click()
    await page.getByText('Who is at home?').waitFor()
    const told = await page.textContent('main')
    expect(told).toContain('A child protection plan began on 1 Dec 2021, for neglect. The census of 2022 tells of no end.')
    expect(told).toContain('Taken over from the children in need census of 2022, number RND00077123.')
    await expectAccessible(page)
    // What a return tells of a child whose record is kept to a few is read and decided by one of them.
    const { rows: [held] } = await world.owner.query(`insert into returns.held (id, person_id, import_id, year, number, how, child, rows, by_whom, by_team)
      select gen_random_uuid(), i.person_id, (select id from exchange.import limit 1), 2024, i.value, 'localChildId', '{"upn": "", "bornOn": "2009-11-17", "periods": [{"from": "2023-05-01", "to": null}], "placements": [], "facts": []}', '{}', gen_random_uuid(), gen_random_uuid()
      from people.identifier i where i.value = 'RND00077123' returning id`)
    const there = page.url()
    await page.goto(`${world.address}/returns/held/${held.id}`)
    await page.getByText('may be about this child').first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.goto(there)
    await page.getByLabel('First names').fill('Marigold')
    await page.getByLabel('Surname').fill('Ashdown')
    await page.getByRole('button', { name: 'Record the name' }).click()
    await page.getByRole('heading', { name: 'Marigold Ashdown' }).first().waitFor()
    expect(await page.textContent('main')).not.toContain('name not recorded')
    await page.getByRole('link', { name: 'Chronology', exact: true }).click()
    await page.getByText('Record taken over from another system').waitFor()
    for (const words of ['Referral from a family member or carer', 'Case closed', 'Child protection plan began']) expect(await page.textContent('main')).toContain(words)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })

  it('and an administrator reads the account on a page, takes the import back, and is told what stays and why', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.administrator)
    await page.goto(`${world.address}/admin/imports`)
    await page.getByRole('link', { name: 'Census of 2022, authority 975' }).click()
    await page.getByText('The account of the file').waitFor()
    expect(await page.textContent('main')).toContain('1 child would stay: somebody has written about this child since.')
    expect(await page.textContent('main')).not.toMatch(/Marigold|RND0007/)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('1 child taken off the record again.').first().waitFor()
    await expectAccessible(page)
    const { rows } = await world.owner.query('select name from people.card')
    expect(rows.map(({ name }) => name)).toContain('Marigold Ashdown')
    expect(rows.map(({ name }) => name)).not.toContain('Child RND00077124 of the 2022 census, name not recorded')
  })
})
