import { afterAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser } from '../browser.ts'
import { demonstrationPassword } from '../../src/channel/demo/make.ts'
import { openDemonstration } from '../demonstration.ts'
import { meterOf, tell } from '../meter.ts'

describe.skipIf(!hasBrowser)('T6: the manager’s morning', async () => {
  const world = hasBrowser ? await openDemonstration('t6') : undefined
  afterAll(async () => world?.close())

  it('from signing in over the number that is late to a child, two pieces of work given to somebody else, three decisions made', async () => {
    if (!world) return
    const page = await world.windowOf('tom.hughes')
    await page.context().clearCookies()
    await page.goto(`${world.address}/sign-in`)
    const [tom] = (await world.owner.query("select id from access.actor where email = 'tom.hughes@ardenvale.example'")).rows
    const meter = meterOf(page)
    await meter.click(page.getByLabel('E-mail address'))
    await meter.type('tom.hughes@ardenvale.example')
    await meter.press('Tab')
    await meter.type(demonstrationPassword)
    await meter.press('Enter')

    // The number that is late, and what stands behind it.
    const late = page.locator('.number-card', { hasText: /things? late/ }).first()
    const number = Number(await late.locator('.number').innerText())
    await meter.click(late)
    await page.getByRole('heading', { name: 'What is late' }).waitFor()
    expect(await page.locator('.tray-row').count()).toBe(number)
    const child = page.locator('.tray-row a[href^="/people/"]').first()
    const name = await child.innerText()
    await meter.click(child)
    await page.waitForURL(/\/people\//)
    expect(await page.locator('h1').innerText()).toContain(name.split(',')[0])

    // Two pieces of work of one worker go to another.
    await meter.click(page.getByRole('link', { name: 'My team' }))
    await meter.click(page.getByRole('link', { name: 'Move several cases' }))
    const rows = page.locator('.tray-row', { hasText: 'Priya Nair' })
    await rows.first().waitFor()
    const moved = await rows.getByRole('checkbox').evaluateAll((boxes) => boxes.slice(0, 2).map((box) => (box instanceof HTMLInputElement ? box.value : '')))
    await meter.click(rows.getByRole('checkbox').nth(0))
    await meter.click(rows.getByRole('checkbox').nth(1))
    await meter.click(page.locator('label', { hasText: 'Move those ticked to' }))
    await meter.type('Joe')
    await meter.click(page.getByRole('button', { name: 'Move them' }))
    await page.getByText('They see it in their work now').waitFor()
    expect((await world.owner.query('select a.name from work.item i join access.actor a on a.id = i.worker_id where i.id = any ($1::uuid[])', [moved])).rows).toEqual([{ name: 'Joe Adair' }, { name: 'Joe Adair' }])

    // Three decisions, each read and agreed in place.
    await meter.click(page.getByRole('link', { name: /^Decisions \d/ }))
    for (let made = 0; made < 3; made += 1) {
      const before = await page.locator('.decision-title').innerText()
      // What is allocated late asks why: any true reason, by its first letters.
      const why = page.locator('label', { hasText: 'Why is it later' })
      if (await why.isVisible()) {
        await meter.click(why)
        await meter.press('ArrowDown')
      }
      await meter.click(page.getByRole('button', { name: /^(Agree|Allocate)/ }))
      await expect.poll(async () => (await page.locator('.decision-title').innerText().catch(() => '')) !== before && (await page.locator('.confirmation').count()) > 0, { timeout: 20_000 }).toBe(true)
    }
    const decided = (await world.owner.query("select count(*)::int as n from audit.event where actor_id = $1 and what in ('assessments.decide', 'contacts.allocate', 'protection.decideEnquiry')", [tom.id])).rows[0].n
    expect(decided).toBe(3)
    const did = meter.counts()
    tell('T6', did)
    expect(did.pages).toBeLessThanOrEqual(6)
    expect(did.clicks).toBeLessThanOrEqual(18)

    // The boards are open to everybody, at every width.
    for (const address of ['/', '/team?show=late', '/team?show=still']) {
      await page.goto(`${world.address}${address}`)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    const head = await world.windowOf('margaret.ellison')
    await head.goto(`${world.address}/team?team=all`)
    await head.getByRole('heading', { name: 'Team by team' }).waitFor()
    await expectAccessible(head)
    await expectNoSidewaysScroll(head)
  })
  it('and the supervision of a worker: what there is to talk about, a decision on the child’s record, the worker’s own part, signed by both', async () => {
    if (!world) return
    const page = await world.windowOf('tom.hughes')
    await page.getByRole('link', { name: 'Supervision of your team' }).click()
    await page.getByRole('button', { name: 'Begin supervision with Sam Price' }).click()
    await page.getByRole('heading', { name: 'Supervision of Sam Price' }).waitFor()
    expect(await page.locator('.decision .tag.is-late, .decision .tag', { hasText: 'Late' }).count()).toBeGreaterThan(0)
    const who = await page.locator('.decision-title').innerText()
    const personId = await page.locator('input[name=people]').first().inputValue()
    await page.getByLabel(/^What was discussed/).fill('He still travels an hour each way.')
    await page.getByLabel(/^What was decided/).fill('We ask the school for a place nearer by.')
    await page.getByLabel('What is done').fill('Ring the school about a place')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.getByText('Written down.', { exact: true }).waitFor()
    expect(await page.locator('.decision-title').innerText()).toBe(who)
    await page.getByRole('button', { name: 'Sign it' }).click()
    await page.getByText('You have signed.').waitFor()

    const worker = await world.windowOf('sam.price')
    await worker.getByRole('link', { name: 'Sign your supervision' }).click()
    await worker.getByLabel(/^How you are/).fill('Two long weeks. The court went well.')
    await worker.getByRole('button', { name: 'Keep it' }).click()
    await worker.getByText('Kept.', { exact: true }).waitFor()
    // What was signed and is changed asks both again.
    await worker.getByRole('button', { name: 'Sign it' }).click()
    await worker.getByText('You have signed.').waitFor()
    await page.goto(page.url())
    expect(await page.getByLabel(/^How they are/).inputValue()).toBe('Two long weeks. The court went well.')
    await page.getByRole('button', { name: 'Sign it' }).click()
    await page.getByText('Signed by both').first().waitFor()
    await expectAccessible(page)
    await page.goto(`${world.address}/people/${personId}/chronology`)
    await page.getByText('We ask the school for a place nearer by.').waitFor()
    expect((await world.owner.query("select words from work.item where subject_kind = 'supervision' and recorded_at >= '2026-11-18'")).rows).toEqual([{ words: 'Ring the school about a place' }])
  })
  it('and the desk of a chair: what is to come inside its clock, and a dispute kept from the first word to its end', async () => {
    if (!world) return
    const page = await world.windowOf('edmund.blake')
    await page.getByRole('link', { name: 'Your conferences and reviews' }).click()
    await page.getByRole('heading', { name: 'Your conferences and reviews' }).waitFor()
    expect(await page.locator('#to-come').innerText()).toContain('inside its clock')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.locator('#to-come a.name').first().click()
    await page.getByRole('link', { name: 'Raise a dispute' }).click()
    await page.getByLabel('What is wrong for them').fill('Nobody has seen him alone since the enquiry.')
    await page.getByLabel('What has to happen').fill('He is seen alone this week.')
    await page.getByLabel('Who has to answer').selectOption({ label: 'Margaret Ellison, head of service' })
    await page.getByRole('button', { name: 'Raise it' }).click()
    await page.getByText('It is raised.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const address = page.url().split('?')[0] ?? ''

    const head = await world.windowOf('margaret.ellison')
    await head.getByRole('link', { name: /^Answer: Answer a dispute of Edmund Blake/ }).or(head.getByRole('link', { name: /Answer a dispute of Edmund Blake/ })).first().click()
    await head.getByLabel(/^What is done about it/).fill('Lena sees him on Thursday at school.')
    await head.getByRole('button', { name: 'Send the answer' }).click()
    await head.getByText('Margaret Ellison answered').waitFor()
    await page.goto(address)
    await page.getByLabel(/^What came of it/).fill('She saw him alone on Thursday.')
    await page.getByRole('button', { name: 'It is resolved' }).click()
    await page.getByText(/^Resolved on/).waitFor()
    const { rows } = await world.owner.query("select d.state as dispute, i.state as work, c.state as clock, c.due_on - c.started_on > 25 as long from reviewing.dispute d join work.item i on i.id = d.item_id join work.clock c on c.item_id = i.id where d.recorded_at >= '2026-11-18'")
    expect(rows).toEqual([{ dispute: 'resolved', work: 'done', clock: 'met', long: true }])
    expect((await world.owner.query("select kind from chronology.event where kind like 'dispute.%' and recorded_at >= '2026-11-18' order by kind")).rows.map((row) => row.kind)).toEqual(['dispute.answered', 'dispute.raised', 'dispute.resolved'])
  })

  it('and children handed over to another team: asked, taken with their work, and whose they are said on the way', async () => {
    if (!world) return
    const [child] = (await world.owner.query("select i.person_id as id from access.involvement i join access.actor a on a.id = i.worker_id join people.card c on c.person_id = i.person_id where a.email = 'priya.nair@ardenvale.example' and i.team_id is not null and i.role = 'allocated' and i.superseded_at is null and i.to_on is null and c.born_on > current_date - 5000 and exists (select 1 from work.item_person p join work.item w on w.id = p.item_id and w.state = 'open' and w.team_id = i.team_id where p.person_id = c.person_id) order by c.name limit 1")).rows
    const page = await world.windowOf('priya.nair')
    await page.goto(`${world.address}/people/${child.id}/plans`)
    await page.getByRole('link', { name: 'Hand over to another team' }).click()
    await page.getByLabel('Which team').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Ask the other team' }).click()
    await page.getByText('Choose why they go.').first().waitFor()
    await page.getByLabel('Why', { exact: true }).selectOption({ index: 1 })
    await page.getByLabel('What they have to know first').fill('The assessment is done. School is what holds.')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Ask the other team' }).click()
    await page.getByText(/has been asked\.$/).waitFor()
    await expectNoSidewaysScroll(page)
    const address = page.url().split('?')[0] ?? ''
    const head = await world.windowOf('margaret.ellison')
    await head.goto(address)
    await head.getByText(/until .* has taken them/).waitFor()
    await expectAccessible(head)
    await expectNoSidewaysScroll(head)
    await head.getByLabel('Who works with them from now on').selectOption({ index: 1 })
    await head.getByRole('button', { name: 'Take them over' }).click()
    await head.getByText(/^Taken over on/).waitFor()
    expect((await world.owner.query("select h.state, i.outcome, (select count(*)::int from access.involvement v where v.person_id = $1 and v.team_id = h.to_team_id and v.worker_id = h.worker_id and v.to_on is null and v.superseded_at is null) as works from handover.handover h join work.item i on i.id = h.item_id", [child.id])).rows).toEqual([{ state: 'taken', outcome: 'taken', works: 1 }])
  })
})
