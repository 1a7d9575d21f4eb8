import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayOf, moment } from '../../src/kernel/dates.ts'
import { everybodyCame, expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'

let at = '2026-03-02T10:00:00.000Z'
const clock = { now: () => moment(at), today: () => dayOf(moment(at)) }

describe.skipIf(!hasBrowser)('legal work', async () => {
  const world = hasBrowser ? await openForBrowser({ clock }) : undefined
  const shot = process.env.KITH_PICTURES

  it('goes from the legal planning meeting over pre-proceedings and court to an order for two of four children', async () => {
    if (!world) return
    const { council, address, owner } = world
    const id = await smithAndBegum(world.as(council.worker, at))
    const children = [id.amelia, id.noah, id.isla, id.leo]
    await allocatedAssessment(world.as(council.worker, at), { children, teamId: council.teams.two, workerId: council.worker })
    const officer = await council.actor('Graham Pell', [{ role: 'designatedOfficer' }])
    const lawyer = await council.actor('Naomi Sewell', [{ role: 'legal' }], { qualified: false })

    const colleague = await council.actor('Ruth Hall', [{ team: council.teams.two, role: 'worker' }])
    await owner.query('update access.actor set password_hash = (select password_hash from access.actor where id = $1) where password_hash is null', [council.worker])

    const windows = new Map<string, Page>()
    const windowOf = async (actor: string): Promise<Page> => {
      const page = windows.get(actor) ?? await world.windowOf()
      if (!windows.has(actor)) await world.signIn(page, actor)
      if (process.env.KITH_QUICK) page.setDefaultTimeout(12_000)
      windows.set(actor, page)
      return page
    }
    const look = async (page: Page, name: string) => {
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      if (!shot) return
      await page.setViewportSize({ width: 360, height: 740 })
      await page.screenshot({ path: `${shot}/${name}-360.png`, fullPage: true })
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.screenshot({ path: `${shot}/${name}-1280.png`, fullPage: true })
    }
    const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).first().locator('xpath=..')
    const seenBy = async (actor: string, path: string, words: string): Promise<boolean> => {
      const page = await windowOf(actor)
      await page.goto(`${address}${path}`)
      return (await page.textContent('main'))?.includes(words) ?? false
    }

    // The worker asks for the meeting from the child's page, arranges it with a chair, and names the lawyer.
    const worker = await windowOf(council.worker)
    await worker.goto(`${address}/people/${id.leo}/legal`)
    await worker.getByRole('link', { name: 'Ask for a legal planning meeting' }).click()
    await worker.getByLabel('What worries us, what was tried, what we ask the meeting').fill('Two injuries in a year. The plan has not kept Leo and Isla safe.')
    await look(worker, 'legal-start')
    await worker.getByRole('button', { name: 'Go on' }).click()
    await worker.getByLabel('Chair', { exact: true }).selectOption(council.manager)
    await worker.getByRole('button', { name: 'Arrange it' }).click()
    await worker.getByText('It is arranged.').waitFor()
    const meeting = new URL(worker.url()).pathname

    // The manager chairs: pre-proceedings for all but Leo and Isla, for whom we go to court. Why stays with the advice.
    at = '2026-03-09T10:00:00.000Z'
    const manager = await windowOf(council.manager)
    await manager.goto(`${address}${meeting}/hold`)
    // It was held sooner than it was arranged for: the day is asked for.
    await manager.getByText('which has not come yet.').waitFor()
    await manager.getByLabel('Held on').fill('9/3/2026')
    await manager.getByLabel('What was said, about all of them').fill('Counsel’s view: the bruises alone would carry it.')
    await radio(manager, 'Pre-proceedings').click()
    for (const child of [id.isla, id.leo]) await manager.locator(`input[name="outcome.${child}"][value="issue"]`).locator('xpath=..').click()
    await manager.getByLabel('Why, for all of them').fill('The harm is attributable to care, and Amelia and Noah may be safe with their father.')
    await everybodyCame(manager)
    await manager.getByRole('button', { name: 'Save the minutes' }).click()
    await manager.getByText('Say whether the threshold is met.').first().waitFor()
    await manager.locator('select[name="category.all"]').selectOption('thresholdMet')
    await manager.getByRole('button', { name: 'Save the minutes' }).click()
    await manager.getByText('It is written down.').waitFor()
    expect([await seenBy(council.otherWorker, meeting, 'Counsel'), await seenBy(council.worker, meeting, 'Counsel'), await seenBy(lawyer, meeting, 'Counsel')]).toEqual([false, true, true])

    // The lawyer writes advice down; a colleague of the team reads the record, and not that there is any.
    const solicitor = await windowOf(lawyer)
    await solicitor.goto(`${address}/legal`)
    await solicitor.getByRole('link', { name: 'Begum' }).first().click()
    await solicitor.getByRole('link', { name: 'Orders, and legal advice' }).click()
    await solicitor.getByText('Write down advice').click()
    await solicitor.getByLabel('Advice', { exact: true }).fill('Issue under section 31 with an interim care plan for both.')
    await solicitor.getByRole('button', { name: 'Keep the advice' }).click()
    await solicitor.getByText('Issue under section 31').waitFor()
    await look(solicitor, 'legal-person')
    expect([await seenBy(colleague, `/people/${id.leo}/legal`, 'Care proceedings'), await seenBy(colleague, `/people/${id.leo}/legal`, 'Legal advice'), await seenBy(colleague, meeting, 'Counsel')]).toEqual([true, false, false])

    // Pre-proceedings: letter, meeting, and they end for two children who go on at home.
    await worker.goto(`${address}/`)
    await worker.locator('.tray-row, li', { hasText: 'Send the letter before proceedings' }).first().getByRole('link', { name: /Write it down/ }).first().click()
    await worker.getByLabel('To whom').fill('Kelly Smith and Darren Smith')
    await worker.getByRole('button', { name: 'Record it' }).click()
    await worker.getByText('Recorded.').waitFor()
    at = '2026-03-16T10:00:00.000Z'
    await worker.getByRole('link', { name: 'Meeting with the parents' }).click()
    await worker.getByLabel('Who came').fill('Kelly, Darren and both lawyers')
    await worker.getByRole('button', { name: 'Record it' }).click()
    await worker.getByText('Recorded.').waitFor()
    const due = async (kind: string) => (await owner.query("select due_on::text as due from work.item where kind = $1 and state = 'open'", [kind])).rows.map((row) => row.due)
    expect([await due('legalDecide'), await due('legalReview')]).toEqual([['2026-06-29'], ['2026-04-27']])

    // Care proceedings: issued, a hearing, what the court directs, more time, an order for each child.
    const proceedings = (await owner.query("select id from legal.matter where kind = 'proceedings'")).rows[0].id
    await worker.goto(`${address}/legal/${proceedings}/record?kind=issued`)
    await worker.getByLabel('What the court is asked for').selectOption('careOrder')
    await worker.getByLabel('Court', { exact: true }).fill('Family Court at Ardenvale')
    await worker.getByLabel('Case number').fill('ZV26C00091')
    await worker.getByRole('button', { name: 'Record it' }).click()
    await worker.getByText('Recorded.').waitFor()
    expect(await due('legalConclude')).toEqual(['2026-09-13'])
    await worker.getByRole('link', { name: 'Hearing', exact: true }).click()
    await worker.getByLabel('Kind of hearing').selectOption('caseManagement')
    await worker.getByLabel('The day of the hearing').fill('2/4/2026')
    await worker.getByLabel('Time').fill('10.30')
    await worker.getByRole('button', { name: 'Record it' }).click()
    await worker.getByText('To come').waitFor()
    at = '2026-04-02T14:00:00.000Z'
    await worker.reload()
    await worker.getByRole('link', { name: /Say what was decided/ }).click()
    await worker.getByLabel('What the court decided').fill('Interim care orders. A parenting assessment by 4 June.')
    await worker.getByRole('button', { name: 'Keep the change' }).click()
    await worker.getByText('Recorded.').waitFor()
    await worker.locator('summary', { hasText: 'What the court directed' }).click()
    await worker.getByLabel('What has to be done').fill('Parenting assessment of Ahmed Begum')
    await worker.getByLabel('By', { exact: true }).fill('4/6/2026')
    await worker.getByRole('button', { name: 'Keep the direction' }).click()
    await worker.getByText('Recorded.').waitFor()
    await worker.locator('summary', { hasText: 'Orders that the court made' }).click()
    // What no court makes is not offered.
    expect(await worker.getByLabel('Order for Isla').locator('option[value=accommodated], option[value=policeProtection]').count()).toBe(0)
    for (const child of ['Isla', 'Leo']) await worker.getByLabel(`Order for ${child}`).selectOption('interimCareOrder')
    await worker.getByRole('button', { name: 'Record the orders' }).click()
    await worker.getByText('Recorded.').waitFor()
    await worker.getByRole('link', { name: 'More time from the court' }).click()
    await worker.getByLabel('The proceedings may now last until').fill('1/11/2026')
    await worker.getByLabel('Why', { exact: true }).selectOption('expert')
    await worker.getByRole('button', { name: 'Record it' }).click()
    await worker.getByText('Recorded.').waitFor()
    expect(await due('legalConclude')).toEqual(['2026-11-01'])
    await look(worker, 'legal-matter')
    await manager.goto(`${address}/legal`)
    await manager.getByText('ZV26C00091').waitFor()
    await look(manager, 'legal-list')

    // The final hearing: a care order for Leo, a supervision order for Isla.
    at = '2026-09-10T14:00:00.000Z'
    await worker.goto(`${address}/legal/${proceedings}`)
    await worker.locator('summary', { hasText: 'Orders that the court made' }).click()
    await worker.getByLabel('Order for Leo').selectOption('careOrder')
    await worker.getByLabel('Order for Isla').selectOption('supervision')
    await worker.getByLabel('It runs out, for Isla').fill('10/9/2027')
    await worker.getByRole('button', { name: 'Record the orders' }).click()
    await worker.getByText('Recorded.').waitFor()
    // Isla’s interim care order is not ended by the machine, and does not stand in silence.
    await worker.getByText('Isla still stands as interim care order.').waitFor()
    await worker.locator('summary', { hasText: 'Care proceedings end' }).click()
    await worker.getByLabel('For Leo', { exact: true }).selectOption('careOrder')
    await worker.getByLabel('For Isla', { exact: true }).selectOption('supervisionOrder')
    await worker.getByLabel('Why, and what follows').fill('Leo stays with his carers; Isla goes home with help.')
    await worker.getByRole('button', { name: 'End them' }).click()
    await worker.getByText('Recorded.').waitFor()
    const { rows: orders } = await owner.query("select c.given, s.code from people.legal_status s join people.card c on c.person_id = s.person_id where s.superseded_at is null and s.valid_from = '2026-09-10' order by c.given")
    expect(orders).toEqual([{ given: 'Isla', code: 'supervision' }, { given: 'Leo', code: 'careOrder' }])
    expect([await due('legalConclude'), await due('courtDirection')]).toEqual([[], ['2026-06-04']])
    // An allegation against a professional is told from the child’s page, and answered by the designated officer, whom alone it reaches.
    await worker.goto(`${address}/people/${id.leo}/plans`)
    await worker.getByRole('link', { name: 'Allegation against a professional' }).click()
    expect(new URL(await worker.getByRole('link', { name: 'Back', exact: true }).evaluate((link) => link instanceof HTMLAnchorElement ? link.href : '')).pathname).toBe(`/people/${id.leo}/plans`)
    await worker.getByLabel('Whom it is about').fill('Mr Quill')
    await worker.getByLabel('What they do with children').selectOption('teacher')
    await worker.getByLabel('What is alleged, and who says so').fill('Leo says that he was held hard.')
    await worker.getByLabel('Known since').fill('11/9/2026')
    await worker.getByRole('button', { name: 'Tell the designated officer' }).click()
    await worker.getByText('Give the day it was known: today or before.').first().waitFor()
    await worker.getByLabel('Known since').fill('10/9/2026')
    await worker.getByRole('button', { name: 'Tell the designated officer' }).click()
    await worker.getByText('Told.', { exact: true }).waitFor()
    const keeper = await windowOf(officer)
    await keeper.goto(`${address}/allegations`)
    await keeper.getByRole('link', { name: 'Mr Quill' }).click()
    await keeper.getByLabel('Is it for the designated officer').selectOption('harmed')
    await keeper.getByLabel('What was advised').fill('The school rings the police today.')
    await keeper.getByRole('button', { name: 'Keep the answer' }).click()
    await keeper.getByText('Recorded.').waitFor()
    await look(keeper, 'allegation')

    // The lawyer's part is over for the two; for their brother and sister it goes on.
    at = '2026-09-12T09:00:00.000Z'
    await owner.query("update access.involvement set to_on = '2020-01-01', from_on = '2020-01-01' where worker_id = $1 and to_on is not null", [lawyer])
    expect([await seenBy(lawyer, `/people/${id.amelia}/legal`, 'Pre-proceedings'), (await (await windowOf(lawyer)).goto(`${address}/people/${id.leo}/legal`))?.status()]).toEqual([true, 404])
  })
})
