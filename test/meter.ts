import { appendFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import type { Fresh } from './database.ts'
import { writeIn } from './hands.ts'

/** What a task took. `startedOn`: pages already open where it starts; `sought`: characters typed only to find who is meant, never counted as re-keyed. */
export type Counts = Readonly<{ pages: number; startedOn: number; clicks: number; keys: number; fields: number; rekeyed: number; sought: number; seconds: number }>
export type Meter = Readonly<{
  click(target: Locator): Promise<void>
  /** Types into the box that has the focus. `toFind`: into a box that looks somebody up. */
  type(text: string, more?: { toFind?: boolean }): Promise<void>
  press(key: string, times?: number): Promise<void>
  counts(): Counts
}>

/** Card, Moran and Newell's keystroke-level model, in seconds: a key, pointing, a hand that changes place, making up one's mind, a press of the mouse. */
const klm = { key: 0.2, point: 1.1, hand: 0.4, mind: 1.35, button: 0.2 } as const
const asHeld = (text: string) => text.trim().toLowerCase()

/** Counts what somebody does on this page from now on; they only press keys and click. `held`: the texts that the record held before. */
export function meterOf(page: Page, held: readonly string[] = []): Meter {
  const did = { pages: 0, clicks: 0, keys: 0, rekeyed: 0, sought: 0, seconds: 0 }
  const startedOn = page.url() === 'about:blank' ? 0 : 1
  const fields = new Set<string>()
  const known = new Set(held.map(asHeld))
  let hand: 'mouse' | 'keys' | undefined
  let minded = false
  page.on('request', (request) => { if (request.isNavigationRequest() && request.frame() === page.mainFrame() && request.redirectedFrom() === null) did.pages += 1 })

  const handTo = (where: 'mouse' | 'keys') => {
    if (hand !== undefined && hand !== where) did.seconds += klm.hand
    hand = where
  }
  const changed = (field: string) => { if (field) fields.add(field.replace(/\.(day|month|year)$/, '')) }

  const click = async (target: Locator) => {
    // A group of choices is one field; a box to tick is one of its own.
    changed(await target.evaluate((element) => {
      const label = element.closest('label')
      const inside = element.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')
      const box = element instanceof HTMLInputElement ? element : label ? label.control : inside.length === 1 ? inside[0] : undefined
      if (!(box instanceof HTMLInputElement)) return ''
      return box.type === 'radio' ? box.name : box.type === 'checkbox' ? `${box.name} ${box.value}` : ''
    }))
    await target.click()
    handTo('mouse')
    did.clicks += 1
    did.seconds += klm.mind + klm.point + klm.button
    minded = true
  }
  const type = async (text: string, { toFind = false }: { toFind?: boolean } = {}) => {
    if (!toFind) changed(await page.evaluate(() => { const box = document.activeElement; return box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? box.name || box.id : 'nowhere' }))
    await writeIn(page, text)
    handTo('keys')
    did.keys += text.length
    did.seconds += (minded ? 0 : klm.mind) + text.length * klm.key
    minded = false
    if (toFind) did.sought += text.length
    else if (text.trim().length >= 3) {
      if (known.has(asHeld(text))) did.rekeyed += text.length
      known.add(asHeld(text))
    }
  }
  const press = async (key: string, times = 1) => {
    for (let i = 0; i < times; i += 1) await page.keyboard.press(key)
    handTo('keys')
    const keys = times * key.split('+').length
    did.keys += keys
    did.seconds += keys * klm.key
  }
  return { click, type, press, counts: () => ({ ...did, startedOn, fields: fields.size }) }
}

/** The names, days of birth and addresses of everybody in the record, as somebody would type them. */
export async function heldIn(owner: Fresh['owner']): Promise<string[]> {
  const { rows } = await owner.query<{ text: string }>(`
    select distinct text from (
      select unnest(array[given, family, name, to_char(born_on, 'FMDD/FMMM/YYYY')]) as text from people.card
      union all select unnest(lines || postcode) from people.address where superseded_at is null
    ) held where length(text) >= 3`)
  return rows.map((row) => row.text)
}

/** A task that several people do is the sum of what each does. */
export const together = (all: readonly Counts[]): Counts => {
  const sum = (of: keyof Counts) => all.reduce((total, one) => total + one[of], 0)
  return { pages: sum('pages'), startedOn: sum('startedOn'), clicks: sum('clicks'), keys: sum('keys'), fields: sum('fields'), rekeyed: sum('rekeyed'), sought: sum('sought'), seconds: sum('seconds') }
}

/** Writes what a task took as a line of the file that `KITH_METER` names, for `npm run bench -- usability`. */
export function tell(task: string, counts: Counts): void {
  const file = process.env.KITH_METER
  if (file) appendFileSync(file, `${JSON.stringify({ task, ...counts })}\n`)
}
