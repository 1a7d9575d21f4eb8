import { afterAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../browser.ts'
import { openDemonstration } from '../demonstration.ts'
import { meterOf, tell } from '../meter.ts'

describe.skipIf(!hasBrowser)('T7: reading up on a stranger’s case', async () => {
  const world = hasBrowser ? await openDemonstration('t7') : undefined
  afterAll(async () => world?.close())

  it('the six answers a duty worker needs stand on the one page that the search opens', async () => {
    if (!world) return
    const page = await world.windowOf('imran.sheikh')
    const meter = meterOf(page)
    await meter.press('/')
    await meter.type('Isla Begum', { toFind: true })
    await meter.click(page.getByRole('option', { name: /Isla Begum/ }).first())
    await page.waitForURL(/\/people\//)
    const answerTo = (question: RegExp) => page.locator('.card', { has: page.getByRole('heading', { name: question }) }).first().innerText()
    const home = await answerTo(/Who is at home/)
    for (const name of ['Kelly Smith', 'Ahmed Begum', 'Amelia', 'Noah', 'Leo', '12 Mill Lane']) expect(home).toContain(name)
    expect(await answerTo(/legal status/)).toMatch(/Prohibited steps order[\s\S]*since \d+ \w{3} \d{4}; runs out on \d+ \w{3} \d{4}\.[\s\S]*parental responsibility/i)
    expect(await answerTo(/last seen alone/)).toMatch(/\d+ \w+/)
    expect(await answerTo(/What is the plan/)).toContain('Child and family assessment, due')
    expect(await answerTo(/anything to know before I go/)).toMatch(/Look again by/)
    expect(await answerTo(/What happens next/)).toMatch(/\d+ \w{3}/)
    const did = meter.counts()
    tell('T7', did)
    expect([did.pages, did.clicks]).toEqual([1, 1])
  })
})
