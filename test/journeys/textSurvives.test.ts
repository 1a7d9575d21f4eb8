import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('what somebody wrote survives', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  const opened = async () => {
    if (!world) throw new Error('no browser')
    const worker = world.as(world.council.worker, new Date().toISOString())
    const id = await smithAndBegum(worker)
    const itemId = await allocatedAssessment(worker, { children: [id.amelia, id.isla], teamId: world.council.teams.two, workerId: world.council.worker })
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    const address = `${world.address}/assessments/${itemId}`
    await page.goto(address)
    await alive(page)
    const stored = async () => (await world.owner.query("select answers from answers.section s join answers.form f on f.id = s.form_id where f.item_id = $1 and section = 'whyAssessing'", [itemId])).rows[0]?.answers?.whyNow
    return { world, page, address, stored, itemId }
  }
  const alive = (page: Page) => page.locator('button[value^="save:"]').first().waitFor({ state: 'detached' })
  const box = (page: Page) => page.locator('[id="whyNow"]')

  it('the end of a session: the same person signs in over the page, and it is saved', async () => {
    if (!world) return
    const { page, stored } = await opened()
    await world.owner.query('update access.session set ended_at = now() where ended_at is null')
    await box(page).click()
    await page.keyboard.type('School rang about Isla.')
    await page.getByText('You were signed out.').waitFor()
    // Whoever else comes to this device reads nothing behind the question.
    expect(await page.locator('main').isVisible()).toBe(false)
    await expectAccessible(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/Password/).click()
    await page.keyboard.type('not the password')
    await page.keyboard.press('Enter')
    await page.getByText('Only the person who was writing can carry on here.').waitFor()
    await page.keyboard.type(world.password)
    await page.keyboard.press('Enter')
    await expect.poll(stored).toBe('School rang about Isla.')
    expect(await box(page).inputValue()).toBe('School rang about Isla.')
  })

  it('a tab that is killed while the council cannot be reached: it is back, and saved when the council is', async () => {
    if (!world) return
    const { page, address, stored } = await opened()
    const context = page.context()
    await context.route('**/assessments/*/save', (route) => route.abort())
    await box(page).click()
    await page.keyboard.type('Written without a signal.')
    await page.getByText('Kept on this device').waitFor()
    // Killed, not shut: a tab that is shut sends what it has once more, past what stands in the way here.
    const gone = page.waitForEvent('crash')
    void context.newCDPSession(page).then((tab) => tab.send('Page.crash')).catch(() => undefined)
    await gone
    await page.close()
    expect(await stored()).toBeUndefined()
    await context.unroute('**/assessments/*/save')
    const again = await context.newPage()
    await again.goto(address)
    await again.getByText('What you wrote here before is back.').first().waitFor()
    expect(await box(again).inputValue()).toBe('Written without a signal.')
    await expect.poll(stored).toBe('Written without a signal.')
  })

  it('a server that is away for a while: it goes on by itself', async () => {
    if (!world) return
    const { page, stored } = await opened()
    await page.context().route('**/assessments/*/save', (route) => route.abort())
    await box(page).click()
    await page.keyboard.type('Before the server came back.')
    await page.getByText('Kept on this device').waitFor()
    await page.context().unroute('**/assessments/*/save')
    await expect.poll(stored).toBe('Before the server came back.')
    await page.getByText(/Saved at/).waitFor()
  })

  it('a second tab of the same person is told, and two texts in one place are both shown', async () => {
    if (!world) return
    const { page, address, stored } = await opened()
    const second = await page.context().newPage()
    await second.goto(address)
    await alive(second)
    await page.getByText('This is open in another tab of yours too.').first().waitFor()
    await second.getByText('This is open in another tab of yours too.').first().waitFor()
    await box(page).click()
    await page.keyboard.type('From the first tab.')
    await expect.poll(stored).toBe('From the first tab.')
    await box(second).click()
    await second.keyboard.type('From the second tab.')
    await second.getByText(/Two people wrote here/).waitFor()
    expect(await second.locator('.clash').textContent()).toContain('From the first tab.')
    expect(await second.locator('.clash').textContent()).toContain('From the second tab.')
    await expectAccessible(second)
    await second.getByRole('button', { name: /Put both together/ }).click()
    await expect.poll(stored).toBe('From the first tab.\n\nFrom the second tab.')
  })

  it('nobody else at that device sees it, and what is kept cannot be read as text', async () => {
    if (!world) return
    const { page, address } = await opened()
    const context = page.context()
    await context.route('**/assessments/*/save', (route) => route.abort())
    await box(page).click()
    await page.keyboard.type('Only for Priya to see.')
    await page.getByText('Kept on this device').waitFor()
    const kept = await page.evaluate(async () => {
      const open = indexedDB.open('kith-unsent')
      const db = await new Promise<IDBDatabase>((done) => { open.onsuccess = () => done(open.result) })
      const all = db.transaction('kept').objectStore('kept').getAll()
      const rows: { sealed: ArrayBuffer }[] = await new Promise((done) => { all.onsuccess = () => done(all.result) })
      return rows.map((row) => new TextDecoder('latin1').decode(row.sealed))
    })
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.join()).not.toContain('Priya')
    // Her session ends without signing out; a colleague signs in on the same device and opens the same assessment.
    await context.clearCookies()
    await page.goto('about:blank')
    const other = await context.newPage()
    await world.signIn(other, world.council.manager)
    await other.goto(address)
    await alive(other)
    expect(await box(other).inputValue()).toBe('')
    expect(await other.content()).not.toContain('Only for Priya to see.')
  })

  it('without script the whole form is read, saved and sent back with what is missing', async () => {
    if (!world) return
    const { address, stored, itemId } = await opened()
    const page = await world.windowOf({ javaScriptEnabled: false })
    await world.signIn(page, world.council.worker)
    await page.goto(address)
    await box(page).fill('Written without script.')
    await page.locator('#whyAssessing').getByRole('button', { name: /^Save/ }).click()
    expect(page.url()).toBe(`${address}#whyAssessing`)
    expect(await stored()).toBe('Written without script.')
    await page.locator('#health').getByRole('button', { name: /Write separately for Isla/ }).first().click()
    const { rows } = await world.owner.query("select about from answers.section s join answers.form f on f.id = s.form_id where f.item_id = $1 and section = 'health' and cardinality(about) = 1", [itemId])
    expect(rows).toHaveLength(1)
    await page.getByRole('button', { name: /^Send to/ }).first().click()
    expect(await page.locator('.error-summary').textContent()).toContain('Say what is working well')
    expect(await box(page).inputValue()).toBe('Written without script.')
  })
})
