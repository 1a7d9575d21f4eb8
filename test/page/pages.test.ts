import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { patience, theBrowser } from '../chromium.ts'
import { samples } from './samples.tsx'

const page = join(import.meta.dirname, '../../src/platform/page')
const styles = readFileSync(join(page, 'style/kith.css'), 'utf8').replace(/@import "\.\/(.*?)";/g, (_, file: string) => readFileSync(join(page, 'style', file), 'utf8'))
const names = Object.keys(samples)
const asset = (source: string) => `/${source}`
const html = (name: string) => samples[name]!(asset)

async function scriptOfThePage(): Promise<string> {
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, modulePreload: false, rolldownOptions: { input: join(page, 'browser/page.ts') } } })
  const [first] = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  if (first?.type !== 'chunk') throw new Error('The script of the page was not built.')
  return first.code
}

describe('what every page sends', () => {
  it.each(names)('has no script and no style of its own inside the page: %s', (name) => {
    expect(html(name)).not.toMatch(/\sstyle=|<style|<script(?![^>]*\ssrc=|[^>]*type="application\/json")|\son[a-z]+="/)
  })

  it('keeps the whole of the styles within 20 KB and the script within 3 KB, as they travel', async () => {
    expect(gzipSync(styles).length).toBeLessThanOrEqual(20 * 1024)
    expect(gzipSync(await scriptOfThePage()).length).toBeLessThanOrEqual(3 * 1024)
  })

  it.each(names)('gives no two things the same id: %s', (name) => {
    const ids = [...html(name).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

describe.skipIf(!process.env['CHROMIUM'])('in a real browser', () => {
  let browser: Browser
  const contexts: BrowserContext[] = []
  let script: string
  beforeAll(async () => {
    script = await scriptOfThePage()
    browser = await theBrowser()
  })
  afterEach(async () => { for (const context of contexts.splice(0)) await context.close() })

  async function opened(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    contexts.push(context)
    context.setDefaultTimeout(patience)
    const tab = await context.newPage()
    await tab.route('**/*', (route) => {
      const address = new URL(route.request().url())
      if (address.pathname.endsWith('.css')) return route.fulfill({ contentType: 'text/css', body: styles })
      if (address.pathname.endsWith('.ts')) return route.fulfill({ contentType: 'text/javascript', body: script })
      return address.pathname === '/' ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html(name) }) : route.fulfill({ contentType: 'text/html', body: `<title>${address.pathname}</title>` })
    })
    await tab.goto('http://kith.test/')
    return tab
  }
  const faults = async (tab: Page) => (await new AxeBuilder({ page: tab }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze()).violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.target.join(' ')).join(', ')}`)

  it.each(names)('everybody can use it, with a mouse, a keyboard or a screen reader, and nobody scrolls sideways, on the smallest phone or with letters twice as large: %s', async (name) => {
    const tab = await opened(name)
    expect(await faults(tab)).toEqual([])
    // On a phone only what is arranged anew there: axe takes a second a page.
    if (['sheet', 'my-work', 'contact', 'editor', 'inbox'].includes(name)) {
      await tab.setViewportSize({ width: 360, height: 900 })
      expect(await faults(tab)).toEqual([])
    }
    const tooWide = []
    for (const width of [1280, 1024, 800, 640, 360, 320]) {
      await tab.setViewportSize({ width, height: 900 })
      if (await tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) tooWide.push(width)
    }
    expect(tooWide).toEqual([])
    await tab.context().close()
  })

  it('everything to press is at least 24 px high and wide on a phone, and the buttons of a page at least 44', async () => {
    const tab = await opened('my-work', { viewport: { width: 360, height: 900 } })
    const sizes = await tab.locator('main .button, .bar-places a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
    await tab.context().close()
  })

  it('the slash key goes to the search box, but not while somebody writes', async () => {
    const tab = await opened('contact')
    await tab.keyboard.press('/')
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('bar-search')
    await tab.locator('#why').focus()
    await tab.keyboard.press('/')
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('why')
    await tab.context().close()
  })

  it('a menu opens by the keyboard and Escape closes it and gives the focus back', async () => {
    const tab = await opened('my-work')
    await tab.locator('.bar-account > summary').focus()
    await tab.keyboard.press('Enter')
    expect(await tab.locator('.bar-account').getAttribute('open')).not.toBeNull()
    await tab.keyboard.press('Tab')
    await tab.keyboard.press('Escape')
    expect(await tab.locator('.bar-account').getAttribute('open')).toBeNull()
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    await tab.context().close()
  })

  it('the band for all children sets every row, and a row that differs takes the mark off the band', async () => {
    const tab = await opened('contact')
    const chosen = () => tab.evaluate(() => Object.fromEntries(['all', 'amelia', 'noah', 'isla', 'leo'].map((key) => [key, document.querySelector<HTMLInputElement>(`input[name="outcome.${key}"]:checked`)?.value ?? ''])))
    await tab.locator('.decide-all label', { hasText: 'Early help' }).click()
    expect(await chosen()).toEqual({ all: 'help', amelia: 'help', noah: 'help', isla: 'help', leo: 'help' })
    await tab.locator('.decide-row', { hasText: 'Isla' }).locator('label', { hasText: 'Advice' }).click()
    expect(await chosen()).toEqual({ all: '', amelia: 'help', noah: 'help', isla: 'advice', leo: 'help' })
    await tab.context().close()
  })

  it('after a mistake the focus is on the list of what to put right, and each line leads to its field', async () => {
    const tab = await opened('to-put-right')
    expect(await tab.evaluate(() => document.activeElement?.className)).toBe('error-summary')
    await tab.locator('.error-summary a').first().click()
    expect(new URL(tab.url()).hash).toBe('#outcome.isla')
    expect(await tab.evaluate(() => document.getElementById('outcome.isla')?.closest('.has-problem') !== null)).toBe(true)
    await tab.context().close()
  })

  it('works without script: the search, the menu and the choice for each child are plain forms', async () => {
    const tab = await opened('contact', { javaScriptEnabled: false })
    await tab.locator('.bar-account > summary').click()
    expect(await tab.locator('.menu-box').isVisible()).toBe(true)
    await tab.locator('.bar-account > summary').click()
    await tab.locator('#bar-search').fill('Begum')
    const sent = tab.waitForRequest('**/search')
    await tab.locator('#bar-search').press('Enter')
    // Sent in the body: what is searched for stands in no address and no log.
    expect([(await sent).method(), (await sent).postData()]).toEqual(['POST', 'q=Begum'])
    await tab.context().close()
  })

  it('colours that a person forces leave every symbol and state to be seen', async () => {
    const tab = await opened('sheet', { forcedColors: 'active' })
    const drawn = await tab.evaluate(() => { const shape = document.querySelector('.token circle, .token rect'); const face = document.querySelector('.clock-face.is-late .solid'); return [shape && getComputedStyle(shape).stroke, face && getComputedStyle(face).fill, document.querySelector('.segments input:checked + span') !== null] })
    expect(drawn).toEqual([expect.stringMatching(/^rgb/), expect.stringMatching(/^rgb/), true])
    await tab.context().close()
  })

  it('nothing moves for somebody who asked for less motion', async () => {
    const tab = await opened('sheet', { reducedMotion: 'reduce' })
    expect(await tab.evaluate(() => [...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one); return style.animationName !== 'none' || Number.parseFloat(style.transitionDuration) > 0 }).map((one) => one.className))).toEqual([])
    await tab.context().close()
  })

  it('on paper the bar, the tabs and the buttons are left out, and the foot says who printed it', async () => {
    const tab = await opened('empty-tray')
    await tab.emulateMedia({ media: 'print' })
    for (const left of ['.bar', '.tabs', '.button']) expect(await tab.locator(left).first().isVisible()).toBe(false)
    expect(await tab.locator('.printed').isVisible()).toBe(true)
    await tab.context().close()
  })
})
