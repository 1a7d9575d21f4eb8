import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'
import { openForHttp } from '../http.ts'
import { openProviderForTest, type Known } from './provider.ts'

describe.skipIf(!hasBrowser)('The council’s own sign-in', async () => {
  const provider = hasBrowser ? await openProviderForTest() : undefined
  const world = provider ? await openForBrowser({ provider: provider.settings }) : undefined
  if (world) provider?.serve(world.address)
  afterAll(() => provider?.close())
  const opened = () => {
    if (!world || !provider) throw new Error('no browser')
    return { ...world, provider }
  }
  const emailOf = async (actorId: string): Promise<string> => (await opened().owner.query('select email from access.actor where id = $1', [actorId])).rows[0].email
  const rule = (of: string) => opened().owner.query(`update ops.setting set value = to_jsonb($1::text) where key = 'identity.secondFactor' and superseded_at is null`, [of])
  const signIn = async (page: Page, is: Known) => {
    opened().provider.who.is = is
    await page.goto(`${opened().address}/sign-in`)
    await page.getByRole('link', { name: 'Sign in with Ardenvale account' }).click()
  }
  const priya = async (): Promise<Known> => ({ sub: 'subject-of-priya', email: await emailOf(opened().council.worker), email_verified: true, name: 'Priya Nair', groups: ['fs2-workers'], amr: ['pwd', 'mfa'] })

  it('lets a colleague in, first by the address it vouches for and then by a subject that stays, and carries code, PKCE, state and nonce', async () => {
    const { windowOf, address, council, owner, provider: { who } } = opened()
    const page = await windowOf()
    await page.goto(`${address}/sign-in`)
    await expectAccessible(page)
    await signIn(page, await priya())
    await page.waitForURL(`${address}/`)
    expect(who.params.at(-1)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', state: expect.any(String), nonce: expect.any(String) })
    const { rows } = await owner.query('select subject, actor_id from access.outside_identity')
    expect(rows).toEqual([{ subject: 'subject-of-priya', actor_id: council.worker }])
    await owner.query('update access.actor set email = $2 where id = $1', [council.worker, 'priya.nair.changed@example.org'])
    const again = await windowOf()
    await signIn(again, { ...(await priya()), email: 'an.old.address@example.org' })
    await again.waitForURL(`${address}/`)
    expect((await owner.query('select method, strong from access.session where actor_id = $1', [council.worker])).rows).toEqual([{ method: 'provider', strong: true }, { method: 'provider', strong: true }])
  })

  it('takes no address that the provider does not vouch for, and says in plain words that there is no account here', async () => {
    const { windowOf, council } = opened()
    const page = await windowOf()
    await signIn(page, { sub: 'somebody-else', email: await emailOf(council.manager), email_verified: false, name: 'Not Tom', amr: ['mfa'] })
    await page.getByText('Ardenvale account knows you, but you have no open account here.').waitFor()
    expect((await page.context().cookies()).map((one) => one.name)).not.toContain('__Host-kith')
  })

  it('makes an account for a joiner by their groups, moves them with their groups, and lets a leaver in no more', async () => {
    const { windowOf, address, owner, council } = opened()
    const joiner: Known = { sub: 'subject-of-jo', email: 'jo.joiner@example.org', email_verified: true, name: 'Jo Joiner', groups: ['fs2-workers', 'a group of something else'], amr: ['mfa'] }
    const teams = async () => (await owner.query("select t.name from access.membership m join access.team t on t.id = m.team_id join access.actor a on a.id = m.actor_id where a.email = $1 and m.valid_to is null order by 1", [joiner.email])).rows.map((row) => row.name)
    await signIn(await windowOf(), joiner)
    await expect.poll(teams).toEqual(['Family Support 2'])
    await signIn(await windowOf(), { ...joiner, groups: ['fs1-workers'] })
    await expect.poll(teams).toEqual(['Family Support 1'])
    const told = (await owner.query("select what from access.staff_change c join access.actor a on a.id = c.actor_id where a.email = $1 order by changed_at", [joiner.email])).rows.map((row) => row.what)
    expect(told).toEqual(expect.arrayContaining(['account', 'councilSignIn', 'role', 'roleEnded']))
    await owner.query('update access.actor set active = false where email = $1', [joiner.email])
    const page = await windowOf()
    await signIn(page, joiner)
    await page.getByText('you have no open account here').waitFor()
    expect((await owner.query('select 1 from access.actor where name = $1', [joiner.name])).rowCount).toBe(1)
    expect(address && council.worker).toBeTruthy()
  })

  it('asks for a second factor here when the council asks for one and the provider did not', async () => {
    const { windowOf } = opened()
    await rule('required')
    const page = await windowOf()
    await signIn(page, { ...(await priya()), amr: ['pwd'] })
    await page.getByRole('heading', { name: 'Set up your authenticator' }).waitFor()
    await rule('offered')
  })

  it('is where somebody without a password here shows again who they are, in a tab of its own; what they typed is sent then', async () => {
    const { windowOf, address, owner, council, provider: { who }, ...rest } = opened()
    const id = await smithAndBegum(rest.as(council.worker, new Date().toISOString()))
    const page = await windowOf()
    const sam: Known = { sub: 'subject-of-sam', email: await emailOf(council.otherWorker), email_verified: true, name: 'Sam Price', groups: ['fs1-workers'], amr: ['mfa'] }
    await owner.query('update access.actor set password_hash = null where id = $1', [council.otherWorker])
    await signIn(page, sam)
    await page.waitForURL(`${address}/`)
    await page.goto(`${address}/people/${id.isla}/open`)
    await page.getByLabel('Tell us in your own words').fill('Nan rang: nobody answers the door and the baby is crying.')
    await owner.query("update access.session set verified_at = now() - interval '16 minutes'")
    await page.getByRole('button', { name: 'Open for 8 hours' }).click()
    const asked = who.asked
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('dialog').getByRole('link', { name: 'Sign in at your council again' }).click()])
    await tab.getByRole('heading', { name: 'Done' }).waitFor()
    await expectAccessible(tab)
    expect(who.asked).toBe(asked + 1)
    expect(who.params.at(-1)).toMatchObject({ prompt: 'login', max_age: '300' })
    await tab.close()
    await page.getByRole('dialog').getByRole('button', { name: 'Carry on' }).click()
    await page.waitForURL(`${address}/people/${id.isla}`)
  })

  it('asks over the page when a session has ended; somebody else signing in there does not get the words', async () => {
    const { windowOf, address, owner, council, provider: { who }, ...rest } = opened()
    const id = await smithAndBegum(rest.as(council.worker, new Date().toISOString()))
    const page = await windowOf()
    await signIn(page, await priya())
    await page.waitForURL(`${address}/`)
    await page.goto(`${address}/notes/new?people=${id.isla}`)
    await page.getByLabel('About everybody on the note').fill('Only Priya wrote this.')
    await page.waitForTimeout(600)
    await owner.query('update access.session set ended_at = now() where ended_at is null')
    await page.getByRole('dialog').getByText('You were signed out.').waitFor()
    await expectAccessible(page)
    const link = page.getByRole('dialog').getByRole('link', { name: 'Sign in with Ardenvale account' })
    who.is = await priya()
    const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    await tab.getByRole('heading', { name: 'Done' }).waitFor()
    await tab.close()
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const words = page.getByLabel('About everybody on the note')
    expect(await words.inputValue()).toBe('Only Priya wrote this.')
    await owner.query('update access.session set ended_at = now() where ended_at is null')
    await page.getByRole('dialog').getByText('You were signed out.').waitFor()
    who.is = { sub: 'subject-of-tom', email: await emailOf(council.manager), email_verified: true, name: 'Tom Hughes', groups: [], amr: ['mfa'] }
    await page.context().clearCookies({ domain: 'localhost', name: /^_session|^_interaction/ })
    const [second] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    await second.getByRole('heading', { name: 'Done' }).waitFor()
    await second.close()
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await page.locator('body[data-actor-name="Tom Hughes"]').waitFor({ state: 'attached' })
    expect(await page.content()).not.toContain('Only Priya wrote this.')
    expect(await words.count() === 0 || (await words.inputValue()) === '').toBe(true)
  })

  it('is signed out of too, and a session that the provider ends is over here', async () => {
    const { windowOf, address, owner, council } = opened()
    const page = await windowOf()
    await signIn(page, await priya())
    await page.waitForURL(`${address}/`)
    await page.locator('.bar-account summary').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    // The provider's own question, whether to sign out there; it then tells Kith of each session by itself.
    await page.waitForURL(/\/session\/end/)
    expect(page.url()).not.toContain('id_token')
    const other = await windowOf()
    const elsewhere = await owner.query("insert into access.session (token_hash, id, actor_id, issuer, outside_sid) select sha256('another browser'), gen_random_uuid(), actor_id, issuer, outside_sid from access.session where actor_id = $1 and outside_sid is not null order by started_at desc limit 1 returning id", [council.worker])
    await page.getByRole('button', { name: /yes/i }).click()
    await page.waitForURL(`${address}/sign-in`)
    await expect.poll(async () => (await owner.query('select ended_at is not null as over from access.session where id = $1', [elsewhere.rows[0].id])).rows[0].over).toBe(true)
    await other.goto(`${address}/`)
    expect(other.url()).toContain('/sign-in')
  })

  it('refuses a forged word of an ended session, and a way back that it did not begin', async () => {
    const { address, windowOf, owner } = opened()
    const before = (await owner.query('select count(*)::int as n from access.session where ended_at is null')).rows[0].n
    const forged = await fetch(`${address}/sign-in/council/ended`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ logout_token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdWJqZWN0LW9mLXByaXlhIn0.' }) })
    expect(forged.status).toBe(400)
    expect((await owner.query('select count(*)::int as n from access.session where ended_at is null')).rows[0].n).toBe(before)
    const page = await windowOf()
    await page.goto(`${address}/sign-in/council/back?code=stolen&state=guessed`)
    await page.getByText('That took longer than 15 minutes, or began in another browser.').waitFor()
  })
})

describe('A provider that cannot be reached', async () => {
  const { settings, close } = await openProviderForTest()
  await close()
  const { house } = await openForHttp({ provider: settings })

  it('is said so in plain words, and a password is still taken on the same page', async () => {
    const answer = await house.server.inject({ method: 'GET', url: '/sign-in/council' })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('Ardenvale account cannot be reached just now')
    expect(answer.body).toContain('name="password"')
  })
})
