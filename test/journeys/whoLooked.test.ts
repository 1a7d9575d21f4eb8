import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { breakGlass } from '../../src/record/access/commands/keeping.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'

const house = hasBrowser ? await openForBrowser() : undefined

it.skipIf(!hasBrowser)('The privacy officer finds a record by its name, sees who looked and why, and goes on to what a colleague did', async () => {
  if (!house) return
  const id = newId()
  await addPeople.do({ ...house.as(house.council.worker), clock: systemClock }, { people: [{ id, given: 'Perpetua', family: 'Openfield', bornOn: '2015-01-02' }], relationships: [] })
  await breakGlass.do({ ...house.as(house.council.otherWorker), clock: systemClock }, { personId: id, reason: 'Police are at the flat with the child now.' })

  const paula = await house.windowOf()
  await house.signIn(paula, house.council.privacy)
  await paula.goto(house.address)
  await paula.getByRole('link', { name: 'Privacy' }).click()
  await paula.getByRole('heading', { name: 'Privacy', level: 1 }).waitFor()
  await expectAccessible(paula)
  await expectNoSidewaysScroll(paula)
  await paula.getByLabel('The whole name').fill('Perpetua Openfield')
  await paula.getByRole('button', { name: 'Find the record' }).click()
  await paula.getByRole('link', { name: 'Perpetua Openfield' }).click()
  await paula.getByRole('heading', { name: 'Who looked at this record, and why' }).waitFor()
  await expectAccessible(paula)
  await expectNoSidewaysScroll(paula)
  expect(await paula.getByRole('row', { name: /Sam Price/ }).innerText()).toContain('Police are at the flat with the child now.')
  await paula.getByLabel('Who looked').selectOption({ label: 'Priya Nair (1)' })
  await paula.getByRole('button', { name: 'Show these' }).click()
  await paula.getByRole('link', { name: 'Show everybody' }).waitFor()
  expect(await paula.getByRole('row').count()).toBe(2)
  await paula.getByRole('link', { name: 'Priya Nair' }).click()
  await paula.getByRole('heading', { name: 'What Priya Nair did' }).waitFor()
  await paula.getByText('Added the person').waitFor()
  await expectAccessible(paula)
  await expectNoSidewaysScroll(paula)

  await house.owner.query("insert into access.viewing_week (week_from, found) values ('2026-11-16', 1)")
  await house.owner.query("insert into access.unusual_viewing (week_from, actor_id, person_id, kinds, times, first_at, last_at) values ('2026-11-16', $1, $2, '{surname,noWork}', 3, '2026-11-17 10:00Z', '2026-11-18 11:00Z')", [house.council.otherWorker, id])
  await paula.getByRole('link', { name: 'Privacy' }).click()
  await paula.getByRole('link', { name: 'What stood out, to look at' }).click()
  await expectAccessible(paula)
  await expectNoSidewaysScroll(paula)
  await paula.getByLabel('What did you find out about this viewing by Sam Price?').fill('A namesake, not family.')
  await paula.getByRole('button', { name: 'Looked at' }).click()
  await paula.getByText('Every line of this week has been looked at.').waitFor()
  await paula.getByText('A namesake, not family.').waitFor()
})
