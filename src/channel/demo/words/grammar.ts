import type { Chance } from '../chance.ts'

/** What a text may speak of. A text that needs something which is not there is not used. */
export type Slots = Readonly<Record<string, string | undefined>>

const needed = new Map<string, readonly string[]>()
function needs(template: string): readonly string[] {
  const known = needed.get(template)
  if (known) return known
  const found = [...new Set([...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))]
  needed.set(template, found)
  return found
}
const low = (slot: string) => slot.charAt(0).toLowerCase() + slot.slice(1)
const filled = (slot: string, slots: Slots): string | undefined => {
  const exact = slots[slot]
  if (exact !== undefined) return exact
  const lower = slots[low(slot)]
  return lower === undefined ? undefined : lower.charAt(0).toUpperCase() + lower.slice(1)
}
export const fits = (template: string, slots: Slots): boolean => needs(template).every((slot) => filled(slot, slots) !== undefined)

/** `[a|b|c]` is one of the three, `{child}` is filled in, `{He}` is `he` with a capital. */
export function say(chance: Chance, template: string, slots: Slots): string {
  let text = template
  for (let found = /\[([^[\]]*)\]/.exec(text); found; found = /\[([^[\]]*)\]/.exec(text)) {
    text = `${text.slice(0, found.index)}${chance.pick((found[1] ?? '').split('|'))}${text.slice(found.index + found[0].length)}`
  }
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => filled(slot, slots) ?? '').replace(/ {2,}/g, ' ')
}

/** Something that can be said here, or nothing. */
export function sayOne(chance: Chance, from: readonly string[], slots: Slots): string {
  const possible = from.filter((template) => fits(template, slots))
  return possible.length === 0 ? '' : say(chance, chance.pick(possible), slots)
}

/** Some sentences, each a different one. */
export function saySome(chance: Chance, from: readonly string[], slots: Slots, count: number): string {
  const possible = from.filter((template) => fits(template, slots))
  const chosen = chance.some(possible, count)
  return chosen.map((template) => say(chance, template, slots)).join(' ')
}
/** The same in any order. */
export function sayMixed(chance: Chance, from: readonly string[], slots: Slots, count: number): string {
  const possible = from.filter((template) => fits(template, slots))
  const said: string[] = []
  while (said.length < count && possible.length > 0) {
    const [template = ''] = possible.splice(chance.whole(0, possible.length - 1), 1)
    said.push(say(chance, template, slots))
  }
  return said.join(' ')
}
/** `Amelia, Noah and Isla`. */
export const andList = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
