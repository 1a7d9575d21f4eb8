import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment, earlierAssessment } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'
import { keyboardOf } from '../hands.ts'

const monthsAgo = (months: number): string => {
  const day = new Date()
  day.setUTCMonth(day.getUTCMonth() - months)
  return day.toISOString()
}

describe.skipIf(!hasBrowser)('the main job is done without a mouse', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  /** Signs in by the keyboard. */
  const signedIn = async (actorId: string) => {
    if (!world) throw new Error('no browser')
    const page = await world.windowOf()
    const hand = keyboardOf(page)
    const { rows } = await world.owner.query('select email from access.actor where id = $1', [actorId])
    await page.goto(`${world.address}/sign-in`)
    await hand.write(page.getByLabel('E-mail address'), rows[0].email)
    await hand.write(page.getByLabel('Password'), world.password)
    await hand.press('Enter')
    await page.waitForURL(`${world.address}/`)
    return { page, hand }
  }

  it('a contact about two children is written and decided', async () => {
    if (!world) return
    const { council, owner } = world
    await addPeople.do(world.as(council.frontDoorManager, new Date().toISOString()), {
      people: [{ id: newId(), given: 'Kelly', family: 'Smith', bornOn: '1991-05-02', bornAbout: 'day', sex: 'female', address: { lines: ['12 Mill Lane', 'Ardenvale'], postcode: 'W12 8QT' } }], relationships: [],
    })
    const { page, hand } = await signedIn(council.frontDoorManager)
    // The first stop of every page leads past the bar.
    await hand.press('Tab')
    await hand.expectSeen()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Go to the main part')
    await hand.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await hand.enter(page.getByRole('link', { name: 'New contact' }))
    await page.waitForSelector('.scripted')

    const telling = page.locator('#telling')
    await hand.choose(telling, telling.getByRole('radio', { name: 'School', exact: true }))
    await hand.write(page.getByLabel('School, team or agency'), 'Oakfield Primary School')
    await hand.write(page.getByLabel('Their name'), 'Ms Adeyemi')
    await hand.write(page.getByLabel('In their words'), 'Both are tired and hungry. Their mother cried and said she would like some help.')
    await hand.write(page.getByLabel('Name of a parent or another adult'), 'Kelly Smith')
    await hand.enter(page.locator('.offers').getByRole('button', { name: /Kelly Smith.*Known to us/ }))
    await page.getByText('Known to us, at 12 Mill Lane').waitFor()
    await hand.expectSeen()
    await hand.write(page.locator('[data-key=c1] input[name$=".given"]'), 'Amelia')
    await hand.press('Tab')
    await hand.type('9/3/2012')
    const sexOf = (key: string) => page.locator(`[data-key=${key}]`)
    await hand.choose(sexOf('c1').locator('fieldset', { has: page.getByRole('radio', { name: 'Girl' }) }).last(), sexOf('c1').getByRole('radio', { name: 'Girl' }))
    await hand.tick(sexOf('c1').getByRole('checkbox', { name: 'Kelly' }))
    await hand.enter(page.getByRole('button', { name: 'Another child' }))
    await sexOf('c2').waitFor()
    // Focus goes to the new child's first box: somebody asked for it.
    await hand.expectSeen()
    await hand.type('Noah')
    await hand.press('Tab')
    await hand.type('21/7/2014')
    await hand.choose(sexOf('c2').locator('fieldset', { has: page.getByRole('radio', { name: 'Boy' }) }).last(), sexOf('c2').getByRole('radio', { name: 'Boy' }))
    await hand.enter(page.getByRole('button', { name: 'Record contact' }))
    await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/)

    // Nothing chosen yet: the summary says so, has the focus, and its line leads to the place.
    await hand.enter(page.getByRole('button', { name: /Save decision/ }))
    await page.locator('.error-summary').waitFor()
    await hand.expectSeen()
    expect(await page.evaluate(() => document.activeElement?.classList.contains('error-summary'))).toBe(true)
    await hand.enter(page.locator('.error-summary a').first())
    await hand.expectSeen()
    const band = page.locator('.decide-all')
    await hand.choose(band, band.getByRole('radio', { name: 'Assessment' }))
    await hand.write(page.getByLabel('Why, for all of them'), 'Tired and hungry. What are their days like?')
    await hand.enter(page.getByRole('button', { name: /Save decision/ }))
    await page.getByText('Decision saved.').waitFor()
    await hand.expectSeen()
    const { rows } = await owner.query("select (select count(*)::int from work.item_person where item_id = i.id) as children from work.item i where kind = 'assessment'")
    expect(rows).toEqual([{ children: 2 }])
  })

  it('an assessment with last time’s answers is checked, split, written, put right and sent, and the manager agrees', async () => {
    if (!world) return
    const { council, owner } = world
    const id = await smithAndBegum(world.as(council.worker, monthsAgo(15)))
    const given = { children: [id.amelia, id.isla], teamId: council.teams.two, workerId: council.worker, managerId: council.manager }
    await earlierAssessment(world.as, { ...given, at: monthsAgo(14) })
    const itemId = await allocatedAssessment(world.as(council.worker, new Date().toISOString()), given)
    const { page, hand } = await signedIn(council.worker)
    await hand.enter(page.getByRole('link', { name: 'Write Child and family assessment, Amelia and Isla' }))
    await page.locator('button[value^="save:"]').first().waitFor({ state: 'detached' })

    const waiting = await page.locator('.brought-forward').evaluateAll((cards) => cards.map((card) => card.parentElement?.id ?? ''))
    for (const question of waiting) {
      const words = question === 'healthNow' ? 'Change it' : question === 'feelingsNow' ? 'No longer true' : 'Still true, keep it'
      await hand.enter(page.locator(`[id="${question}"]`).getByRole('button', { name: words }))
      await page.locator(`[id="${question}"] .brought-forward`).waitFor({ state: 'detached' })
      await hand.expectSeen()
    }
    const card = page.locator('.card', { has: page.locator('[id="feelingsNow"]') })
    await hand.enter(card.getByRole('button', { name: /Write separately for Isla/ }))
    await page.waitForFunction((field) => document.activeElement?.id === field, `feelingsNow.${id.isla}`)
    await hand.type('Isla is often sad on Sundays.')
    await hand.write(page.locator('[id="feelingsNow"]'), 'Amelia says she is fine, and looks it.')

    await hand.enter(page.getByRole('button', { name: 'Send to Tom' }).last())
    const summary = page.locator('.error-summary')
    await summary.waitFor()
    expect(await page.evaluate(() => document.activeElement?.classList.contains('error-summary'))).toBe(true)
    await hand.expectSeen()
    const today = new Date()
    // The summary's line leads to its field, and from there on to the next; what is put there takes the line away.
    const missing = await summary.locator('a').evaluateAll((lines) => lines.map((line) => line.getAttribute('href')?.slice(1) ?? ''))
    expect(missing.length).toBeGreaterThan(3)
    for (const [index, to] of missing.entries()) {
      if (index === 0) {
        await hand.enter(summary.locator('a').first())
        await page.waitForFunction((field) => document.activeElement?.id === field, to)
        await hand.expectSeen()
      } else await hand.goTo(page.locator(`[id="${to}"]`))
      const kind = await page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? (document.activeElement.dataset['date'] === undefined ? document.activeElement.type : 'date') : 'words'))
      if (kind === 'radio' || kind === 'checkbox') await hand.press('Space')
      else await hand.type(kind === 'date' ? `${today.getDate()}/${today.getMonth() + 1}/${today.getFullYear()}` : `We saw it ourselves: ${to.split('.')[0]}.`)
    }
    await expect.poll(() => summary.locator('a').count()).toBe(0)
    await hand.enter(page.getByRole('button', { name: 'Send to Tom' }).last())
    await page.getByText('Sent to Tom Hughes.').waitFor()
    await hand.expectSeen()

    const office = await signedIn(council.manager)
    await office.hand.enter(office.page.getByRole('link', { name: 'Decisions' }).first())
    await office.page.getByText('You are asked to agree').waitFor()
    await office.hand.enter(office.page.getByRole('button', { name: 'Agree' }))
    await office.page.getByText('Agreed:').waitFor()
    await office.hand.expectSeen()
    const { rows } = await owner.query('select state from assessments.assessment where item_id = $1', [itemId])
    expect(rows).toEqual([{ state: 'authorised' }])
  })
})
