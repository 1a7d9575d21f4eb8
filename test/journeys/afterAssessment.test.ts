import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment, earlierAssessment, writtenAndSent } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('after the assessment', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const shot = process.env.KITH_PICTURES
  const given = async () => {
    if (!world) throw new Error('no browser')
    const { council } = world
    const id = await smithAndBegum(world.as(council.worker, '2025-08-01T09:00:00.000Z'))
    return { id, given: { children: [id.amelia, id.noah, id.isla, id.leo], teamId: council.teams.two, workerId: council.worker, managerId: council.manager } }
  }

  it('it is read with what was decided first, for all or for one child, last time beside it', async () => {
    if (!world) return
    const { id, given: of } = await given()
    await earlierAssessment(world.as, { ...of, at: '2025-08-20T09:00:00.000Z' })
    const now = new Date()
    const worker = world.as(world.council.worker, now.toISOString())
    const itemId = await allocatedAssessment(worker, of)
    await writtenAndSent(worker, itemId, { seenOn: now.toISOString().slice(0, 10), also: { school: [{ question: 'schoolNow', childId: id.isla, base: null, value: 'Isla falls asleep in class.' }] } })
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    await page.goto(`${world.address}/assessments/${itemId}/read`)
    expect(await page.locator('main h2').first().textContent()).toBe('What this means')
    expect(await page.textContent('main')).toContain('Isla falls asleep in class.')
    await expectAccessible(page)
    if (shot) await page.screenshot({ path: `${shot}/read-1280.png` })
    await page.getByRole('link', { name: 'Noah' }).first().click()
    expect(await page.textContent('main')).not.toContain('Isla falls asleep in class.')
    await page.getByRole('link', { name: 'Last time beside it' }).click()
    await page.getByText('Last time').first().waitFor()
    await expectAccessible(page)
    if (shot) await page.screenshot({ path: `${shot}/read-beside-1280.png` })
    await expectNoSidewaysScroll(page)
  })

  it('a letter for one parent is made from it, changed, refused where it names another’s child, and kept as sent', async () => {
    if (!world) return
    const { id, given: of } = await given()
    const itemId = await earlierAssessment(world.as, { ...of, at: '2025-08-20T09:00:00.000Z' })
    const [assessment] = (await world.owner.query('select id from assessments.assessment where item_id = $1', [itemId])).rows
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    await page.goto(`${world.address}/assessments/${assessment.id}/letter?to=${id.darren}`)
    await page.getByText('Dear Darren,').waitFor()
    await expectAccessible(page)
    await page.getByLabel('What is going well').fill('Amelia is good at maths. Isla reads well.')
    await page.getByRole('button', { name: 'Keep as sent' }).click()
    await page.getByText('This names Isla, and this letter is for Darren.').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('What is going well').fill('Amelia is good at maths.')
    await page.getByRole('button', { name: 'Keep as sent' }).click()
    await page.getByText('Kept as sent.').waitFor()
    expect(await page.textContent('.letter')).toContain('Amelia is good at maths.')
    expect(await page.textContent('.letter')).not.toMatch(/Isla|Leo|Mill Lane/)
    await expectAccessible(page)
    if (shot) await page.screenshot({ path: `${shot}/letter-1280.png`, fullPage: true })
    await expectNoSidewaysScroll(page)
    const { rows } = await world.owner.query('select recipient_id, about from assessments.letter where assessment_id = $1', [assessment.id])
    expect(rows).toEqual([{ recipient_id: id.darren, about: [id.amelia, id.noah] }])
  })

  it('a manager agrees by keyboard alone, takes it back within a minute, and returns it with a comment', async () => {
    if (!world) return
    const { given: of } = await given()
    const now = new Date()
    const worker = world.as(world.council.worker, now.toISOString())
    const itemId = await allocatedAssessment(worker, of)
    const signOffId = await writtenAndSent(worker, itemId, { seenOn: now.toISOString().slice(0, 10) })
    const page = await world.windowOf()
    await world.signIn(page, world.council.manager)
    await page.goto(`${world.address}/decisions?item=${signOffId}`)
    let loads = 0
    page.on('request', (request) => { if (request.isNavigationRequest()) loads += 1 })
    await page.getByRole('button', { name: 'Agree' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Agreed:').waitFor()
    const state = async () => (await world.owner.query('select state from assessments.assessment where item_id = $1', [itemId])).rows[0]?.state
    expect(await state()).toBe('authorised')
    await page.getByRole('button', { name: /^Undo/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Taken back.').waitFor()
    expect(await state()).toBe('sent')
    await page.getByRole('button', { name: 'Return to Priya' }).click()
    await page.getByText('Say what Priya should change.').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel(/Your comment/).click()
    await page.keyboard.type('Who opens the door when Dad is there?')
    await page.getByRole('button', { name: 'Return to Priya' }).click()
    await page.getByText('Returned:').waitFor()
    expect(await state()).toBe('returned')
    expect(loads).toBe(0)
    await expectNoSidewaysScroll(page)
    const office = await world.windowOf()
    await world.signIn(office, world.council.worker)
    await office.getByText('returned to you').first().waitFor()
    await office.goto(`${world.address}/assessments/${itemId}`)
    await office.getByText('Who opens the door when Dad is there?').waitFor()
  })
})
