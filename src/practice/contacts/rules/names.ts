import { hiddenName, type KnownPerson, type Typed, type TypedAdult, type TypedChild } from '../model/typed.ts'

export type Known = Readonly<Record<string, KnownPerson>>

/** A name as it was typed in one box: the last word is the surname, with the small words before it (`van der Berg`, `O’Rourke`). */
export function splitName(text: string): Readonly<{ given: string; family: string }> {
  const words = text.trim().split(/\s+/).filter((word) => word !== '')
  if (words.length < 2) return { given: words[0] ?? '', family: '' }
  const small = /^(van|von|der|den|de|da|di|del|la|le|el|al|bin|ibn|st\.?|mac|mc)$/i
  let from = words.length - 1
  while (from > 1 && small.test(words[from - 1] ?? '')) from -= 1
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') }
}

export const givenOf = (person: TypedAdult | TypedChild, known: Known): string => known[person.personId]?.given ?? person.given.trim()
export const adultFamily = (adult: TypedAdult, known: Known): string => known[adult.personId]?.family ?? adult.family.trim()

/** How an adult is called on the page: `Kelly`, `Kelly Smith`, `Adult 2`. */
export function adultName(typed: Typed, adult: TypedAdult, known: Known, whole = false): string {
  if (adult.personId !== '' && !known[adult.personId]) return whole ? hiddenName : 'Kept private'
  const given = givenOf(adult, known)
  const family = adultFamily(adult, known)
  const name = whole ? `${given} ${family}`.trim() : given || family
  return name || `Adult ${typed.adults.indexOf(adult) + 1}`
}

/** The surnames that a child's parents bring, the last parent's first; then the other surnames of this contact. */
export function surnamesFor(typed: Typed, child: TypedChild, known: Known): string[] {
  const parents = typed.adults.filter((adult) => child.parents.includes(adult.key)).map((adult) => adultFamily(adult, known)).reverse()
  return [...new Set(parents.filter((name) => name !== ''))]
}

/** A child's surname: as written; else the last parent's; else that of the child before who has one written. */
export function childFamily(typed: Typed, child: TypedChild, known: Known): string {
  const own = known[child.personId]?.family
  return own ?? (child.family.trim() || surnamesFor(typed, child, known)[0] || '')
}

/** Surnames already on this contact, for an adult who is added. */
export const surnamesHere = (typed: Typed, known: Known): string[] =>
  [...new Set([...typed.adults.map((adult) => adultFamily(adult, known)), ...typed.children.map((child) => childFamily(typed, child, known))].filter((name) => name !== ''))]

export function childName(typed: Typed, child: TypedChild, known: Known): string {
  const name = `${givenOf(child, known)} ${childFamily(typed, child, known)}`.trim()
  return givenOf(child, known) ? name : child.unborn ? 'Baby' : `Child ${typed.children.indexOf(child) + 1}`
}

/** Nothing was written in this row: it is as if it were not there. */
export const isEmptyChild = (child: TypedChild): boolean =>
  child.personId === '' && [child.given, child.family, child.born, child.sex, child.school].every((text) => text.trim() === '') && !child.unborn

const noNames = new Set('mum dad mother father monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter school primary nursery hospital police english yr year i she he they her his their the a an mr mrs ms miss dr'.split(' '))

/** Names that stand in what was told and are nobody on this contact yet: words with a capital letter, at the beginning of a sentence only where somebody is said to be or do something. At most six, to be taken by one press. */
export function namesTold(typed: Typed, known: Known): string[] {
  const here = new Set([...typed.adults, ...typed.children].flatMap((row) => `${givenOf(row, known)} ${row.family} ${known[row.personId]?.family ?? ''}`.toLowerCase().split(/\s+/)))
  const about = new Set(`${typed.name} ${typed.agency} ${typed.role} ${typed.lines}`.toLowerCase().split(/[^\p{L}’'-]+/u))
  const told = typed.words.trim()
  const doing = [...told.matchAll(/(?:^|[.!?:\n•*]\s*)(\p{Lu}[\p{Ll}’']+(?:-\p{Lu}?[\p{Ll}’']+)*)(?= (?:\([^()\n]{1,24}\) )?(?:has|is|was|had|came|comes|told|says|said|lives|sleeps|and \p{Lu}))/gu)].map((match) => match[1] ?? '')
  const found = [...doing, ...[...told.matchAll(/(?<![.!?:;\n”"•*·–—-]\s*|\d[.)]\s+|^\s*)(?<=[\s(“"])(\p{Lu}[\p{Ll}’']+(?:-\p{Lu}?[\p{Ll}’']+)*)/gu)].map((match) => (match[1] ?? '').replace(/[’']s$/, ''))]
  const seen = [...new Set(found.map((name) => name.replace(/[’'-]+$/, '')))].filter((name) => name.length > 1 && !noNames.has(name.toLowerCase()) && !here.has(name.toLowerCase()) && !about.has(name.toLowerCase()))
  return seen.slice(0, 6)
}
