import type { PlainDate } from '../../../kernel/dates.ts'
import { nhsNumberOf, postcodeOf, upnOf } from '../../../kernel/identifiers.ts'
import { dayWithin } from '../../../kernel/typedDates.ts'
import { addressWords } from '../matching/addresses.ts'
import type { Described, DescribedName } from '../matching/described.ts'
import { fold } from '../matching/names.ts'
import { score } from '../matching/score.ts'
import { probablySame, type Filed, type Hit } from './model.ts'

/** What somebody typed into the one search box, taken apart. `words`: what was left over, for the text search of notes. */
export type Understood = Readonly<{ wanted: Described; words: string }>

const postcodeWithin = /\b([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})\b/i
const nhsWithin = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/
/** A local number has no shape of its own: letters and digits in one word, five digits or more. */
const localIdWithin = /\b(?=[a-z]*(?:\d[a-z]*){5})[a-z\d]{5,40}\b/i
const upnShaped = /^[A-Z]\d{11}[\dA-Z]$/
const upnWithin = /\b[a-z]\d{11}[\da-z]\b/i
const streetWords = new Set('street road avenue lane close crescent court drive gardens grove place square terrace way house mews walk row hill park estate buildings tower'.split(' '))
/** Words around a name that are no part of it. */
const notNames = new Set('mr mrs ms miss dr mx master born dob née nee aka nhs upn number no child of the and'.split(' '))

/** Takes what `read` finds out of the text, and gives back the text without it. */
function take<Found>(text: string, shape: RegExp, read: (found: string) => Found | undefined): readonly [Found | undefined, string] {
  const at = shape.exec(text)
  const found = at ? read(at[0]) : undefined
  return at && found !== undefined ? [found, `${text.slice(0, at.index)} , ${text.slice(at.index + at[0].length)}`] : [undefined, text]
}

/** A part with a number or a word such as Road is an address; what stands before a number in it is a name. */
function nameAndPlace(part: string): readonly [string, string] {
  const words = part.trim().split(/\s+/).filter((word) => word !== '')
  const number = words.findIndex((word) => /^\d+[a-z]?$/i.test(word) || /^(flat|apartment)$/i.test(word))
  if (number >= 0) return [words.slice(0, number).join(' '), words.slice(number).join(' ')]
  const ending = addressWords(words.slice(1).join(' ')).some((word) => streetWords.has(word))
  return ending ? ['', words.join(' ')] : [words.join(' '), '']
}

/** The ways the words of a name may be given name and family name: `Anna van der Berg` is Anna · van der Berg and Anna van der · Berg. */
function namesOf(text: string): DescribedName[] {
  const words = text.split(/\s+/).filter((word) => word !== '' && !notNames.has(fold(word)))
  if (words.length === 0) return []
  const cuts = words.length === 1 ? [1] : words.length === 2 ? [1] : [1, words.length - 1]
  return cuts.map((cut) => ({ given: words.slice(0, cut).join(' '), family: words.slice(cut).join(' '), kind: 'current' }))
}

/** `Smith, Kathryn` in two parts is a surname and a first name; other parts are read one after another. */
function joinParts(parts: readonly string[]): string {
  const [first = '', second = ''] = parts
  const single = (part: string) => part !== '' && !/\s/.test(part.trim())
  return parts.length === 2 && single(first) && second !== '' ? `${second} ${first}` : parts.join(' ')
}

/**
 * Reads the search box: names in any order, a date of birth in any usual form, a postcode, an address, an NHS number, a UPN, in any order and together.
 * Numbers count only when their check digit is right; otherwise they are words like others.
 */
export function understand(text: string, today: PlainDate): Understood {
  const [upn, afterUpn] = take(text.slice(0, 200), upnWithin, upnOf)
  const dated = dayWithin(afterUpn, today)
  const [nhsNumber, afterNhs] = take(dated ? dated.rest : afterUpn, nhsWithin, nhsNumberOf)
  const [postcode, afterPostcode] = take(afterNhs, postcodeWithin, postcodeOf)
  const [localId, rest] = take(afterPostcode, localIdWithin, (found) => found.toUpperCase())
  const parts = rest.split(/[,;\n]/).map(nameAndPlace)
  const names = namesOf(joinParts(parts.map(([name]) => name).filter((name) => name !== '')))
  const lines = parts.map(([, place]) => place).filter((place) => place !== '').join(' ')
  return {
    wanted: {
      names,
      bornOn: dated?.day ?? null,
      addresses: lines === '' && !postcode ? [] : [{ lines, postcode: postcode ?? '' }],
      nhsNumber: nhsNumber ?? null,
      upn: upn ?? null,
      // a UPN whose letter is wrong is found where it is recorded just so
      ...(localId ? (upnShaped.test(localId) ? { formerUpns: [localId] } : { localIds: [localId] }) : {}),
    },
    words: text.trim(),
  }
}

/** Whether there is anything to look for. */
export const isEmpty = (wanted: Described): boolean =>
  wanted.names.every((name) => fold(`${name.given}${name.family}`).length < 2) && wanted.bornOn === null && wanted.addresses.length === 0 && !wanted.nhsNumber && !wanted.upn && !wanted.localIds?.length && !wanted.formerUpns?.length

/** Of people shown together: who may be the same as one shown before, by name and date of birth alone. Keys: the later one's id. */
export function alikeAmong(hits: readonly Hit[]): Map<string, Hit> {
  const alike = new Map<string, Hit>()
  hits.forEach((hit, at) => {
    const before = hits.slice(0, at).find((other) => score(describedBy(other), describedBy(hit)).score >= probablySame)
    if (before) alike.set(hit.personId, before)
  })
  return alike
}

const describedBy = ({ card }: Hit): Described => ({
  names: [{ given: card.given, family: card.family, kind: 'current' }],
  bornOn: card.bornOn,
  bornEstimated: card.bornAbout !== null && card.bornAbout !== 'day',
  addresses: [],
})

/** What is filed of a person, as it is compared. */
export function describedFrom(filed: Filed): Described {
  const numbers = (kind: string) => filed.numbers.filter((number) => number.kind === kind).map((number) => number.value)
  return { ...filed, nhsNumber: numbers('nhs')[0] ?? null, upn: numbers('upn')[0] ?? null, formerUpns: [...numbers('formerUpn'), ...numbers('upn').slice(1)], localIds: numbers('localChildId') }
}
