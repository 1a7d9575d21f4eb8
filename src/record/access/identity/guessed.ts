/** Signs that stand for letters in passwords. */
const stands: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
/** With letters for signs; a one is an i or an l. */
const asLetters = (text: string): readonly string[] => ['i', 'l'].map((one) => text.replaceAll('1', one).replaceAll(/[03457@$!]/g, (sign) => stands[sign] ?? sign))
/** Without the numbers and signs before and after. */
const bare = (text: string): string => text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '')
/** `passpasspass` is `pass`. */
const once = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text
const onlyLetters = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '')

/** Every way this password is another one in disguise: as it is, once instead of repeated, bare of what stands around it, with its letters written as letters. */
function disguised(password: string): readonly string[] {
  const text = folded(password)
  const found = new Set<string>()
  for (const one of [text, once(text), bare(text), once(bare(text))]) {
    for (const form of [one, ...asLetters(one).flatMap((letters) => [letters, bare(letters), once(bare(letters))])]) if (form !== '') found.add(form)
  }
  return [...found]
}

/** The product’s own words: tried first by whoever has read its name on the page. */
const ours = ['kith', 'socialcare', 'socialworker', 'childrensservices', 'council', 'welcome']
/** What is left beside a name has to be a word of its own. */
const leastBeside = 4

/** Whether a password is one of those tried first, or made of words that anybody would try here. `near`: such words. */
export function isGuessed(password: string, mostUsed: ReadonlySet<string>, near: readonly string[]): 'common' | 'near' | undefined {
  const forms = disguised(password)
  // So short a piece, again and again, is one guess more.
  if (forms.some((form) => mostUsed.has(form) || form.length <= 3)) return 'common'
  const words = [...ours, ...near.flatMap((one) => folded(one).split(/[^\p{L}]+/u))].filter((word) => word.length >= leastBeside).toSorted((a, b) => b.length - a.length)
  const beside = (text: string): string => words.reduce((left, word) => left.replaceAll(word, ''), text)
  const isNear = (form: string): boolean => {
    const letters = onlyLetters(form)
    return letters.length >= leastBeside && beside(letters) !== letters && beside(letters).length < leastBeside
  }
  return forms.some(isNear) ? 'near' : undefined
}
