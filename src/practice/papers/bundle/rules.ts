import type { BundleLetter } from '../../../../content/forms/papers/bundleSections.ts'
import type { Passage } from '../../../record/outputs/model.ts'

/** A document that may go into a bundle: where it belongs, what it is, of what day, about whom. */
export type Offered = Readonly<{ key: string; letter: BundleLetter; title: string; /** A day, to put them in order; none: first. */ day: string; on: string; people: readonly string[] }>
/** The same with its words. */
export type Made = Offered & Readonly<{ passages: readonly Passage[] }>

/** In the order of a bundle: by part, and in each the oldest first. */
export const inOrder = <One extends Offered>(pieces: readonly One[]): One[] => pieces.toSorted((a, b) => a.letter.localeCompare(b.letter) || a.day.localeCompare(b.day) || a.key.localeCompare(b.key))

/** `Priya Nair` signs her exhibits PN1, PN2. */
export const initialsOf = (name: string): string => name.split(/\s+/).map((word) => word.charAt(0).toUpperCase()).join('')

/**
 * A bundle as passages: each document begins with its mark (`C1`; an exhibit says which it is), and what it says about all of its people is about those, not about everybody in the bundle.
 */
export function bundled(made: readonly Made[], exhibits: ReadonlySet<string>, initials: string, nameOf: (id: string) => string): Passage[] {
  const counts = new Map<string, number>()
  const next = (what: string): number => { const n = (counts.get(what) ?? 0) + 1; counts.set(what, n); return n }
  return inOrder(made).flatMap((piece): Passage[] => {
    const mark = `${piece.letter}${next(piece.letter)}`
    const words = exhibits.has(piece.key) ? `Exhibit ${initials}${next('exhibit')}: ${piece.title}` : piece.title
    return [
      { place: `the beginning of ${mark}`, about: [], general: true, blocks: [{ kind: 'section', mark, words, on: piece.on, of: piece.people.map((id) => ({ id, name: nameOf(id) })) }] },
      ...piece.passages.map((passage): Passage => ({ ...passage, place: `${passage.place} (${mark})`, about: passage.about.length > 0 || passage.general ? passage.about : piece.people })),
    ]
  })
}

/** As many papers as a bundle holds: more would be made for minutes, and nobody could read its index. */
const mostPapers = 60
/** What to do about a bundle with more papers than it holds. */
export const tooMany = (papers: number): string | undefined => (papers > mostPapers ? `${papers} papers are ticked, and a bundle holds ${mostPapers}. Leave out ${papers - mostPapers}, or make a second bundle of them.` : undefined)
