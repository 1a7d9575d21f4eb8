import { addressWords, foldPostcode, houseNumbers, isUkPostcode, tellingWords } from './addresses.ts'
import { likelyDays, slippedDays } from './dates.ts'
import type { Described, DescribedName } from './described.ts'
import { familyForms, givenForms, headNames } from './names.ts'
import type { Reason } from './score.ts'
import { oneLetterOut, soundsOf } from './soundKeys.ts'

/** A key of 32 bits (FNV-1a), as PostgreSQL's integer. Two texts seldom share one; the score tells them apart when they do. */
function keyOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** What a name is found by: the names it stands for, its first sounds, the sounds of the family name, and the family name with one letter out. */
type Handles = Readonly<{ given: readonly string[]; initials: readonly string[]; family: readonly string[]; near: readonly string[] }>

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
const all = (left: readonly string[], right: readonly string[], key: (l: string, r: string) => string): string[] => left.flatMap((l) => right.map((r) => key(l, r)))

function handlesOf(name: DescribedName): Handles {
  const givens = givenForms(name.given).slice(0, 4)
  const given = unique(givens.flatMap((word) => [...headNames(word), ...soundsOf(word).map((sound) => `~${sound}`)]))
  const initials = unique(givens.flatMap((word) => [...headNames(word).flatMap(soundsOf), ...soundsOf(word)]).map((sound) => sound.charAt(0)))
  const forms = familyForms(name.family)
  return { given, initials, family: unique(forms.flatMap(soundsOf)), near: unique(forms.slice(0, 3).flatMap(oneLetterOut)) }
}

const sounding = (handles: Handles): string[] => all(handles.given, handles.family, (given, family) => `gs:${given}:${family}`)
const oneOut = (handles: Handles): string[] => all(handles.initials, handles.near, (initial, family) => `id:${initial}:${family}`)
const either = (handles: Handles): string[] => [
  ...all(handles.initials, handles.family, (initial, family) => `is:${initial}:${family}`),
  ...handles.given.map((given) => `g:${given}`),
  ...handles.family.map((family) => `s:${family}`),
  ...handles.near.map((family) => `d:${family}`),
]
const bornAnd = (handles: Handles, days: readonly string[]): string[] => [
  ...all(days, handles.given, (day, given) => `bg:${day}:${given}`),
  ...all(days, handles.family, (day, family) => `bs:${day}:${family}`),
]

function placeKeys(person: Described): string[] {
  return person.addresses.flatMap((address) => {
    const postcode = foldPostcode(address.postcode)
    const words = addressWords(address.lines)
    const numbers = houseNumbers(words)
    const streets = unique(tellingWords(words).slice(0, 3).flatMap((word) => soundsOf(word).slice(0, 1)))
    return [
      ...(isUkPostcode(postcode) ? [`p:${postcode}`] : []),
      ...(postcode === '' ? [] : numbers.map((number) => `pn:${postcode}:${number}`)),
      ...all(numbers, streets, (number, street) => `ns:${number}:${street}`),
    ]
  })
}
const numberKeys = (person: Described): string[] => [...(person.nhsNumber ? [`n:${person.nhsNumber}`] : []), ...[person.upn, ...(person.formerUpns ?? [])].flatMap((upn) => (upn ? [`u:${upn}`] : [])), ...(person.localIds ?? []).map((id) => `l:${id.toUpperCase()}`)]

const hashed = (keys: readonly string[]): number[] => [...new Set(keys.map(keyOf))]

/** The keys that a person is filed under: about forty numbers. Files a person under former and other names, and former addresses, too. */
export function storedKeys(person: Described): number[] {
  const handles = person.names.map(handlesOf)
  const days = person.bornOn === null ? [] : [person.bornOn]
  return hashed([
    ...handles.flatMap((name) => [...sounding(name), ...oneOut(name), ...either(name), ...bornAnd(name, days)]),
    ...days.map((day) => `b:${day}`),
    ...placeKeys(person),
    ...numberKeys(person),
  ])
}

