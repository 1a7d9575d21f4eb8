import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { markPerson } from '../../src/record/access/commands/keeping.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'

const house = hasBrowser ? await openForBrowser() : undefined

it.skipIf(!hasBrowser)('A restricted record is opened with a reason, and the privacy officer looks at the opening', async () => {
  if (!house) return
  const as = (actor: string) => ({ ...house.as(actor), clock: systemClock })
  const id = newId()
  await addPeople.do(as(house.council.worker), { people: [{ id, given: 'Perpetua', family: 'Openfield', bornOn: '2015-01-02' }], relationships: [] })
  await markPerson.do(as(house.council.manager), { personId: id, marking: 'restricted', named: [house.council.manager], reason: 'A threat to the family.' })

  const sam = await house.windowOf()
  await house.signIn(sam, house.council.otherWorker)
  await sam.goto(`${house.address}/people/${id}/open`)
  await sam.getByRole('heading', { name: 'This record is kept to a few people' }).waitFor()
  expect(await sam.content()).not.toContain('Perpetua')
  await expectAccessible(sam)
  await expectNoSidewaysScroll(sam)
  await sam.getByLabel('Tell us in your own words').fill('Police are at the flat now. Who may collect them?')
  await sam.getByRole('button', { name: 'Open for 8 hours' }).click()
  await sam.waitForURL(`${house.address}/people/${id}`)
  await sam.getByText('Perpetua Openfield').first().waitFor()

  const paula = await house.windowOf()
  await house.signIn(paula, house.council.privacy)
  await paula.goto(`${house.address}/privacy/openings`)
  await expectAccessible(paula)
  expect(await paula.content()).not.toContain('Perpetua')
  await paula.getByLabel('What did you find out about this opening by Sam Price?').fill('Right to open.')
  await paula.getByRole('button', { name: 'Looked at' }).click()
  await paula.getByText('Every opening has been looked at.').waitFor()
})

it.skipIf(!hasBrowser)('Somebody asks to see a record; the manager answers from the tray, and ends it where the record says who may see it', async () => {
  if (!house) return
  const as = (actor: string) => ({ ...house.as(actor), clock: systemClock })
  const id = newId()
  await addPeople.do(as(house.council.worker), { people: [{ id, given: 'Ottilie', family: 'Askwell', bornOn: '2014-06-02' }], relationships: [] })

  const sam = await house.windowOf()
  await house.signIn(sam, house.council.otherWorker)
  await sam.goto(`${house.address}/people/${id}`)
  await sam.getByRole('link', { name: 'ask to see it' }).click()
  await sam.getByLabel('Tell them in your own words').fill('Her half-sister moves in with my family.')
  await sam.getByRole('button', { name: 'Ask' }).click()
  await sam.getByText('Asked.').waitFor()
  await expectAccessible(sam)
  await expectNoSidewaysScroll(sam)

  const tom = await house.windowOf()
  await house.signIn(tom, house.council.manager)
  await tom.goto(house.address)
  await tom.getByRole('link', { name: /Answer/ }).first().click()
  await tom.getByText('Her half-sister moves in with my family.').waitFor()
  await expectAccessible(tom)
  await expectNoSidewaysScroll(tom)
  await tom.getByRole('button', { name: 'Give sight' }).click()
  await tom.getByText('Given by Tom Hughes').waitFor()
  await sam.goto(`${house.address}/people/${id}`)
  await sam.getByRole('link', { name: 'Write a note' }).first().waitFor()

  await tom.getByRole('link', { name: 'Who may see this record' }).click()
  await tom.getByText('Gave Sam Price sight of children’s work').waitFor()
  await expectAccessible(tom)
  await tom.getByLabel('Why it ends').fill('The sister stayed.')
  await tom.getByRole('button', { name: 'End it Sam Price' }).click()
  await tom.getByText('Changed.').waitFor()
  await sam.goto(`${house.address}/people/${id}`)
  await sam.getByText('You see the name card of this record.').waitFor()
})

it.skipIf(!hasBrowser)('An adviser gives an adopted child the new identity: the old record closes, and only those named know of the link', async () => {
  if (!house) return
  const { actor, teams, worker: ada } = house.council
  await house.owner.query("insert into access.membership (id, actor_id, role) values ($1, $2, 'adoption')", [newId(), ada])
  await actor('Bess Adviser', [{ team: teams.two, role: 'worker' }, { role: 'adoption' }])
  const id = newId()
  await addPeople.do({ ...house.as(ada), clock: systemClock }, { people: [{ id, given: 'Wren', family: 'Oldname', bornOn: '2021-01-02' }], relationships: [] })

  const page = await house.windowOf()
  await house.signIn(page, ada)
  await page.goto(`${house.address}/people/${id}`)
  await page.getByRole('link', { name: 'Adoption' }).click()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Surname').fill('Newname')
  await page.getByLabel('Day of the adoption order').fill('2/11/2026')
  await page.getByLabel('Bess Adviser').check()
  await page.getByLabel('What this rests on').fill('Order of the family court of 2 November.')
  await page.getByRole('button', { name: 'Give the new identity and seal the link' }).click()
  await page.getByText('The link is sealed.').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Wren Newname' }).click()
  await page.getByRole('heading', { name: 'Wren Newname' }).waitFor()
  expect(await page.content()).not.toContain('Oldname')
})
