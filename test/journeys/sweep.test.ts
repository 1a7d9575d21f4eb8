import { afterAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, hasBrowser } from '../browser.ts'
import { openDemonstration } from '../demonstration.ts'

const staff = ['priya.nair', 'tom.hughes', 'marcus.webb', 'ade.bankole', 'paula.whitfield'] as const
const pagesEach = 14
const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** Two pages are of one kind when they differ by whom they are about only. */
const kindOf = (path: string) => path.split(/[?#]/)[0]?.replaceAll(id, ':id') ?? path

describe.skipIf(!hasBrowser)('every link of the demonstration council leads somewhere', async () => {
  const world = hasBrowser ? await openDemonstration('sweep') : undefined
  afterAll(async () => world?.close())
  const looked = new Set<string>()

  it.each(staff)('for %s, and each kind of page is open to everybody and fits a phone', async (who) => {
    if (!world) return
    const page = await world.windowOf(who)
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(`${kindOf(new URL(page.url()).pathname)}: ${fault.message}`))
    page.on('response', (response) => { if (response.status() >= 400) faults.push(`${response.status()} ${kindOf(new URL(response.url()).pathname)}`) })
    const waiting = ['/']
    const met = new Map([['/', 'the start']])
    const kinds = new Map<string, number>()
    let walked = 0
    while (waiting.length > 0 && walked < pagesEach) {
      // New kinds first: one page of each, then more of the same.
      waiting.sort((a, b) => (kinds.get(kindOf(a)) ?? 0) - (kinds.get(kindOf(b)) ?? 0))
      const path = waiting.shift()
      if (!path) break
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(`${world.address}${path}`)
      expect(`${kindOf(path)} from ${met.get(path)}: ${answer?.status()}`).toBe(`${kindOf(path)} from ${met.get(path)}: 200`)
      walked += 1
      const kind = kindOf(path)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      for (const link of links) {
        const [plain = ''] = link.split('#')
        if (plain && !met.has(plain)) { met.set(plain, kind); waiting.push(plain) }
      }
      if (looked.has(kind)) continue
      looked.add(kind)
      try {
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      } catch (fault) {
        faults.push(`${kind}: ${fault instanceof Error ? `${fault.message} ${"actual" in fault ? String(fault.actual).slice(0, 800) : ""}` : String(fault)}`)
      }
    }
    expect(walked).toBeGreaterThan(3)
    expect(faults).toEqual([])
  })
})
