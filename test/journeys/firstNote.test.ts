import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('a worker signs in and writes one note for two sisters and brothers', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('stands in both records, and the passage about one of them in hers only', async () => {
    if (!world) return
    const id = await smithAndBegum(world.as(world.council.worker, new Date().toISOString()))
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    await expectAccessible(page)
    await page.goto(`${world.address}/notes/new?people=${id.isla},${id.leo}`)
    await expectAccessible(page)
    await page.getByLabel('About everybody on the note').fill('Both were at breakfast club before eight.')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText('Note saved.').waitFor()
    expect(await page.textContent('main')).toContain('Both were at breakfast club before eight.')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const { rows } = await world.owner.query('select person_id from notes.note_person')
    expect(rows.map((row) => row.person_id).sort()).toEqual([id.isla, id.leo].sort())
  })
})
