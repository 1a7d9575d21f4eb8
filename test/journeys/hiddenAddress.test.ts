import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { done, earlierAssessment } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'
import { moveHome } from '../../src/record/people/commands.ts'
import { hide } from '../../src/record/people/hiding/commands.ts'

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
    await done(hide.do(worker, { personId: id.amelia, what: ['home'], fromPeople: [id.darren], reason: 'He looked for them.', from: today.slice(0, 10) }))
    const page = await world.windowOf()
    await world.signIn(page, council.worker)

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
  })
})
