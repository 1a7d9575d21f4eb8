import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayOf, moment } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { everybodyCame, expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'
import { done } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'

let at = '2026-03-02T10:00:00.000Z'
const clock = { now: () => moment(at), today: () => dayOf(moment(at)) }

describe.skipIf(!hasBrowser)('a family whose children are each on a way of their own', async () => {
  const world = hasBrowser ? await openForBrowser({ clock }) : undefined
  const shot = process.env.KITH_PICTURES

  it('in need with a first review whose minutes are found by their words, and not yet born with a conference', async () => {
    if (!world) return
    const { council, address, owner } = world
    const id = await smithAndBegum(world.as(council.worker, at))
    const baby = newId()
    await done(addPeople.do(world.as(council.worker, at), { people: [{ id: baby, unborn: true, family: 'Begum', dueOn: '2026-05-20' }], relationships: [{ personId: id.kelly, otherId: baby, kind: 'expectedParent' }] }))
    await owner.query("insert into access.involvement (id, person_id, worker_id, team_id, domain, from_on) select gen_random_uuid(), p, $2, $3, 'children', '2026-03-02' from unnest($1::uuid[]) p", [[id.amelia, id.noah, id.isla, id.leo, baby], council.worker, council.teams.two])
    await owner.query("update access.actor set job_title = 'Child protection chair' where id = $1", [council.frontDoorManager])
    const page = await world.windowOf()
    if (process.env.KITH_QUICK) page.setDefaultTimeout(20_000)
    await world.signIn(page, council.worker)
    const look = async (name: string) => { if (shot) await page.screenshot({ path: `${shot}/b-${name}.png`, fullPage: true }) }
    const radio = (of: Page, name: string): Locator => of.getByRole('radio', { name, exact: true }).first().locator('xpath=..')
    const due = async (like: string) => (await owner.query("select duty, due_on::text as due from work.item where state = 'open' and duty like $1 order by due_on, duty", [like])).rows.map((row) => `${row.duty} ${row.due}`)
    const meet = async (query: string, day: string, words: string, how: () => Promise<void>) => {
      await page.goto(`${address}/meetings/new?${query}`)
      await page.getByLabel('Day').fill(day)
      await page.getByRole('button', { name: 'Arrange it' }).click()
      await page.getByText('It is arranged.').waitFor()
      await page.getByRole('link', { name: 'Write it down' }).click()
      await page.getByLabel('What was said').fill(words)
      await how()
      await everybodyCame(page)
      await page.getByRole('button', { name: 'Save the minutes' }).click()
      await page.getByText('It is written down.').waitFor()
    }

    // Two children in need: a plan, its first review, at which one goes on and one ends.
    const two = `people=${id.amelia},${id.noah}`
    await meet(`kind=childInNeedMeeting&${two}`, '2/3/2026', 'Mornings are loud.', async () => {
      await radio(page, 'Child in need plan').click()
      await page.getByLabel('What has to change').first().fill('Homework in peace')
      await page.getByLabel('What it will be like then, in plain words').first().fill('There is a table to work at.')
      await page.getByLabel('What', { exact: true }).first().fill('School opens its library until five')
      await page.getByLabel('Who', { exact: true }).first().fill('Ms Adeyemi')
    })
    const { rows: [plan] } = await owner.query("select id from plans.plan where kind = 'childInNeedPlan'")
    expect((await due('childInNeed.reviewed')).length).toBe(1)
    at = '2026-04-20T10:00:00.000Z'
    await meet(`kind=childInNeedReview&plan=${plan.id}&${two}`, '20/4/2026', 'They built a trampoline with their uncle.', async () => {
      await radio(page, 'Better').click()
      await radio(page, 'Goes on').click()
      await page.locator('.decide-row', { hasText: 'Noah' }).getByRole('radio', { name: 'Ends', exact: true }).locator('xpath=..').click()
      await page.getByLabel('Why, for all of them').fill('Amelia still needs help. Noah does well.')
      await look('review')
    })
    const { rows: on } = await owner.query("select person_id, ended_on::text as ended from plans.plan_person where plan_id = $1 and ended_on is not null", [plan.id])
    expect(on).toEqual([{ person_id: id.noah, ended: '2026-04-20' }])
    // The words of the minutes are found, and lead to them.
    await page.locator('input[name=q]').first().fill('trampoline')
    await page.locator('input[name=q]').first().press('Enter')
    await page.getByRole('link', { name: 'Minutes: Child in need review' }).click()
    await page.waitForURL(/\/meetings\/.*#minutes/)

    // Before the birth.
    await meet(`kind=preBirthConference&people=${baby}`, '20/4/2026', 'The midwife is worried about the flat.', async () => {
      await radio(page, 'Child protection plan').click()
      await page.getByLabel('Category, where there is a plan').selectOption('neglect')
      await page.getByLabel('Why', { exact: true }).fill('The baby needs a warm and safe home from the first day.')
      await page.getByLabel('What has to change').first().fill('A warm room')
      await page.getByLabel('What it will be like then, in plain words').first().fill('The heating works.')
      await page.getByLabel('What', { exact: true }).first().fill('Housing mends the boiler')
      await page.getByLabel('Who', { exact: true }).first().fill('Housing')
      await look('before-birth')
    })
    expect((await owner.query("select kind, category from plans.plan_person where person_id = $1", [baby])).rows).toEqual([{ kind: 'protectionPlan', category: 'neglect' }])
    await expectAccessible(page)
  })
})
