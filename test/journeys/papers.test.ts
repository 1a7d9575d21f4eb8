import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { beginPaper } from '../../src/practice/papers/commands.ts'
import { beginLookedAfter, keepCareFact } from '../../src/practice/care/commands.ts'
import { textOfPdf } from '../../src/record/outputs/formats/pdfText.fixture.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { done } from '../factories/assessment.ts'
import type { KeepCareFact } from '../../src/record/care/model.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('papers for a conference and a court', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('a statement is written once for two children, kept as it is written, and goes to the court with what the record knows', async () => {
    if (!world) return
    const { council, address, owner } = world
    const now = new Date().toISOString()
    const id = await smithAndBegum(world.as(council.worker, now))
    await done(beginLookedAfter.do(world.as(council.worker, now), { id: newId(), people: [id.isla, id.leo], on: now.slice(0, 10), planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'interimCareOrder', court: 'Family Court at Ardenvale', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor', postcode: 'ZV2 1AA' } }))
    const keep = (kind: KeepCareFact['kind'], people: string[], answers: Record<string, string>, words?: string) => done(keepCareFact.do(world.as(council.worker, now), { id: newId(), people, kind, on: now.slice(0, 10), answers, ...(words ? { words } : {}) }))
    await keep('contactArrangement', [id.isla, id.leo], { who: 'Kelly', how: 'supervised', often: 'every Saturday' })
    await keep('familyTime', [id.leo], { who: 'Ahmed', came: 'held' }, 'Leo drew a bus with him.')
    await keep('strengths', [id.isla], { score: '17' })
    await keep('educationPlan', [id.leo], { school: 'Lakeside Primary School', next: 'Reading in the morning.' })
    const page = await world.windowOf()
    const shot = process.env.KITH_PICTURES
    const picture = async (name: string) => { if (shot) for (const width of [1280, 360]) { await page.setViewportSize({ width, height: 900 }); await page.screenshot({ path: `${shot}/paper-${name}-${width}.png`, fullPage: true }) } }
    await world.signIn(page, council.worker)
    await page.goto(`${address}/people/${id.leo}/plans`)
    await page.getByRole('link', { name: 'Report or court paper' }).click()
    await page.getByRole('button', { name: 'Begin writing' }).click()
    await page.getByText('Choose which paper it is.').first().waitFor()
    await expectAccessible(page)
    await picture('begin')
    await page.getByText('Social worker’s statement for the court').click()
    await page.getByLabel('Which conference, or which court').fill('Family Court at Ardenvale, AV26C00017, first hearing')
    for (const child of ['Amelia', 'Noah', 'Isla', 'Leo']) await page.getByRole('checkbox', { name: child }).setChecked(child === 'Isla' || child === 'Leo')
    await page.getByRole('button', { name: 'Begin writing' }).click()
    await page.getByRole('heading', { name: 'In short' }).waitFor()
    await expectAccessible(page)

    // What is written is with the council before anything is pressed, and a reload shows it.
    await page.getByLabel('What is this about, and what is the court asked to decide?').fill('Where Isla and Leo can grow up safely.')
    await page.getByText(/^Saved at/).waitFor()
    await page.reload()
    expect(await page.getByLabel('What is this about, and what is the court asked to decide?').inputValue()).toBe('Where Isla and Leo can grow up safely.')
    expect(await page.getByText('What you wrote here before is back.').count()).toBe(0)
    await page.getByLabel('What does this child wish and feel?', { exact: true }).fill('To be together.')
    await page.getByLabel('What does this child wish and feel? Leo only').locator('xpath=ancestor::details[1]/summary').click()
    await page.getByLabel('What does this child wish and feel? Leo only').fill('He asks for his dad.')
    await page.getByText(/^Saved at/).waitFor()
    await picture('write')

    // Somebody else wrote in the same place meanwhile: nothing of theirs is lost.
    const second = await world.windowOf()
    await world.signIn(second, council.worker)
    await second.goto(page.url())
    await second.getByLabel('What do the parents say?').fill('They want them home.')
    await second.getByText(/^Saved at/).waitFor()
    await page.getByLabel('What do the parents say?').fill('They have not been spoken to.')
    await page.getByRole('heading', { name: 'Two people wrote in one place' }).waitFor()
    await expectAccessible(page)
    await picture('clash')
    await page.getByRole('button', { name: 'Keep what stands there' }).click()
    await page.getByRole('heading', { name: 'Two people wrote in one place' }).waitFor({ state: 'detached' })
    expect(await page.getByLabel('What do the parents say?').inputValue()).toBe('They want them home.')

    // Sent while the words before are with the council and its answer is not here yet: it waits, and nobody clashes with themselves.
    let answer: () => void = () => undefined
    const held = new Promise<void>((done) => { answer = done })
    const isKeeping = (body: string | null) => body?.includes('go=keep') ?? false
    await page.route('**/papers/*', async (route) => {
      if (!isKeeping(route.request().postData())) return route.continue()
      const response = await route.fetch()
      await held
      return route.fulfill({ response })
    })
    const keeping = page.waitForRequest((request) => isKeeping(request.postData()))
    await page.getByLabel('What do the parents say?').fill('They want them home. Soon.')
    await keeping
    await page.getByLabel('What do the parents say?').fill('They want them home. Both say so.')
    await page.getByRole('button', { name: 'It is finished' }).click()
    answer()
    await page.getByText('Write what the child needs').first().waitFor()
    expect(await page.getByRole('heading', { name: 'Two people wrote in one place' }).count()).toBe(0)
    await page.unroute('**/papers/*')
    await expectAccessible(page)
    for (const label of ['What does this child need?', 'What harm has the child suffered, or is likely to suffer?', 'How able is each parent, and anybody else who matters, to meet the children’s needs?', 'What are the realistic ways forward, what speaks for and against each?', 'What would a change of circumstances do to this child?', 'Which orders does the council ask for, and why is each needed?']) await page.getByLabel(label, { exact: true }).fill(`Weighed: ${label}`)
    await page.getByRole('button', { name: 'It is finished' }).click()
    await page.getByText('It can be printed and sent now.').waitFor()
    await expectAccessible(page)
    await picture('finished')

    await page.getByRole('link', { name: 'Print or send' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show me what they get' }).click()
    await page.getByText('Write who reads it').first().waitFor()
    await picture('send')
    await page.getByLabel('Name', { exact: true }).fill('Family Court at Ardenvale')
    await page.getByLabel('From this day on, if not from the beginning').fill('last spring')
    await page.getByRole('button', { name: 'Show me what they get' }).click()
    await page.getByText('Give the day as 3/10/2025, or leave it empty.').first().waitFor()
    await page.getByLabel('From this day on, if not from the beginning').fill('')
    // Darren is no parent of these two: he is not offered by himself, and his name does not go.
    expect(await page.getByRole('checkbox', { name: 'Kelly Smith' }).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: 'Darren Smith' }).isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Show me what they get' }).click()
    await page.getByText('Held back from Family Court at Ardenvale').waitFor()
    await expectAccessible(page)
    await picture('looked')
    await page.getByRole('button', { name: 'Make it for Family Court at Ardenvale' }).click()
    await page.waitForURL(/\/sent\//)
    const words = await page.textContent('main') ?? ''
    for (const there of ['Where Isla and Leo can grow up safely.', 'He asks for his dad.', 'They want them home.', 'Interim care order', 'Kelly Smith', 'Isla and Leo live together', 'every Saturday', 'Leo drew a bus with him.', '17 of 40', 'Chronology of what matters, with its sources: 2', 'Lakeside Primary School', 'Parental responsibility for Isla and Leo', 'I believe that the facts stated in this statement are true.']) expect(words).toContain(there)
    for (const not of ['Darren', 'ZV2 1AA', 'Mary Okafor', 'They have not been spoken to.']) expect(words).not.toContain(not)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await picture('sent')
    const { rows: [kept] } = await owner.query("select kind, state from outputs.output order by asked_at desc limit 1")
    expect(kept).toEqual({ kind: 'paper.courtStatement', state: 'sent' })

    // The court's bundle: the finished statement, the orders and the chronology as one PDF; about Leo alone, nothing of it names Isla.
    await page.goto(`${address}/papers/bundle?people=${id.isla},${id.leo}`)
    await page.getByLabel('Which court, case number and hearing').fill('AV26C00017, final hearing')
    await page.getByLabel('Name', { exact: true }).fill('Family Court at Ardenvale')
    await page.getByRole('checkbox', { name: 'Isla Begum' }).last().uncheck()
    await page.getByRole('button', { name: 'Show me what they get' }).click()
    await page.getByRole('heading', { name: /^C1\. / }).waitFor()
    await expectAccessible(page)
    await picture('bundle')
    await page.getByRole('button', { name: 'Make it for Family Court at Ardenvale' }).click()
    await page.waitForURL(/\/sent\//)
    expect(await page.getByRole('link', { name: 'Word', exact: true }).count()).toBe(0)
    const bundle = await page.context().request.get(`${page.url().split('?')[0]}/file/pdf`)
    const bytes = await bundle.body()
    if (shot) writeFileSync(`${shot}/bundle.pdf`, bytes)
    const read = textOfPdf(bytes)
    for (const there of ['Index', 'Orders and legal statuses: Leo', 'Social worker’s statement for the court: Leo', 'He asks for his dad.', 'Interim care order', 'Page 1 of']) expect(read).toContain(there)
    for (const not of ['Isla', 'Darren', 'ZV2 1AA', 'Mary Okafor']) expect(read).not.toContain(not)

    // The next statement brings forward what was said: confirmed or no longer true, never typed again; for Leo alone nothing that was said of both.
    const begin = async (...children: string[]) => {
      const { itemId } = await done(beginPaper.do(world.as(council.worker, now), { kind: 'courtStatement', people: children, forWhom: 'Final hearing' }))
      await page.goto(`${address}/papers/${itemId}`)
    }
    await begin(id.leo)
    await page.getByText('He asks for his dad.').waitFor()
    expect(await page.getByText('Weighed: What does this child need?').count()).toBe(0)
    await begin(id.isla, id.leo)
    const last = page.locator('.message', { hasText: 'They want them home.' })
    await last.waitFor()
    await expectAccessible(page)
    await picture('forward')
    await last.getByRole('button', { name: /It holds still/ }).click()
    await last.waitFor({ state: 'detached' })
    expect(await page.getByLabel('What do the parents say?').inputValue()).toBe('They want them home. Both say so.')
    await page.locator('.message', { hasText: 'Weighed: What does this child need?' }).getByRole('button', { name: /No longer true/ }).click()
    await page.locator('.message', { hasText: 'Weighed: What does this child need?' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'It is finished' }).click()
    await page.getByText('Check what was said last time').first().waitFor()
  })
})
