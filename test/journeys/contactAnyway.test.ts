import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { writeIn } from '../hands.ts'

describe.skipIf(!hasBrowser)('a contact is never lost', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const words = 'Two small children alone on the stairs at eleven at night.'

  it('can be written and sent without script, row by row, and every mistake keeps what was typed', async () => {
    if (!world) return
    const page = await world.windowOf({ javaScriptEnabled: false })
    await world.signIn(page, world.council.frontDoorWorker)
    await page.goto(`${world.address}/contacts/new`)
    await page.getByLabel('Neighbour or friend').check()
    await page.getByLabel('In their words').fill(words)
    await page.getByLabel('Name of a parent').fill('Sandra Ivory')
    await page.getByRole('button', { name: 'Look' }).click()
    await page.getByRole('button', { name: 'Sandra Ivory Somebody new' }).click()
    expect(await page.getByLabel('In their words').inputValue()).toBe(words)
    await page.locator('input[name="children.0.given"]').fill('Toby')
    await page.locator('input[name="children.0.born"]').fill('soon')
    await page.locator('[data-key=c1] input[name="children.0.parents"]').check()
    await page.getByRole('button', { name: 'Another child' }).click()
    await page.locator('input[name="children.1.given"]').fill('Mia')
    await page.locator('input[name="children.1.born"]').fill('about 3')
    expect(await page.locator('[data-key=c2] input[name="children.1.parents"]').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Record contact' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('One thing to put right')
    expect(await page.getByLabel('In their words').inputValue()).toBe(words)
    await page.locator('input[name="children.0.born"]').fill('2019')
    await page.getByRole('button', { name: 'Record contact' }).click()
    expect(await page.textContent('main')).toContain('Contact recorded.')
    expect(await page.textContent('main')).toContain('Toby Ivory')
    expect(await page.textContent('main')).toContain('Mia Ivory')
    const { rows } = await world.owner.query('select count(*)::int as n from contacts.draft')
    expect(rows[0].n).toBe(0)

    // Somebody of whom one hears later.
    await page.getByRole('link', { name: 'Add somebody' }).click()
    await page.locator('[data-key=c1]').getByLabel('Not yet born').check()
    await page.locator('input[name="children.0.born"]').fill('today or so')
    await page.locator('input[name="children.0.parents"]').check()
    await page.getByRole('button', { name: 'Add to the contact' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('write the day or month the baby is due')
    await page.locator('input[name="children.0.born"]').fill('not known')
    await page.getByRole('button', { name: 'Add to the contact' }).click()
    expect(await page.textContent('h1')).toBe('Contact about two children and a baby not yet born')
  })

  it('is never asked for again by the Back button once what was wrong is put right', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.frontDoorWorker)
    await page.goto(`${world.address}/contacts/new`)
    await page.waitForSelector('.scripted')
    await page.getByLabel('Neighbour or friend').check({ force: true })
    await page.getByLabel('In their words').fill(words)
    await page.locator('input[name="children.0.given"]').fill('Ned')
    await page.locator('input[name="children.0.born"]').fill('31/2/2020')
    await page.getByRole('button', { name: 'Record contact' }).click()
    await page.getByRole('alert').getByText('Ned: this day is not in the calendar.').waitFor()
    await page.locator('input[name="children.0.born"]').fill('28/2/2020')
    await page.getByRole('button', { name: 'Record contact' }).click()
    await page.getByText('Contact recorded.').waitFor()
    expect((await page.goBack())?.status()).toBe(200)
    await page.getByRole('heading', { name: 'New contact' }).waitFor()
    expect(await page.getByLabel('In their words').inputValue()).toBe('')
  })

  it('stays when the tab is closed, or the session has ended, and nobody else sees it', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.frontDoorWorker)
    await page.goto(`${world.address}/contacts/new`)
    await page.waitForSelector('.scripted')
    await page.getByLabel('School, team or agency').fill('Larch House Nursery')
    await page.getByLabel('In their words').fill(words)
    await page.getByText(/Kept at/).waitFor()
    // The answer that says "signed out" comes late: they are in again by then, and are not asked twice.
    let letGo: () => void = () => undefined
    const held = new Promise<void>((go) => { letGo = go })
    await page.route('**/contacts/draft', async (route) => {
      const answer = await route.fetch()
      await held
      await route.fulfill({ response: answer })
    }, { times: 1 })
    await world.owner.query('update access.session set ended_at = now()')
    await page.getByLabel('In their words').fill(`${words} A neighbour rang.`)
    const dialog = page.getByRole('dialog', { name: 'Sign in to carry on' })
    await dialog.getByText('Your words are still here').waitFor()
    expect(await page.getByLabel('In their words').inputValue()).toContain('A neighbour rang.')
    await expectAccessible(page)
    await dialog.getByLabel(/Password of/).fill('not mine')
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await dialog.getByText('That did not match').waitFor()
    await dialog.getByLabel(/Password of/).fill(world.password)
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await dialog.waitFor({ state: 'hidden' })
    letGo()
    const draft = () => world.owner.query(`select typed ->> 'words' as words, typed ->> 'name' as name from contacts.draft where typed ->> 'agency' = 'Larch House Nursery'`).then(({ rows }) => rows)
    await expect.poll(async () => (await draft())[0]?.words).toBe(`${words} A neighbour rang.`)
    await page.getByText(/Kept at/).waitFor()
    expect(await page.getByLabel('In their words').inputValue()).toContain('A neighbour rang.')

    // While the council cannot be reached the words lie on this device; they go to it by themselves, once.
    let away = true
    await page.route('**/contacts/draft', (route) => (away ? route.abort() : route.continue()))
    await page.getByLabel('Their name').fill('Somebody who rang back')
    await page.getByText('No connection. Kept on this device.').waitFor()
    away = false
    await page.getByText(/Kept at/).waitFor()
    await page.reload()
    await page.getByRole('link', { name: 'Carry on with it' }).waitFor()
    expect(await draft()).toEqual([{ words: `${words} A neighbour rang.`, name: 'Somebody who rang back' }])

    // What was written after that is not lost either when the page is left while the council is still out of reach.
    await page.getByRole('link', { name: 'Carry on with it' }).click()
    await page.waitForSelector('.scripted')
    await page.context().setOffline(true)
    await page.getByLabel('Their name').fill('Somebody who rang twice')
    await page.getByText('No connection. Kept on this device.').waitFor()
    await page.getByLabel('Their name').fill('Somebody who rang three times')
    await page.goto('about:blank')
    await page.context().setOffline(false)
    await page.goto(`${world.address}/contacts/new`)
    await expect.poll(draft).toEqual([{ words: `${words} A neighbour rang.`, name: 'Somebody who rang three times' }])
    await page.close({ runBeforeUnload: false })

    const later = await world.windowOf()
    await world.signIn(later, world.council.frontDoorWorker)
    await later.goto(`${world.address}/contacts/new`)
    await later.getByRole('link', { name: 'Carry on with it' }).click()
    expect(await later.getByLabel('In their words').inputValue()).toBe(`${words} A neighbour rang.`)
    await expectAccessible(later)

    // The same contact in a second tab: the text of neither is lost.
    const second = await later.context().newPage()
    await second.goto(later.url())
    await second.waitForSelector('.scripted')
    await second.getByLabel('Their name').fill('Somebody of the second tab')
    await second.getByText(/Kept at/).waitFor()
    await later.getByLabel('Their name').fill('Somebody of the first tab')
    await later.getByText('Both texts are kept').waitFor()
    const { rows: both } = await world.owner.query(`select typed ->> 'name' as name from contacts.draft where typed ->> 'agency' = 'Larch House Nursery' order by 1`)
    expect(both.map((row) => row.name)).toEqual(['Somebody of the first tab', 'Somebody of the second tab'])

    const other = await world.windowOf()
    await world.signIn(other, world.council.frontDoorManager)
    await other.goto(`${world.address}/contacts/new`)
    expect(await other.textContent('main')).not.toContain('not sent yet')
  })

  it('is written with the keyboard alone, for twelve brothers and sisters with long names, and fits a narrow screen', async () => {
    if (!world) return
    const page = await world.windowOf()
    await world.signIn(page, world.council.frontDoorManager)
    await page.goto(`${world.address}/contacts/new`)
    await page.waitForSelector('.scripted')
    const at = () => page.evaluate(() => { const box = document.activeElement; return (box instanceof HTMLButtonElement ? box.value : box?.getAttribute('name')) ?? '' })
    const tabTo = async (wanted: (name: string) => boolean) => {
      for (let i = 0; i < 60; i += 1) {
        if (wanted(await at())) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`The keyboard does not come there. It is at ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`)
    }
    await page.locator('#source').focus()
    await page.keyboard.press('Space')
    await tabTo((name) => name === 'words')
    await writeIn(page, words)
    await tabTo((name) => name === 'find')
    await writeIn(page, 'Oluwaseun Adebayo-Featherstonehaugh')
    await page.locator('.offer').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('[data-key=a1]').waitFor()
    const names = ['Maximilian-Alexander', 'Persephone', 'Bartholomew', 'Wilhelmina-Josephine', 'Ezekiel', 'Clementine', 'Thaddeus', 'Anastasia', 'Cornelius', 'Seraphina', 'Montgomery', 'Guinevere']
    await tabTo((name) => name === 'children.0.given')
    for (const [i, name] of names.entries()) {
      if (i > 0) {
        await tabTo((value) => value === 'addChild')
        await page.keyboard.press('Enter')
        await page.locator(`[data-key=c${i + 1}]`).waitFor()
      }
      await writeIn(page, name)
      await page.keyboard.press('Tab')
      await writeIn(page, i % 3 === 0 ? `about ${i + 2}` : String(2024 - i))
      if (i === 0) {
        await tabTo((value) => value === 'children.0.parents')
        await page.keyboard.press('Space')
      }
    }
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await tabTo((value) => value === 'record')
    await page.keyboard.press('Enter')
    await page.getByText('Contact recorded.').waitFor()
    expect(await page.textContent('h1')).toBe('Contact about twelve children')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: /Save decision/ }).click()
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Why, for all of them').fill('We know too little.')
    await page.locator('.decide-all').getByRole('radio', { name: 'Advice' }).check()
    await page.getByRole('button', { name: /Save decision/ }).click()
    await page.getByText('Decision saved.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.goto(`${world.address}/contacts`)
    expect(await page.textContent('main')).toContain('Contact from somebody')
    expect(await page.textContent('main')).toContain('Twelve children')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
})
