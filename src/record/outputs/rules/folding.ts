/** Usual abbreviations of addresses and names of schools, each as it is written out. What stands for two words (st, dr) is folded to one of them on both sides. */
const writtenOut: Readonly<Record<string, string>> = {
  rd: 'road', str: 'street', st: 'street', saint: 'street', ave: 'avenue', av: 'avenue', aven: 'avenue', ln: 'lane', la: 'lane', cl: 'close', clo: 'close', ct: 'court', crt: 'court', cres: 'crescent', cresc: 'crescent', crst: 'crescent',
  dr: 'drive', drv: 'drive', doctor: 'drive', gdn: 'garden', gdns: 'gardens', grdns: 'gardens', gr: 'grove', grv: 'grove', gro: 'grove', hse: 'house', ho: 'house', ter: 'terrace', terr: 'terrace', tce: 'terrace', sq: 'square', pl: 'place', plc: 'place',
  pk: 'park', bldg: 'building', bldgs: 'buildings', apt: 'flat', apartment: 'flat', flt: 'flat', wy: 'way', wlk: 'walk', rw: 'row', gn: 'green', grn: 'green', est: 'estate', fm: 'farm', ctg: 'cottage', cott: 'cottage', mt: 'mount', pde: 'parade',
  blvd: 'boulevard', boul: 'boulevard', mws: 'mews', vw: 'view', vws: 'views', yd: 'yard', hts: 'heights', mdw: 'meadow', mdws: 'meadows', rdg: 'ridge', n: 'north', nth: 'north', s: 'south', sth: 'south', e: 'east', w: 'west', upr: 'upper', lwr: 'lower', gt: 'great', lt: 'little', ltl: 'little',
  sch: 'school', schl: 'school', prim: 'primary', acad: 'academy', jnr: 'junior', jr: 'junior', inf: 'infant', infants: 'infant', juniors: 'junior', sec: 'secondary', coll: 'college', nurs: 'nursery', surg: 'surgery', prac: 'practice', med: 'medical', ctr: 'centre', cntr: 'centre', center: 'centre', hosp: 'hospital', cofe: 'ce',
  missus: 'mrs', mister: 'mr',
}
const units: Readonly<Record<string, number>> = {
  zero: 0, oh: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
}
const tens: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }
/** Words that stand before a house number and say nothing. */
const beforeNumber = new Set(['no', 'nr', 'number', 'num', 'house'])

/** Letters and figures alone: without marks, capitals and other signs; what is written as one with a capital in the middle or a figure beside a letter is two. */
const pieces = (text: string): string[] =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’'‘`´]/g, '').replace(/\p{Cf}/gu, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase().replace(/\bc\W*of\W*e\b/g, 'ce')
    .replace(/(\d)(?=[^\d\W_])|([^\d\W_])(?=\d)/g, '$1$2 ').split(/[^\p{L}\p{N}]+/u).filter(Boolean)

function numbersIn(words: readonly string[]): string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    const next = words[i + 1] ?? ''
    const ten = tens[word]
    const unit = units[next]
    if (ten !== undefined && unit !== undefined && unit > 0 && unit < 10) {
      out.push(String(ten + unit))
      i += 1
    } else out.push(ten !== undefined ? String(ten) : units[word] !== undefined ? String(units[word]) : word)
  }
  return out
}

/** A text as it is compared: words in order, abbreviations written out, numbers as figures. */
export function folded(text: string): string[] {
  const words = numbersIn(pieces(text).map((word) => writtenOut[word] ?? word))
  return words.filter((word, i) => !(beforeNumber.has(word) && /^\d/.test(words[i + 1] ?? '')))
}

/** Signs that are taken for each other in a postcode, in one. */
const likePostcode = (text: string): string => text.replace(/o/g, '0').replace(/[il]/g, '1')

/** A text made ready to be looked through many times. `joined`: all in one, with where each word begins. */
export type Folded = Readonly<{ words: readonly string[]; joined: string; starts: ReadonlySet<number>; code: string; digits: string }>

export function fold(text: string): Folded {
  const words = folded(text)
  const starts = new Set<number>()
  let at = 0
  for (const word of words) {
    starts.add(at)
    at += word.length
  }
  return { words, joined: words.join(''), starts, code: likePostcode(pieces(text).join('')), digits: words.map((word) => (/^\d+$/.test(word) ? word : ' ')).join('') }
}

/** Whether these words stand in the text one after the other, also written as one. */
export function holdsWords(text: Folded, wanted: readonly string[]): boolean {
  const needle = wanted.join('')
  if (needle === '') return false
  const beginsWithFigure = /^\d/.test(needle)
  const endsWithFigure = /\d$/.test(needle)
  for (let at = text.joined.indexOf(needle); at >= 0; at = text.joined.indexOf(needle, at + 1)) {
    const end = at + needle.length
    // 112 is not 12, and Okaforson is not Okafor; what begins with a house number may be written together with the words around it.
    const begins = text.starts.has(at) || (beginsWithFigure && !/\d/.test(text.joined[at - 1] ?? ''))
    const ends = end === text.joined.length || text.starts.has(end) || (beginsWithFigure && !endsWithFigure)
    if (begins && ends) return true
  }
  return false
}

export const holdsPostcode = (text: Folded, postcode: string): boolean => {
  const needle = likePostcode(pieces(postcode).join(''))
  return needle.length >= 5 && text.code.includes(needle)
}

/** The figures of a telephone number without the country and the nought. */
const nationalDigits = (phone: string): string => folded(phone).filter((word) => /^\d+$/.test(word)).join('').replace(/^(?:00)?44/, '').replace(/^0+/, '')

export const holdsPhone = (text: Folded, phone: string): boolean => {
  const needle = nationalDigits(phone)
  return needle.length >= 8 && text.digits.includes(needle)
}

export const holdsEmail = (text: Folded, email: string): boolean => {
  const needle = pieces(email).join('')
  return needle.length >= 6 && text.joined.includes(fold(email).joined)
}
