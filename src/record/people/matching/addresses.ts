import { fold } from './names.ts'
import { slips } from './similar.ts'
import type { DescribedAddress } from './described.ts'

const shortened: Readonly<Record<string, string>> = {
  st: 'street', str: 'street', rd: 'road', ave: 'avenue', av: 'avenue', ln: 'lane', cl: 'close', cres: 'crescent', cr: 'crescent', ct: 'court', dr: 'drive', gdns: 'gardens', gdn: 'garden', grn: 'green', gr: 'grove', grv: 'grove',
  hse: 'house', hts: 'heights', pde: 'parade', pk: 'park', pl: 'place', sq: 'square', terr: 'terrace', ter: 'terrace', tce: 'terrace', wy: 'way', bldg: 'building', bldgs: 'buildings', apt: 'flat', apartment: 'flat', fl: 'flat',
}
/** Words that many addresses share and that tell nobody apart. */
const ordinary = new Set('street road avenue lane close crescent court drive gardens grove place square terrace way flat house the of circuit mews walk row hill park green view'.split(' '))

/** `sw1a1aa`: a postcode without spaces, in small letters. */
export const foldPostcode = (text: string): string => fold(text).replaceAll(' ', '')

/** Whether the folded text is a whole postcode of the United Kingdom. */
export const isUkPostcode = (folded: string): boolean => /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(folded)

/** The words of an address, folded, with usual abbreviations written out. */
export const addressWords = (lines: string): string[] => fold(lines).split(' ').filter((word) => word !== '').map((word) => shortened[word] ?? word)

/** House and flat numbers: `flat 2, 14b acre lane` is 2 and 14b. */
export const houseNumbers = (words: readonly string[]): string[] => words.filter((word) => /^\d+[a-z]?$/.test(word))

/** The words that tell one street from another. */
export const tellingWords = (words: readonly string[]): string[] => words.filter((word) => word.length > 2 && !ordinary.has(word) && !/^\d/.test(word))

export type AddressNearness = Readonly<{ postcode: 'same' | 'near' | 'different' | 'unknown'; number: 'same' | 'different' | 'unknown'; words: number }>

/** How near two addresses are. `words`: the share of the telling words of the shorter one that the other has too, one letter wrong allowed (0 to 1). */
export function addressNearness(a: DescribedAddress, b: DescribedAddress): AddressNearness {
  const [postcodeA, postcodeB] = [foldPostcode(a.postcode), foldPostcode(b.postcode)]
  const [wordsA, wordsB] = [addressWords(a.lines), addressWords(b.lines)]
  const [numbersA, numbersB] = [houseNumbers(wordsA), houseNumbers(wordsB)]
  const [tellA, tellB] = [tellingWords(wordsA), tellingWords(wordsB)]
  const [fewer, more] = tellA.length <= tellB.length ? [tellA, tellB] : [tellB, tellA]
  const shared = fewer.filter((word) => more.some((other) => word === other || (word.length > 4 && slips(word, other, 1) <= 1)))
  return {
    postcode: postcodeA === '' || postcodeB === '' ? 'unknown' : postcodeA === postcodeB ? 'same' : slips(postcodeA, postcodeB, 1) <= 1 ? 'near' : 'different',
    number: numbersA.length === 0 || numbersB.length === 0 ? 'unknown' : numbersA.some((number) => numbersB.includes(number)) ? 'same' : 'different',
    words: fewer.length === 0 ? 0 : shared.length / fewer.length,
  }
}
