import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { codeAt, stepAt } from '../../src/record/access/identity/authenticator.ts'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** What an authenticator app does with the key that the page shows. */
function secretIn(text: string): Buffer {
  const bits = [...text.replace(/\s/g, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

describe.skipIf(!hasBrowser)('A second factor', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined
  const opened = () => {
    if (!world) throw new Error('no browser')
    return world
  }
  const rule = (of: string) => opened().owner.query(`update ops.setting set value = to_jsonb($1::text) where key = 'identity.secondFactor' and superseded_at is null`, [of])
  const emailOf = async (actorId: string): Promise<string> => (await opened().owner.query('select email from access.actor where id = $1', [actorId])).rows[0].email
  const password = async (page: Page, actorId: string) => {
    await page.goto(`${opened().address}/sign-in`)
    await page.getByLabel('E-mail address').fill(await emailOf(actorId))
    await page.getByLabel('Password').fill(opened().password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  // A code is good once: what is set up with the code of the half minute before goes on with the one of now.
  const code = (secret: Buffer, later = 0) => codeAt(secret, stepAt(Date.now()) + later)
  let isla = ''
  const keys = new Map<string, { secret: Buffer; codes: string[]; used: string }>()

  it('is set up at the first sign-in where the council asks for one: with a square, or a key to type, and recovery codes shown once', async () => {
    const { windowOf, council, address, owner } = opened()
    await rule('required')
    const page = await windowOf({ javaScriptEnabled: false })
    await password(page, council.worker)
    await page.getByRole('heading', { name: 'Set up your authenticator' }).waitFor()
    expect((await page.context().cookies()).map((one) => one.name)).not.toContain('__Host-kith')
    await page.getByText('I cannot read the square').click()
    const secret = secretIn((await page.locator('code.key').textContent()) ?? '')
    expect(secret).toHaveLength(20)
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByText('That is not the code it shows now.').first().waitFor()
    const used = code(secret, -1)
    await page.getByLabel('Code', { exact: true }).fill(used)
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
    const codes = await page.locator('.recovery-codes code').allTextContents()
    expect(codes).toHaveLength(10)
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.waitForURL(`${address}/`)
    keys.set(council.worker, { secret, codes, used })
    const { rows } = await owner.query('select encode(sealed, $2) as sealed from access.factor where actor_id = $1', [council.worker, 'hex'])
    expect(rows).toHaveLength(1)
    expect(rows[0].sealed).not.toContain(secret.toString('hex'))
    expect(JSON.stringify((await owner.query('select encode(mark, $1) as m from access.recovery_code', ['escape'])).rows)).not.toContain(codes[0])
  })

  it('is asked for after the password; a wrong code, and one that was used, open nothing', async () => {
    const { windowOf, council, address } = opened()
    const { secret, used } = keys.get(council.worker)!
    const page = await windowOf()
    await password(page, council.worker)
    await page.getByRole('heading', { name: 'Show that it is you' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    for (const wrong of [secret.toString('hex').slice(0, 5), used]) {
      await page.getByLabel('Code', { exact: true }).fill(wrong)
      await page.getByRole('button', { name: 'Carry on' }).click()
      await page.getByText('That code is not right, or was used already.').first().waitFor()
      await page.goto(`${address}/`)
      expect(page.url()).toContain('/sign-in')
      await page.goto(`${address}/sign-in/second`)
    }
    await page.getByLabel('Code', { exact: true }).fill(code(secret))
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.waitForURL(`${address}/`)
  })

  it('is replaced by a recovery code on the day the phone is lost, once', async () => {
    const { windowOf, council, address } = opened()
    const [first = ''] = keys.get(council.worker)!.codes
    const page = await windowOf()
    await password(page, council.worker)
    await page.getByLabel('Code', { exact: true }).fill(first.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.waitForURL(`${address}/`)
    await page.goto(`${address}/account/sign-ins`)
    await page.getByText('9 of your recovery codes are left').waitFor()
    const again = await windowOf()
    await password(again, council.worker)
    await again.getByLabel('Code', { exact: true }).fill(first)
    await again.getByRole('button', { name: 'Carry on' }).click()
    await again.getByText('That code is not right, or was used already.').first().waitFor()
  })

  it('is asked for over the page when a session has ended, and the words are still there', async () => {
    const { windowOf, council, address, owner, as, password: secretWord } = opened()
    ;({ isla } = await smithAndBegum(as(council.worker, new Date().toISOString())))
    const { codes } = keys.get(council.worker)!
    const page = await windowOf()
    await password(page, council.worker)
    await page.getByLabel('Code', { exact: true }).fill(codes[1] ?? '')
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.waitForURL(`${address}/`)
    await page.goto(`${address}/notes/new?people=${isla}`)
    await page.getByLabel('About everybody on the note').fill('She showed me her drawing.')
    await owner.query('update access.session set ended_at = now() where ended_at is null')
    // The page is told by itself that the session is over, and shuts: before the button is pressed or after.
    const pressed = await page.getByRole('button', { name: 'Save the note' }).click({ timeout: 2_000 }).then(() => true, () => false)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/Password/).fill(secretWord)
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Code', { exact: true }).waitFor()
    await expectAccessible(page)
    await dialog.getByLabel('Code', { exact: true }).fill('000000')
    await page.keyboard.press('Enter')
    await dialog.getByText('That code is not right').waitFor()
    await dialog.getByLabel('Code', { exact: true }).fill(codes[2] ?? '')
    await page.keyboard.press('Enter')
    if (!pressed) await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText('Note saved.').waitFor()
    expect(await page.textContent('main')).toContain('She showed me her drawing.')
  })

  it('is asked for without script too: what was sent after the session ended waits for its writer, and opens for nobody else', async () => {
    const { windowOf, council, address, owner, password: secretWord } = opened()
    const { codes } = keys.get(council.worker)!
    const page = await windowOf({ javaScriptEnabled: false })
    await password(page, council.worker)
    await page.getByLabel('Code', { exact: true }).fill(codes[3] ?? '')
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.waitForURL(`${address}/`)
    await page.goto(`${address}/notes/new?people=${isla}`)
    await page.getByLabel('About everybody on the note').fill('He drew a lighthouse, and two boats.')
    await owner.query('update access.session set ended_at = now() where ended_at is null')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByRole('heading', { name: 'Sign in to carry on' }).waitFor()
    await expectNoSidewaysScroll(page)
    expect(await page.content()).not.toContain('lighthouse')
    await page.getByLabel('Password').fill('not it')
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.getByText('Only the person who was writing can carry on here.').first().waitFor()
    await page.getByLabel('Password').fill(secretWord)
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.getByText('That code is not right').first().waitFor()
    await page.getByLabel('Code', { exact: true }).fill(codes[4] ?? '')
    await page.getByRole('button', { name: 'Carry on' }).click()
    await page.getByRole('button', { name: 'Send what I wrote' }).click()
    await page.getByText('Note saved.').waitFor()
    expect(await page.textContent('main')).toContain('He drew a lighthouse, and two boats.')
  })

  it('is offered, and set up, looked at and taken away on the page of one\'s sign-ins', async () => {
    const { windowOf, council, address, signIn } = opened()
    await rule('offered')
    const page = await windowOf()
    await signIn(page, council.manager)
    await page.goto(`${address}/account/sign-ins`)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
    await page.getByText('I cannot read the square').click()
    await expectAccessible(page)
    const secret = secretIn((await page.locator('code.key').textContent()) ?? '')
    await page.getByLabel('Code', { exact: true }).fill(code(secret))
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.getByText('It is set up.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: /Take it away/ }).click()
    await page.getByText('It is taken away.').waitFor()
    await page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor()
  })
})
