import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll } from './browser.ts'
import { routes } from '../src/modules.ts'

/** Answers that no person reads as a page, and what they are for. */
const noPages: Readonly<Record<string, string>> = {
  '/assessments/:id/beside': 'the panel beside the editor reads it',
  '/assessments/:id/now': 'the editor asks it what others wrote meanwhile',
  '/assessments/:id/rules': 'the editor asks it what the census would ask',
  '/sent/:id/file/:kind': 'a file of what went out',
  '/returns/:id/files/:name': 'a file for the department',
  '/transfers/given/:id/file': 'the file for another council',
  '/transfers/came/:id/receipt': 'the receipt for another council',
  '/forms/:id': 'leads on to where a form is read',
  '/people/:id/put-right': 'leads on to the field that a rule asks about',
}

const patterns = routes.filter((route) => route.method === 'GET').map(({ path }) => ({ path, like: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`), params: path.split(':').length }))
/** Every page that the modules bring, by its path. */
export const everyPage: readonly string[] = patterns.map(({ path }) => path).filter((path) => !(path in noPages))

/** The page of the modules behind an address. */
export function pageOf(address: string): string | undefined {
  const plain = address.split(/[?#]/)[0] ?? address
  return patterns.filter(({ like }) => like.test(plain)).toSorted((one, other) => one.params - other.params)[0]?.path
}

/** What an office page may weigh at its start as it travels: in bytes, compressed. */
const most = { '.js': 25_000, '.css': 20_000 } as const
const folder = join(import.meta.dirname, '../dist/client')

/** The built files that a page fetches by itself, also those that one of them asks for; when no more come. */
async function filesOf(page: Page): Promise<string[]> {
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname).filter((path) => path.startsWith('/assets/')))
  for (let before = -1, files = await loaded(); ; files = await loaded()) {
    if (files.length === before) return [...new Set(files)]
    before = files.length
    await page.waitForTimeout(250)
  }
}

/** Opens an address and says what stands in somebody's way there: a reader's, a phone's, or a slow line's. */
export async function lookAt(page: Page, address: string, expected = 200): Promise<string[]> {
  const kind = pageOf(address) ?? new URL(address).pathname
  await page.setViewportSize({ width: 1280, height: 900 })
  const answer = await page.goto(address)
  const faults = answer?.status() === expected ? [] : [`${kind}: ${answer?.status()}`]
  const came = await filesOf(page)
  for (const [ending, bytes] of Object.entries(most)) {
    const sum = came.filter((file) => file.endsWith(ending)).reduce((all, file) => all + gzipSync(readFileSync(join(folder, file))).length, 0)
    if (sum === 0 || sum > bytes) faults.push(`${kind}: ${sum} bytes of ${ending} at the start, against ${bytes}`)
  }
  try {
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  } catch (fault) {
    faults.push(`${kind}: ${fault instanceof Error ? `${fault.message} ${'actual' in fault ? String(fault.actual).slice(0, 800) : ''}` : String(fault)}`)
  }
  return faults
}
