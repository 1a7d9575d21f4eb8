import { describe, expect, it } from 'vitest'
import { hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('a note that was not sent', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('is back after the tab was closed, whatever else was begun, goes out after signing in again, and is gone from the device when it was saved', async () => {
    if (!world) return
    const id = await smithAndBegum(world.as(world.council.worker, new Date().toISOString()))
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    const address = `${world.address}/notes/new?people=${id.isla}`
    await page.goto(address)
    await page.getByLabel('About everybody on the note').click()
    await page.keyboard.type('She was at breakfast club before eight.')
    const kept = () => page.evaluate(async () => {
      const open = indexedDB.open('kith-unsent')
      const db = await new Promise<IDBDatabase>((done) => { open.onsuccess = () => done(open.result) })
      if (!db.objectStoreNames.contains('kept')) return -1
      const count = db.transaction('kept').objectStore('kept').count()
      return new Promise<number>((done) => { count.onsuccess = () => done(count.result) })
    })
    await expect.poll(kept, { timeout: 15_000 }).toBe(1)
    await page.locator('form[data-keep]:not([data-keeping])').waitFor()
    // A note about somebody else that is not sent either has a place of its own.
    await page.goto(`${world.address}/notes/new?people=${id.noah}`)
    await page.getByLabel('About everybody on the note').click()
    await page.keyboard.type('N')
    await expect.poll(kept, { timeout: 15_000 }).toBe(2)
    await page.goto('about:blank')
    await page.goto(address)
    await page.getByText('What you wrote here before is back.').waitFor()
    expect(await page.getByLabel('About everybody on the note').inputValue()).toBe('She was at breakfast club before eight.')
    await world.owner.query('update access.session set ended_at = now() where ended_at is null')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByRole('dialog').getByLabel(/Password/).fill(world.password)
    await page.keyboard.press('Enter')
    await page.getByText('Note saved.').waitFor()
    expect(await page.textContent('main')).toContain('She was at breakfast club before eight.')
    await page.goto(address)
    await expect.poll(kept, { timeout: 15_000 }).toBe(1)
    // What somebody starts afresh does not come back, though the page is left with it.
    await page.goto(`${world.address}/notes/new?people=${id.noah}`)
    await page.getByRole('button', { name: 'Start afresh' }).click()
    await page.getByText('What you wrote here before is back.').waitFor({ state: 'detached' })
    await expect.poll(kept, { timeout: 15_000 }).toBe(0)
    expect(await page.getByLabel('About everybody on the note').inputValue()).toBe('')
  })
})