/**
 * Keys to look under, from the narrowest to the widest; the next rung is climbed when the one before finds nobody good.
 * `exact` numbers, places, and a name with a likely date of birth; `named` given name and family name sound right; `slipped` one letter of the family name wrong;
 * `born` a likely date, or a slipped date with a name; `part` initial and family name, a postcode; `lone` one name.
 * `days`: every date near the one asked for. `given`: the given names by themselves. `asked`: places and numbers, with what it means to be filed under them.
 */
export type Probes = Readonly<{
  exact: readonly number[]
  named: readonly number[]
  slipped: readonly number[]
  /** The wide ones are worked out only where somebody looks under them: there are a thousand and more of them. */
  born: () => readonly number[]
  part: () => readonly number[]
  lone: () => readonly number[]
  days: readonly number[]
  given: readonly number[]
  numbers: readonly number[]
  asked: ReadonlyMap<number, Reason>
}>

/** Where to look for the person somebody describes, given and family name in either order. */
export function probesFor(wanted: Described): Probes {
  const swapped = wanted.names.map((name): DescribedName => ({ given: name.family, family: name.given, kind: name.kind }))
  const handles = [...wanted.names, ...swapped].map(handlesOf)
  const likely = wanted.bornOn === null ? [] : likelyDays(wanted.bornOn)
  const slipped = wanted.bornOn === null ? [] : slippedDays(wanted.bornOn)
  const places = placeKeys(wanted)
  const sharpPlaces = places.filter((key) => !key.startsWith('p:'))
  const nameless = handles.every((name) => name.given.length === 0 && name.family.length === 0)
  return {
    exact: hashed([...handles.flatMap((name) => bornAnd(name, likely)), ...sharpPlaces, ...numberKeys(wanted), ...(nameless ? [...places, ...likely.map((day) => `b:${day}`)] : [])]),
    named: hashed(handles.flatMap(sounding)),
    slipped: hashed(handles.flatMap(oneOut)),
    born: () => hashed([...likely.map((day) => `b:${day}`), ...handles.flatMap((name) => bornAnd(name, slipped))]),
    part: () => hashed([...handles.flatMap((name) => all(name.initials, name.family, (initial, family) => `is:${initial}:${family}`)), ...places]),
    lone: () => hashed(handles.flatMap(either)),
    days: hashed([...likely, ...slipped].map((day) => `b:${day}`)),
    given: hashed(handles.slice(0, wanted.names.length).flatMap((name) => name.given.map((given) => `g:${given}`))),
    numbers: hashed(numberKeys(wanted)),
    asked: new Map([...places, ...numberKeys(wanted)].map((key) => [keyOf(key), meaningOf(key)])),
  }
}

const meanings: Readonly<Record<string, Reason>> = {
  pn: { kind: 'address.same', words: 'Same address', bits: 10 },
  ns: { kind: 'address.street', words: 'Same street and number', bits: 7 },
  p: { kind: 'address.postcode', words: 'Same postcode', bits: 6 },
  n: { kind: 'nhs.same', words: 'Same NHS number', bits: 24 },
  l: { kind: 'localId.same', words: 'Same local child number', bits: 24 },
  u: { kind: 'upn.same', words: 'Same pupil number (UPN)', bits: 24 },
}
const meaningOf = (key: string): Reason => meanings[key.slice(0, key.indexOf(':'))] ?? { kind: 'address.words', words: 'Address is like it', bits: 4 }

/** Of the reasons that a person is filed under what was asked: the strongest about the place, and those about numbers. */
export function reasonsOf(probes: Probes, matched: readonly number[]): Reason[] {
  const found = matched.flatMap((key) => probes.asked.get(key) ?? []).sort((a, b) => b.bits - a.bits)
  return [...found.filter((reason) => reason.bits >= 24), ...found.filter((reason) => reason.bits < 24).slice(0, 1)]
}
