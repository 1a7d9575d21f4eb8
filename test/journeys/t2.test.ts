import { describe, expect, it } from 'vitest'
import { expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'
import { allocatedAssessment, earlierAssessment } from '../factories/assessment.ts'
import { smithAndBegum } from '../factories/family.ts'
import { heldIn, meterOf, tell, together } from '../meter.ts'

const monthsAgo = (months: number): string => {
  const day = new Date()
  day.setUTCMonth(day.getUTCMonth() - months)
  return day.toISOString()
}
/** So many characters of plain sentences, none like another. */
const sentences = (start: string, length: number): string => `${start} ${'we saw it ourselves and the school told us the same again in their own words. '.repeat(9)}`.slice(0, length - 1).trimEnd().padEnd(length - 1, 'e').concat('.')

describe.skipIf(!hasBrowser)('T2: one assessment for four children', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('fourteen domains kept, four changed for all, two for each child, analysed, sent once and agreed once', async () => {
    if (!world) return
    const { council, owner } = world
    const id = await smithAndBegum(world.as(council.worker, monthsAgo(15)))
    const four = [id.amelia, id.noah, id.isla, id.leo]
    const given = { children: four, teamId: council.teams.two, workerId: council.worker, managerId: council.manager }
    await earlierAssessment(world.as, { ...given, at: monthsAgo(14) })
    const itemId = await allocatedAssessment(world.as(council.worker, new Date().toISOString()), given)

    const page = await world.windowOf()
    await world.signIn(page, council.worker)
    const worker = meterOf(page, await heldIn(owner))
    await worker.click(page.locator('.tray-row', { hasText: 'Child and family assessment' }).getByRole('link'))
    await page.getByText('0 of 19 finished').waitFor()
    await page.locator('#editor form').waitFor()
    // The page is alive when the buttons that send the form are gone.
    await page.locator('button[value^="save:"]').first().waitFor({ state: 'detached' })

    const changed = ['healthNow', 'schoolNow', 'housingNow', 'moneyNow']
    const eachChild = ['feelingsNow', 'safetyNow']
    const all = await page.locator('.brought-forward').evaluateAll((cards) => cards.map((card) => card.parentElement?.id ?? ''))
    expect(all).toHaveLength(20)
    for (const question of all.filter((one) => !changed.includes(one) && !eachChild.includes(one))) {
      await worker.click(page.locator(`[id="${question}"]`).getByRole('button', { name: 'Still true, keep it' }))
    }
    for (const question of changed) {
      await worker.click(page.locator(`[id="${question}"]`).getByRole('button', { name: 'Change it' }))
      await page.waitForFunction((field) => document.activeElement?.id === field && document.activeElement.tagName === 'TEXTAREA', question)
      await worker.press('Control+a')
      await worker.type(sentences(question, 150))
    }
    for (const question of eachChild) {
      await worker.click(page.locator(`[id="${question}"]`).getByRole('button', { name: 'No longer true' }))
      await worker.click(page.locator(`.card:has([id="${question}"])`).getByRole('button', { name: 'Each child separately' }))
      for (const child of four) {
        await page.waitForFunction((field) => document.activeElement?.id === field, `${question}.${child}`)
        await worker.type(sentences(`${question} ${four.indexOf(child)}`, 100))
        if (child !== id.leo) { await worker.press('Tab'); await worker.press('Tab') }
      }
    }
    const field = (question: string) => page.locator(`[id="${question}"]`)
    await worker.click(field('whyNow'))
    await worker.type('School told us that Isla falls asleep in class.')
    await worker.click(field('inOwnWords'))
    await worker.type('I want a bed that is just mine.')
    await worker.click(field('seenOn'))
    const seen = new Date()
    await worker.type(`${seen.getDate()}/${seen.getMonth() + 1}/${seen.getFullYear()}`)
    for (const question of ['worries', 'workingWell', 'notKnown', 'decideAndWhy']) {
      await worker.click(field(question))
      await worker.type(sentences(question, 150))
    }
    await worker.click(page.locator('label[for="factors"]'))
    await worker.click(page.getByLabel('Child in need plan').first().locator('xpath=..'))
    await worker.click(field('familyView'))
    await worker.type('Kelly agrees. Ahmed would like help with the beds first.')
    await worker.click(page.getByRole('button', { name: 'Send to Tom' }).first())
    await page.getByText('Sent to Tom Hughes.').waitFor()
    await expectAccessible(page)

    const office = await world.windowOf()
    await world.signIn(office, council.manager)
    const manager = meterOf(office)
    await manager.click(office.getByRole('link', { name: 'Decisions' }))
    await office.getByText('You are asked to agree').waitFor()
    expect(await office.locator('.decision').textContent()).toContain('Child in need plan for Amelia, Noah, Isla and Leo.')
    await expectAccessible(office)
    if (process.env.KITH_PICTURES) await office.screenshot({ path: `${process.env.KITH_PICTURES}/decisions-1280.png`, fullPage: true })
    await manager.click(office.getByRole('button', { name: 'Agree' }))
    await office.getByText('Agreed:').waitFor()
    await expectAccessible(office)

    const { rows } = await owner.query('select state, outcome, authorised_by from assessments.assessment where item_id = $1', [itemId])
    expect(rows).toEqual([{ state: 'authorised', outcome: 'childInNeedPlan', authorised_by: council.manager }])
    const people = await owner.query('select p.person_id, p.outcome from assessments.assessment_person p join assessments.assessment a on a.id = p.assessment_id where a.item_id = $1', [itemId])
    expect(people.rows).toHaveLength(4)
    expect(new Set(people.rows.map((row) => row.outcome))).toEqual(new Set(['childInNeedPlan']))
    const own = await owner.query("select about, answers from answers.section s join answers.form f on f.id = s.form_id where f.item_id = $1 and section = 'feelings' and cardinality(about) = 1", [itemId])
    expect(own.rows).toHaveLength(4)
    for (const row of own.rows) expect(row.answers.feelingsNow).toHaveLength(100)
    const forms = await owner.query('select count(*)::int as n from answers.form where item_id = $1', [itemId])
    const signOffs = await owner.query("select count(*)::int as n from work.item where kind = 'assessmentSignOff' and parent_id = $1", [itemId])
    expect([forms.rows[0].n, signOffs.rows[0].n]).toEqual([1, 1])
    const total = together([worker.counts(), manager.counts()])
    tell('T2', total)
    expect(total.clicks).toBeLessThanOrEqual(45)
    expect(total.pages).toBeLessThanOrEqual(3)
    expect(total.rekeyed).toBe(0)
  })
})
