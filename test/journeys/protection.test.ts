import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayOf, moment } from '../../src/kernel/dates.ts'
import { decideAssessment } from '../../src/practice/assessments/commands/deciding.ts'
import { raiseProtection } from '../../src/practice/protection/commands/discussing.ts'
import { saveEnquiry } from '../../src/practice/protection/commands/enquiring.ts'
import { writeNote } from '../../src/practice/notes/commands.ts'
import { newId } from '../../src/kernel/ids.ts'
import { everybodyCame, expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment, done, writtenAndSent } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'
import { heldIn, meterOf, tell } from '../meter.ts'

/** A council in which the days go by as the story needs them. */
let at = '2026-03-02T10:00:00.000Z'
const clock = { now: () => moment(at), today: () => dayOf(moment(at)) }

describe.skipIf(!hasBrowser)('children in need and protection', async () => {
  const world = hasBrowser ? await openForBrowser({ clock }) : undefined
  const shot = process.env.KITH_PICTURES

  it('four children go from the assessment’s outcome through enquiry and conference to a plan that is reviewed', async () => {
    if (!world) return
    const { council, address, owner } = world
    const id = await smithAndBegum(world.as(council.worker, at))
    const children = [id.amelia, id.noah, id.isla, id.leo]
    const item = await allocatedAssessment(world.as(council.worker, at), { children, teamId: council.teams.two, workerId: council.worker })
    const signOff = await writtenAndSent(world.as(council.worker, at), item, { seenOn: '2026-03-02', outcome: 'strategyDiscussion' })
    await done(decideAssessment.do(world.as(council.manager, at), { itemId: signOff, decision: 'agree' }))
    await owner.query("update access.actor set job_title = 'Child protection chair' where id = $1", [council.frontDoorManager])

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
      if (!shot) return
      await page.screenshot({ path: `${shot}/${name}-1280.png`, fullPage: true })
      await page.setViewportSize({ width: 360, height: 740 })
      await page.screenshot({ path: `${shot}/${name}-360.png`, fullPage: true })
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    const row = (page: Page, title: string | RegExp): Locator => page.locator('.tray-row, li', { hasText: title }).first()
    const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).first().locator('xpath=..')

    // The manager holds the strategy discussion: it asks for police and health, and says so when they are missing.
    const manager = await windowOf(council.manager)
    await manager.goto(`${address}/`)
    await row(manager, 'Strategy discussion').getByRole('link', { name: /Write it down/ }).first().click()
    await manager.getByLabel('What was shared and said, about all of them').fill('School saw marks on Leo’s arms. Health has no other record.')
    await manager.getByLabel('Who took part, 2').fill('DC Wade')
    await radio(manager, 'Enquiry with the police').click()
    await manager.getByLabel('Why, and what keeps them safe until then').fill('The marks need explaining. Kelly’s mother stays with them.')
    await manager.getByLabel('Who makes the enquiry').selectOption(council.worker)
    await manager.getByRole('button', { name: 'Save what was decided' }).click()
    await manager.getByText('Not quorate').first().waitFor()
    await look(manager, 'discussion')
    await manager.getByLabel('Who took part, 3').fill('Dr Shah')
    // Words about one of them that nobody is ticked for are asked about, never left out.
    await manager.locator('summary', { hasText: 'Add a passage about one of them' }).click()
    await manager.locator('textarea[name="passages.0.words"]').fill('Leo says that Ahmed held him.')
    await manager.getByRole('button', { name: 'Save what was decided' }).click()
    await manager.getByText('Tick whom this passage is about.').first().waitFor()
    expect(await manager.locator('textarea[name="passages.0.words"]').inputValue()).toBe('Leo says that Ahmed held him.')
    await manager.locator(`input[name="passages.0.about"][value="${id.leo}"]`).locator('xpath=..').click()
    await manager.getByRole('button', { name: 'Save what was decided' }).click()
    await manager.getByText('It is written down.').waitFor()

    // One enquiry for all four, parted for Leo.
    at = '2026-03-05T10:00:00.000Z'
    const worker = await windowOf(council.worker)
    await worker.goto(`${address}/`)
    await row(worker, 'Section 47 enquiry').getByRole('link', { name: /Write/ }).first().click()
    // Somebody else wrote in one place since the page was opened: what one writes there takes nothing away, and both are there to choose.
    await worker.getByLabel('What do the parents and carers say?').waitFor()
    await done(saveEnquiry.do(world.as(council.worker, at), { itemId: worker.url().split('/').at(-1) ?? '', changes: [{ question: 'enquiryParents', base: null, value: 'Ahmed was at work.' }] }))
    await worker.getByLabel('What do the parents and carers say?').fill('Kelly says he fell.')
    await worker.getByRole('heading', { name: 'Two people wrote in one place' }).waitFor()
    await worker.getByRole('button', { name: 'Take the other' }).click()
    await worker.getByRole('heading', { name: 'Two people wrote in one place' }).waitFor({ state: 'detached' })
    expect(await worker.getByLabel('What do the parents and carers say?').inputValue()).toBe('Kelly says he fell.')
    await worker.getByLabel('When was each child seen for this enquiry?', { exact: true }).fill('4/3/2026')
    await worker.getByLabel('What do the children say or show?', { exact: true }).fill('They miss their nan.')
    await worker.getByLabel('What did we find out about each child?', { exact: true }).fill('Well cared for, tired.')
    await worker.getByLabel('What did we find out about each child? Leo only').locator('xpath=ancestor::details[1]/summary').click()
    await worker.getByLabel('What did we find out about each child? Leo only').fill('Grip marks on both arms.')
    await worker.getByLabel('What do the parents and carers say?').fill('Kelly says he fell. Ahmed was at work.')
    await worker.getByLabel('What harm has happened, or is likely?', { exact: true }).fill('Leo was held hard. It may happen again when mornings go wrong.')
    await worker.getByLabel('What keeps the children safe now?', { exact: true }).fill('Jean is there every morning.')
    await worker.getByLabel('Why?', { exact: true }).fill('Nothing has changed at home yet.')
    await worker.getByRole('button', { name: 'Send to the manager' }).click()
    await worker.getByText('Choose what should happen next').first().waitFor()
    await look(worker, 'enquiry')
    await radio(worker, 'Initial child protection conference').click()
    await worker.getByRole('button', { name: 'Send to the manager' }).click()
    await worker.getByText('Sent.', { exact: true }).waitFor().catch(async (fault) => { console.log((await worker.textContent('main'))?.slice(0, 900)); throw fault })
    await manager.goto(`${address}/decisions`)
    await manager.getByText('Section 47 enquiry').first().click()
    await manager.getByRole('button', { name: 'Agree' }).click()
    await manager.getByText('Agreed:').waitFor()

    // T5: the conference, inside its clock, with a chair who has no part in the case, and everybody asked at once.
    await worker.goto(`${address}/`)
    const meter = meterOf(worker, await heldIn(owner))
    await meter.click(row(worker, 'Arrange the initial child protection conference').getByRole('link', { name: /Arrange/ }).first())
    await worker.getByLabel('Who comes from police').waitFor()
    await look(worker, 'organise')
    await meter.click(worker.getByLabel('Who comes from school or nursery'))
    await meter.type('Ms Adeyemi, Oakfield')
    await meter.click(worker.locator('input[name="invited.2.in"]'))
    await meter.click(worker.getByRole('button', { name: 'Arrange it' }))
    await worker.getByText('It is arranged.').waitFor()
    await look(worker, 'meeting')
    const did = meter.counts()
    tell('T5', did)
    expect([did.pages <= 3, did.clicks <= 20, did.rekeyed]).toEqual([true, true, 0])
    await worker.getByRole('link', { name: /look and send to Ms Adeyemi/ }).click()
    await worker.getByText('You are asked to come to the').waitFor()
    await look(worker, 'invitation')
    await worker.goBack()
    await worker.getByRole('button', { name: /It has come/ }).first().click()
    await worker.getByText(/^Came /).first().waitFor()
    const { rows: [conference] } = await owner.query("select m.id, m.on_day::text as day, m.due_on::text as due, (select count(*)::int from meetings.invited i where i.meeting_id = m.id) as invited, (select count(*)::int from meetings.invited i where i.meeting_id = m.id and asked_report) as reports, (select count(*)::int from meetings.meeting_person p where p.meeting_id = m.id) as children from meetings.meeting m where m.kind = 'initialConference'")
    expect(conference).toMatchObject({ due: '2026-03-23', day: '2026-03-19', invited: 8, reports: 5, children: 4 })

    // The chair writes it down: a plan for all four, for Leo under another category, with passages about one of them.
    at = '2026-03-19T10:00:00.000Z'
    const chair = await windowOf(council.frontDoorManager)
    await chair.goto(`${address}/meetings/${conference.id}/hold`)
    // Nobody is taken to have come until the chair says so.
    expect(await chair.locator('input[name^="came."][name$=".how"]:checked').count()).toBe(0)
    await chair.getByLabel('What was said, about all of them').fill('Mornings are the worst time. Everybody wants the children at home.')
    await radio(chair, 'Child protection plan').click()
    await chair.getByLabel('Category, where there is a plan').selectOption('neglect')
    await chair.getByLabel('Category for Leo').selectOption('physical')
    await chair.getByLabel('Why, for all of them').fill('They have been hurt and may be again.')
    await chair.getByLabel('What has to change').first().fill('Mornings without shouting')
    await chair.getByLabel('What it will be like then, in plain words').first().fill('Everybody has breakfast and gets to school on time.')
    await chair.getByLabel('What', { exact: true }).first().fill('Jean comes at seven every school day')
    await chair.getByLabel('Who', { exact: true }).first().fill('Jean Smith')
    await chair.getByLabel('By when').first().fill('27/3/2026')
    await look(chair, 'hold')
    await everybodyCame(chair)
    await chair.getByRole('button', { name: 'Save the minutes' }).click()
    await chair.getByText('It is written down.').waitFor()
    await look(chair, 'held')

    // The plan stands for each of them; the next dates are those of the clocks; a visit that misses one leaves that child's day standing.
    const due = async () => (await owner.query("select kind, section, duty, due_on::text as due, (select count(*)::int from work.item_person p where p.item_id = i.id) as people from work.item i where state = 'open' and duty is not null order by due_on, duty")).rows
    expect(await due()).toMatchObject([{ duty: 'childProtectionVisit.made', due: '2026-04-02', people: 4 }, { duty: 'coreGroup.first', due: '2026-04-02', people: 4 }, { duty: 'reviewConference.first', due: '2026-06-19', people: 4 }])
    at = '2026-03-26T10:00:00.000Z'
    await done(writeNote.do(world.as(council.worker, at), { id: newId(), kind: 'visit', people: children, words: 'All at home.', happenedOn: '2026-03-26', seen: [id.amelia, id.noah, id.isla].map((personId) => ({ personId, seen: true, alone: true })) }))
    expect((await due()).filter((one) => one.duty === 'childProtectionVisit.made')).toMatchObject([{ due: '2026-04-02', people: 1 }, { due: '2026-04-13', people: 3 }])
    await worker.goto(`${address}/people/${id.leo}`)
    await worker.getByText('Child protection plan, physical abuse').first().waitFor()
    await look(worker, 'person')
    await worker.getByRole('link', { name: /Read the child protection plan/ }).first().click()
    await worker.getByText('Everybody has breakfast').first().waitFor()
    await look(worker, 'plan')
    // On paper for Darren, who is father of two of them only: what is about the other two is not in it.
    await worker.getByRole('link', { name: 'Print or send the plan in plain words' }).click()
    await worker.getByLabel('Who', { exact: true }).selectOption(id.darren)
    await worker.getByRole('button', { name: 'Show me what they get' }).click()
    await worker.getByText('about Leo', { exact: false }).first().waitFor()
    await look(worker, 'send-plan')
    await worker.getByRole('button', { name: 'Make it for Darren Smith' }).click()
    await worker.waitForURL(/\/sent\//)
    const { rows: [paper] } = await owner.query("select string_agg(w.words, ' ') as words from outputs.words w join outputs.output o on o.id = w.output_id where o.kind = 'plan.paper'")
    expect([paper.words.includes('For Amelia, since'), paper.words.includes('For Leo, since')]).toEqual([true, false])
    await worker.goto(`${address}/people/${id.leo}`)
    await worker.getByRole('link', { name: /Read the child protection plan/ }).first().click()
    await worker.getByRole('link', { name: 'Change the plan' }).click()
    await worker.getByLabel('In plain words, about all of them').waitFor()
    await look(worker, 'change-plan')

    // The core group; then the review, at which three go on and Amelia steps down.
    const meet = async (page: Page, kind: string, day: string, how: (page: Page) => Promise<void>) => {
      const { rows: [plan] } = await owner.query("select id from plans.plan where kind = 'protectionPlan'")
      await page.goto(`${address}/meetings/new?kind=${kind}&plan=${plan.id}&people=${children.join(',')}`)
      await page.getByLabel('Day').fill(day)
      await page.getByRole('button', { name: 'Arrange it' }).click()
      await page.getByText('It is arranged.').waitFor()
      await page.getByRole('link', { name: 'Write it down' }).click()
      await page.getByLabel('What was said, about all of them').fill('What was said.')
      await radio(page, 'Better').click()
      await how(page)
      await everybodyCame(page)
      await page.getByRole('button', { name: 'Save the minutes' }).click()
      await page.getByText('It is written down.').waitFor()
    }
    await meet(worker, 'coreGroup', '26/3/2026', async () => {})
    expect((await due()).filter((one) => one.duty?.startsWith('coreGroup'))).toMatchObject([{ duty: 'coreGroup.later', due: '2026-04-26', people: 4 }])
    at = '2026-06-18T10:00:00.000Z'
    await meet(worker, 'reviewConference', '18/6/2026', async (page) => {
      await radio(page, 'Goes on').click()
      await page.locator('.decide-row', { hasText: 'Amelia' }).getByRole('radio', { name: 'Ends, child in need plan' }).locator('xpath=..').click()
      // What each plan says of harm stands in the form: nobody's category is changed unseen.
      expect([await page.getByLabel('Category for Leo').inputValue(), await page.getByLabel('Category for Isla').inputValue()]).toEqual(['physical', 'neglect'])
      await page.getByLabel('Category for Leo').selectOption('neglect')
      await page.getByLabel('Why, for all of them').fill('It is going well for Amelia, not yet for the others.')
      await look(page, 'review')
    })
    const { rows: on } = await owner.query("select person_id, category, first_category, ended_on::text as ended, end_reason from plans.plan_person where kind = 'protectionPlan'")
    expect(on.filter((one) => one.ended)).toEqual([expect.objectContaining({ person_id: id.amelia, ended: '2026-06-18', end_reason: 'steppedDown' })])
    // A category chosen for all is none of a child whose plan ends.
    expect((await owner.query("select category from meetings.decision where outcome = 'childInNeedPlan'")).rows).toEqual([{ category: null }])
    expect(on.find((one) => one.person_id === id.leo)).toMatchObject({ category: 'neglect', first_category: 'physical' })
    expect((await due()).filter((one) => ['reviewConference.later', 'childInNeed.firstMeeting'].includes(one.duty))).toMatchObject([{ duty: 'childInNeed.firstMeeting', due: '2026-07-02', people: 1 }, { duty: 'reviewConference.later', due: '2026-12-18', people: 3 }])
    await worker.goto(`${address}/protection/start?people=${children.join(',')}`)
    await look(worker, 'start')
    // Harm is suspected once more: who holds the discussion sees the child for it, and is not their key worker by it.
    const part = async () => (await owner.query('select role from access.involvement where worker_id = $1 and person_id = $2', [council.manager, id.leo])).rows
    expect(await part()).toEqual([])
    await done(raiseProtection.do(world.as(council.worker, at), { people: [id.leo], why: 'harm', words: 'Marks again.' }))
    expect(await part()).toEqual([{ role: 'chair' }])
    await worker.goto(`${address}/people/${id.leo}/chronology`)
    for (const words of ['Strategy discussion', 'Section 47 enquiry begun', 'Initial child protection conference', 'Child protection plan begun', 'Review child protection conference']) expect(await worker.textContent('main')).toContain(words)
    await expectNoSidewaysScroll(worker)
  })
})
