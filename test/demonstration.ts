import type { BrowserContext, Page } from 'playwright-core'
import pg from 'pg'
import { openHouse } from '../src/app.ts'
import { demonstrationPassword } from '../src/channel/demo/make.ts'
import { moment } from '../src/kernel/dates.ts'
import { clockAt } from '../src/platform/clock.ts'
import { patience, theBrowser } from './chromium.ts'
import { ownDatabase } from './factories/ownDatabase.ts'
import { testKeys } from './keys.ts'

/** The demonstration council as on 18 November 2026, on a database of its own, open on a free port; and a real Chromium. */
export async function openDemonstration(purpose: string, at = '2026-11-18T09:30:00.000Z') {
  const database = await ownDatabase(purpose)
  const house = await openHouse({ ownerUrl: database.ownerUrl, dataFolder: '/nonexistent', keys: testKeys, clock: clockAt(moment(at)), demonstration: true })
  await house.server.listen({ port: 0, host: '127.0.0.1' })
  const listening = house.server.addresses()[0]
  const address = `http://localhost:${typeof listening === 'object' ? listening.port : ''}`
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  const browser = await theBrowser()
  const contexts: BrowserContext[] = []

  /** A window of this person's own, signed in at My work. `email`: the part before the @. */
  const windowOf = async (email: string, width = 1280, height = 900): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
    contexts.push(context)
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    await page.goto(`${address}/sign-in`)
    await page.getByLabel('E-mail address').fill(`${email}@ardenvale.example`)
    await page.getByLabel('Password').fill(demonstrationPassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${address}/`)
    return page
  }
  const close = async () => {
    for (const context of contexts) await context.close()
    await house.close()
    await owner.end()
    await database.drop()
  }
  return { address, owner, windowOf, close }
}
