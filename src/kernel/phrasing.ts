const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** `Amelia`, `Amelia and Noah`, `Amelia, Noah and Leo`. */
export function listed(names: readonly string[], and = 'and'): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}

/** As `listed`, but a long list is cut: `Amelia, Noah, Isla and nine others`. */
export function listedShort(names: readonly string[], most = 4): string {
  if (names.length <= most) return listed(names)
  const shown = names.slice(0, most - 1)
  return `${shown.join(', ')} and ${counted(names.length - shown.length, 'other', 'others')}`
}

/** A small number in words, a larger one in figures: `four`, `13`. */
export const numberInWords = (n: number): string => numbers[n] ?? String(n)

/** `one child`, `four children`, `13 children`, `no children`. */
export const counted = (n: number, one: string, many: string): string => `${numberInWords(n)} ${n === 1 ? one : many}`

/** The first letter large, for the beginning of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Isla’s`, `James’s`; for several, the last carries it: `Isla and Leo’s`. Plural nouns that end in s take the apostrophe alone: `parents’`. */
export const possessive = (name: string, plural = false): string => plural && name.endsWith('s') ? `${name}’` : `${name}’s`
