import type { Drawn, TreeCouple } from './family.ts'

/** Measures in px at the size of the drawing. A letter is reckoned wider than most fonts draw it, so that words never meet. */
export const size = {
  symbol: 46, line: 16, letter: 7.9, smallLetter: 6.9, gap: 22, coupleGap: 34, homeGap: 26, via: 18, margin: 24,
  channel: 26, track: 12, bracket: 34, pill: 22,
} as const

const widest = 150

/** Breaks words into lines; a word longer than a line breaks after a hyphen, else where the line ends. */
export function linesOf(words: string, letters: number): string[] {
  const pieces = words.split(/\s+/).flatMap((word) => (word.match(/[^-]+-?/g) ?? []).flatMap((part, index) => chunks(part, letters).map((text, at) => ({ text, joined: index + at > 0 }))))
  const lines: string[] = []
  for (const { text, joined } of pieces) {
    const last = lines[lines.length - 1]
    const longer = last === undefined ? text : `${last}${joined ? '' : ' '}${text}`
    if (last !== undefined && longer.length <= letters) lines[lines.length - 1] = longer
    else lines.push(text)
  }
  return lines
}

const chunks = (word: string, letters: number): string[] => (word.length <= letters ? [word] : [word.slice(0, letters), ...chunks(word.slice(letters), letters)])

export interface LabelLine { readonly text: string; readonly strong: boolean }
export interface Label { readonly lines: readonly LabelLine[]; readonly width: number }

/** The words beneath a symbol and the room they need. */
export function labelOf(person: Drawn): Label {
  if (person.as === 'point') return { lines: [], width: 10 }
  const longest = Math.max(0, ...person.name.split(/[\s-]+/).map((word) => word.length + 1))
  const room = Math.min(widest, Math.max(84, longest * size.letter))
  const small = Math.floor(room / size.smallLetter)
  const lines = [
    ...linesOf(person.name, Math.floor(room / size.letter)).map((text) => ({ text, strong: person.as !== 'unknown' })),
    ...(person.born ? linesOf(person.born, small) : []).map((text) => ({ text, strong: false })),
    ...(person.remark ? linesOf(person.remark, small) : []).map((text) => ({ text, strong: false })),
  ]
  return { lines, width: Math.max(size.symbol, ...lines.map((line) => line.text.length * (line.strong ? size.letter : size.smallLetter))) }
}

/** The words on a couple's line: the years, and how it ended. */
export function coupleLines(couple: TreeCouple | undefined): string[] {
  if (!couple || couple.kind === 'parents') return []
  if (couple.kind === 'livingTogether') return ['living together', ...(couple.from ? [`since ${couple.from}`] : [])]
  if (couple.kind === 'married') return [couple.from ? `married ${couple.from}` : 'married']
  return [...(couple.from ? [`${couple.kind === 'divorced' || couple.wasMarried ? 'married' : 'together'} ${couple.from}`] : []), couple.until ? `${couple.kind} ${couple.until}` : couple.kind]
}
