import { fold, folded, holdsEmail, holdsPhone, holdsPostcode, holdsWords, type Folded } from './folding.ts'

const hiddenKinds = ['postcode', 'address', 'phone', 'email', 'school', 'gp', 'carer'] as const
export type HiddenKind = (typeof hiddenKinds)[number]

/** One thing that is hidden, as the record keeps it. `hidingId`: the decision to hide it. */
export type HiddenThing = Readonly<
  | { what: 'address'; hidingId: string; personId: string; lines: readonly string[]; postcode: string | null }
  | { what: 'phone' | 'email' | 'school' | 'gp' | 'carer'; hidingId: string; personId: string; words: string }>

const streetWords = new Set(['road', 'street', 'avenue', 'lane', 'close', 'court', 'crescent', 'drive', 'garden', 'gardens', 'grove', 'terrace', 'square', 'place', 'park', 'way', 'walk', 'row', 'hill', 'green', 'mews', 'view', 'rise', 'parade', 'boulevard', 'mount', 'yard', 'gate', 'end', 'croft', 'meadow', 'meadows', 'house', 'flat', 'cottage', 'farm', 'estate', 'building', 'buildings'])
const schoolWords = new Set(['school', 'primary', 'academy', 'infant', 'junior', 'nursery', 'college', 'secondary', 'high', 'grammar', 'ce', 'rc', 'catholic', 'church', 'of', 'england', 'community', 'preschool', 'kindergarten', 'first', 'middle', 'special'])
const practiceWords = new Set(['surgery', 'practice', 'medical', 'health', 'centre', 'clinic', 'gp', 'drive', 'hospital', 'group', 'partners', 'and'])
const titles = ['mr', 'mrs', 'ms', 'miss', 'mx', 'drive'] as const
const sayNothing = new Set(['addressnotknown', 'notknown', 'unknown', 'nofixedabode', 'none'])

/** House number with street, in both orders; a house with a name, by its name. The town alone gives nobody away. */
function streetNeedles(lines: readonly string[]): string[][] {
  const found: string[][] = []
  for (const [i, line] of lines.entries()) {
    const words = folded(line)
    if (sayNothing.has(words.join(''))) continue
    const number = words.findIndex((word) => /^\d+$/.test(word))
    if (number >= 0) {
      const from = words.slice(number)
      // As far as the word that says it is a street: what comes after it in one line is the town.
      const last = from.findIndex((word, at) => at > 0 && streetWords.has(word))
      const needle = last > 0 ? from.slice(0, last + 1) : from
      if (needle.length > 1) {
        const letter = needle.length > 2 && /^[a-z]$/.test(needle[1] ?? '') ? 2 : 1
        found.push(needle, [...needle.slice(letter), ...needle.slice(0, letter)])
      } else if (number > 0 && words.length > 1) found.push([...words, ...folded(lines[i + 1] ?? '')])
    } else if (i === 0 && words.length > 1) found.push(words)
  }
  return found
}

/** A school or practice: its whole name, and what is left of it without the words that all of them have, unless that is the name of a place. */
function nameNeedles(name: string, general: ReadonlySet<string>, ordinary: ReadonlySet<string>): string[][] {
  const words = folded(name)
  const core = words.filter((word) => !general.has(word))
  const coreWord = core.join('')
  const first = words.findIndex((word) => general.has(word))
  const beginning = first > 0 ? words.slice(0, first + 1) : []
  return [words, beginning, ...(core.length > 1 || (coreWord.length >= 5 && !ordinary.has(coreWord)) ? [core] : [])].filter((one) => one.length > 0 && one.join('').length >= 4)
}

function carerNeedles(name: string): string[][] {
  const words = folded(name)
  const family = words.at(-1)
  return words.length < 2 || !family ? [] : [words, [family, ...words.slice(0, -1)], ...titles.map((title) => [title, family])]
}

type Asked = Readonly<{ thing: HiddenThing; kind: HiddenKind; holds: (text: Folded) => boolean }>

/** What is looked for in a text, of what is hidden. `ordinary`: names of places around here, folded; by themselves they give nothing away. */
export function needlesOf(things: readonly HiddenThing[], ordinary: ReadonlySet<string> = new Set()): Asked[] {
  const words = (thing: HiddenThing, kind: HiddenKind, needles: readonly string[][]): Asked[] => needles.map((needle) => ({ thing, kind, holds: (text) => holdsWords(text, needle) }))
  return things.flatMap((thing): Asked[] => {
    switch (thing.what) {
      case 'address': return [
        ...(thing.postcode ? [{ thing, kind: 'postcode' as const, holds: (text: Folded) => holdsPostcode(text, thing.postcode ?? '') }] : []),
        ...words(thing, 'address', streetNeedles(thing.lines)),
      ]
      case 'phone': return [{ thing, kind: 'phone', holds: (text) => holdsPhone(text, thing.words) }]
      case 'email': return [{ thing, kind: 'email', holds: (text) => holdsEmail(text, thing.words) }]
      case 'school': return words(thing, 'school', nameNeedles(thing.words, schoolWords, ordinary))
      case 'gp': return words(thing, 'gp', nameNeedles(thing.words, practiceWords, ordinary))
      case 'carer': return words(thing, 'carer', carerNeedles(thing.words))
    }
  })
}

/** What stands in a text that must not: which kind of thing, of whom; never the thing itself. */
export type Found = Readonly<{ kind: HiddenKind; hidingId: string; personId: string }>

/** Compares a text with what is hidden, after folding case, spaces, signs and usual abbreviations. What is said in other words is not found. */
export function foundIn(text: string, needles: readonly Asked[]): Found[] {
  if (needles.length === 0 || text.trim() === '') return []
  const ready = fold(text)
  const found = new Map<string, Found>()
  for (const { thing, kind, holds } of needles) {
    if (holds(ready)) found.set(`${kind} ${thing.hidingId}`, { kind, hidingId: thing.hidingId, personId: thing.personId })
  }
  return [...found.values()]
}
