import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'

const house = hasBrowser ? await openForBrowser() : undefined

describe.skipIf(!hasBrowser)('The background work, on its page', () => {
  it('shows an administrator what failed, tries it again, and takes note of what somebody has looked at', async () => {
    if (!house) return
    const { owner, council, windowOf, signIn, address } = house
    const id = newId()
    await owner.query("insert into jobs.job (id, name, state, tries, problem, ended_at) values ($1, 'access.wipeAnswered', 'failed', 8, 'The database refused it: 53100', now())", [id])
    await owner.query("insert into jobs.alert (id, kind, words) values ($1, 'scopeDiffered', '3 lines of who may see whom differed.')", [newId()])
    const page = await windowOf()
    await signIn(page, council.administrator)
    await page.goto(`${address}/admin`)
    await page.getByRole('link', { name: 'Background work' }).click()
    await expectAccessible(page)
    const failed = page.getByRole('row', { name: /Answers kept for repeats, wiped/ }).filter({ hasText: 'Needs you' })
    expect(await failed.innerText()).toContain('8 times')
    await failed.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('It is tried again now.').waitFor()
    const state = async () => (await owner.query('select state, tries, did from jobs.job where id = $1', [id])).rows[0]
    while ((await state()).state !== 'done') await new Promise((settle) => setTimeout(settle, 100))
    expect(await state()).toEqual({ state: 'done', tries: 1, did: '0 answers removed' })
    await page.goto(`${address}/admin/background`)
    await page.getByText('Nothing failed.').waitFor()
    await page.getByRole('button', { name: /I have looked at it/ }).click()
    await page.getByText('3 lines of who may see whom differed.').waitFor({ state: 'detached' })
    expect((await owner.query('select closed_by from jobs.alert')).rows).toEqual([{ closed_by: council.administrator }])
  })

  it('is closed to everybody else', { timeout: 120_000 }, async () => {
    if (!house) return
    const { council, windowOf, signIn, address } = house
    const page = await windowOf()
    await signIn(page, council.manager)
    expect((await page.goto(`${address}/admin/background`))?.status()).toBe(403)
  })
})
