import { describe, expect, it } from 'vitest'
import { hasBrowser, openForBrowser } from '../browser.ts'
import { smithAndBegum } from '../factories/family.ts'

describe.skipIf(!hasBrowser)('a hundred people open a family at the same moment', async () => {
  const world = hasBrowser ? await openForBrowser() : undefined

  it('every one of them gets the page: no request waits for a second connection while it holds one', async () => {
    if (!world) return
    const id = await smithAndBegum(world.as(world.council.worker, new Date().toISOString()))
    const page = await world.windowOf()
    await world.signIn(page, world.council.worker)
    const cookie = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join('; ')
    // Longer than the settings are remembered.
    await new Promise((settle) => setTimeout(settle, 5_200))
    const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(`${world.address}/people/${id.isla}/family`, { headers: { cookie }, signal: AbortSignal.timeout(50_000) }).then((answer) => answer.status)))
    expect(new Set(answers)).toEqual(new Set([200]))
  })
})
