import { dayInWords, isPlainDate } from '../../../../kernel/dates.ts'
import { addressTitles, factInWords, factTitles, identifierTitles, nameTitles, relationshipInWords } from '../../../../record/people/inWords.ts'
import type { Bundle, BundlePerson, Piece, PieceKind } from '../model.ts'
import { nameOf } from './matching.ts'

export type LineOutcome = 'taken' | 'beside' | 'refused'
/** What became of one line of a file. `piece`: the place of the piece that says it. `about`: who they are at the council that wrote. */
export type Line = Readonly<{ about: readonly string[]; what: string; on: string | null; words: string; outcome: LineOutcome; why: string; piece: number | null }>
/** What taking it has done: who was new, which numbers were added, which relationships the record did not say. */
export type Taken = Readonly<{ made: ReadonlySet<string>; numbers: ReadonlyMap<string, ReadonlySet<string>>; links: ReadonlySet<number> }>

const span = (from: string | null, to: string | null): string => [from && isPlainDate(from) ? `from ${dayInWords(from)}` : '', to && isPlainDate(to) ? `to ${dayInWords(to)}` : ''].filter(Boolean).join(' ')
const withSpan = (words: string, one: Readonly<{ from: string | null; to: string | null }>): string => [words, span(one.from, one.to)].filter(Boolean).join(', ')
/** In the chronology of each child, where it has a day: the others are read beside the record alone. */
export const inChronology = (one: Pick<Piece, 'kind' | 'on'>): boolean => one.on !== null && isPlainDate(one.on) && (one.kind === 'entry' || one.kind === 'onPlan' || one.kind === 'order')
const whatOf: Readonly<Record<PieceKind, string>> = {
  entry: 'Entry', onPlan: 'On a plan', plan: 'Plan', meeting: 'Minutes', assessment: 'Assessment', order: 'Order or legal status', placement: 'Time in care or placement', careFact: 'Health, education or review', professional: 'Who works with them',
}
const known = 'our record of this person stays as it is'

function linesOf(person: BundlePerson, taken: Taken): Line[] {
  const made = taken.made.has(person.id)
  const line = (what: string, words: string, on: string | null, nothing = false): Line => ({
    about: [person.id], what, on, words, piece: null, outcome: nothing ? 'refused' : made ? 'taken' : 'beside', why: nothing ? 'nothing stands in it' : made ? 'on the record that was begun for them' : known,
  })
  return [
    ...person.names.map((one) => line(nameTitles[one.kind], withSpan([one.given, one.family].filter(Boolean).join(' '), one), one.from)),
    ...person.facts.map((one) => line(factTitles[one.kind], one.value === '' ? '' : withSpan(factInWords(one.kind, one.value), one), one.from, one.value === '')),
    ...person.identifiers.map((one): Line => {
      const added = made || (taken.numbers.get(person.id)?.has(one.kind) ?? false)
      const theirs = one.kind === 'localChildId'
      return { ...line(identifierTitles[one.kind], one.value, null), outcome: added ? 'taken' : 'beside', why: !added ? (theirs ? 'it is a number of the other council' : 'our record has a number of this kind') : theirs ? 'as a number of the other council' : 'on the record' }
    }),
    ...person.addresses.map((one) => line(addressTitles[one.kind] ?? 'Address', withSpan([...one.lines, one.postcode ?? ''].filter(Boolean).join(', '), one), one.from, one.lines.length === 0)),
    ...person.warnings.map((one) => line('To know before a visit', one.words, one.from)),
  ]
}

/** Every line of a file, with what became of it and why: nothing of it is left out. */
export function accountOf(bundle: Bundle, taken: Taken): Line[] {
  const names = new Map(bundle.people.map((one) => { const { given, family } = nameOf(one); return [one.id, [given, family].filter(Boolean).join(' ')] }))
  return [
    ...bundle.people.flatMap((person) => linesOf(person, taken)),
    ...bundle.relationships.map((one, at): Line => ({
      about: [one.personId, one.otherId], what: 'Who they are to each other', on: one.from, piece: null, words: `${names.get(one.personId) ?? ''}: ${relationshipInWords(one.kind).toLowerCase()} of ${names.get(one.otherId) ?? ''}`,
      ...(taken.links.has(at) ? { outcome: 'taken' as const, why: 'on the record' } : { outcome: 'beside' as const, why: 'our record says so already' }),
    })),
    ...bundle.pieces.map((one, piece): Line => ({
      about: one.about, what: whatOf[one.kind], on: one.on, words: one.title, piece,
      ...(inChronology(one) ? { outcome: 'taken' as const, why: 'in the chronology, told as theirs' } : { outcome: 'beside' as const, why: one.kind === 'entry' || one.kind === 'onPlan' || one.kind === 'order' ? 'no day is known of it, so it is read beside the record' : 'read beside the record, told as theirs' }),
    })),
  ]
}

/** What stands in an account: how many lines of each kind came to what, and why. */
export function groupsOf<One extends Readonly<{ what: string; outcome: LineOutcome; why: string }>>(lines: readonly One[]): readonly Readonly<{ what: string; outcome: LineOutcome; why: string; count: number }>[] {
  const order: readonly LineOutcome[] = ['taken', 'beside', 'refused']
  return [...Map.groupBy(lines, (one) => JSON.stringify([one.outcome, one.what, one.why]))].flatMap(([, of]) => of.slice(0, 1).map(({ what, outcome, why }) => ({ what, outcome, why, count: of.length }))).toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
}
export const outcomeWords: Readonly<Record<LineOutcome, string>> = { taken: 'Taken', beside: 'Kept beside', refused: 'Refused' }
