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
