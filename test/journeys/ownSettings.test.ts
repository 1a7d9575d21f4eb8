import { describe, expect, it } from 'vitest'
import { overdueReasons } from '../../content/codes/work.ts'
import { dutyOn } from '../../src/engine/timescales/evaluate.ts'
import { plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { dutiesNow, listNow, wordNow } from '../../src/record/access/own/now.ts'
import { addCode, changeCode, setMeasure } from '../../src/record/access/own/commands.ts'
import { schoolYearOn } from '../../src/record/access/own/terms.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { answer } from '../../src/record/access/act.ts'
import { clocksOf } from '../../src/record/work/standing/explain.ts'
import { allocatedAssessment, done } from '../factories/assessment.ts'
import { addPeople, recordFact } from '../../src/record/people/commands.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'

describe.skipIf(!hasBrowser)('an administrator sets what this council calls things, offers and measures', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const open = async (path: string) => {
    if (!world) throw new Error('no browser')
    const page = await world.windowOf()
    await world.signIn(page, world.council.administrator)
    await page.goto(`${world.address}${path}`)
    return page
  }

  it('adds a value, changes the words of one and stops offering another; an old record keeps its words', async () => {
    if (!world) return
    const child = newId()
    const early = world.as(world.council.worker, '2026-01-05T10:00:00.000Z')
    await addPeople.do(early, { people: [{ id: child, given: 'Mira', family: 'Vale', bornOn: '2015-01-01' }], relationships: [] })
    await recordFact.do(early, { personId: child, kind: 'disability', value: 'hearing' })

    const page = await open('/admin/codes?list=warningKinds')
    await expectAccessible(page)
    await page.locator('#add').getByLabel('What people read').fill('A parrot that bites')
    await page.locator('#add').getByRole('button', { name: 'Add it' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Write why')
    await page.locator('#add').getByLabel('Why').fill('It has happened twice')
    await page.locator('#add').getByLabel('Why').press('Enter')
    await page.getByText('Changed.', { exact: true }).waitFor()
    expect(await page.locator('#values').textContent()).toContain('A parrot that bites')
    await page.getByRole('link', { name: 'Change Weapons' }).click()
    await expectAccessible(page)
    await page.getByLabel('Not offered from').fill(new Date().toISOString().slice(0, 10))
    await page.getByLabel('Why').fill('Said in words from now on')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText('Changed.', { exact: true }).waitFor()
    await expectNoSidewaysScroll(page, 360)
    await page.setViewportSize({ width: 1280, height: 900 })

    await page.goto(`${world.address}/admin/codes/disabilities/hearing`)
    expect(await page.textContent('main')).toContain('This value stays.')
    await page.getByLabel('What people read').fill('Deaf or hard of hearing')
    await page.getByLabel('Why').fill('Asked for by deaf parents')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText('Changed.', { exact: true }).waitFor()
    expect(await page.locator('#changes').textContent()).toContain('Asked for by deaf parents. Ade Admin')

    const worker = await world.windowOf()
    await world.signIn(worker, world.council.worker)
    await worker.goto(`${world.address}/people/${child}/details`)
    expect(await worker.locator('#facts').textContent()).toContain('Hearing')
    const kinds = await worker.locator('#warning-kind option').allTextContents()
    expect(kinds).toContain('A parrot that bites')
    expect(kinds).not.toContain('Weapons')
    await recordFact.do(world.as(world.council.worker, new Date().toISOString()), { personId: child, kind: 'disability', value: 'hearing' })
    await worker.reload()
    expect(await worker.locator('#facts').textContent()).toContain('Deaf or hard of hearing')
  })

  it('calls the front door by its own name, and sets a measure beside the law that may not be slower than it', async () => {
    if (!world) return
    const page = await open('/admin/words')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Change front door' }).click()
    await page.getByLabel('For one').fill('first response')
    await page.getByLabel('For several').fill('first responses')
    await page.getByLabel('Why').fill('It is called so on the letters')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText('Changed.', { exact: true }).waitFor()
    const door = await world.windowOf()
    await world.signIn(door, world.council.frontDoorWorker)
    expect(await door.getByRole('navigation', { name: 'Places' }).textContent()).toContain('First response')

    await page.goto(`${world.address}/admin/timescales`)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, 360)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('link', { name: 'Set our own for Child and family assessment finished' }).click()
    const set = async (amount: string) => {
      await page.getByLabel('Our own measure').fill(amount)
      await page.getByLabel('From', { exact: true }).fill('1/12/2030')
      await page.getByLabel('Why').fill('Our practice standard')
      await page.getByRole('button', { name: 'Show what it would have meant' }).click()
      await page.getByRole('heading', { name: 'On the cases of the last twelve months' }).waitFor()
      await page.getByRole('button', { name: 'Set it' }).click()
    }
    await set('60')
    expect(await page.getByRole('alert').textContent()).toContain('never longer than it')
    await expectAccessible(page)
    await set('35')
    await page.getByText('Set.', { exact: true }).waitFor()
    expect(await page.textContent('main')).toContain('35 working days from 1 Dec 2030')

    // The school terms: what is wrong is said at its field, what is written stands below.
    await page.getByRole('link', { name: 'My work' }).first().click()
    await page.getByRole('heading', { name: 'School terms of' }).waitFor()
    expect(await page.textContent('main')).not.toContain('You are up to date')
    await page.getByRole('link', { name: 'Write School terms of' }).click()
    const year = schoolYearOn(systemClock.today())
    await page.getByText(`The terms of ${year} to ${year + 1} are not written.`).waitFor()
    await expectAccessible(page)
    const term = async (name: string, from: string, to: string) => {
      await page.getByRole('group', { name }).getByLabel('First day').fill(from)
      await page.getByRole('group', { name }).getByLabel('Last day').fill(to)
    }
    await term('Autumn term', `2/9/${year}`, `18/12/${year}`)
    await term('Spring term', `5/1/${year + 1}`, `25/3/${year + 1}`)
    await term('Summer term', `20/3/${year + 1}`, `31/7/${year + 1}`)
    await page.getByLabel('Why').fill('As the schools have told us')
    await page.getByRole('button', { name: 'Write these terms' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('The summer term begins before the one before it has ended.')
    await expectAccessible(page)
    await term('Summer term', `12/4/${year + 1}`, `31/7/${year + 1}`)
    await page.getByRole('button', { name: 'Write these terms' }).click()
    await page.getByText('Written.', { exact: true }).waitFor()
    expect(await page.locator('#written').textContent()).toContain(`Summer term${year} to ${year + 1}12 Apr`)
    if (process.env.KITH_PICTURES) await page.screenshot({ path: `${process.env.KITH_PICTURES}/terms-1280.png`, fullPage: true })
    await expectNoSidewaysScroll(page, 360)
    if (process.env.KITH_PICTURES) await page.screenshot({ path: `${process.env.KITH_PICTURES}/terms-360.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 900 })

    await page.goto(`${world.address}/admin/forms`)
    await expectAccessible(page)
    expect(await page.textContent('main')).toContain('Child and family assessment, version 1')
  })

  it('and lets its own measure wait: from the tray, with a reason, while the clock of the law runs on', async () => {
    if (!world) return
    const { council, owner } = world
    const [now, child] = [new Date().toISOString(), newId()]
    const admin = world.as(council.administrator, now)
    const measure = { duty: 'assessment.completed', from: plain(now.slice(0, 10)), unit: 'workingDays', why: 'Our practice standard' } as const
    await done(setMeasure.do(admin, { ...measure, amount: 30, pauses: true }))
    const holds = () => dutyOn(dutiesNow(), 'assessment.completed.own', measure.from) !== undefined
    await expect.poll(holds).toBe(true)
    await addPeople.do(world.as(council.worker, now), { people: [{ id: child, given: 'Ivy', family: 'Marsh', bornOn: '2016-05-05' }], relationships: [] })
    const itemId = await allocatedAssessment(world.as(council.worker, now), { children: [child], teamId: council.teams.two, workerId: council.worker })
    const due = async () => (await owner.query('select due_on::text as due from work.item where id = $1', [itemId])).rows[0].due
    const law = await due()
    const page = await world.windowOf()
    await world.signIn(page, council.worker)
    await page.getByRole('link', { name: /^Its clock for .*Ivy/ }).click()
    await page.getByRole('heading', { name: 'Let it wait' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Let it wait' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Say in a few words why it waits')
    await page.getByLabel('Why it waits').fill('The family is abroad for a funeral')
    await page.getByRole('button', { name: 'Let it wait' }).click()
    await page.getByText('It waits.', { exact: true }).waitFor()
    await expectNoSidewaysScroll(page, 360)
    if (process.env.KITH_PICTURES) await page.screenshot({ path: `${process.env.KITH_PICTURES}/clock-360.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 900 })
    await expectAccessible(page)
    if (process.env.KITH_PICTURES) await page.screenshot({ path: `${process.env.KITH_PICTURES}/clock-1280.png`, fullPage: true })
    await page.goto(world.address)
    expect(await page.textContent('main')).toMatch(/our own measure waits since .*The family is abroad for a funeral/)
    expect(await due()).toBe(law)
    const told = await answer(world.as(council.worker, now), 'test', 'record.read', (asking) => clocksOf.of(asking, { personId: child }))
    expect(told.filter((one) => one.asked).map((one) => [one.duty, one.state, one.waits.length])).toEqual([['assessment.completed.own', 'Paused: The family is abroad for a funeral', 1], ['assessment.completed', expect.stringMatching(/^In \d+ working days$/), 0]])
    await page.goto(`${world.address}/work/${itemId}/clock`)
    await page.getByRole('button', { name: 'It goes on' }).click()
    await page.getByText('It goes on.', { exact: true }).waitFor()
    await done(setMeasure.do(admin, measure))
    await expect.poll(holds).toBe(false)
  })

  it('and every running server has it within seconds, also when another one was told', async () => {
    if (!world) return
    await world.owner.query(`insert into ops.setting (id, key, value, why) values (gen_random_uuid(), 'own.word.team', '{"one": "pod", "many": "pods"}', 'told to another server')`)
    await expect.poll(() => wordNow('team', 2)).toBe('pods')
  })

  it('but takes nothing away that is in use or that a return needs, and nobody else may', async () => {
    if (!world) return
    const admin = world.as(world.council.administrator, '2026-11-18T09:00:00.000Z')
    const why = 'A trial'
    const said = async (outcome: Promise<object>) => JSON.stringify(await outcome)
    expect(await said(changeCode.do(admin, { list: 'primaryNeeds', code: 'abuseOrNeglect', label: 'Harm', retiredFrom: '2026-12-01', why }))).toContain('its values stay')
    expect(await said(addCode.do(admin, { list: 'primaryNeeds', label: 'Something else', why }))).toContain('cannot be added')
    expect(await said(changeCode.do(admin, { list: 'overdueReasons', code: 'capacity', label: 'A child was unwell', why }))).toContain('Another value')
    expect(await said(setMeasure.do(admin, { duty: 'contact.decided', from: '2026-11-01', unit: 'hours', amount: 4, why }))).toContain('today or a day to come')
    await expect(addCode.do(world.as(world.council.manager), { list: 'overdueReasons', label: 'Snow', why })).rejects.toThrow('does not include')
    expect(listNow(overdueReasons, plain('2026-11-18')).codes).toHaveLength(9)
  })
})
