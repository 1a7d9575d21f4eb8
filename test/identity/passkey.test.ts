import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAccessible, hasBrowser, openForBrowser } from '../browser.ts'

describe.skipIf(!hasBrowser)('A passkey', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const opened = () => {
    if (!world) throw new Error('no browser')
    return world
  }
  /** The security chip of a laptop, as Chromium plays it for tests. */
  const withChip = async (page: Page) => {
    const chip = await page.context().newCDPSession(page)
    await chip.send('WebAuthn.enable')
    const { authenticatorId } = await chip.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
    return { present: (is: boolean) => chip.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: is }), forget: () => chip.send('WebAuthn.clearCredentials', { authenticatorId }) }
  }
  const password = async (page: Page, actorId: string) => {
    const { rows } = await opened().owner.query('select email from access.actor where id = $1', [actorId])
    // A browser asks for passkeys only in the window that is in front.
    await page.bringToFront()
    await page.goto(`${opened().address}/sign-in`)
    await page.getByLabel('E-mail address').fill(rows[0].email)
    await page.getByLabel('Password').fill(opened().password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  it('is added on the page of one’s sign-ins, asked for after the password, and again over the page', async () => {
    const { windowOf, signIn, council, address, owner } = opened()
    const page = await windowOf()
    await withChip(page)
    await page.bringToFront()
    await signIn(page, council.records)
    await page.goto(`${address}/account/sign-ins`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.getByText('Your recovery codes are made.').waitFor()
    await expectAccessible(page)
    expect((await owner.query('select kind, length(public_key) > 30 as has_key from access.factor where actor_id = $1', [council.records])).rows).toEqual([{ kind: 'passkey', has_key: true }])

    await page.context().clearCookies()
    await password(page, council.records)
    await page.getByRole('heading', { name: 'Show that it is you' }).waitFor()
    await page.goto(`${address}/`)
    expect(page.url()).toContain('/sign-in')
    await page.goto(`${address}/sign-in/second`)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await page.waitForURL(`${address}/`)
    expect((await owner.query('select method, strong from access.session where actor_id = $1 and ended_at is null order by started_at desc limit 1', [council.records])).rows).toEqual([{ method: 'passkey', strong: true }])

    await owner.query("update access.session set verified_at = now() - interval '16 minutes'")
    await page.goto(`${address}/account/sign-ins`)
    await page.getByRole('button', { name: 'Make ten new ones' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Use your passkey' }).click()
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
  })

  it('is chosen at the first sign-in instead of an authenticator, and one that is not theirs opens nothing', async () => {
    const { windowOf, council, address, owner } = opened()
    await owner.query(`update ops.setting set value = '"required"' where key = 'identity.secondFactor' and superseded_at is null`)
    // A button that needs script is not there without it.
    const plain = await windowOf({ javaScriptEnabled: false })
    await password(plain, council.privacy)
    await plain.getByRole('heading', { name: 'Set up your authenticator' }).waitFor()
    expect(await plain.getByText('Use a passkey instead').isVisible()).toBe(false)
    const page = await windowOf()
    const chip = await withChip(page)
    await password(page, council.privacy)
    await page.getByRole('button', { name: 'Use a passkey instead' }).click()
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
    await page.context().clearCookies()
    await chip.forget()
    await password(page, council.privacy)
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await page.getByText('That did not work, or took too long.').waitFor()
    await page.goto(`${address}/`)
    expect(page.url()).toContain('/sign-in')
  })
})
