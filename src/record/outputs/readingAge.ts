/** Syllables of an English word, counted by its groups of vowels: as near as a rule without a dictionary comes. */
export function syllables(word: string): number {
  const plain = word.toLowerCase().normalize('NFKD').replace(/[^a-z]/g, '')
  if (plain.length <= 3) return plain.length === 0 ? 0 : 1
  const spoken = plain.replace(/(?:[^laeiouysxz]es|[^aeiouytd]ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}

const sentencesIn = (text: string): number => Math.max(1, text.split(/[.!?…]+(?=\s|$)|\n+/).filter((part) => /[\p{L}]/u.test(part)).length)
const wordsIn = (text: string): string[] => text.match(/[\p{L}][\p{L}’'-]*/gu) ?? []

/** The school grade of a text by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. */
export function grade(text: string): number | undefined {
  const words = wordsIn(text)
  if (words.length < 20) return undefined
  return 0.39 * (words.length / sentencesIn(text)) + 11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) - 15.59
}

/** About how old a reader has to be: the grade and five years. Undefined for a text too short to tell. */
export function readingAge(text: string): number | undefined {
  const found = grade(text)
  return found === undefined ? undefined : Math.max(5, Math.round(found + 5))
}
