import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { writeNote } from '../../src/practice/notes/commands.ts'
import { hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment, done } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'
import { meterOf, tell } from '../meter.ts'

describe.skipIf(!hasBrowser)('T10: reading beside while writing', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('a sister’s last visit is read and quoted where the cursor stood: two clicks, nothing loads', async () => {
    if (!world) return
    const { council } = world
    const now = new Date().toISOString()
    const worker = world.as(council.worker, now)
    const id = await smithAndBegum(worker)
    const four = [id.amelia, id.noah, id.isla, id.leo]
    const before = new Date(Date.now() - 2 * 86_400_000)
    const visit = (people: string[], words: string, more: object = {}) => done(writeNote.do(worker, { id: newId(), kind: 'visit', people, words, happenedOn: now.slice(0, 10), place: 'Oakfield Primary', ...more }))
    await visit([id.isla], 'Isla came straight from assembly. She looked tired, with dark rings.', { happenedOn: before.toISOString().slice(0, 10), seen: [{ personId: id.isla, seen: true, alone: true }] })
    await visit([id.noah, id.leo], 'Both were at breakfast club.', { passages: [{ about: [id.leo], words: 'Leo told me that he kicks in his sleep.' }] })
    const itemId = await allocatedAssessment(worker, { children: four, teamId: council.teams.two, workerId: council.worker })
    const page = await world.windowOf()
    await world.signIn(page, council.worker)
    await page.goto(`${world.address}/assessments/${itemId}#school`)
    await page.locator('button[value^="save:"]').first().waitFor({ state: 'detached' })
    const box = page.locator('[id="schoolNow"]')
    await box.click()
    await page.keyboard.type('Before. After.')
    for (let i = 0; i < ' After.'.length; i += 1) await page.keyboard.press('ArrowLeft')
    // A passage about one brother is not offered for an answer that stands in everybody's record.
    expect(await page.getByText('Write separately for Leo to quote it.').count()).toBe(1)
    if (process.env.KITH_PICTURES) await page.screenshot({ path: `${process.env.KITH_PICTURES}/beside-1280.png` })

    const meter = meterOf(page)
    await meter.click(page.locator('.beside-who').getByRole('button', { name: 'Isla' }))
    expect(await page.locator('.beside-record').textContent()).toContain('Isla seen alone.')
    await meter.click(page.getByRole('button', { name: /Quote this/ }).first())
    const did = meter.counts()
    tell('T10', did)

    const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'Europe/London' }).format(before).replace('Sept', 'Sep')
    const quotation = `“Isla came straight from assembly. She looked tired, with dark rings.” (visit, ${short})`
    expect(await box.inputValue()).toBe(`Before. ${quotation} After.`)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('schoolNow')
    expect(await box.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(`Before. ${quotation}`.length)
    await page.keyboard.type(' I saw it too.')
    expect(await box.inputValue()).toContain(`${quotation} I saw it too.`)
    await page.getByText('Quoted in the answer for all').waitFor()
    expect([did.clicks, meter.counts().pages]).toEqual([2, 0])
  })

  it('hides what is about a brother only while somebody writes for one child, and says so', async () => {
    if (!world) return
    const { council } = world
    const worker = world.as(council.worker, new Date().toISOString())
    const id = await smithAndBegum(worker)
    await done(writeNote.do(worker, { id: newId(), kind: 'visit', people: [id.isla, id.leo], words: 'Seen at home.', happenedOn: new Date().toISOString().slice(0, 10), passages: [{ about: [id.leo], words: 'Leo wets the bed.' }] }))
    const itemId = await allocatedAssessment(worker, { children: [id.isla, id.leo], teamId: council.teams.two, workerId: council.worker })
    const page = await world.windowOf()
    await world.signIn(page, council.worker)
    await page.goto(`${world.address}/assessments/${itemId}`)
    await page.locator('button[value^="save:"]').first().waitFor({ state: 'detached' })
    await page.locator('#school').getByRole('button', { name: /Write separately for Isla/ }).first().click()
    await page.getByText('About Leo only: one passage, hidden while you write for Isla.').waitFor()
    expect(await page.getByText('Leo wets the bed.').count()).toBe(0)
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.getByText('Leo wets the bed.').count()).toBe(1)
  })
})
