import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('children in need and protection', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('a meeting about four children is arranged, held and read once', async () => {
    if (!world) return
    const { council } = world
    const id = await smithAndBegum(world.as(council.worker))
    const children = [id.amelia, id.noah, id.isla, id.leo]
    await allocatedAssessment(world.as(council.worker), { children, teamId: council.teams.two, workerId: council.worker })
    const page = await world.windowOf()
    await world.signIn(page, council.worker)
    await page.goto(`${world.address}/meetings/new?kind=coreGroup&people=${children.join(',')}`)
    await page.getByText('Kelly Smith').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('Day').fill(new Date().toISOString().slice(0, 10))
    await page.getByRole('button', { name: 'Arrange it' }).click()
    await page.getByText('It is arranged.').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Write it down' }).click()
    await page.getByLabel('What was said, about all of them').fill('School says mornings are calmer.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save the minutes' }).click()
    await page.getByText('It is written down.').waitFor()
    expect(await page.textContent('main')).toContain('School says mornings are calmer.')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
})
