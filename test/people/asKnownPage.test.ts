import { describe, expect, it } from 'vitest'
import { moment } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { addPeople, addWarning, moveHome, recordName } from '../../src/record/people/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'

describe.skipIf(!hasBrowser)('the page that shows somebody as they were known on a day', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('takes the day as people write it, shows what stood then, and keeps a hidden address hidden', async () => {
    if (!world) return
    const [id, mother] = [newId(), newId()]
    const at = (day: string) => world.as(world.council.worker, moment(day))
    await addPeople.do(at('2025-03-01T09:00:00Z'), {
      people: [{ id, given: 'Mira', family: 'Vale', bornOn: '2015-01-01', address: { lines: ['1 First Street'] } }, { id: mother, given: 'Rosa', family: 'Vale' }],
      relationships: [{ personId: mother, otherId: id, kind: 'parent', parentalResponsibility: 'yes' }],
    })
    await addWarning.do(at('2025-03-02T09:00:00Z'), { personId: id, kind: 'other', words: 'A dog that bites', reviewOn: '2026-01-01' })
    await moveHome.do(at('2025-03-20T09:00:00Z'), { people: [id], on: '2025-03-05', address: { lines: ['2 Second Street'] } })
    await recordName.do(at('2025-03-21T09:00:00Z'), { personId: id, kind: 'legal', given: 'Mira', family: 'Hill' })
    await moveHome.do(at('2025-04-20T09:00:00Z'), { people: [id], on: '2025-04-20', address: { lines: ['2 Second Street'], hidden: true } })

    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    await page.goto(`${world.address}/people/${id}/details`)
    await page.getByRole('link', { name: 'Show as it was known on' }).click()
    const show = async (day: string) => {
      await page.getByLabel('Show as it was known on').fill(day)
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      return page.locator('main').innerText()
    }
    const early = await show('10/3/2025')
    expect(early).toContain('This is what was known at the end of Monday 10 March 2025.')
    expect(early).toContain('1 First Street')
    expect(early).toContain('A dog that bites')
    expect(early).toContain('Rosa Vale')
    expect(early).not.toMatch(/2 Second Street|Mira Hill\s+Legal name/)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, 360)
    const later = await show('1 Apr 2025')
    expect(later).toContain('Hidden')
    expect(later).not.toContain('2 Second Street')
    expect(await show('31/2/2025')).toContain('Write the day as 3/10/2025 or 3 Oct 2025.')
    expect(await show('1/2/2025')).toContain('Not yet on the record on Saturday 1 February 2025')
  })
})
