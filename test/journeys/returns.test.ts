import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { checkStanding } from '../../src/oversight/returns/making.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { reportsUrl } from '../../src/platform/db/roles.ts'
import { beginLookedAfter } from '../../src/practice/care/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'
import { testDocuments } from '../keys.ts'
import { inNeed } from '../returns/inNeed.ts'

describe.skipIf(!hasBrowser)('a return to the department is made', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  let id: Awaited<ReturnType<typeof smithAndBegum>>
  it('from a record whose rules are asked while people write: beside the field, before it is saved and after, and nobody is stopped', async () => {
    if (!world) return
    const now = new Date().toISOString()
    id = await smithAndBegum(world.as(world.council.worker, now))
    await beginLookedAfter.do(world.as(world.council.worker, now), { id: newId(), people: [id.isla, id.leo], on: now.slice(0, 10), planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'accommodated', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor', postcode: 'ZV2 1AA' } })
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    await page.goto(`${world.address}/people/${id.isla}/details`)
    await page.getByText('Record or change a fact').click()
    const field = page.getByLabel('What is known')
    await page.getByLabel('Which fact').selectOption('bornOn')
    await field.fill('27/3/1990')
    await field.press('Tab')
    const beside = page.locator('.field-rule')
    await beside.first().waitFor()
    expect(await beside.allTextContents()).toContainEqual(expect.stringMatching(/Rule 351 of SSDA903\. You can save it as it is\.$/))
    expect(await field.getAttribute('aria-describedby')).toContain('rule-ssda903-351')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Record it' }).first().click()
    await page.waitForURL(/rules=person\.bornOn/)
    expect(await page.textContent('main')).toMatch(/born 27 Mar 1990.*It is saved\..*Rule 351 of SSDA903, error.*Recorded\./s)
  })

  it('and what is found at night leads to the row that it is about, with its form open and the cursor in its field', async () => {
    if (!world) return
    await inNeed(world.owner, id)
    await world.owner.query('begin; set local role kith_gate; update contacts.referral set primary_need = null; commit')
    const reports = openPool(await reportsUrl(world.ownerUrl), 1)
    for (const kind of ['ssda903', 'cin'] as const) await checkStanding({ reports, jobs: world.jobs, documents: testDocuments }, systemClock, kind)
    await reports.end()
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    const cursorIn = () => page.evaluate(() => document.activeElement?.id ?? '')
    for (const [asked, at, field] of [['PrimaryNeedCode', /\/cases\?put=/, /^primaryNeed-/], ['table=Episodes&fields=URN', /\/care\/placements\//, /^urn$/], ['put=number.upn', /\/details\?/, /^number-value$/]] as const) {
      await page.goto(`${world.address}/quality`)
      await page.locator(`a[href*="${asked}"]`).first().click()
      await page.waitForURL(at)
      await expect.poll(cursorIn, { timeout: 20_000 }).toMatch(field)
      expect(await page.locator(':focus').isVisible()).toBe(true)
    }
  })

  it('from the record as it stands; what the rules found is explained or put right, and it is recorded as sent', async () => {
    if (!world) return
    const keira = await world.council.actor('Keira Osman', [{ role: 'returns' }])
    await world.owner.query('update access.actor set password_hash = (select password_hash from access.actor where id = $2) where id = $1', [keira, world.council.worker])
    const page = await world.windowOf()
    await world.signIn(page, keira)
    await page.getByRole('link', { name: 'Returns' }).click()
    await page.getByText('No return was made yet.').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.waitForURL(/returns\/[0-9a-f-]{36}/)
    // How far it is stands on the page, which looks again by itself until it is made.
    await page.getByRole('heading', { name: 'What the rules found' }).waitFor({ timeout: 60_000 })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('table', { name: 'What the department’s rules found' }).getByRole('link').first().click()
    await page.getByLabel('Why it is right as it is').first().fill('The number was asked for, and has not come yet.')
    await page.getByRole('button', { name: 'Keep the reason' }).first().click()
    await page.getByRole('button', { name: 'Change the reason' }).first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('link', { name: /looked after/ }).click()
    await page.getByLabel('Receipt or remark').fill('Receipt 17')
    await page.getByRole('button', { name: 'It was sent as it is' }).click()
    await page.getByText('Receipt 17').waitFor()
    await page.getByRole('link', { name: 'All returns' }).click()
    expect(await page.textContent('main')).toContain('Sent')
  })
})
