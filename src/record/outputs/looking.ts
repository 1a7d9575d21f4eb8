import type { Problem } from '../../kernel/errors.ts'
import type { Asking, Domain } from '../access/model.ts'
import type { Card } from '../people/model.ts'
import { cardsOf } from '../people/queries.ts'
import { somebodyElse, type Block, type Outgoing, type OutputKind, type Paper } from './model.ts'
import { readingAge } from './readingAge.ts'
import { namedIn, problemsOf, textsOf } from './rules/judging.ts'
import { judged } from './sending.ts'

/** What a reader would not get: where it stands, about whom, and the words. */
export type HeldBack = Readonly<{ place: string; about: readonly Card[]; others: boolean; blocks: readonly Block[] }>
/** An output as its reader would get it, for whoever sends it to look at first. Nothing is kept and nothing goes. */
export type Look = Readonly<{
  readerName: string; paper: Paper; mark: string; held: readonly HeldBack[]
  /** Where something hidden from the reader stands. */
  problems: readonly Problem[]
  age: number | undefined
  /** The passages that are hardest to read, the hardest first. */
  hardest: readonly Readonly<{ age: number; words: string }>[]
  /** People whom the words name and the reader may not know of. */
  named: readonly Card[]
}>

const most = 13
const readable = (blocks: readonly Block[]): string => blocks.flatMap(textsOf).join('\n')

/** Shows what would go, and what is held back. `around`: people of the family who may be named in the words. */
export async function lookOut(asking: Asking, kind: OutputKind, outgoing: Outgoing, around: readonly Card[] = [], domain: Domain = 'children'): Promise<Look> {
  const found = await judged(asking, kind, outgoing, domain)
  const cards = await cardsOf(asking, [...new Set(found.held.flatMap((passage) => (passage.about.length > 0 ? passage.about : outgoing.people)))].filter((id) => id !== somebodyElse))
  const aged = found.kept.flatMap((passage) => { const words = readable(passage.blocks.filter((block) => block.kind !== 'heading')); const age = readingAge(words); return age === undefined || age <= most ? [] : [{ age, words }] })
  const named = new Set(namedIn(found.paper, around, found.known))
  return {
    readerName: found.readerName, paper: found.paper, mark: found.sha256, problems: problemsOf(found.found, found.readerName), age: readingAge(readable(found.paper.blocks)),
    hardest: aged.toSorted((a, b) => b.age - a.age).slice(0, 3), named: around.filter((card) => named.has(card.id)),
    held: found.held.map((passage) => {
      const about = passage.about.length > 0 ? passage.about : outgoing.people
      return { place: passage.place, about: about.flatMap((id) => cards.get(id) ?? []), others: about.some((id) => !cards.has(id)), blocks: passage.blocks }
    }),
  }
}
