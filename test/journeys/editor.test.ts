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
    // What the census would ask if this were agreed as it stands stands beside the question, child by child, and stops nobody.
    const rule = 'The only assessment found no factor (21): then the case is closed after assessment (RC8 or RC9).'
    const asked = page.locator('#outcome-rules .field-rule')
    await page.locator('#factors-set ~ fieldset').getByLabel('None of these').check()
    await page.locator('#outcome-set').getByLabel('Child in need plan').check()
    await asked.getByText(rule).waitFor()
    expect(await asked.textContent()).toBe(`${rule} Rule 8873Q of the census. You can send it as it is.`)
    expect(await page.locator('#outcome-set').getAttribute('aria-describedby')).toBe('outcome-rules')
    await page.locator('[role=status]').getByText(rule).waitFor({ state: 'attached' })
    await page.locator('#whatThisMeans').getByRole('button', { name: 'Write separately for Noah' }).last().click()
    await page.locator(`[id^="factors.${id.noah}-g"]`).getByLabel('Neglect').check()
    await asked.getByText(`Amelia, Isla and Leo: ${rule}`).waitFor()
    await expectAccessible(page)
    expect(await (await page.request.get(page.url())).text()).toMatch(/id="outcome-rules"><p class="field-rule">Amelia, Isla and Leo: The only assessment/)
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
