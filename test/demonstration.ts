import { chromium, type Page } from 'playwright-core'
import pg from 'pg'
import { openHouse } from '../src/app.ts'
import { demonstrationPassword } from '../src/channel/demo/make.ts'
import { moment } from '../src/kernel/dates.ts'
import { clockAt } from '../src/platform/clock.ts'
import { ownDatabase } from './factories/ownDatabase.ts'
import { testKeys } from './keys.ts'

// The same as in test/browser.ts, which only runs under vitest.
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The demonstration council as on 18 November 2026, on a database of its own, open on a free port; and a real Chromium. */
export async function openDemonstration(purpose: string, at = '2026-11-18T09:30:00.000Z') {
  const database = await ownDatabase(purpose)
  const house = await openHouse({ ownerUrl: database.ownerUrl, dataFolder: '/nonexistent', keys: testKeys, clock: clockAt(moment(at)), demonstration: true })
  await house.server.listen({ port: 0, host: '127.0.0.1' })
  const listening = house.server.addresses()[0]
  const address = `http://localhost:${typeof listening === 'object' ? listening.port : ''}`
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })

  /** A window of this person's own, signed in at My work. `email`: the part before the @. */
  const windowOf = async (email: string, width = 1280, height = 900): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`${address}/sign-in`)
    await page.getByLabel('E-mail address').fill(`${email}@ardenvale.example`)
    await page.getByLabel('Password').fill(demonstrationPassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${address}/`)
    return page
  }
  const close = async () => {
    await browser.close()
    await house.close()
    await owner.end()
    await database.drop()
  }
  return { address, owner, windowOf, close }
}
