import { describe, expect, it } from 'vitest'
import { addDays, dayOf, moment, type PlainDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { countAdoption } from '../../src/oversight/returns/adoption/keeping.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { reportsUrl } from '../../src/platform/db/roles.ts'
import { beginLookedAfter, keepCareFact } from '../../src/practice/care/commands.ts'
import { newHousehold, takeHouseholdStep } from '../../src/record/care/households.ts'
import { recordLegalStatus } from '../../src/record/people/legal/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'
import { testDocuments } from '../keys.ts'

const done = async (outcome: Promise<{ done: unknown } | { problems: unknown }>) => { const was = await outcome; if ('problems' in was) throw new Error(JSON.stringify(was.problems)) }
const typed = (on: PlainDate) => `${Number(on.slice(8))}/${Number(on.slice(5, 7))}/${on.slice(0, 4)}`

describe.skipIf(!hasBrowser)('permanence', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const today = dayOf(moment(systemClock.now()))
  const ago = (days: number) => addDays(today, -days)

  it('leads from the decision of the agency decision maker to adopters, an order, and a new identity that nobody finds from the old one', async () => {
    if (!world) return
    const { council } = world
    const priya = { ...world.as(council.worker, new Date().toISOString()), clock: systemClock }
    const id = await smithAndBegum(priya)
    await world.owner.query("insert into access.membership (id, actor_id, role) values ($1, $2, 'adoption')", [newId(), council.worker])
    await done(beginLookedAfter.do(priya, { id: newId(), people: [id.leo], on: ago(400), planned: true, need: 'abuseOrNeglect', why: 'He was not safe.', legalCode: 'interimCareOrder', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' } }))
    const adopters = newId()
    await done(newHousehold.do(priya, { id: adopters, name: 'Nora and Jo Newhaven', kind: 'adopters', enquiredOn: ago(500) }))
    await done(takeHouseholdStep.do(priya, { id: newId(), householdId: adopters, step: 'approved', on: ago(200), places: 2, ageFrom: 0, ageTo: 12 }))

    const page = await world.windowOf()
    await world.signIn(page, council.worker)
    await page.goto(`${world.address}/people/${id.leo}/care`)
    await page.getByRole('link', { name: 'Permanence', exact: true }).click()
    await page.getByRole('link', { name: 'Put it to the decision maker' }).click()
    await expectAccessible(page)
    await page.getByLabel('Why, and what the panel said').fill('Leo cannot go home in his own time. He is four, healthy, and longs for a family.')
    await page.getByLabel('Agency decision maker').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Put it to them' }).click()
    await page.getByText('Put to the agency decision maker.').waitFor()
    await expectAccessible(page)

    // The decision is another office's, with reasons of its own.
    const head = await world.windowOf()
    await world.signIn(head, council.head)
    await head.goto(`${world.address}/decisions`)
    await head.getByText('He is four, healthy, and longs for a family.').waitFor()
    await expectAccessible(head)
    await head.getByLabel('Your reasons').fill('I have read the reports. Adoption is in his lifelong interest.')
    await head.getByRole('button', { name: 'Decide so' }).click()
    await head.getByText('Decided:').waitFor()

    await done(recordLegalStatus.do(priya, { id: newId(), people: [id.leo], code: 'placementOrder', from: ago(120), endsPresent: true }))
    await done(keepCareFact.do(priya, { id: newId(), people: [id.leo], kind: 'match', on: today, answers: { fosterCarer: 'no', adopters: '2', sexes: 'women', status: 'sameSexMarried' } }))
    await page.goto(`${world.address}/people/${id.leo}/permanence`)
    expect(await page.locator('#match').textContent()).toMatch(/Nora and Jo Newhaven.*Has room. Approved for 0 to 12/)
    await page.getByRole('link', { name: /^Think of them/ }).click()
    await page.getByLabel('What came of it').selectOption({ label: 'Goes to the panel' })
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByText('Recorded.').waitFor()

    await page.goto(`${world.address}/people/${id.leo}/permanence`)
    await page.getByRole('link', { name: 'Placed for adoption' }).click()
    await page.getByLabel('The day of the move').fill(typed(ago(20)))
    await page.getByLabel('Why', { exact: true }).selectOption({ label: 'The care plan changed or was carried out' })
    await page.getByLabel('With whom, or in which home').fill('Nora and Jo Newhaven')
    await page.getByLabel('Who provides it').selectOption({ label: 'This council' })
    await page.getByLabel(/^Keep the place from most people/).check()
    await page.getByRole('button', { name: 'Record the move' }).click()
    await page.getByText('Recorded.').waitFor()
    await page.goto(`${world.address}/people/${id.leo}/permanence`)
    expect((await page.locator('#way tbody tr').allTextContents()).filter((text) => text.includes('Placed for adoption')).join()).toMatch(/380 days/)
    expect(await page.textContent('main')).toMatch(/Adoption review/)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${world.address}/care/permanence`)
    expect(await page.locator('#measures').textContent()).toMatch(/A2.*120 days/)
    await expectAccessible(page)
    expect(await page.getByRole('link', { name: /^Of the whole council/ }).count()).toBe(0)

    await page.goto(`${world.address}/people/${id.leo}/permanence`)
    await page.getByRole('link', { name: /^An order was made/ }).click()
    await expectAccessible(page)
    await page.getByLabel('As the return counts it').selectOption({ label: 'Adopted, consent dispensed with by the court' })
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByText('The order is recorded.').waitFor()
    await page.getByRole('link', { name: 'Give the new identity and seal the link' }).click()
    await page.getByLabel('Surname').fill('Newhaven')
    await page.getByLabel('Day of the adoption order').fill(typed(today))
    await page.getByLabel('What this rests on').fill('Order of the family court.')
    await page.getByRole('button', { name: 'Give the new identity and seal the link' }).click()
    await page.getByText('The link is sealed.').waitFor()
    expect(await page.textContent('main')).toContain('Leo Newhaven')

    const reports = openPool(await reportsUrl(world.ownerUrl), 1)
    await countAdoption({ reports, jobs: world.jobs, documents: testDocuments }, systemClock)
    await reports.end()
    const manager = await world.windowOf()
    await world.signIn(manager, council.head)
    for (const width of [1280, 360]) {
      await manager.setViewportSize({ width, height: 900 })
      await manager.goto(`${world.address}/returns/adoption`)
      await expectAccessible(manager)
      await expectNoSidewaysScroll(manager)
    }
    await manager.getByLabel('Orders a year').fill('8')
    await manager.keyboard.press('Enter')
    await manager.getByText(/^If all goes as is supposed, A1 first keeps the 426 days/).waitFor()
    await manager.context().close()

    // His sister's worker, the front door, the manager and the head: the old name, and no way to the new one.
    await world.owner.query("insert into access.involvement (id, person_id, worker_id, domain, from_on) values ($1, $2, $3, 'children', current_date)", [newId(), id.isla, council.otherWorker])
    for (const who of [council.otherWorker, council.frontDoorWorker, council.manager, council.head]) {
      const other = await world.windowOf()
      await world.signIn(other, who)
      for (const path of [`/people/${id.leo}`, `/people/${id.leo}/care`, `/people/${id.leo}/permanence`, `/people/${id.leo}/adoption`, `/people/${id.isla}`, `/people/${id.isla}/family`, `/people/${id.isla}/chronology`, '/care', '/care/permanence', '/decisions']) {
        const answer = await other.request.get(`${world.address}${path}`)
        expect(`${path} ${(await answer.text()).includes('Newhaven')}`).toBe(`${path} false`)
      }
      await other.context().close()
    }
  })
})
