/** What the family tree draws for a person. Nobody guesses it from a first name: unsaid is `notStated`. */
export type PersonSymbol = 'male' | 'female' | 'unborn' | 'notStated'

/** Tells brothers and sisters apart and means nothing else. Adults are slate. */
export type Hue = 'plum' | 'umber' | 'sea' | 'moss' | 'rose' | 'slate'

/** One mark for one person, the same on every page. */
export interface PersonMark {
  readonly name: string
  readonly symbol: PersonSymbol
  readonly hue: Hue
}

const childHues: readonly Hue[] = ['plum', 'umber', 'sea', 'moss', 'rose']

/** The hue of the child who is `order`th in the family by birth, 0 the eldest. */
export const hueOfChild = (order: number): Hue => childHues[order % childHues.length] ?? 'slate'

/**
 * Marks as they stand in a row: children in order of birth, then the adults. A hue is given by order of birth, so it says the order
 * as long as no two children share one; else the order handed in stays.
 */
export function inOrder(marks: readonly PersonMark[]): readonly PersonMark[] {
  const children = marks.filter((mark) => mark.hue !== 'slate')
  if (new Set(children.map((mark) => mark.hue)).size < children.length) return [...children, ...marks.filter((mark) => mark.hue === 'slate')]
  return [...marks].sort((one, other) => rankOf(one.hue) - rankOf(other.hue))
}

const rankOf = (hue: Hue): number => (hue === 'slate' ? childHues.length : childHues.indexOf(hue))

/** The letter on the token. */
export const letterOf = (name: string): string => (Array.from(name.trim())[0] ?? '?').toLocaleUpperCase('en-GB')

/** `PN` for Priya Nair, `P` for Priya. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? words[words.length - 1] : undefined
  return letterOf(words[0] ?? '') + (last ? letterOf(last) : '')
}
