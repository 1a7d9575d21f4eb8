import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { hasBrowser, openForBrowser } from '../browser.ts'
import { heldIn, meterOf, tell, type Meter } from '../meter.ts'

/** The words of a page as a hand finds them: by the role of a thing and what it says. */
const handsOn = (page: Page, meter: Meter) => ({
  // The words beside a choice are what a person clicks.
  click: (role: 'link' | 'button' | 'radio' | 'checkbox', name: string | RegExp, within = 'body', nth = 0) => {
    const target = page.locator(within).getByRole(role, { name }).nth(nth)
    return meter.click(role === 'radio' || role === 'checkbox' ? target.locator('xpath=..') : target)
  },
  box: (label: string | RegExp) => meter.click(page.getByLabel(label).first()),
})

describe.skipIf(!hasBrowser)('T1: a school rings about four children', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('from My work to an allocated assessment of all four: written once, decided once, within the measure', async () => {
    if (!world) return
    const { council, owner } = world
    const kelly = newId()
    const added = await addPeople.do(world.as(council.frontDoorManager, new Date().toISOString()), {
      people: [{ id: kelly, given: 'Kelly', family: 'Smith', bornOn: '1991-05-02', bornAbout: 'day', sex: 'female', address: { lines: ['12 Mill Lane', 'Ardenvale'], postcode: 'W12 8QT' } }], relationships: [],
    })
    expect('done' in added).toBe(true)
    const page = await world.windowOf()
    await world.signIn(page, council.frontDoorManager)
    const meter = meterOf(page, await heldIn(owner))
    const { type, press } = meter
    const { click, box } = handsOn(page, meter)
    const words = 'One of them has been late nine times since September and falls asleep in class. She told me she sleeps on the sofa because her brother is in her bed. The youngest came without lunch three times. Mum is expecting and looks worn out. The eldest, at the secondary school, brings them in most mornings. I spoke to their mother on Thursday; she cried and said she would like some help. The breakfast club has places for both.  Ring me.'
    expect(words.length).toBeGreaterThanOrEqual(420)

    await click('link', 'New contact')
    await page.waitForSelector('.scripted')
    await click('radio', 'School', '#telling')
    await press('Tab')
    // The box for "somebody else" is folded away, so the next one is the agency.
    await type('Oakfield Primary School')
    await press('Tab')
    await type('Ms Adeyemi')
    await press('Tab')
    await type('safeguarding lead')
    await box('In their words')
    await type(words)
    await box('Name of a parent or another adult')
    await type('Kelly Smith', { toFind: true })
    await click('button', /Kelly Smith.*Known to us/, '.offers')
    await page.getByText('Known to us, at 12 Mill Lane').waitFor()
    await type('Darren')
    await click('button', 'Darren Smith Somebody new', '.offers')
    await type('Ahmed Begum')
    await click('button', 'Ahmed Begum Somebody new', '.offers')
    await click('radio', 'Separated', '[data-key=a2]')
    await click('radio', 'Partner', '[data-key=a3]')

    const child = async (key: string, given: string, born: string, sex: string, first = false) => {
      if (first) await box('First name')
      await type(given)
      await press('Tab')
      await type(born)
      await click('radio', sex, `[data-key=${key}]`)
    }
    await meter.click(page.locator('[data-key=c1] input[name$=".given"]'))
    await child('c1', 'Amelia', '9/3/2012', 'Girl')
    await click('checkbox', 'Kelly', '[data-key=c1]')
    await click('checkbox', 'Darren', '[data-key=c1]')
    await click('button', 'Another child')
    await child('c2', 'Noah', '21/7/2014', 'Boy')
    await click('button', 'Another child')
    await child('c3', 'Isla', '14/1/2016', 'Girl')
    await click('checkbox', 'Darren', '[data-key=c3]')
    await click('checkbox', 'Ahmed', '[data-key=c3]')
    await click('button', 'Another child')
    await child('c4', 'Leo', '5/10/2018', 'Boy')
    await click('button', 'Record contact')
    await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/)
    await page.getByText('What will we do for each child?').waitFor()

    await click('radio', 'Assessment', '.decide-all')
    await box('Why, for all of them')
    await type('Tired and hungry. What are their days like?')
    await click('button', /Save decision/)
    await page.getByText('Decision saved.').waitFor()

    const { rows } = await owner.query(`select i.worker_id, i.due_on, (select count(*)::int from work.item_person where item_id = i.id) as children from work.item i where kind = 'assessment'`)
    expect(rows).toHaveLength(1)
    expect(rows[0].worker_id).not.toBeNull()
    expect(rows[0].children).toBe(4)
    const family = await owner.query(`select a.given || ' ' || r.kind || ' ' || b.given || ' ' || b.family as line from people.relationship r join people.card a on a.person_id = r.person_id join people.card b on b.person_id = r.other_id order by 1`)
    expect(family.rows.map((row) => row.line)).toEqual([
      'Ahmed parent Isla Begum', 'Ahmed parent Leo Begum', 'Ahmed partner Kelly Smith', 'Darren parent Amelia Smith', 'Darren parent Noah Smith', 'Darren separated Kelly Smith',
      'Kelly parent Amelia Smith', 'Kelly parent Isla Begum', 'Kelly parent Leo Begum', 'Kelly parent Noah Smith'])
    const homes = await owner.query(`select count(distinct household_id)::int as households, count(*)::int as people from people.address where superseded_at is null and array_to_string(lines, ' ') = '12 Mill Lane Ardenvale'`)
    expect(homes.rows[0].households).toBe(1)
    expect(await page.locator('body').textContent()).toContain('has the assessment')
    const did = meter.counts()
    tell('T1', did)
    // Facts are typed once: none was held before or typed twice.
    expect(did.rekeyed).toBe(0)
    expect(did.pages + did.startedOn).toBeLessThanOrEqual(6)
    expect(did.clicks).toBeLessThanOrEqual(38)
    expect(did.fields).toBeLessThanOrEqual(31)
    const { rows: drafts } = await owner.query('select count(*)::int as n from contacts.draft')
    expect(drafts[0].n).toBe(0)
  })
})
