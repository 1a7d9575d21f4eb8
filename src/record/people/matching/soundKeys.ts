/** One rule of hearing: what is written, and the sound it makes. */
type Hearing = readonly (readonly [RegExp, string])[]

/** How an English reader hears the letters. Capitals are sounds already heard; X is sh, ch and zh. */
const english: Hearing = [
  [/^(?:mac|mc|mhic)(?=[^aeiou])/, 'MK'],
  [/^(?:kn|gn|pn|mn)/, 'N'], [/^wr/, 'R'], [/^ps/, 'S'], [/^x/, 'S'], [/^wh/, 'W'], [/^chr/, 'KR'], [/^sch(?=[oua])/, 'SK'],
  [/ght/g, 'T'], [/mb$/, 'M'], [/([aeiouy])gh/g, '$1'], [/gh/g, 'K'],
  [/szcz|shch|sch|tsh|tch|sz|sh|cz|ch|zh|rz/g, 'X'],
  [/dge|dj|jh/g, 'J'], [/j/g, 'J'], [/g(?=[eiy])/g, 'J'],
  [/ph/g, 'F'], [/th|dh/g, 'T'], [/kh|ck|qu|q/g, 'K'], [/bh/g, 'B'], [/mh/g, 'M'],
  [/tz|ts|dz/g, 'S'], [/x/g, 'KS'], [/c(?=[eiy])/g, 'S'], [/c/g, 'K'],
  [/^w/, 'W'], [/([aeiouy])w(?=[aeiouy])/g, '$1W'], [/w/g, ''],
  [/^h/, 'H'], [/h/g, ''], [/^y(?=[aeiou])/, 'Y'], [/^[aeiouy]+/, 'A'],
]

/** How a Polish, Arabic, Turkish, Irish or South Asian name is as often heard: j as y, w as v, ch as k, every gh and g hard, no leading h. */
const elsewhere: Hearing = [
  [/^o(?=[bcdfghjklmnpqrstvwz]\w{3})/, ''],
  [/^(?:kn|gn)/, 'N'], [/^wr/, 'R'],
  [/bh|mh/g, 'F'], [/gh|g/g, 'K'],
  [/szcz|shch|sch|tsh|sz|sh|cz|zh|rz/g, 'X'], [/ch/g, 'K'],
  [/dj|jh|dz/g, 'J'], [/^j/, 'Y'], [/([aeiou])j/g, '$1'], [/j/g, 'J'],
  [/ph|v|w/g, 'F'], [/th|dh/g, 'T'], [/kh|ck|qu|q/g, 'K'],
  [/tz|ts/g, 'S'], [/x/g, 'KS'], [/c(?=[eiy])/g, 'S'], [/c/g, 'K'],
  [/h/g, ''], [/^y(?=[aeiou])/, 'Y'], [/^[aeiouy]+/, 'A'],
]

const plainSounds: Readonly<Record<string, string>> = { b: 'B', d: 'T', f: 'F', g: 'K', k: 'K', l: 'L', m: 'M', n: 'N', p: 'P', r: 'R', s: 'S', t: 'T', v: 'F', z: 'S' }

function hear(word: string, hearing: Hearing): string {
  let heard = word
  for (const [written, sound] of hearing) heard = heard.replace(written, sound)
  return heard
    .replace(/[a-z]/g, (letter) => plainSounds[letter] ?? ' ')
    .replace(/([A-Z])\1+/g, '$1')
    .replaceAll(' ', '')
    .slice(0, 8)
}

const heardBefore = new Map<string, readonly string[]>()

/** The one or two sounds of a folded word: smith and smyhte are `SMT`; kowalski and kovalsky share `KFLSK`. Two words sound alike when they share one. */
export function soundsOf(word: string): readonly string[] {
  const known = heardBefore.get(word)
  if (known) return known
  const sounds = [...new Set([hear(word, english), hear(word, elsewhere)])].filter((sound) => sound !== '')
  if (heardBefore.size > 20_000) heardBefore.clear()
  heardBefore.set(word, sounds)
  return sounds
}

export const soundsAlike = (a: string, b: string): boolean => soundsOf(a).some((sound) => soundsOf(b).includes(sound))

/** The word and every word made by leaving one letter out. Two words one typing error apart (missed, added, wrong, swapped) share at least one. */
export function oneLetterOut(word: string): string[] {
  const short = word.slice(0, 14)
  const out = new Set([short])
  if (short.length > 2) for (let i = 0; i < short.length; i++) out.add(short.slice(0, i) + short.slice(i + 1))
  return [...out]
}
