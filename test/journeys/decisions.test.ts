import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { done } from '../factories/assessment.ts'
import { recommendOutcome } from '../../src/practice/contacts/commands/recommend.ts'
import { decideContact } from '../../src/practice/contacts/commands/decide.ts'
import { recordContact } from '../../src/practice/contacts/commands/record.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'

describe.skipIf(!hasBrowser)('the one inbox of decisions', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const now = () => new Date().toISOString()
  const contactAbout = async (given: string, words: string) => {
    if (!world) throw new Error('no browser')
    const [id, child] = [newId(), newId()]
    await done(recordContact.do(world.as(world.council.frontDoorWorker, now()), { id, source: 'school', agency: 'Oakfield Primary School', words, people: [{ id: child, given, family: 'Marlow', bornOn: '2016-03-04', bornAbout: 'day' }], relationships: [], about: [{ personId: child, role: 'child' }] }))
    return { id, child }
  }

  it('a worker recommends, the manager reads each and agrees several at once, and the count in the bar follows', async () => {
    if (!world) return
    const { council, owner } = world
    const [one, two, three] = [await contactAbout('Rosa', 'She had no coat this week.'), await contactAbout('Finn', 'He was late twice.'), await contactAbout('Ada', 'She was hungry.')]
    const worker = await world.windowOf()
    await world.signIn(worker, council.frontDoorWorker)
    await worker.goto(`${world.address}/contacts/${one.id}`)
    await worker.getByLabel('Advice', { exact: true }).check()
    await worker.getByLabel('Why', { exact: true }).fill('The school has coats to give, and will talk to her mother.')
    await expectAccessible(worker)
    await worker.getByRole('button', { name: 'Send to the manager' }).click()
    await worker.getByText('Kept with the contact.').waitFor()
    await done(recommendOutcome.do(world.as(council.frontDoorWorker, now()), { contactId: two.id, outcome: 'noFurtherAction', reason: 'The school bus was late, not Finn.' }))

    const page = await world.windowOf()
    await world.signIn(page, council.frontDoorManager)
    const count = page.getByRole('link', { name: /^Decisions/ })
    expect(await count.textContent()).toContain('3')
    await count.click()
    await page.getByRole('heading', { name: 'Decisions waiting for you' }).waitFor()
    await expectAccessible(page)
    // Only what is routine can be ticked: two of the three.
    expect(await page.getByRole('checkbox').count()).toBe(2)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: 'Read those ticked' }).click()
    await page.getByRole('heading', { name: 'Read, then agree several' }).waitFor()
    await page.getByText('The school bus was late, not Finn.').waitFor()
    await page.getByText('She had no coat this week.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, 360)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: 'Agree all that are ticked' }).click()
    await page.getByRole('heading', { name: 'Contact about Ada Marlow' }).waitFor()
    await expect.poll(() => count.textContent()).toContain('1')
    const decided = await owner.query(`select p.outcome, d.reason from contacts.decision d join contacts.decision_person p on p.decision_id = d.id order by p.outcome`)
    expect(decided.rows).toEqual([{ outcome: 'informationAndAdvice', reason: 'The school has coats to give, and will talk to her mother.' }, { outcome: 'noFurtherAction', reason: 'The school bus was late, not Finn.' }])
    const audit = await owner.query(`select count(*)::int as n from audit.event where what = 'contacts.decide'`)
    expect(audit.rows[0].n).toBe(2)
    await page.getByRole('link', { name: /Ada Marlow/ }).first().waitFor()
    expect((await owner.query('select state from contacts.contact where id = $1', [three.id])).rows[0].state).toBe('open')
  })

  it('a question goes to its author first, and the answer comes back beside what is to be decided', async () => {
    if (!world) return
    const { council } = world
    const page = await world.windowOf()
    await world.signIn(page, council.frontDoorManager)
    await page.goto(`${world.address}/decisions`)
    await page.getByRole('heading', { name: 'Contact about Ada Marlow' }).waitFor()
    await page.getByLabel('A question, before you decide').fill('Did the school speak to her father?')
    await page.getByRole('button', { name: 'Ask a question first' }).click()
    await page.getByText('Waiting for Ffion.').waitFor()
    await expectAccessible(page)

    const worker = await world.windowOf()
    await world.signIn(worker, council.frontDoorWorker)
    await worker.getByRole('link', { name: /Answer/ }).click()
    await worker.getByText('Did the school speak to her father?').waitFor()
    await expectAccessible(worker)
    await worker.getByLabel('What you know').fill('Yes, on Thursday. He will bring her breakfast.')
    await worker.getByRole('button', { name: 'Send the answer' }).click()
    await worker.getByText('It is back with Marcus.').waitFor()

    await page.goto(`${world.address}/decisions`)
    await page.getByText('He will bring her breakfast.').waitFor()
  })

  it('a referral without a worker is allocated in place, by keys alone', async () => {
    if (!world) return
    const { council, owner } = world
    const family = await contactAbout('Isla', 'She sleeps on the sofa.')
    await done(decideContact.do(world.as(council.frontDoorManager, now()), { contactId: family.id, outcomes: [{ personId: family.child, outcome: 'referral' }], reason: 'What are her days like?', teamId: council.teams.two }))
    const page = await world.windowOf()
    await world.signIn(page, council.manager)
    await page.goto(`${world.address}/decisions`)
    await page.getByRole('heading', { name: 'Allocate Isla' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, 360)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByLabel('Who takes it').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('You are up to date.').waitFor()
    const { rows } = await owner.query(`select worker_id from work.item where kind = 'assessment' and state = 'open'`)
    expect(rows).toHaveLength(1)
    expect(rows[0].worker_id).not.toBeNull()
  })
})
