import { describe, expect, it } from 'vitest'
import { dayOf, moment } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { beginLookedAfter } from '../../src/practice/care/commands.ts'
import { writeNote } from '../../src/practice/notes/commands.ts'
import { keepEach } from '../../src/record/work/standing/dated.ts'
import { everybodyCame, expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { done } from '../factories/assessment.ts'

let at = '2025-09-01T10:00:00.000Z'
const clock = { now: () => moment(at), today: () => dayOf(moment(at)) }

describe.skipIf(!hasBrowser)('leaving care', async () => {
  const world = hasBrowser ? await openForBrowser({ clock }) : undefined
  const shot = process.env.KITH_PICTURES

  it('Keira is sixteen: what she is owed, her adviser, what she needs, her plan in her own words, its review in time, a home of her own and whether it is suitable', async () => {
    if (!world) return
    const { council, address, owner } = world
    const keira = newId()
    await done(addPeople.do(world.as(council.worker, at), { people: [{ id: keira, given: 'Keira', family: 'Doyle', bornOn: '2010-02-10', sex: 'female' }], relationships: [] }))
    await owner.query("insert into access.involvement (id, person_id, worker_id, team_id, domain, from_on) values ($1, $2, $3, $4, 'children', '2025-09-01')", [newId(), keira, council.worker, council.teams.two])
    await done(beginLookedAfter.do(world.as(council.worker, at), { id: newId(), people: [keira], on: '2025-09-01', planned: true, need: 'abuseOrNeglect', why: 'Home had broken down.', legalCode: 'accommodated', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' } }))
    at = '2026-03-02T10:00:00.000Z'
    // Nobody writes anything about her: the night brings the work, once.
    const night = async () => (await keepEach({ pool: world.jobs, app: world.pool, stopping: () => false }, clock)).did
    expect([await night(), await night()]).toEqual(['1 person looked at', '0 people looked at'])
    expect((await owner.query("select duty || ' ' || due_on as due from work.item where state = 'open' and duty like 'pathway%'")).rows.map((row) => row.due)).toEqual(['pathwayAssessment.completed 2026-05-10'])
    await done(writeNote.do(world.as(council.worker, at), { id: newId(), kind: 'visit', people: [keira], words: 'We talked about being sixteen.', happenedOn: '2026-03-02', seen: [{ personId: keira, seen: true, alone: true }] }))
    const page = await world.windowOf()
    if (process.env.KITH_QUICK) page.setDefaultTimeout(8_000)
    await world.signIn(page, council.worker)
    const look = async (name: string) => {
      if (!shot) return
      await page.screenshot({ path: `${shot}/${name}-1280.png`, fullPage: true })
      await page.setViewportSize({ width: 360, height: 740 })
      await page.screenshot({ path: `${shot}/${name}-360.png`, fullPage: true })
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    const due = async () => (await owner.query("select duty, due_on::text as due from work.item where state = 'open' and (duty like 'pathway%' or duty like 'adviserVisit%') order by due_on, duty")).rows.map((row) => `${row.duty} ${row.due}`)
    const leaving = `${address}/people/${keira}/leaving`
    const save = async () => { await page.getByRole('button', { name: 'Record it' }).click(); await page.getByText('Recorded.').waitFor() }

    // What the law owes her is worked out from her days in care; what she needs is to be assessed three months after she was sixteen.
    await page.goto(`${address}/people/${keira}/care`)
    await page.getByRole('link', { name: /^Leaving care/ }).first().click()
    await page.getByText('sixteen, with thirteen weeks in care since fourteen').waitFor()
    expect(await page.textContent('main')).toMatch(/Eligible.*Nobody is named.*Owed.*No pathway plan yet/)
    expect(await due()).toEqual(['pathwayAssessment.completed 2026-05-10'])
    await expectAccessible(page)
    await look('1-leaving')
    await page.getByRole('link', { name: 'Name the adviser' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Sam Oyelaran')
    await save()

    // The assessment, from the tray; then the plan, with what was found beside each line.
    await page.goto(`${address}/`)
    await page.locator('.tray-row, li', { hasText: 'Assessment for the pathway plan' }).first().getByRole('link', { name: /Write it down/ }).first().click()
    await page.getByLabel('Learning, training and work').fill('Year 11. Wants to be a joiner; a college place from September is offered.')
    await page.getByLabel('Money: what there is').fill('A bank account, no savings. Has never paid a bill.')
    await page.getByLabel('Skills for living alone').fill('Cooks well. Letters frighten her.')
    await page.getByLabel('Care, support and a home').fill('May stay with Mary until she is eighteen. Wants a place near college then.')
    await page.getByLabel('What the young person wants and feels').fill('I want to make things out of wood and live where I can see Mary.')
    await look('3-assessment')
    await save()
    expect(await due()).toEqual([])
    await page.goto(leaving)
    await look('4-assessed')
    await page.getByRole('link', { name: 'Make a pathway plan' }).click()
    expect(await page.textContent('main')).toMatch(/I want to make things out of wood.*A bank account, no savings/)
    await page.getByLabel('The plan in a few sentences').fill('You stay with Mary while you are at college. Sam helps you to your own front door.')
    await page.getByLabel('What the young person wants, in their own words').fill('A workshop with my name on it.')
    const area = (name: string) => page.locator('details', { has: page.locator('summary', { hasText: name }) })
    for (const [name, wanted, what, who] of [['Home', 'A flat of your own, ten minutes from Mary', 'Put Keira on the housing list', 'Sam Oyelaran'], ['Work and learning', 'You are a joiner’s apprentice', 'Go to the college open day', 'Keira and Mary']] as const) {
      await area(name).getByLabel('What it will be like then').fill(wanted)
      await area(name).getByLabel('What', { exact: true }).first().fill(what)
      await area(name).getByLabel('Who', { exact: true }).first().fill(who)
      await area(name).getByLabel('By when').first().fill('1/9/2026')
    }
    await page.getByLabel('What we do then').fill('Keira rings Sam, day or night, and we look for another place together.')
    await expectAccessible(page)
    await look('5-plan-writing')
    await page.getByRole('button', { name: 'Make the plan' }).click()
    await page.waitForURL(/\/plans\/[0-9a-f-]+$/)
    expect(await page.textContent('main')).toMatch(/You stay with Mary[^]*A workshop with my name on it[^]*A flat of your own[^]*Put Keira on the housing list/)
    expect(await due()).toEqual(['pathwayPlan.reviewed 2026-09-02'])
    await look('6-plan')
    await page.getByRole('link', { name: 'Print or send the plan in plain words' }).click()
    await page.getByLabel('Who', { exact: true }).selectOption(keira)
    await page.getByRole('button', { name: 'Show me what they get' }).click()
    await page.getByText('Nothing. They get all of it.').waitFor()
    await look('7-send')
    await page.getByRole('button', { name: 'Make it for' }).click()
    await page.waitForURL(/\/sent\//)
    expect(await page.textContent('main')).toMatch(/A workshop with my name on it[^]*A flat of your own/)
    await look('8-sent')

    // In touch, what she does; then the review, inside its six months.
    at = '2026-08-20T10:00:00.000Z'
    await page.goto(leaving)
    await page.getByRole('link', { name: 'Write down a contact' }).click()
    await page.getByLabel('Are we in touch').selectOption({ label: 'Yes' })
    await page.getByLabel('What they do').selectOption({ index: 1 })
    await save()
    await page.goto(leaving)
    await page.getByRole('link', { name: /Pathway plan review/ }).first().click()
    await page.getByRole('button', { name: 'Arrange it' }).click()
    await page.getByText('It is arranged.').waitFor()
    await page.getByRole('link', { name: 'Write it down' }).click()
    await page.getByLabel('Held on').fill('20/8/2026')
    await page.getByLabel('Better').first().check()
    await page.getByLabel('What was said').fill('College begins on 7 September. Keira is on the housing list.')
    await page.locator('details', { hasText: 'How Keira took part' }).locator('summary').click()
    await page.getByLabel('How Keira took part').selectOption({ label: 'Came and spoke' })
    await page.getByLabel('In their own words').fill('I am not scared of letters now.')
    await page.getByLabel('The plan goes on').first().check()
    await look('9-review')
    await everybodyCame(page)
    await page.getByRole('button', { name: 'Save the minutes' }).click()
    await page.getByText('It is written down.').waitFor()
    await look('10-reviewed')
    expect(await due()).toEqual(['pathwayPlan.reviewed 2027-02-20'])

    // She leaves care at sixteen for a place we provide: a relevant child, a home that is judged, a visit within seven days.
    at = '2026-09-07T10:00:00.000Z'
    await page.goto(`${address}/people/${keira}/care/end`)
    await page.getByLabel('Why', { exact: true }).selectOption({ label: 'Lives independently, with support' })
    await page.getByLabel('The day').fill('7/9/2026')
    await save()
    await page.goto(leaving)
    expect(await page.textContent('main')).toMatch(/Relevant.*Sam Oyelaran/)
    await page.getByRole('link', { name: 'Write down the home' }).click()
    await page.getByLabel('Where they live').selectOption({ index: 2 })
    await page.getByRole('group', { name: 'The home is suitable' }).getByLabel('No', { exact: true }).check()
    await page.getByRole('group', { name: 'We provide it' }).getByLabel('Yes', { exact: true }).check()
    await page.getByLabel('Why it is, or is not, suitable').fill('Two buses from college, and no lock on her door.')
    await look('11-home')
    await save()
    expect(await due()).toEqual(['adviserVisit.first 2026-09-14', 'pathwayPlan.reviewed 2027-02-20'])
    await page.goto(leaving)
    expect(await page.textContent('main')).toMatch(/Not suitable.*Two buses from college/)
    await expectAccessible(page)
    await look('12-relevant')
    at = '2026-09-10T10:00:00.000Z'
    await page.getByRole('link', { name: /Visit to a care leaver/ }).first().click()
    await page.locator('textarea').first().fill('The lock is on. Keira cooked.')
    await page.getByLabel('Seen alone').check()
    await look('13-visit')
    await page.getByRole('button', { name: /Save/ }).first().click()
    await page.waitForURL((url) => !url.pathname.startsWith('/notes/new'))
    expect(await due()).toEqual(['adviserVisit.later 2026-11-10', 'pathwayPlan.reviewed 2027-02-20'])

    await page.goto(`${address}/care/leavers?show=unsuitable`)
    expect(await page.locator('#list').textContent()).toMatch(/Keira Doyle.*Relevant.*Sam Oyelaran.*Not suitable/)
    await expectAccessible(page)
    await look('14-leavers')
    // Whose adviser somebody is is asked without their name in the address.
    await page.getByLabel('Personal adviser').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Narrow the list' }).click()
    await page.waitForURL(/adviser=[0-9a-f-]{36}(&|#|$)/)
    expect(await page.locator('#list tbody tr').count()).toBeGreaterThan(0)
    await page.goto(`${address}/people/${keira}/chronology`)
    expect(await page.textContent('main')).toMatch(/Home after care/)
    await page.goto(leaving)
    await expectNoSidewaysScroll(page)
  })
})
