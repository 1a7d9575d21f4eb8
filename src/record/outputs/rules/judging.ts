import type { Problem } from '../../../kernel/errors.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { Block, FoundAt, Outgoing, Paper, PartSent, Passage } from '../model.ts'
import { foundIn, needlesOf, type HiddenKind, type HiddenThing } from './hidden.ts'
import { folded } from './folding.ts'

/** Every text of a block. */
export function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading': case 'paragraph': return [block.words]
    case 'list': return block.rows
    case 'table': return [block.caption, ...block.columns, ...block.rows.map((row) => row.join(' ')), ...block.rows.flat()]
    case 'quote': return [`${block.words} ${block.by}`, block.words]
    case 'signatures': return block.names
    case 'section': return [block.mark, block.words, block.on]
  }
}

/** Every text in something that a machine reads. */
export const textsIn = (value: unknown): string[] =>
  (typeof value === 'string' ? [value] : Array.isArray(value) ? [...value.flatMap(textsIn), value.filter((one) => typeof one === 'string').join('\n')] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [])

/** The passages that this reader may have: each about nobody but those they may know. Untagged is about everybody the output is about. */
export function passagesFor(outgoing: Pick<Outgoing, 'passages' | 'people'>, known: ReadonlySet<string> | 'all'): { kept: readonly Passage[]; held: readonly Passage[] } {
  if (known === 'all') return { kept: outgoing.passages, held: [] }
  const may = (passage: Passage): boolean => passage.general === true || (passage.about.length > 0 ? passage.about : outgoing.people).every((id) => known.has(id))
  return { kept: outgoing.passages.filter(may), held: outgoing.passages.filter((passage) => !may(passage)) }
}

/** The names of towns, which stand in every address of the place and give nobody away. */
export const townsIn = (things: readonly HiddenThing[]): Set<string> =>
  new Set(things.flatMap((thing) => (thing.what === 'address' && thing.lines.length > 1 ? [folded(thing.lines.at(-1) ?? '').join('')] : [])))

/** Where something hidden from the reader stands: in a passage, or in the frame around it (title, sender, address, foot). */
export function findHidden(outgoing: Pick<Outgoing, 'title' | 'from' | 'to' | 'greeting' | 'foot'>, kept: readonly Passage[], things: readonly HiddenThing[]): FoundAt[] {
  const needles = needlesOf(things, townsIn(things))
  if (needles.length === 0) return []
  const at = (place: string, text: string, field?: string): FoundAt[] => foundIn(text, needles).map((one) => ({ place, ...(field ? { field } : {}), ...one }))
  const frame = [['the title', outgoing.title], ['the sender', outgoing.from.join('\n')], ['the name and address it goes to', outgoing.to.join('\n')], ['the greeting', outgoing.greeting ?? ''], ['the foot', outgoing.foot ?? '']] as const
  const found = [
    ...frame.flatMap(([place, text]) => at(place, text)),
    // A passage as a whole too: an address may begin in one paragraph and end in the next.
    ...kept.flatMap((passage) => at(passage.place, [...passage.blocks.flatMap(textsOf), ...textsIn(passage.part?.value)].join('\n'), passage.field)),
  ]
  return found.filter((one, i) => found.findIndex((other) => other.place === one.place && other.kind === one.kind && other.hidingId === one.hidingId) === i)
}

export const kindInWords: Readonly<Record<HiddenKind, string>> = {
  postcode: 'a postcode', address: 'a house number with its street', phone: 'a telephone number', email: 'an e-mail address', school: 'the name of a school', gp: 'the name of a GP practice', carer: 'the name of a carer',
}

/** What whoever writes is told, at the field it is about: what kind of thing, never the thing. */
export const problemsOf = (found: readonly FoundAt[], readerName: string): Problem[] =>
  found.map((one) => ({ question: one.field ?? 'askSecond', problem: `${one.field ? 'This' : `${one.place.charAt(0).toUpperCase()}${one.place.slice(1)}`} holds ${kindInWords[one.kind]} that is hidden from ${readerName}. Change the words, or ask a second person to look at it.` }))

