import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { beginRole, endRole, setAccountActive } from '../../src/record/access/commands/staff.ts'
import { expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('Over the page', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const opened = async () => {
    if (!world) throw new Error('no browser')
    return { ...world, id: await smithAndBegum(world.as(world.council.worker, new Date().toISOString())), administrator: { ...world.as(world.council.administrator), clock: systemClock } }
  }
  const stale = () => world!.owner.query("update access.session set verified_at = now() - interval '16 minutes'")
  const reason = 'Nan rang the duty line: nobody answers the door and the baby is crying.'

  it('an act that asks for it waits until its writer showed again who they are, and sends what was typed', async () => {
    const { windowOf, signIn, council, address, id, password } = await opened()
    const page = await windowOf()
    await signIn(page, council.otherWorker)
    await page.goto(`${address}/people/${id.isla}/open`)
    await page.getByLabel('Tell us in your own words').fill(reason)
    await stale()
    await page.getByRole('button', { name: 'Open for 8 hours' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Show again that it is you').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Not now' }).click()
    expect(await page.getByLabel('Tell us in your own words').inputValue()).toBe(reason)
    await page.getByRole('button', { name: 'Open for 8 hours' }).click()
    await dialog.getByLabel(/Password/).fill('not the password')
    await page.keyboard.press('Enter')
    await dialog.getByText('That is not your password.').waitFor()
    await dialog.getByLabel(/Password/).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/people/${id.isla}`)
    const { rows } = await world!.owner.query('select reason from access.break_glass')
    expect(rows.map((row) => row.reason)).toEqual([expect.stringContaining(reason)])
  })

  it('without script the question comes as a page, which sends the same form again', async () => {
    const { windowOf, signIn, council, address, id, password } = await opened()
    const page = await windowOf({ javaScriptEnabled: false })
    await signIn(page, council.otherWorker)
    await page.goto(`${address}/people/${id.isla}/open`)
    await page.getByLabel('Tell us in your own words').fill(reason)
    await stale()
    await page.getByRole('button', { name: 'Open for 8 hours' }).click()
    await page.getByRole('heading', { name: 'Show again that it is you' }).waitFor()
    await page.getByLabel('Password').fill('not it')
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.getByText('That is not your password.').first().waitFor()
    expect(page.url()).toBe(`${address}/prove`)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.waitForURL(`${address}/people/${id.isla}`)
  })

  it('of the interface, the same act is refused until then, and does nothing', async () => {
    const { windowOf, signIn, council, address, id, owner } = await opened()
    const page = await windowOf()
    await signIn(page, council.otherWorker)
    await stale()
    const refused = await page.evaluate(async ([personId, why]) => {
      const answer = await fetch('/api/commands/access.breakGlass', { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify({ personId, reason: why }) })
      return { status: answer.status, type: (await answer.json()).type }
    }, [id.amelia, reason])
    expect(refused).toEqual({ status: 403, type: 'prove-again' })
    expect((await owner.query('select 1 from access.break_glass where person_id = $1', [id.amelia])).rowCount).toBe(0)
    expect(address).toContain('localhost')
  })

  it('a leaver’s open page shows nothing more and asks to sign in; when the account is opened again, the same person finds their words', async () => {
    const { windowOf, signIn, council, address, id, administrator, password } = await opened()
    const page = await windowOf()
    const leaver = await council.actor('Lee Leaver', [{ team: council.teams.two, role: 'worker' }])
    const { hashPassword } = await import('../../src/record/access/signIn.ts')
    await world!.owner.query('update access.actor set password_hash = $2 where id = $1', [leaver, await hashPassword(password)])
    await signIn(page, leaver)
    await page.goto(`${address}/notes/new?people=${id.isla}`)
    await page.getByLabel('About everybody on the note').fill('Words of Lee.')
    await page.waitForTimeout(500)
    await setAccountActive.do(administrator, { actorId: leaver, active: false, reason: 'Left the council today.' })
    await page.getByRole('dialog').getByText('You were signed out.').waitFor()
    expect(await page.locator('main').isVisible()).toBe(false)
    await expectAccessible(page)
    await page.getByRole('dialog').getByLabel(/Password/).fill(password)
    await page.keyboard.press('Enter')
    await page.getByText('Only the person who was writing can carry on here.').waitFor()
    await setAccountActive.do(administrator, { actorId: leaver, active: true, reason: 'It was a mistake.' })
    await page.getByRole('dialog').getByLabel(/Password/).fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.getByLabel('About everybody on the note').inputValue()).toBe('Words of Lee.')
    expect(await page.locator('main').isVisible()).toBe(true)
  })

  it('a mover’s open page is read again, as they may see it now', async () => {
    const { windowOf, signIn, council, address, id, administrator, owner } = await opened()
    const page = await windowOf()
    const mover = await council.actor('Mo Mover', [{ team: council.teams.two, role: 'worker' }])
    const { hashPassword } = await import('../../src/record/access/signIn.ts')
    await owner.query('update access.actor set password_hash = $2 where id = $1', [mover, await hashPassword(world!.password)])
    await signIn(page, mover)
    await page.goto(`${address}/people/${id.isla}/records`)
    expect(await page.textContent('main')).toContain('Isla')
    const { rows } = await owner.query('select id from access.membership where actor_id = $1', [mover])
    await beginRole.do(administrator, { actorId: mover, teamId: null, role: 'administrator', reason: 'Moved to the systems team.' })
    await endRole.do(administrator, { id: rows[0].id, reason: 'Moved to the systems team.' })
    await expect.poll(() => page.textContent('main')).not.toContain('Isla')
  })

  it('sessions are listed with where they are, and ended one by one or all but this one', async () => {
    const { windowOf, signIn, council, address } = await opened()
    const [one, other] = [await windowOf(), await windowOf({ viewport: { width: 360, height: 780 } })]
    await signIn(one, council.head)
    await signIn(other, council.head)
    await other.goto(`${address}/account/sign-ins`)
    await other.getByText('Chrome on Linux').first().waitFor()
    await expectAccessible(other)
    await other.getByRole('button', { name: 'End all but this one' }).click()
    await other.getByText('Those sign-ins are over.').waitFor()
    expect(await other.getByRole('button', { name: /^End it/ }).count()).toBe(0)
    await one.getByRole('dialog').getByText('You were signed out.').waitFor()
  })
})
