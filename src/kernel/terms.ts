type Term = Readonly<{ key: string; one: string; many: string }>
type OwnWords = Readonly<Record<string, Readonly<{ one: string; many: string }>>>

/** The word of this council for a key, in the form that fits the number (one without it). The key itself where nobody gave a word. */
export function wordFor(terms: readonly Term[], key: string, own: OwnWords = {}, n = 1): string {
  const word = own[key] ?? terms.find((term) => term.key === key)
  return word ? (n === 1 ? word.one : word.many) : key
}
