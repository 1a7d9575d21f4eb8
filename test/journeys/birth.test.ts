import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { writeNote } from '../../src/practice/notes/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'

describe.skipIf(!hasBrowser)('a baby is born', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('as twins, by the page: both are children of the family, and the record of the pregnancy is read from each; then it is taken back', async () => {
    if (!world) return
    const as = world.as(world.council.worker, new Date().toISOString())
    const [mother, baby] = [newId(), newId()]
    await addPeople.do(as, {
      people: [{ id: mother, given: 'Rosa', family: 'Vale', sex: 'female', bornOn: '1995-04-04', address: { lines: ['1 First Street'] } }, { id: baby, unborn: true, family: 'Vale', dueOn: as.clock.today() }],
      relationships: [{ personId: mother, otherId: baby, kind: 'expectedParent' }],
    })
    await writeNote.do(as, { id: newId(), kind: 'note', people: [baby], words: 'The midwife hears two hearts.', happenedOn: '2025-10-03' })
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    await page.goto(`${world.address}/people/${baby}`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'The baby is born' }).click()
    await page.getByRole('link', { name: 'Twins' }).click()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, 360)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: 'Record the birth' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').locator('li').count()).toBe(2)
    for (const [i, given] of ['Ada', 'Zayn'].entries()) {
      await page.locator(`#child-${i}`).getByLabel('First names').fill(given)
      await page.locator(`#child-${i}`).getByLabel('Date of birth').fill('4/10/2025')
    }
    expect(await page.getByLabel('Rosa Vale', { exact: true }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Record the birth' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Open work and its dates go on').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, 360)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.locator('#became').getByRole('link', { name: 'Zayn Vale' }).click()
    await page.getByRole('heading', { level: 1, name: /Zayn Vale/ }).waitFor()
    expect(await page.textContent('main')).toContain('Ada')
    await page.getByRole('link', { name: 'The record of the pregnancy' }).click()
    expect(await page.locator('#chronology').textContent()).toContain('The midwife hears two hearts.')
    await page.getByLabel('Why it is taken back').fill('Recorded about the wrong mother')
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('Taken back.').waitFor()
    const { rows } = await world.owner.query('select unborn from people.card where person_id = $1', [baby])
    expect(rows).toEqual([{ unborn: true }])
    await page.getByRole('link', { name: 'Record the birth' }).click()
    await page.getByLabel('When', { exact: true }).fill('5/10/2025')
    await page.getByRole('button', { name: 'Record that it has ended' }).click()
    await page.getByText('The pregnancy ended on 5 Oct 2025.').waitFor()
    await expectAccessible(page)
  })
})
