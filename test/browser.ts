import { randomBytes } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { openHouse } from '../src/app.ts'
import { systemClock, type Clock } from '../src/platform/clock.ts'
import type { Keys } from '../src/platform/keys.ts'
import type { ProviderSettings } from '../src/record/access/identity/provider.ts'
import { hashPassword } from '../src/record/access/signIn.ts'
import { patience, theBrowser } from './chromium.ts'
import { freshDatabase } from './database.ts'
import { usualCouncil } from './factories/council.ts'
import { testKeys } from './keys.ts'

/** Whether this run has a browser: without one, browser tests are skipped, and the run says how many. */
export const hasBrowser = process.env.KITH_NO_BROWSER !== '1'

/** A house on a database of its own, with the usual council, open on a free port; and a real Chromium. */
export async function openForBrowser(options: { clock?: Clock; demonstration?: boolean; provider?: ProviderSettings; keys?: Keys } = {}) {
  const database = await freshDatabase()
  const clock = options.clock ?? systemClock
  const house = await openHouse({ ownerUrl: database.ownerUrl, dataFolder: '/nonexistent', keys: options.keys ?? testKeys, clock, demonstration: options.demonstration ?? false, ...(options.provider ? { provider: options.provider } : {}) })
  await house.server.listen({ port: 0, host: '127.0.0.1' })
  const listening = house.server.addresses()[0]
  const address = `http://localhost:${typeof listening === 'object' ? listening.port : ''}`
  const council = await usualCouncil(database.owner)
  const password = randomBytes(9).toString('base64url')
  await database.owner.query('update access.actor set password_hash = $1 where password_hash is null', [await hashPassword(password)])
  const contexts: BrowserContext[] = []

  /** A window of somebody's own, at this size. */
  const windowOf = async (more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context = await (await theBrowser()).newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London', ...more })
    contexts.push(context)
    context.setDefaultTimeout(patience)
    return context.newPage()
  }
  /** Signs this actor in by the page. */
  const signIn = async (page: Page, actorId: string): Promise<void> => {
    const { rows } = await database.owner.query('select email from access.actor where id = $1', [actorId])
    await page.goto(`${address}/sign-in`)
    await page.getByLabel('E-mail address').fill(rows[0].email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${address}/`)
  }
  const close = async () => {
    for (const context of contexts) await context.close()
    await house.close()
  }
  afterAll(close)
  return { ...database, address, council, password, windowOf, signIn, house }
}

/** Nothing on this page stands in the way of somebody with a screen reader, a keyboard or poor sight, as far as axe can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // What fades in is looked at when it is there.
  await page.evaluate(async () => { await Promise.all(document.getAnimations().map((one) => one.finished.then(() => undefined, () => undefined))) })
  // Our pages have no frames: what axe would do for those (a page of its own for each look) is left out. So is the account of all that is well.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join('; ')})`)).toEqual([])
}

/** Nothing sticks out at the side on a narrow screen. */
export async function expectNoSidewaysScroll(page: Page, width = 320): Promise<void> {
  await page.setViewportSize({ width, height: 720 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
}

/** Says in the minutes that everybody came who was asked, as whoever writes them does for most meetings. */
export const everybodyCame = (page: Page): Promise<void> => page.getByLabel(/^Everybody came/).check()
