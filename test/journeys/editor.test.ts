import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment, earlierAssessment } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('the assessment is written on one page', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const children = (id: Awaited<ReturnType<typeof smithAndBegum>>) => [id.amelia, id.noah, id.isla, id.leo]

  it('saves as one writes, and is open to everybody who may read it', async () => {
    if (!world) return
    const { council } = world
    const now = new Date().toISOString()
    const id = await smithAndBegum(world.as(council.worker, '2025-09-01T09:00:00.000Z'))
    const given = { children: children(id), teamId: council.teams.two, workerId: council.worker, managerId: council.manager }
    await earlierAssessment(world.as, { ...given, at: '2025-09-20T09:00:00.000Z' })
    const itemId = await allocatedAssessment(world.as(council.worker, now), given)
    const page = await world.windowOf()
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(fault.message))
    await world.signIn(page, council.worker)
    await page.goto(`${world.address}/assessments/${itemId}`)
    await page.getByText('0 of 19 finished').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Why are we assessing now?').fill('School rang.')
    await page.getByText(/Saved at \d\d:\d\d/).waitFor()
    const stored = async () => (await world.owner.query("select answers from answers.section s join answers.form f on f.id = s.form_id where f.item_id = $1 and section = 'whyAssessing'", [itemId])).rows[0]?.answers
    expect(await stored()).toEqual({ whyNow: 'School rang.' })
    expect(faults).toEqual([])
    if (process.env.KITH_PICTURES) {
      const school = page.locator('#school')
      await page.locator('[id="schoolNow"]').getByRole('button', { name: 'Change it' }).click()
      await page.keyboard.type(' All three like school and can name a friend there. None has been excluded, and each teacher speaks warmly of them.')
      await school.getByRole('button', { name: /Write separately for Isla/ }).first().click()
      await page.keyboard.type('Isla is two years ahead in reading and proud of it. She is often tired: late nine times in September, twice this half term.')
      await page.screenshot({ path: `${process.env.KITH_PICTURES}/editor-1280.png` })
      await page.screenshot({ path: `${process.env.KITH_PICTURES}/editor-1280-full.png`, fullPage: true })
      await page.setViewportSize({ width: 360, height: 780 })
      await page.screenshot({ path: `${process.env.KITH_PICTURES}/editor-360.png` })
    }
    await expectNoSidewaysScroll(page)
  })
})