/** What a machine reads of the passages that go. Untagged is about everybody the output is about. */
export const partsOf = (kept: readonly Passage[], people: readonly string[]): PartSent[] => kept.flatMap((passage) => (passage.part ? [{ about: passage.about.length > 0 ? passage.about : people, ...passage.part, blocks: passage.blocks }] : []))

const levelOf = (block: Block): number => (block.kind === 'section' ? 1 : block.kind === 'heading' ? block.level : 9)
/** Headings, and documents of a bundle, under which nothing is left are not in the copy. */
const withoutEmptyHeads = (blocks: readonly Block[]): readonly Block[] => blocks.reduceRight<readonly Block[]>((after, block) => {
  const next = after[0]
  return levelOf(block) < 9 && (!next || levelOf(next) <= levelOf(block)) ? after : [block, ...after]
}, [])

/** A document of a bundle, called by the names that its reader may know. */
const called = (block: Block, known: ReadonlySet<string> | 'all'): Block => {
  if (block.kind !== 'section') return block
  const { of = [], ...section } = block
  const names = of.filter((one) => known === 'all' || known.has(one.id)).map((one) => one.name)
  return names.length > 0 ? { ...section, words: `${section.words}: ${listed(names)}` } : section
}

/** People of the family whom the words name and the reader may not know of: the words are looked at again, for no rule can read them. */
export function namedIn(paper: Pick<Paper, 'title' | 'blocks'>, people: readonly Readonly<{ id: string; given: string; name: string }>[], known: ReadonlySet<string> | 'all'): string[] {
  if (known === 'all') return []
  const text = [paper.title, ...paper.blocks.flatMap(textsOf)].join('\n').normalize('NFC')
  const holds = (name: string) => name.length > 1 && new RegExp(`(?<![\\p{L}\\p{M}])${name.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{M}])`, 'u').test(text)
  const shared = new Set(people.filter((one) => known.has(one.id)).map((one) => one.given))
  return people.filter((one) => !known.has(one.id) && (holds(one.name) || (!shared.has(one.given) && holds(one.given)))).map((one) => one.id)
}

/** The words as they go, with what is not in this copy counted where the kind says so. */
const paperOf = (outgoing: Outgoing, kept: readonly Passage[], leftOut: number, tellsLeftOut: boolean): Paper => ({
  title: outgoing.title, language: outgoing.language ?? 'en-GB', from: outgoing.from, to: outgoing.to, ...(outgoing.greeting ? { greeting: outgoing.greeting } : {}),
  blocks: [...(withoutEmptyHeads(kept.flatMap((passage) => passage.blocks))), ...(tellsLeftOut && leftOut > 0 ? [{ kind: 'paragraph' as const, words: `${leftOut} ${leftOut === 1 ? 'passage' : 'passages'} about others ${leftOut === 1 ? 'is' : 'are'} not in this copy.` }] : [])],
  leftOut: tellsLeftOut ? leftOut : 0, ...(outgoing.foot ? { foot: outgoing.foot } : {}),
})

/** The copy for somebody who may know of these people: their passages, their title, and what is held back. */
export function copyFor(asked: Outgoing, known: ReadonlySet<string> | 'all', tellsLeftOut: boolean): Readonly<{ outgoing: Outgoing; kept: readonly Passage[]; held: readonly Passage[]; paper: Paper }> {
  const { kept: ours, held } = passagesFor(asked, known)
  const kept = ours.map((passage) => (passage.blocks.some((block) => block.kind === 'section') ? { ...passage, blocks: passage.blocks.map((block) => called(block, known)) } : passage))
  const named = (asked.of ?? []).filter((one) => known === 'all' || known.has(one.id)).map((one) => one.name)
  const outgoing = named.length > 0 ? { ...asked, title: `${asked.title}: ${listed(named)}` } : asked
  return { outgoing, kept, held, paper: paperOf(outgoing, kept, held.length, tellsLeftOut) }
}

/** Whether a problem is that something hidden stands in the words. */
export const holdsHidden = (problem: Problem): boolean => problem.question === 'because' || problem.problem.includes('ask a second person to look at it')
