import { describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { startAssessment } from '../../src/practice/assessments/commands/writing.ts'
import { allocatedAssessment, done } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('a mapping with the family', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('is written with a finger for two children, never with a danger that has no goal; the next one brings it forward with its numbers', async () => {
    if (!world) return
    const { council, address, owner } = world
    const now = new Date().toISOString()
    const id = await smithAndBegum(world.as(council.worker, now))
    const page = await world.windowOf({ hasTouch: true, viewport: { width: 360, height: 800 } })
    const shot = process.env.KITH_PICTURES
    const picture = async (name: string) => { if (shot) { for (const width of [1280, 360]) { await page.setViewportSize({ width, height: 900 }); await page.screenshot({ path: `${shot}/mapping-${name}-${width}.png`, fullPage: true }) } } }
    const fits = async (name: string) => { await picture(name); await expectAccessible(page); await expectNoSidewaysScroll(page) }
    await world.signIn(page, council.worker)
    await page.goto(`${address}/people/${id.isla}/family`)
    await page.getByRole('link', { name: 'Map with the family' }).tap()
    await page.getByRole('button', { name: 'Begin writing' }).tap()
    await page.getByText('Write where it is, and with whom.').first().waitFor()
    await fits('begin')
    await page.getByLabel('Where, and with whom').fill('At home, with Kelly and her mother')
    for (const child of ['Amelia', 'Noah', 'Isla', 'Leo']) await page.getByRole('checkbox', { name: child }).setChecked(child === 'Isla' || child === 'Leo')
    await page.getByRole('button', { name: 'Begin writing' }).tap()
    await page.getByRole('heading', { name: 'What are we worried about?' }).waitFor()
    await fits('empty')

    // Three columns beside each other where there is room, one below the other on a phone.
    const tops = async () => Promise.all(['What are we worried about?', 'What works well?', 'What has to happen?'].map(async (name) => (await page.getByRole('heading', { name }).boundingBox())?.y ?? 0))
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(new Set(await tops()).size).toBe(1)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(new Set(await tops()).size).toBe(3)

    await page.getByLabel('Harm that was', { exact: true }).fill('Leo was alone for a night.')
    await page.getByLabel('Strengths', { exact: true }).fill('Gran comes every day.')
    await page.getByLabel('Next steps', { exact: true }).fill('Kelly rings Gran before she goes out.')
    await page.getByLabel('Harm that was Leo only').locator('xpath=ancestor::details[1]/summary').tap()
    await page.getByLabel('Harm that was Leo only').fill('He fell on the stairs.')
    const danger = page.locator('#danger1')
    await danger.getByLabel('What are we worried could happen?', { exact: true }).fill('Gran and the worker worry that the children are alone and get hurt.')
    await page.getByText(/^Saved at/).waitFor()

    // Every place that a finger needs is big enough.
    const small = await page.locator('main :is(a.button, button, summary, .scale-numbers label, .segments label, .tick label, textarea, input.box)').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => [one.textContent, one.getBoundingClientRect()] as const).filter(([, box]) => box.height < 44 || box.width < 44).map(([words]) => words))
    expect(small).toEqual([])

    await page.getByRole('button', { name: 'It is finished' }).tap()
    await page.getByText('Danger statement 1 has no safety goal. Write what we will see when it is safe').first().waitFor()
    expect(await page.getByText('Danger statement 1 has no number yet.').count()).toBeGreaterThan(0)
    await fits('refused')
    await danger.getByLabel('Safety goal: what will we see when it is safe?', { exact: true }).fill('Whenever Kelly goes out, Gran or Aunt Jo is there.')

    // A number wants somebody who gave it, and a day that has been; it waits on the page until it is whole.
    const giving = danger.locator('.scale').first()
    await giving.getByRole('radio', { name: '4', exact: true }).tap({ force: true })
    await page.getByText(/A number is not added yet\.$/).waitFor()
    await giving.getByRole('button', { name: /Add this number/ }).tap()
    await page.getByText('Choose who gave the 4.').first().waitFor()
    expect(await giving.getByRole('radio', { name: '4', exact: true }).isChecked()).toBe(true)
    await giving.getByRole('radio', { name: 'Family member' }).tap({ force: true })
    await giving.getByLabel('Who exactly').fill('Kelly')
    await giving.getByLabel('On', { exact: true }).fill('1/1/2099')
    await giving.getByRole('button', { name: /Add this number/ }).tap()
    await page.getByText('The day of the 4 is still to come.').first().waitFor()
    await giving.getByLabel('On', { exact: true }).fill('3/10/2026')
    await giving.getByRole('button', { name: /Add this number/ }).tap()
    await giving.getByRole('rowheader', { name: 'Kelly (family member)' }).waitFor()
    const give = async (place: typeof giving, number: string, by: string) => {
      await place.getByText('Give another number').first().tap()
      await place.getByRole('radio', { name: number, exact: true }).first().tap({ force: true })
      await place.getByRole('radio', { name: by }).first().tap({ force: true })
      await place.getByRole('button', { name: /Add this number/ }).first().tap()
    }
    await give(giving, '9', 'Child')
    await giving.getByRole('button', { name: /Take away the 9 of Child/ }).tap()
    await giving.getByRole('rowheader', { name: 'Child' }).waitFor({ state: 'detached' })
    await give(giving, '2', 'Worker')
    await giving.getByRole('rowheader', { name: 'Worker' }).waitFor()
    expect(await page.getByText('What you wrote here before is back.').count()).toBe(0)
    await fits('written')

    await page.getByRole('button', { name: 'It is finished' }).tap()
    await page.getByText('It can be printed and sent now.').waitFor()
    await fits('finished')
    const first = page.url().split('?')[0] ?? ''
    await page.goto(`${address}/people/${id.leo}/chronology`)
    await page.getByRole('link', { name: 'Mapping with the family, finished' }).waitFor()

    await page.goto(`${address}/people/${id.leo}/records`)
    await page.getByRole('link', { name: 'Mapping with the family' }).waitFor()

    // Its words are found by whoever may read them, and lead to the column in which they stand.
    await page.locator('#bar-search').fill('Aunt Jo')
    await page.locator('#bar-search').press('Enter')
    await page.getByRole('link', { name: 'Mapping with the family' }).first().tap()
    await page.waitForURL(/\/papers\/.*#danger1/)

    // To the mother, in plain words: what was found, what works, what has to happen, and the numbers.
    await page.goto(`${first}/send`)
    await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Kelly Smith' })
    await page.getByRole('button', { name: 'Show me what they get' }).tap()
    await page.getByRole('heading', { name: 'How easy it is to read' }).waitFor()
    await fits('looked')
    await page.getByRole('button', { name: 'Make it for Kelly Smith' }).tap()
    await page.waitForURL(/\/sent\//)
    const words = await page.textContent('main') ?? ''
    for (const there of ['What are we worried about?', 'Leo was alone for a night.', 'He fell on the stairs.', 'Gran comes every day.', 'Whenever Kelly goes out, Gran or Aunt Jo is there.', 'Kelly (family member)', '3 Oct 2026']) expect(words).toContain(there)
    await fits('sent')
    expect((await owner.query('select kind, state from outputs.output order by asked_at desc limit 1')).rows).toEqual([{ kind: 'paper.mapping', state: 'sent' }])

    // The next one: what was said is offered with its numbers, taken as one, and the scale goes on over time.
    await page.goto(`${address}/papers/new?kind=mapping&people=${id.isla},${id.leo}`)
    await page.getByLabel('Where, and with whom').fill('At school')
    await page.getByRole('button', { name: 'Begin writing' }).tap()
    const before = page.locator('#danger1 .message')
    await before.getByText('Whenever Kelly goes out').waitFor()
    await fits('forward')
    await before.getByRole('button', { name: /It holds still/ }).tap()
    await before.waitFor({ state: 'detached' })
    expect(await page.locator('#danger1').getByLabel('What are we worried could happen?', { exact: true }).inputValue()).toContain('get hurt')
    const now2 = page.locator('#danger1 .scale').first()
    await give(now2, '7', 'Family member')
    await now2.getByRole('rowheader', { name: 'Family member', exact: true }).waitFor()
    expect(await now2.getByRole('row').count()).toBe(4)
    await page.getByText('Read it beside this one').tap()
    await page.getByText('Leo was alone for a night.').last().waitFor()
    await fits('second')

    // An assessment of the two reads the mapping beside it, to be quoted, and is offered what it says.
    const assessment = await allocatedAssessment(world.as(council.worker, now), { children: [id.isla, id.leo], teamId: council.teams.two, workerId: council.worker })
    await done(startAssessment.do(world.as(council.worker, now), { itemId: assessment }))
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${address}/assessments/${assessment}?beside=mapping&section=whatThisMeans`)
    await page.getByText('Whenever Kelly goes out, Gran or Aunt Jo is there.').first().waitFor()
    await fits('assessment')
  })
})
