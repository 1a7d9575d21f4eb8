// `npm run screens [NAME…]`: the pictures of docs/screens, of the demonstration council as on one day.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { theBrowser } from './chromium.ts'
import { openDemonstration } from './demonstration.ts'

const folder = join(import.meta.dirname, '../docs/screens')
const widths = [1280, 360] as const
const highest = 2_400

const world = await openDemonstration('screens')
const one = async (what: string, text: string, values: unknown[] = []): Promise<string> => {
  const { rows } = await world.owner.query<{ id: string }>(text, values)
  if (!rows[0]) throw new Error(`The demonstration council has no ${what} to take a picture of.`)
  return rows[0].id
}
const personNamed = (given: string, family: string) => one(`${given} ${family}`, 'select person_id as id from people.card where given = $1 and family = $2 limit 1', [given, family])

/** Each picture: who looks, where, and what they do there first. */
type Screen = Readonly<{ who: string; at: () => Promise<string>; first?: (page: Page) => Promise<void> }>
const screens: Readonly<Record<string, Screen>> = {
  'my-work': { who: 'priya.nair', at: async () => '/' },
  'family': { who: 'priya.nair', at: async () => `/people/${await personNamed('Isla', 'Begum')}/family` },
  'person': { who: 'priya.nair', at: async () => `/people/${await personNamed('Isla', 'Begum')}` },
  'contact-decision': { who: 'marcus.webb', at: async () => `/contacts/${await one('contact to decide', "select subject_id as id from work.item where kind = 'contactDecision' and state = 'open' order by due_at nulls last, id limit 1")}` },
  'assessment-editor': { who: 'priya.nair', at: async () => `/assessments/${await one('assessment', "select i.id from work.item i join work.item_person p on p.item_id = i.id where i.kind = 'assessment' and i.state = 'open' and p.person_id = $1 limit 1", [await personNamed('Isla', 'Begum')])}` },
  'decisions': { who: 'tom.hughes', at: async () => '/decisions' },
  'team': { who: 'tom.hughes', at: async () => '/team' },
  'search': { who: 'imran.sheikh', at: async () => '/search', first: async (page) => {
    await page.locator('#bar-search').fill('Islah Begem 2016')
    await page.locator('#bar-search').press('Enter')
    await page.getByText('Isla Begum').first().waitFor()
  } },
  'chronology': { who: 'priya.nair', at: async () => `/people/${await personNamed('Isla', 'Begum')}/chronology` },
  'restricted': { who: 'priya.nair', at: async () => `/people/${await one('restricted record', "select s.id from access.subject s join people.card c on c.person_id = s.id where s.marking = 'restricted' order by c.born_on desc nulls last limit 1")}/open` },
  'settings': { who: 'ade.bankole', at: async () => '/admin' },
  'ugly-family': { who: 'joe.adair', at: async () => `/people/${await personNamed('Jo', 'Ng')}/family` },
}

try {
  mkdirSync(folder, { recursive: true })
  const wanted = process.argv.slice(2)
  for (const width of widths) {
    for (const [name, { who, at, first }] of Object.entries(screens)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      const page = await world.windowOf(who, width, width === 360 ? 780 : 900)
      const answer = await page.goto(`${world.address}${await at()}`)
      if (!answer || answer.status() >= 400) throw new Error(`${name} answers ${answer?.status()}.`)
      await first?.(page)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      // An open page goes on listening, so the network never rests.
      await page.waitForLoadState('load')
      await page.waitForTimeout(400)
      const height = Math.min(highest, await page.evaluate(() => document.documentElement.scrollHeight))
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, clip: { x: 0, y: 0, width, height }, animations: 'disabled', caret: 'hide' })
      await page.context().close()
      process.stdout.write(`${name}-${width}.png\n`)
    }
  }
} finally {
  await world.close()
  await (await theBrowser()).close()
}
