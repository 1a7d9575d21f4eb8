import type { Block, Passage } from '../../../record/outputs/model.ts'
import { bornInWords } from '../../../record/outputs/bundle/entries.ts'
import type { Asking } from '../../../record/access/model.ts'
import { heldFromOutside } from '../../../record/outputs/handingOver.ts'
import { addressTitles, factInWords, factTitles, identifierTitles, nameTitles, relationshipInWords } from '../../../record/people/inWords.ts'
import type { Card } from '../../../record/people/model.ts'
import { readPeople } from '../../../record/people/queries.ts'
import { dayInWords, plain } from '../../../kernel/dates.ts'
import type { BundlePerson, BundleRelationship } from './model.ts'

const when = (from: string | null, to: string | null): string => (from || to ? [from ? dayInWords(plain(from)) : '', to ? `to ${dayInWords(plain(to))}` : from ? 'to now' : ''].filter(Boolean).join(' ') : '')
const keptWords = 'Kept hidden'
type Row = readonly [string, string, string]

/** Who goes along: names, addresses, facts and numbers with their days, each in a passage of that person. What is hidden from anybody outside is not in it. */
export async function peopleFor(asking: Asking, chosen: Readonly<{ children: readonly string[]; adults: readonly string[] }>): Promise<Readonly<{ passages: Passage[]; cards: ReadonlyMap<string, Card> }>> {
  const all = [...chosen.children, ...chosen.adults]
  const [read, holds] = [await readPeople(asking, all), await heldFromOutside(asking, all)]
  const cards = new Map(read.cards.map((card) => [card.id, card]))
  const passages = all.flatMap((id): Passage[] => {
    const card = cards.get(id)
    if (!card) return []
    const mine = <One extends { personId: string }>(rows: readonly One[]): One[] => rows.filter((row) => row.personId === id)
    const value: BundlePerson = {
      id, part: chosen.children.includes(id) ? 'child' : 'adult', unborn: card.unborn,
      names: mine(read.names).map(({ kind, given, family, from, to }) => ({ kind, given, family, from, to })),
      facts: mine(read.facts).filter((one) => one.value !== keptWords && !holds(one.value)).map(({ kind, value: text, about, from, to }) => ({ kind, value: text, about, from, to })),
      identifiers: mine(read.identifiers).map(({ kind, value: text }) => ({ kind, value: text })),
      addresses: mine(read.addresses).filter((one) => !one.hidden && one.lines.length > 0 && !holds([...one.lines, one.postcode ?? ''])).flatMap(({ kind, lines, postcode, from, to }) => (isAddressKind(kind) ? [{ kind, lines: [...lines], postcode, from, to }] : [])),
      warnings: mine(read.warnings).map(({ kind, words, reviewOn, from }) => ({ kind, words, reviewOn, from })),
    }
    return [{ place: 'who goes along', about: [id], part: { kind: 'person', value }, blocks: blocksOf(card, value) }]
  })
  const links = read.relationships.filter((one) => all.includes(one.personId) && all.includes(one.otherId))
  return {
    cards,
    passages: [...passages, ...links.map(({ personId, otherId, kind, parentalResponsibility, from, to }): Passage => {
      const value: BundleRelationship = { personId, otherId, kind, parentalResponsibility, from, to }
      return { place: 'who they are to each other', about: [personId, otherId], part: { kind: 'relationship', value }, blocks: [{ kind: 'paragraph', words: `${cards.get(personId)?.name ?? ''}: ${relationshipInWords(kind).toLowerCase()} of ${cards.get(otherId)?.name ?? ''}${parentalResponsibility === 'yes' ? ', with parental responsibility' : ''}.` }] }
    })],
  }
}

const kinds: readonly BundlePerson['addresses'][number]['kind'][] = ['home', 'mainly', 'correspondence', 'placement', 'temporary', 'none']
const isAddressKind = (kind: string): kind is BundlePerson['addresses'][number]['kind'] => kinds.some((one) => one === kind)

function blocksOf(card: Card, value: BundlePerson): Block[] {
  const rows: Row[] = [
    ...value.names.map((one): Row => [nameTitles[one.kind], [one.given, one.family].filter(Boolean).join(' '), when(one.from, one.to)]),
    ...value.addresses.map((one): Row => [addressTitles[one.kind] ?? 'Address', [...one.lines, one.postcode ?? ''].filter(Boolean).join(', '), when(one.from, one.to)]),
    ...value.facts.filter((one) => one.kind !== 'bornOn').map((one): Row => [factTitles[one.kind], factInWords(one.kind, one.value), when(one.from, one.to)]),
    ...value.identifiers.map((one): Row => [identifierTitles[one.kind], one.value, '']),
  ]
  return [
    { kind: 'heading', level: 2, words: `${card.name}, ${bornInWords(card)}` },
    ...(rows.length > 0 ? [{ kind: 'table' as const, caption: `What is known of ${card.name}`, columns: ['What', 'As recorded', 'When'], rows: rows.map((row) => [...row]) }] : []),
    ...value.warnings.map((one): Block => ({ kind: 'paragraph', words: `To know before a visit: ${one.words} (to be looked at again by ${dayInWords(plain(one.reviewOn))})` })),
  ]
}
