import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { done, earlierAssessment } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'
import { moveHome } from '../../src/record/people/commands.ts'
import { textOfPdf } from '../../src/record/outputs/formats/pdfText.fixture.ts'

describe.skipIf(!hasBrowser)('a family that has fled', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const shot = process.env.KITH_PICTURES

  it('a letter that names where they are stops; a second person reads the passage and agrees; then it goes as it was read', async () => {
    if (!world) return
    const { council } = world
    const today = new Date().toISOString()
    const worker = world.as(council.worker, today)
    const id = await smithAndBegum(world.as(council.worker, '2026-01-05T09:00:00.000Z'))
    const children = [id.amelia, id.noah, id.isla, id.leo]
    const itemId = await earlierAssessment(world.as, { children, teamId: council.teams.two, workerId: council.worker, managerId: council.manager, at: '2026-02-20T09:00:00.000Z' })
    const [assessment] = (await world.owner.query('select id from assessments.assessment where item_id = $1', [itemId])).rows
    await done(moveHome.do(worker, { people: [id.kelly, ...children], on: today.slice(0, 10), address: { lines: ['47a St Mary’s Road', 'Nettleby'], postcode: 'ZV7 2AB' } }))
    const page = await world.windowOf()
    await world.signIn(page, council.worker)
    await page.goto(`${world.address}/people/${id.amelia}/details`)
    await page.getByRole('link', { name: 'Hide from somebody' }).click()
    await page.getByLabel('Where they live', { exact: true }).check()
    await page.getByRole('button', { name: 'Hide it' }).click()
    await page.getByText('Say why.').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('Darren Smith').check()
    await page.getByLabel('Why', { exact: true }).fill('He looked for them.')
    await page.getByRole('button', { name: 'Hide it' }).click()
    await page.getByText('Hidden from Darren Smith').waitFor()
    await expectAccessible(page)
    if (shot) await page.screenshot({ path: `${shot}/hidden-1280.png`, fullPage: true })
    await expectNoSidewaysScroll(page, 360)
    await page.getByRole('link', { name: 'Show it' }).click()
    await page.getByText('47a St Mary’s Road, Nettleby, ZV7 2AB').first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, 360)
    await page.setViewportSize({ width: 1280, height: 900 })
    for (const path of ['', '/details', '/family']) expect((await (await page.goto(`${world.address}/people/${id.amelia}${path}`))?.text()) ?? '').not.toMatch(/Mary|7 ?2AB/)

    await page.goto(`${world.address}/assessments/${assessment.id}/letter?to=${id.darren}`)
    await page.getByLabel('What happens next').fill('We visit at 47 A Saint Marys Rd on Monday.')
    await page.getByRole('button', { name: 'Keep as sent' }).click()
    await page.getByText('that is hidden from Darren Smith').first().waitFor()
    await expectAccessible(page)
    if (shot) await page.screenshot({ path: `${shot}/letter-stopped-1280.png`, fullPage: true })
    await page.getByLabel('Why is it right that this goes out?').fill('He brings them to school from there, the court says so.')
    await page.getByRole('button', { name: 'Ask a second person' }).click()
    await page.getByText('It waits for a second person.').waitFor()
    await expectAccessible(page)
    const address = page.url().split('?')[0] ?? ''

    const other = await world.windowOf()
    await world.signIn(other, council.manager)
    await other.goto(`${world.address}/decisions`)
    await other.getByText('May this go out?').first().click()
    await other.getByText('a house number with its street').waitFor()
    await other.getByText('We visit at 47 A Saint Marys Rd on Monday.').waitFor()
    await expectAccessible(other)
    if (shot) await other.screenshot({ path: `${shot}/second-person-1280.png`, fullPage: true })
    await expectNoSidewaysScroll(other)
    await other.getByLabel('Why', { exact: true }).fill('The order of the court names the place.')
    await other.getByRole('button', { name: 'Agree', exact: true }).click()
    await other.getByText('has not gone out yet').waitFor()

    await page.goto(`${world.address}/`)
    await page.getByText('A second person has looked').first().waitFor()
    await page.goto(address)
    await page.getByRole('button', { name: 'Send it now' }).click()
    await page.getByText('Kept as sent.').waitFor()
    expect(await page.textContent('.letter')).toContain('47 A Saint Marys Rd')
    const fileOf = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).click()])
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
    }
    const letter = await fileOf('PDF')
    expect(letter.name).toMatch(/^letter-to-the-family-after-the-assessment-[0-9a-f]{6}\.pdf$/)
    expect(textOfPdf(letter.bytes)).toContain('We visit at 47 A Saint Marys Rd on Monday.')

    await page.goto(`${world.address}/people/${id.amelia}/chronology`)
    await page.getByRole('link', { name: 'Print or send' }).click()
    await page.getByRole('button', { name: 'Show me what they get' }).click()
    await page.getByText('Choose the lawful basis.').first().waitFor()
    await expectAccessible(page)
    if (shot) await page.screenshot({ path: `${shot}/send-1280.png`, fullPage: true })
    await expectNoSidewaysScroll(page, 360)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByLabel('Name', { exact: true }).fill('Family Court at Ardenvale')
    await page.getByLabel('Why', { exact: true }).selectOption({ label: 'For proceedings in court' })
    await page.getByLabel('Lawful basis').selectOption({ index: 2 })
    await page.getByRole('button', { name: 'Show me what they get' }).click()
    await page.getByRole('button', { name: 'Make it for Family Court at Ardenvale' }).click()
    await page.getByText('Kept as sent.').waitFor()
    await expectAccessible(page)
    if (shot) await page.screenshot({ path: `${shot}/copy-1280.png`, fullPage: true })
    const copy = await fileOf('PDF')
    expect(textOfPdf(copy.bytes)).toMatch(/Chronology: Amelia Smith[\s\S]*are not in this copy/)
    expect(textOfPdf(copy.bytes)).not.toMatch(/Mary|Noah|Isla/)
    expect((await fileOf('Word')).bytes.subarray(0, 2).toString()).toBe('PK')
    await page.goto(`${world.address}/people/${id.amelia}/sent`)
    expect(await page.locator('tbody tr').allTextContents()).toEqual([expect.stringContaining('Family Court at Ardenvale'), expect.stringContaining('Darren Smith')])
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, 360)
  })
})
