import { nameGroups } from './nicknames.ts'

const letters: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'ng', ə: 'e', ħ: 'h', ŧ: 't', ĸ: 'k', ɓ: 'b', ɗ: 'd', ƙ: 'k',
}
const silentMarks = /['’‘`ʼʻ´ʿʾ.]/g

const mostRemembered = 20_000
/** What is worked out of a name, remembered: of the names that one search compares, most come again and again. */
export function remembering<Found>(work: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = work(text)
    if (known.size >= mostRemembered) known.clear()
    known.set(text, found)
    return found
  }
}

/** Small letters a to z, figures and single spaces only: without accents, apostrophes (joined) and hyphens (a space). */
export const fold = (text: string): string => (/^[a-z]*$/.test(text) ? text : foldedOf(text))
const foldedOf = remembering((text) => {
  if (/^[A-Za-z]+$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(silentMarks, '')
    .replace(/[łøßæœđðþıŋəħŧĸɓɗƙ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
})

/** Family-name words that carry little of the name: `van der Berg` is looked for as `berg` too. */
const particles = new Set(
  'van von der den de del della di da do dos das du la le las los lo al el ul ur us as ad an ar bin bint ibn ben abu abd ould ap ab ferch af av zu zum zur ter ten te st saint san santa y e i mac mc o nic ni ui vic'.split(' '),
)

/** A name folded into one word. */
export const joined = remembering((name: string): string => fold(name).replaceAll(' ', ''))

/** The ways a family name is looked for: whole, each part of a double name, and without its particles. Folded, no spaces, at most five. */
export const familyForms = remembering((family: string): readonly string[] => {
  const words = fold(family).split(' ').filter((word) => word !== '')
  if (words.length === 0) return []
  const core = words.filter((word) => !particles.has(word) && word.length > 1)
  const prefixed = /^(mac|mc|o)$/.test(words[0] ?? '')
  const forms = prefixed ? [joined(family), core.at(-1) ?? ''] : [joined(family), core.join(''), ...core]
  return [...new Set(forms.filter((form) => form !== ''))].slice(0, 5)
})

/** The given names one by one, folded: `Mary-Anne Ruth` is mary, anne, ruth, and maryanne. */
export const givenForms = remembering((given: string): readonly string[] => {
  const words = fold(given).split(' ').filter((word) => word !== '')
  const hyphened = given.split(/\s+/).filter((word) => /\p{L}-\p{L}/u.test(word)).map(joined)
  return [...new Set([...words, ...hyphened, ...(words.length === 2 ? [words.join('')] : [])])].slice(0, 6)
})

const groupOf = new Map<string, string[]>()
for (const line of nameGroups) {
  const group = fold(line).split(' ')
  const head = group[0] ?? ''
  for (const name of new Set(group)) groupOf.set(name, [...(groupOf.get(name) ?? []), head])
}

/** The head names that a given name may stand for: kate → katherine; sam → samuel, samantha. Empty when we know none. */
export const headNames = (given: string): readonly string[] => groupOf.get(given) ?? []

/** Whether two folded given names are forms of one name: kate and kathryn, md and mohammed. */
export function sameFamiliarName(a: string, b: string): boolean {
  const heads = headNames(a)
  return heads.length > 0 && headNames(b).some((head) => heads.includes(head))
}
