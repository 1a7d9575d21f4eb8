import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { meterOf, tell } from '../meter.ts'

describe.skipIf(!hasBrowser)('finding somebody, from any page', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const [kathryn, katie, hidden] = [newId(), newId(), newId()]
  if (world) {
    const worker = world.as(world.council.worker, new Date().toISOString())
    await addPeople.do(worker, {
      people: [
        { id: kathryn, given: 'Kathryn', family: 'Smith', bornOn: '1988-04-03', sex: 'female', address: { lines: ['12 Mill Lane'], postcode: 'W12 8QT' } },
        { id: katie, given: 'Katie', family: 'Smith', bornOn: '1988-04-03', sex: 'female' },
        { id: hidden, given: 'Tobias', family: 'Featherstone', bornOn: '2011-05-05' },
      ],
      relationships: [],
    })
    await world.owner.query(`update access.subject set marking = 'restricted' where id = $1`, [hidden])
  }

  it('a damaged name shows who is meant while it is typed, and one click opens the record', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    const meter = meterOf(page)
    await meter.press('/')
    await meter.type('Kathrin Smyhte', { toFind: true })
    // What was typed so far may mean somebody else: the list is of the whole when she stands first.
    const first = page.getByRole('option').first().filter({ hasText: 'Kathryn Smith' })
    await first.waitFor()
    await expectAccessible(page)
    await meter.click(first)
    await page.waitForURL(`${world.address}/people/${kathryn}`)
    expect(await page.textContent('h1')).toContain('Kathryn Smith')
    const did = meter.counts()
    tell('T4', did)
    expect([did.pages, did.clicks]).toEqual([1, 1])
  })

  it('the keyboard alone does it too', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    await page.keyboard.press('/')
    await page.keyboard.type('smith 3/4/88')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/people\//)
  })

  it('the page of results says why, keeps what was typed out of the address, and reads well on a phone', async () => {
    if (!world) return
    const page = await world.windowOf({ viewport: { width: 320, height: 800 } })
    await world.signIn(page, world.council.worker)
    await page.goto(`${world.address}/search`)
    await page.locator('#bar-search').fill('Kathrin Smyhte 3/4/1987')
    await page.locator('#bar-search').press('Enter')
    await page.getByText('Date of birth a year out').first().waitFor()
    expect(page.url()).toBe(`${world.address}/search`)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })

  it('without script the same form finds the same people', async () => {
    if (!world) return
    const page = await world.windowOf({ javaScriptEnabled: false })
    await world.signIn(page, world.council.worker)
    await page.locator('#bar-search').fill('Mill Lane W12 8QT')
    await page.locator('#bar-search').press('Enter')
    expect(await page.textContent('main')).toContain('Kathryn Smith')
    expect(await page.textContent('main')).toContain('Same postcode')
  })

  it('a restricted record says that it exists, and nothing more', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.otherWorker)
    await page.locator('#bar-search').fill('Tobias Featherston')
    await page.locator('#bar-search').press('Enter')
    await page.getByText('A record that matches is kept to a few people.').waitFor()
    expect(await page.textContent('main')).not.toContain('Tobias')
    await expectAccessible(page)
  })

  it('the records team makes two records one, and two again', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.records)
    await page.goto(`${world.address}/people/${kathryn}/compare/${katie}`)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'They are one person' }).click()
    await page.getByText('Say in a sentence how you know').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('How do you know they are the same person?').fill('Both letters carry the same NHS number.')
    await page.getByRole('button', { name: 'They are one person' }).click()
    await page.waitForURL(`${world.address}/people/${kathryn}/merged`)
    await expectAccessible(page)
    await page.getByRole('button', { name: /Make them two again/ }).click()
    await page.waitForURL(`${world.address}/people/${kathryn}/compare/${katie}`)
    const { rows } = await world.owner.query('select count(*)::int as n from access.person_part')
    expect(rows).toEqual([{ n: 0 }])
  })
})
