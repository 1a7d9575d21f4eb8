import { expect } from 'vitest'
import type { ElementHandle, Locator, Page } from 'playwright-core'

/** Writes into the box that has the focus: the beginning key by key, and the rest of a long text at once, as dictation puts it in. */
export async function writeIn(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words.slice(0, 24))
  if (words.length > 24) await page.keyboard.insertText(words.slice(24))
}

/** Where the keyboard is. `seen`: it has a size and a ring; somebody who looks at the page finds it. */
type Stop = Readonly<{ what: string; there: boolean; seen: boolean }>

/** Somebody without a mouse: Tab, Shift+Tab, arrows, Space, Enter and letters, and never anything else. Every stop on the way is looked at. */
export function keyboardOf(page: Page) {
  const stop = (target: ElementHandle<HTMLElement | SVGElement> | null = null): Promise<Stop> => page.evaluate((wanted) => {
    const at = document.activeElement
    if (!at || at === document.body) return { what: 'nowhere', there: false, seen: false }
    const near = [at, at.nextElementSibling, at.parentElement, at.closest('label')].filter((one): one is HTMLElement => one instanceof HTMLElement || one instanceof SVGElement)
    const ringed = near.some((one) => { const look = getComputedStyle(one); return (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none' })
    const sized = near.some((one) => { const box = one.getBoundingClientRect(); return box.width > 3 && box.height > 3 && box.bottom > 0 && box.top < innerHeight })
    const what = `${at.tagName.toLowerCase()} ${at.id || at.getAttribute('name') || ''} ${(at.textContent ?? '').trim().slice(0, 40)}`
    return { what, there: at === wanted, seen: ringed && sized }
  }, target)
  const isHere = (target: Locator) => target.evaluate((element) => element === document.activeElement)
  const isAhead = (target: Locator) => target.evaluate((element) => {
    const at = document.activeElement
    return !at || at === document.body || (at.compareDocumentPosition(element) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !== 0
  })
  /** After an act the keyboard is somewhere, and it shows. */
  const expectSeen = () => expect.poll(async () => { const now = await stop(); return now.seen ? 'seen' : now.what }).toBe('seen')
  /** Goes to a thing by Tab alone, forwards or backwards. A trap, a stop that does not show, or a thing that cannot be reached is a failure. */
  const goTo = async (target: Locator, atMost = 160) => {
    await target.waitFor({ state: 'attached' })
    const key = (await isAhead(target)) ? 'Tab' : 'Shift+Tab'
    const wanted = await target.elementHandle()
    for (let steps = 0, now = await stop(wanted); !now.there; steps += 1) {
      expect(steps, `reached by ${key}`).toBeLessThan(atMost)
      await page.keyboard.press(key)
      now = await stop(wanted)
      expect(now.seen ? 'seen' : now.what).toBe('seen')
    }
  }
  return {
    expectSeen,
    goTo,
    press: (key: string) => page.keyboard.press(key),
    type: (words: string) => writeIn(page, words),
    /** Goes there and presses Enter: a link or a button. */
    enter: async (target: Locator) => {
      await goTo(target)
      await page.keyboard.press('Enter')
    },
    /** Goes there and writes. */
    write: async (target: Locator, words: string) => {
      await goTo(target)
      await writeIn(page, words)
    },
    /** Chooses a radio of a group: Tab into the group, then the arrows. */
    choose: async (group: Locator, wanted: Locator) => {
      const entry = (await group.locator('input[type=radio]:checked').count()) > 0 ? group.locator('input[type=radio]:checked') : group.locator('input[type=radio]').first()
      await goTo(entry)
      if (await isHere(wanted)) await page.keyboard.press('Space')
      for (let steps = 0; !(await isHere(wanted)); steps += 1) {
        expect(steps).toBeLessThan(20)
        await page.keyboard.press('ArrowDown')
        await expectSeen()
      }
      expect(await wanted.isChecked()).toBe(true)
    },
    tick: async (target: Locator) => {
      await goTo(target)
      await page.keyboard.press('Space')
      expect(await target.isChecked()).toBe(true)
    },
  }
}
