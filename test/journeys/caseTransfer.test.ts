import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayOf, moment } from '../../src/kernel/dates.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { newId } from '../../src/kernel/ids.ts'
import { beginLookedAfter, keepCareFact } from '../../src/practice/care/commands.ts'
import { everybodyCame, expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { done } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'
import { namedCouncil, newKeys, onAPlan } from '../factories/twoCouncils.ts'

/** Two councils in which the same days go by. */
let at = '2026-09-03T09:00:00.000Z'
const clock = { now: () => moment(at), today: () => dayOf(moment(at)) }

describe.skipIf(!hasBrowser)('a case between two councils', async () => {
  const [oneKeys, otherKeys] = [newKeys(), newKeys()]
  const worlds = hasBrowser ? [await openForBrowser({ clock, keys: oneKeys }), await openForBrowser({ clock, keys: otherKeys })] as const : undefined
  const shot = process.env.KITH_PICTURES

  it('two children on a plan go from one to the other, whose conference is held inside its clock; the receipt closes it where they came from', async () => {
    if (!worlds) return
    const [here, there] = worlds
    const giving = await namedCouncil(here, here.council, { code: '330', name: 'Ardenvale Council', keys: oneKeys })
    const taking = await namedCouncil(there, there.council, { code: '331', name: 'Eastmere Council', keys: otherKeys })
    const id = await smithAndBegum(giving.as(here.council.worker, at))
    await onAPlan(giving.as(here.council.worker, at), [id.amelia, id.noah], '2026-09-03')
    await done(beginLookedAfter.do(giving.as(here.council.worker, '2026-10-01T09:00:00.000Z'), { id: newId(), people: [id.isla], on: '2026-10-01', planned: true, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'careOrder', court: 'Family Court at Ardenvale', placement: { kind: 'foster', provider: 'private', placeName: 'Anna Fell', lines: ['3 Kiln Row', 'Eastmere'], postcode: 'ZV3 8XX', urn: 'SC123456' } }))
    await done(keepCareFact.do(giving.as(here.council.worker, '2026-10-20T09:00:00.000Z'), { id: newId(), people: [id.isla], kind: 'dental', on: '2026-10-20', answers: {} }))
    // Kelly is known at the other council, from before.
    const kelly = newId()
    await done(addPeople.do(taking.as(there.council.worker, at), { people: [{ id: kelly, given: 'Kelly', family: 'Smith', bornOn: '1991-05-02', sex: 'female' }], relationships: [] }))
    await there.owner.query("update access.actor set job_title = 'Child protection chair' where id = $1", [there.council.frontDoorManager])

    at = '2026-11-09T10:00:00.000Z'
    const windows = new Map<string, Page>()
    const windowOf = async (world: typeof here, actor: string): Promise<Page> => {
      const known = windows.get(actor)
      if (known) return known
      const page = await world.windowOf()
      await world.signIn(page, actor)
      if (process.env.KITH_QUICK) page.setDefaultTimeout(12_000)
      windows.set(actor, page)
      return page
    }
    const look = async (page: Page, name: string) => {
      await expectAccessible(page)
      if (shot) await page.screenshot({ path: `${shot}/${name}-1280.png`, fullPage: true })
      await expectNoSidewaysScroll(page, 360)
      if (shot) await page.screenshot({ path: `${shot}/${name}-360.png`, fullPage: true })
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    const row = (page: Page, title: string): Locator => page.locator('.tray-row, li', { hasText: title }).first()

    // Each administrator enters the other’s key.
    const [ade, bee] = [await windowOf(here, here.council.administrator), await windowOf(there, there.council.administrator)]
    await ade.goto(`${here.address}/admin/councils`)
    await bee.goto(`${there.address}/admin/councils`)
    for (const [page, other, code, name] of [[ade, bee, '331', 'Eastmere Council'], [bee, ade, '330', 'Ardenvale Council']] as const) {
      const key = await other.getByLabel('Our key').inputValue()
      await page.getByLabel('Number of the council').fill(code)
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Their key').fill(key)
      await page.getByRole('button', { name: 'Enter it' }).click()
      await page.getByText('Entered.', { exact: true }).waitFor()
    }
    await look(ade, 'transfer-councils')

    // The worker hands over three of the four, with their mother; a manager agrees; the file is made and taken.
    const worker = await windowOf(here, here.council.worker)
    await worker.goto(`${here.address}/people/${id.noah}/plans`)
    await worker.getByRole('link', { name: 'Hand over to another council' }).click()
    await worker.getByLabel('Why, for whoever reads it there').waitFor()
    const box = (person: string) => worker.locator(`input[value="${person}"][type="checkbox"]`)
    await box(id.leo).uncheck()
    for (const going of [id.amelia, id.noah, id.isla, id.kelly]) await box(going).check()
    await worker.getByLabel('Council', { exact: true }).selectOption('331')
    await worker.getByLabel('Why, for whoever reads it there').fill('They live with Kelly’s sister in Eastmere since Saturday.')
    await look(worker, 'transfer-new')
    await worker.getByRole('button', { name: 'Ask to hand over' }).click()
    await worker.getByText('A manager is asked.').waitFor()
    const manager = await windowOf(here, here.council.manager)
    await manager.goto(`${here.address}/decisions`)
    await manager.getByText('May this case go to another council?').first().click()
    await manager.getByLabel('Why', { exact: true }).fill('The plan has to go on there.')
    await manager.getByRole('button', { name: 'Agree', exact: true }).click()
    await worker.reload()
    await worker.getByRole('button', { name: 'Make the file' }).click()
    await worker.getByText('It is kept as it goes.').waitFor()
    await look(worker, 'transfer-given')
    const givenAddress = worker.url().split('?')[0] ?? ''
    const [download] = await Promise.all([worker.waitForEvent('download'), worker.getByRole('link', { name: 'Take the file' }).click()])
    const file = await download.path()
    expect([download.suggestedFilename().endsWith('.kith'), readFileSync(file).includes('Noah')]).toEqual([true, false])

    // The other front door brings it in, says who is who, and takes it; the team’s manager accepts.
    at = '2026-11-10T09:00:00.000Z'
    const door = await windowOf(there, there.council.frontDoorWorker)
    await door.goto(`${there.address}/contacts`)
    await door.getByRole('link', { name: 'Cases between councils' }).click()
    await look(door, 'transfer-list')
    await door.getByLabel('File that the other council sent').setInputFiles(file)
    await door.getByRole('button', { name: 'Look at it' }).click()
    await door.getByText('Read, and found sound.').waitFor()
    await look(door, 'transfer-came')
    // Who is alike is offered with the reasons; whoever is like nobody is new.
    expect([await door.locator(`input[value="${kelly}"]`).isChecked(), await door.getByRole('radio', { checked: true }).count()]).toEqual([true, 4])
    await door.getByLabel('Team that owns it').selectOption(there.council.teams.two)
    await door.getByRole('button', { name: 'Take it into the record' }).click()
    await door.getByText('Taken into the record.', { exact: true }).waitFor()
    // The same file again changes nothing, in clear words.
    await door.goto(`${there.address}/transfers`)
    await door.getByLabel('File that the other council sent').setInputFiles(file)
    await door.getByRole('button', { name: 'Look at it' }).click()
    await door.getByText('This case came before and waits to be accepted. Nothing was done.').first().waitFor()
    const theirs = await windowOf(there, there.council.manager)
    await theirs.goto(`${there.address}/decisions`)
    await theirs.getByText('Accept a case from another council').first().click()
    await theirs.getByLabel('What you looked at').fill('Read the plan and the minutes; the family is at the address.')
    await theirs.getByLabel('Worker', { exact: true }).selectOption(there.council.worker)
    await look(theirs, 'transfer-accept')
    await theirs.getByRole('button', { name: 'Accept it' }).click()
    await theirs.getByText('Accepted.', { exact: true }).waitFor()
    const cameAddress = theirs.url().split('?')[0] ?? ''
    const { rows: [noah] } = await there.owner.query("select c.person_id as id from people.card c where c.given = 'Noah'")
    await theirs.goto(`${there.address}/people/${noah.id}`)
    await theirs.getByText('On a child protection plan of Ardenvale Council, for neglect, since 3 Sep 2026.').waitFor()
    await theirs.getByText('Plan of Ardenvale Council', { exact: true }).waitFor()
    expect((await there.owner.query("select duty, due_on::text as due, (select name from access.team t where t.id = i.team_id) as team, (select count(*)::int from work.item_person p where p.item_id = i.id) as children from work.item i where section = 'transferInConference'")).rows).toEqual([{ duty: 'transferConference.held', due: '2026-12-01', team: 'Family Support 2', children: 2 }])

    // The worker confirms with one press what came of the child in their care: nothing is typed.
    const priya = await windowOf(there, there.council.worker)
    await priya.goto(`${there.address}/`)
    await row(priya, 'Take into our care').getByRole('link', { name: /Open/ }).first().click()
    await priya.getByText(/^In the care of Ardenvale Council since/).waitFor()
    await look(priya, 'transfer-care')
    await priya.getByRole('button', { name: 'Confirm for Isla' }).click()
    await priya.getByText('Confirmed.', { exact: true }).waitFor()
    expect((await there.owner.query("select (select string_agg(began_on || ' ' || need, ' ') from care.period where superseded_at is null) as period, (select string_agg(code || ' ' || valid_from, ' ') from people.legal_status where superseded_at is null and valid_to is null) as status, (select string_agg(kind || ' ' || provider || ' ' || place_name || ' ' || postcode || ' ' || urn, ' ') from care.placement where superseded_at is null and valid_to is null) as placement, (select string_agg(kind || ' ' || words, ' ') from care.fact where superseded_at is null) as facts")).rows)
      .toEqual([{ period: '2026-11-10 abuseOrNeglect', status: 'careOrder 2026-11-10', placement: 'foster private Anna Fell ZV3 8XX SC123456', facts: 'dental As Ardenvale Council told us.' }])

    // The transfer-in conference is arranged and held inside its clock, and makes a plan here of the one that came.
    await priya.goto(`${there.address}/`)
    await row(priya, 'Arrange the transfer-in conference').getByRole('link', { name: /Arrange/ }).first().click()
    expect(await priya.getByLabel('Who comes from school or nursery').inputValue()).toBe('Ms Adeyemi, Oakfield')
    await priya.getByRole('button', { name: 'Arrange it' }).click()
    await priya.getByText('It is arranged.').waitFor()
    const { rows: [meeting] } = await there.owner.query("select id, on_day::text as day, due_on::text as due from meetings.meeting where kind = 'transferInConference'")
    expect([meeting.day <= meeting.due, meeting.due]).toEqual([true, '2026-12-01'])
    at = `${meeting.day}T10:00:00.000Z`
    const chair = await windowOf(there, there.council.frontDoorManager)
    await chair.goto(`${there.address}/meetings/${meeting.id}/hold`)
    await chair.getByLabel('What was said, about all of them').fill('The family has settled. Mornings are still hard.')
    await chair.getByRole('radio', { name: 'Child protection plan', exact: true }).first().locator('xpath=..').click()
    expect(await Promise.all([chair.getByLabel('Category, where there is a plan').inputValue(), ...['What has to change', 'What it will be like then, in plain words'].map((label) => chair.getByLabel(label).first().inputValue()), chair.locator('[name="needs.0.actions.0.words"]').inputValue(), chair.locator('[name="needs.0.actions.0.owner"]').inputValue()])).toEqual(['neglect', 'Mornings without shouting', 'Everybody has breakfast.', 'Jean comes at seven', 'Jean Smith'])
    await look(chair, 'transfer-hold')
    await chair.getByLabel('Why, for all of them').fill('Nothing has changed yet.')
    const why = chair.getByLabel(/Why .*(quorate|held)/)
    if (await why.count()) await why.first().fill('Said by telephone.')
    await everybodyCame(chair)
    await chair.getByRole('button', { name: 'Save the minutes' }).click()
    await chair.getByText('It is written down.').waitFor().catch(async (fault) => { console.log((await chair.textContent('main'))?.slice(0, 1200)); throw fault })
    expect((await there.owner.query("select count(*)::int as n from plans.plan_person where kind = 'protectionPlan' and ended_on is null")).rows[0].n).toBe(2)

    // Each line of the file has its account, what came is read in one place and found by its words.
    await theirs.goto(`${cameAddress}/account?outcome=taken`)
    await theirs.getByText(/^brought forward: in the plan that our conference made on/).first().waitFor()
    await theirs.getByText(/^confirmed: in our care from/).first().waitFor()
    await look(theirs, 'transfer-account')
    await theirs.goto(`${there.address}/people/${noah.id}/records`)
    await theirs.getByRole('link', { name: 'From other councils' }).click()
    await theirs.getByRole('heading', { name: 'The plan as it stands' }).waitFor()
    await look(theirs, 'transfer-about')
    await theirs.locator('input[name="q"]').fill('shouting breakfast')
    await theirs.locator('input[name="q"]').press('Enter')
    await theirs.waitForURL(`${there.address}/search`)
    await theirs.getByRole('link', { name: /^From Ardenvale Council: / }).first().waitFor()

    // The receipt goes back, and closes the transfer and the plan where they came from.
    await theirs.goto(cameAddress)
    const receipt = await theirs.getByLabel('Receipt', { exact: true }).inputValue()
    await worker.goto(givenAddress)
    await worker.getByLabel('Receipt', { exact: true }).fill(`${receipt.slice(0, 60)}x${receipt.slice(61)}`)
    await worker.getByRole('button', { name: 'Close with this receipt' }).click()
    await worker.getByText(/Nothing was changed/).first().waitFor()
    await worker.getByLabel('Receipt', { exact: true }).fill(receipt)
    await worker.getByRole('button', { name: 'Close with this receipt' }).click()
    await worker.getByText('Eastmere Council is responsible.', { exact: true }).waitFor()
    expect((await here.owner.query("select end_reason, ended_on::text as on from plans.plan_person where kind = 'protectionPlan'")).rows).toEqual([{ end_reason: 'moved', on: meeting.day }, { end_reason: 'moved', on: meeting.day }])
    expect((await here.owner.query('select end_reason, ended_on::text as on from care.period where superseded_at is null')).rows).toEqual([{ end_reason: 'otherCouncil', on: '2026-11-10' }])
    expect((await here.owner.query("select state, outcome from work.item where kind = 'transferGiven'")).rows).toEqual([{ state: 'done', outcome: 'taken' }])
  })
})
